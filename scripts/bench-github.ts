import { type BenchForge, nextDay, startBenchForge } from '../tests/support/github/bench-forge.ts';
import { runUptake } from '../tests/support/measured-run.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const CHANGED = 0.01;
const PER_THOUSAND = 45;

/** An organisation from a GitHub on loopback, at two sizes, so that growth shows: first, a night, a night without news. */
export async function githubFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of [5_000, 20_000]) {
    const forge = await startBenchForge((60 * size) / 20_000, size);
    figures.push(...(await withFolder((folder) => figuresOf(forge, folder, size.toLocaleString('en')))));
    await forge.fake.close();
  }
  return figures;
}

async function figuresOf(forge: BenchForge, folder: string, size: string): Promise<Figure[]> {
  const env = { ...process.env, GITHUB_API_URL: forge.fake.url, GITHUB_TOKEN: 'good-token' };
  const ingest = () => runUptake(['ingest', 'github', 'acme', '--data', folder, '--json'], undefined, env);
  const [first, changed, night] = [await ingest(), nextDay(forge, CHANGED), await ingest()];
  nextDay(forge, 0);
  const quiet = await ingest();
  const { read, repositories } = JSON.parse(first.output);
  const asked = ({ output }: typeof first): number => JSON.parse(output).usage[0].requests;
  // One for the owner, one for its teams, one for each 50 repositories.
  const fixed = 2 + Math.ceil(repositories.length / 50);
  const thousands = read.pullRequests / 1000;
  const nightly = Math.ceil(PER_THOUSAND * thousands * CHANGED) + fixed;
  return [
    atMost(`requests for 1,000 of ${size} pull requests`, asked(first) / thousands, '', PER_THOUSAND),
    atMost(`requests of a night, ${changed} changed`, asked(night), '', nightly),
    atMost(`requests of a night, none of ${size} changed`, asked(quiet), '', fixed),
    atMost(`first ingest of ${size} pull requests`, first.seconds, 's', thousands * 3),
    described(`a night of ${size}, 1 % changed`, night.seconds, 's'),
    described(`peak memory of ${size} pull requests`, first.megabytes, 'MB'),
  ];
}
