import type { Deployment } from '../../model/deployment.ts';
import { HOUR } from '../../model/instant.ts';
import type { Rows } from '../../model/rows.ts';
import { chance, purpose } from './chance.ts';
import type { Landed } from './kinds.ts';
import type { Organisation } from './organisation.ts';
import { releasesOf } from './releases.ts';
import type { DemoRepository } from './repositories.ts';
import { wholeSecond } from './second.ts';

/** Share of releases that are rolled back. */
const ROLLED_BACK = 0.035;

/** What reached production of a repository, and its default branch in the order of landing. */
export function deliveredBy(
  organisation: Organisation,
  repository: DemoRepository,
  landed: readonly Landed[],
): Pick<Rows, 'deployments' | 'branch'> {
  const releases = releasesOf(organisation, repository, landed);
  const merges = landed.toSorted((one, other) => one.mergedAt - other.mergedAt);
  const places = merges.map(({ sha, mergedAt }, position) => ({
    ...{ repositoryId: repository.row.id, sha, position },
    ...{ committedAt: mergedAt, first: position === 0 },
  }));
  return { deployments: withRollBacks(releases, repository, organisation.demo.until), branch: { places } };
}

/** Some releases are followed by the one before, some hours later and before the next; by chances of their own. */
function withRollBacks(
  releases: readonly Deployment[],
  { seed }: DemoRepository,
  until: number,
): Deployment[] {
  const draws = chance(seed, purpose.rollBack);
  return releases.flatMap((release, index) => {
    const [back, after] = [draws.yes(ROLLED_BACK), draws.between(0.5, 7)];
    const before = releases[index - 1];
    if (!back || before === undefined || release.succeededAt === null) return [release];
    const at = wholeSecond(release.succeededAt + after * HOUR);
    const next = releases[index + 1]?.succeededAt ?? until;
    if (at >= next || at > until) return [release];
    return [release, { ...before, id: `${release.id}:rolled-back`, succeededAt: at }];
  });
}
