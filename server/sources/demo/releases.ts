import type { Deployment } from '../../model/deployment.ts';
import { DAY, HOUR, type Instant } from '../../model/instant.ts';
import { chance, purpose } from './chance.ts';
import type { Landed } from './kinds.ts';
import { type Organisation, teamAt } from './organisation.ts';
import { mondayOf } from './people.ts';
import type { DemoRepository } from './repositories.ts';
import { wholeSecond } from './second.ts';

/** Releases in the afternoon of every so many weekdays, whenever something has landed since the last one. */
export function releasesOf(
  organisation: Organisation,
  repository: DemoRepository,
  landed: readonly Landed[],
): Deployment[] {
  const { first, last, demo } = organisation;
  const { releasedEvery, seed, team } = repository;
  if (releasedEvery === null) return [];
  const draws = chance(seed, purpose.release);
  const merges = landed.toSorted((one, other) => one.mergedAt - other.mergedAt);
  const releases: Deployment[] = [];
  const afternoon = AFTERNOONS[teamAt(organisation, team).home] ?? 14;
  let released = -1;
  for (let day = 0; day < (last - first + 1) * 5; day += releasedEvery) {
    const monday = mondayOf(first + Math.floor(day / 5));
    const at = wholeSecond(monday + (day % 5) * DAY + (afternoon + draws.between(0, 2)) * HOUR);
    const newest = lastUntil(merges, at);
    const merge = merges[newest];
    if (merge === undefined || newest === released || at > demo.until) continue;
    released = newest;
    releases.push({
      id: `${repository.row.id}!release:${releases.length + 1}`,
      repositoryId: repository.row.id,
      via: 'releases',
      sha: merge.sha,
      succeededAt: at,
      containsSha: merge.sha,
      containsUntil: merge.mergedAt,
    });
  }
  return releases;
}

/** 14:00 at the homes of the teams, as hours of UTC, summer or winter aside. */
const AFTERNOONS = [12, 18, 13, 9, 21, 17];

function lastUntil(merges: readonly Landed[], at: Instant): number {
  let [low, high] = [0, merges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((merges[middle]?.mergedAt ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
