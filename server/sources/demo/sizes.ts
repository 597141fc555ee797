import type { FileChange } from '../../model/commit.ts';
import { type Chance, chance, cycled, purpose } from './chance.ts';
import type { DemoRepository } from './repositories.ts';

const MEDIAN_LINES = 52;
const SPREAD = 1.25;
const WITH_LOCK_FILE = 0.06;
const AREAS = 'account billing cart export import invoice notice report search session settings stock'.split(
  ' ',
);
const PARTS = 'client form handler limits model page parser policy queue rules store view worker'.split(' ');
export const LOCK_FILES: Readonly<Record<string, string>> = {
  go: 'go.sum',
  ts: 'package-lock.json',
  py: 'uv.lock',
};

/** How large the work is, in standard deviations: of the work itself, before a rollout changes anything. */
export function sizeOf(seed: number): number {
  return chance(seed, purpose.size).normal();
}

/**
 * The files that a pull request changes; their lines are log-normal in all. `again`: files that it has to touch, as when
 * something in them is repaired.
 */
export function filesOf(
  { ending }: DemoRepository,
  seed: number,
  { size, logFactor }: { size: number; logFactor: number },
  again: readonly FileChange[],
): FileChange[] {
  const draws = chance(seed, purpose.size, 1);
  const lines = Math.max(1, Math.round(Math.exp(Math.log(MEDIAN_LINES) + SPREAD * size + logFactor)));
  const count = Math.min(lines, 1 + Math.floor(Math.sqrt(lines) * draws.between(0.1, 0.4)), 24);
  const start = draws.below(1000);
  const paths = Array.from(
    { length: count },
    (_, index) => again[index]?.path ?? path(start + index, ending),
  );
  const files = shared(draws, lines, [...new Set(paths)]);
  if (draws.yes(WITH_LOCK_FILE)) {
    const generated = Math.round(Math.exp(4.5 + 1.2 * draws.normal()));
    const lock = LOCK_FILES[ending] ?? 'package-lock.json';
    files.push({ path: lock, additions: generated, deletions: Math.round(generated * 0.6) });
  }
  return files;
}

/** No two numbers that are less than 80 apart give the same path. */
function path(index: number, ending: string): string {
  const name = cycled(PARTS, index);
  const folder = cycled(AREAS, index);
  return index % 5 === 0 ? `tests/${folder}/${name}_test.${ending}` : `src/${folder}/${name}.${ending}`;
}

/** The first files take more of the lines than the last. */
function shared(draws: Chance, lines: number, paths: readonly string[]): FileChange[] {
  const added = draws.between(0.55, 0.95);
  let left = lines;
  return paths.map((path, index) => {
    const last = index === paths.length - 1;
    const here = last
      ? left
      : Math.min(left, Math.ceil((left / (paths.length - index)) * draws.between(0.6, 1.6)));
    left -= here;
    const additions = Math.round(here * added);
    return { path, additions, deletions: here - additions };
  });
}
