import { join } from 'node:path';
import { runUptake } from '../tests/support/measured-run.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';
import { following } from './following-lines.ts';
import { syntheticHistory } from './synthetic-history.ts';

/** A clone's first ingest at two sizes, so that growth shows, and a second one that finds nothing new. */
export async function gitFigures(): Promise<Figure[]> {
  return [...(await ingestOf(10_000)), ...(await ingestOf(100_000))];
}

function ingestOf(commits: number): Promise<Figure[]> {
  return withFolder(async (folder) => {
    const clone = join(folder, 'clone');
    await syntheticHistory(clone, commits);
    const ingest = ['ingest', 'git', clone, '--data', join(folder, 'data'), '--json'];
    const first = await runUptake(ingest);
    const second = await runUptake(ingest);
    const read: number = JSON.parse(first.output).read.commits;
    const size = commits.toLocaleString('en');
    return [
      atMost(`first ingest of ${size} commits`, first.seconds, 's', (commits / 100_000) * 60),
      described(`commits a second of ${size}`, read / first.seconds, '/s'),
      atMost(`second ingest of ${size}, nothing new`, second.seconds, 's', 1),
      ...(commits > 10_000
        ? []
        : [described('following the lines of 1,000 landings', await following(clone), 's')]),
    ];
  });
}
