import { DAY, type Instant } from '../model/instant.ts';
import type { Freshness } from '../model/repository.ts';
import { dateBeside } from '../words/date.ts';
import { list } from '../words/list.ts';
import { count } from '../words/number.ts';

export type Warning = { code: string; message: string };

const PATIENCE = 2 * DAY;
const NAMED = 3;

/** The repositories whose data end more than two days before the freshest one's. */
export function behind(freshness: readonly Freshness[], dataUntil: Instant | null): Freshness[] {
  return freshness.filter(({ coveredUntil }) => dataUntil !== null && dataUntil - coveredUntil > PATIENCE);
}

/** What to beware of in the repositories themselves: some are behind, or could not be seen whole. */
export function repositoryWarnings(
  freshness: readonly Freshness[],
  dataUntil: Instant | null,
  zone: string,
): Warning[] {
  const late = behind(freshness, dataUntil);
  const named = late.map(
    ({ name, coveredUntil }) =>
      `${name}, data to ${dateBeside(coveredUntil, dataUntil ?? coveredUntil, zone)}`,
  );
  const warnings: Warning[] = [];
  if (late.length > 0) {
    warnings.push({
      code: 'repository-behind',
      message: `${count(late.length, 'repository', 'repositories')} behind: ${shortened(named, '; ')}`,
    });
  }
  const limited = freshness.flatMap(({ name, limits }) => limits.map((limit) => ({ name, limit })));
  for (const [limit, repositories] of Map.groupBy(limited, (one) => one.limit)) {
    const names = repositories.map(({ name }) => name);
    warnings.push({ code: 'repository-limit', message: `${shortened(names, ', ')}: ${limit}` });
  }
  return warnings;
}

/** The first few by name, the others by number. */
function shortened(names: readonly string[], separator: string): string {
  if (names.length <= NAMED) return separator === ', ' ? list(names) : names.join(separator);
  return `${names.slice(0, NAMED).join(separator)}${separator}and ${count(names.length - NAMED, 'other')}`;
}
