import { DAY, type Instant } from '../model/instant.ts';
import type { Freshness } from '../model/repository.ts';
import { dateBeside } from '../words/date.ts';
import { list } from '../words/list.ts';
import { count } from '../words/number.ts';
import type { AskedRepositories } from './repositories.ts';

export type Warning = { code: string; message: string };

/** By how much the data of one may end before those of others. */
export const PATIENCE = 2 * DAY;
const NAMED = 3;

/** What work lies in, and what more than one of it is called. */
const REPOSITORIES = { kind: 'repository', plural: 'repositories' };
export const PROJECTS = { kind: 'project', plural: 'projects' };

/** The repositories whose data end more than two days before the freshest one's. */
export function behind(freshness: readonly Freshness[], dataUntil: Instant | null): Freshness[] {
  return freshness.filter(({ coveredUntil }) => dataUntil !== null && dataUntil - coveredUntil > PATIENCE);
}

/** What to beware of in the repositories themselves: some are behind, could not be seen whole, or are there twice. So of projects. */
export function repositoryWarnings(
  { freshness, dataUntil, leftOut }: AskedRepositories,
  zone: string,
  of: { kind: string; plural: string } = REPOSITORIES,
): Warning[] {
  const late = behind(freshness, dataUntil);
  const named = late.map(
    ({ name, coveredUntil }) =>
      `${name}, data to ${dateBeside(coveredUntil, dataUntil ?? coveredUntil, zone)}`,
  );
  const warnings: Warning[] = [];
  if (leftOut.length > 0) {
    const names = shortened(
      leftOut.map(({ name }) => name),
      ', ',
    );
    const message =
      leftOut.length === 1
        ? `${names} was read from GitHub and as a clone: the clone is left out, so that nothing counts twice.`
        : `${names} were read from GitHub and as clones: the clones are left out, so that nothing counts twice.`;
    warnings.push({ code: 'repository-twice', message });
  }
  if (late.length > 0) {
    warnings.push({
      code: `${of.kind}-behind`,
      message: `${count(late.length, of.kind, of.plural)} behind: ${shortened(named, '; ')}`,
    });
  }
  const limited = freshness.flatMap(({ name, limits }) => limits.map((limit) => ({ name, limit })));
  for (const [limit, repositories] of Map.groupBy(limited, (one) => one.limit)) {
    const names = repositories.map(({ name }) => name);
    warnings.push({ code: `${of.kind}-limit`, message: `${shortened(names, ', ')}: ${limit}` });
  }
  return warnings;
}

/** The first few by name, the others by number. */
function shortened(names: readonly string[], separator: string): string {
  if (names.length <= NAMED) return separator === ', ' ? list(names) : names.join(separator);
  return `${names.slice(0, NAMED).join(separator)}${separator}and ${count(names.length - NAMED, 'other')}`;
}
