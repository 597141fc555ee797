import { percentile } from './served.ts';

/** A measure and what it was asked of, and how long the slowest of such questions took. */
export type Kind = { name: string; milliseconds: number };

/** The kinds of questions that took longest: which measure, of which groups, by which week. */
export function slowestKinds(paths: readonly string[], inside: readonly number[], many: number): Kind[] {
  const took = Map.groupBy(paths.keys(), (at) => kindOf(paths[at] ?? ''));
  return [...took]
    .map(([name, places]) => ({
      name,
      milliseconds: percentile(
        [...places].map((at) => inside[at] ?? 0),
        1,
      ),
    }))
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, many);
}

function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const teams = searchParams.getAll('team').length;
  const about = searchParams.has('repo')
    ? 'a repository'
    : teams === 0
      ? 'everything'
      : `${teams} team${teams > 1 ? 's' : ''}`;
  return `${pathname.split('/').at(-1)} of ${about} by ${searchParams.get('by') ?? 'merge'}`;
}
