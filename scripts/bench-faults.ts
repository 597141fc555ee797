import { type Disturbed, disturbed } from '../tests/support/disturbed.ts';
import { startBenchForge } from '../tests/support/github/bench-forge.ts';
import { hurriedGithub } from '../tests/support/github/hurried.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const MIXTURES = 200;

/** Seeded mixtures of faults and kills of GitHub, each in a database of its own. */
export async function faultFigures(): Promise<Figure[]> {
  const { fake } = await startBenchForge(4, 150);
  const told = await withFolder((folder) => disturbed(hurriedGithub(fake, 'acme'), folder, MIXTURES));
  await fake.close();
  return disturbedFigures('GitHub', told);
}

export function disturbedFigures(source: string, { mixtures, kills, different }: Disturbed): Figure[] {
  return [
    described(`mixtures of faults and kills of ${source}`, mixtures, ''),
    described(`kills among them, ${source}`, kills, ''),
    atMost(`ended otherwise than undisturbed, ${source}`, different, '', 0),
  ];
}
