import { type BenchForge, nextDay, startBenchForge } from '../tests/support/github/bench-forge.ts';
import { runUptake } from '../tests/support/measured-run.ts';
import { withFolder } from './bench-folder.ts';
import { atMost, described, type Figure } from './figure.ts';

const CHANGED = 0.01;

/** An organisation from a GitHub on loopback, at two sizes, so that growth shows: first, a night, a night without news. */
export async function githubFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of [5_000, 20_000]) {
    const forge = await startBenchForge(60, size);
    figures.push(...(await withFolder((folder) => figuresOf(forge, folder, size.toLocaleString('en')))));
    await forge.fake.close();
  }
  return figures;
}

async function figuresOf(forge: BenchForge, folder: string, size: string): Promise<Figure[]> {
  const env = { ...process.env, GITHUB_API_URL: forge.fake.url, GITHUB_TOKEN: 'good-token' };
  const ingest = () => runUptake(['ingest', 'github', 'acme', '--data', folder, '--json'], undefined, env);
  const [first, changed] = [await ingest(), nextDay(forge, CHANGED)];
  const night = await ingest();
  nextDay(forge, 0);
  const quiet = await ingest();
  const { read, repositories } = JSON.parse(first.output);
  const asked = ({ output }: typeof first): number => JSON.parse(output).usage[0].requests;
  const fixed = Math.ceil(repositories.length / 50) + 4;
  const each = asked(first) / (read.pullRequests / 1000);
  return [
    atMost(`requests for 1,000 of ${size} pull requests`, each, '', 45),
    atMost(`requests of a night, ${changed} changed`, asked(night), '', asked(first) * CHANGED + fixed),
    atMost(`requests of a night, none of ${size} changed`, asked(quiet), '', fixed),
    atMost(`first ingest of ${size} pull requests`, first.seconds, 's', (read.pullRequests / 20_000) * 60),
    described(`a night of ${size}, 1 % changed`, night.seconds, 's'),
    described(`peak memory of ${size} pull requests`, first.megabytes, 'MB'),
  ];
}
