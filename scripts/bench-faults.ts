import { join } from 'node:path';
import { startBenchForge } from '../tests/support/github/bench-forge.ts';
import { digestIn, hurriedIngest, mixture } from '../tests/support/github/hurried.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const MIXTURES = 200;

/** Seeded mixtures of faults and kills, each in a database of its own: how many end otherwise than an undisturbed ingest. */
export async function faultFigures(): Promise<Figure[]> {
  const { fake } = await startBenchForge(4, 150);
  const figures = await withFolder(async (folder) => {
    const data = (name: string | number) => join(folder, `${name}`);
    const { took } = await hurriedIngest(fake, data('undisturbed'), 'acme');
    const wanted = await digestIn(data('undisturbed'));
    let [different, kills] = [0, 0];
    for (let seed = 1; seed <= MIXTURES; seed += 1) {
      kills += await mixture(fake, data(seed), 'acme', seed, took * 1.5);
      if ((await digestIn(data(seed))) !== wanted) different += 1;
    }
    return [
      described('mixtures of faults and kills', MIXTURES, ''),
      described('kills among them', kills, ''),
      atMost('ended otherwise than undisturbed', different, '', 0),
    ];
  });
  await fake.close();
  return figures;
}
