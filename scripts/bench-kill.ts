import { join } from 'node:path';
import { runUptake } from '../tests/support/measured-run.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';
import { syntheticHistory } from './synthetic-history.ts';

const ROUNDS = 50;

/** Kills one ingest after the other, each up to five times, and counts those that do not end like an undisturbed one. */
export function killFigures(): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const clone = join(folder, 'clone');
    await syntheticHistory(clone, 10_000);
    const data = (name: string) => ['--data', join(folder, name)];
    const digest = async (name: string) =>
      JSON.parse((await runUptake(['status', '--json', '--digest', ...data(name)])).output).digest;
    const { seconds } = await runUptake(['ingest', 'git', clone, ...data('undisturbed')]);
    const wanted = await digest('undisturbed');
    let [different, kills, seed] = [0, 0, 1];
    for (let round = 0; round < ROUNDS; round++) {
      const ingest = ['ingest', 'git', clone, ...data(`${round}`)];
      for (let shot = 0; shot < 5; shot++) {
        seed = (seed * 48_271) % 2_147_483_647;
        const { killed } = await runUptake(ingest, (seed / 2_147_483_647) * seconds * 1000);
        if (!killed) break;
        kills += 1;
      }
      await runUptake(ingest);
      if ((await digest(`${round}`)) !== wanted) different += 1;
    }
    return [
      described('kills of an ingest', kills, ''),
      atMost('ended otherwise than an undisturbed one', different, '', 0),
    ];
  });
}
