import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import type { LeftOut, PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import type { Followed } from '../../server/metrics/selection.ts';
import { DAY, MINUTE } from '../../server/model/instant.ts';
import { forgeFact, MONDAY } from './facts.ts';

export const REPOSITORIES = ['shop', 'till', 'stock'].map((name) => `github:github.com/acme/${name}`);
const TEAM_SETS = [[], ['payments'], ['search'], ['payments', 'search']];
const LEFT_OUT: readonly LeftOut[] = ['automation', 'back-port'];

/** The data end on a Wednesday noon in the ninth week, those of one repository some days before. */
export const UNTIL = MONDAY + 58 * DAY + 180 * MINUTE;
export const ENDS = [UNTIL, UNTIL - 90 * MINUTE, UNTIL - 6 * DAY];

/** Nine weeks of pull requests at whole minutes as the end of the data finds them: merged, closed, open, and drafts for a while. */
export function openFacts(random: () => number, many: number): PullRequestFact[] {
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const later = (at: number, hours: number) => at + Math.floor(random() ** 3 * hours * 60) * MINUTE;
  return Array.from({ length: many }, (_, number) => {
    const place = Math.floor(random() * REPOSITORIES.length);
    const until = ENDS[place] ?? UNTIL;
    const seen = (at: number) => (at <= until ? at : null);
    const openedAt = MONDAY + Math.floor((random() * (until - MONDAY)) / MINUTE) * MINUTE;
    const readyAt = random() < 0.7 ? openedAt : later(openedAt, 300);
    const reviewedAt = random() < 0.2 ? null : later(openedAt + MINUTE, 200);
    const [endedAt, fate] = [later(Math.max(readyAt, reviewedAt ?? 0), 600), random()];
    const mergedAt = fate < 0.75 ? seen(endedAt) : null;
    const closedAt = fate >= 0.75 && fate < 0.9 ? seen(endedAt) : null;
    return {
      ...forgeFact(number, { repositoryId: REPOSITORIES[place] ?? '', teams: one(TEAM_SETS) ?? [] }),
      id: `${number}`,
      leftOut: random() < 0.1 ? (one(LEFT_OUT) ?? null) : null,
      openedAt,
      readyAt: seen(readyAt),
      firstReviewAt: reviewedAt === null ? null : seen(reviewedAt),
      approvedAt: null,
      mergedAt,
      closedAt,
      deployedAt: null,
    };
  });
}

/** Some repositories, teams and weeks of them, by week of opening, with where the data of each repository end. */
export function someFollowed(random: () => number, snapshot: Snapshot): Followed {
  const { repositories, teamSets, weeks } = snapshot;
  const asked = repositories.values.map(() => Number(random() < 0.7));
  const from = weeks.weekOf(MONDAY) + Math.floor(random() * 5);
  const ends = repositories.values.map((id) => (ENDS[REPOSITORIES.indexOf(id)] ?? UNTIL) / MINUTE);
  return {
    repositories: Uint8Array.from(asked),
    deploying: new Uint8Array(repositories.values.length),
    teams: random() < 0.4 ? null : Uint8Array.from(teamSets.values, () => Number(random() < 0.6)),
    from,
    to: weeks.weekOf(UNTIL) - Math.floor(random() * 3),
    by: 'opening',
    dataEnd: { ofRepository: Int32Array.from(ends), last: UNTIL / MINUTE },
  };
}

/** Facts that the repositories and teams of a selection let pass. */
export function passing(
  facts: readonly PullRequestFact[],
  snapshot: Snapshot,
  selection: Followed,
): PullRequestFact[] {
  const { repositories, teamSets } = snapshot;
  return facts.filter(
    (one) =>
      selection.repositories[repositories.find(one.repositoryId) ?? -1] === 1 &&
      selection.teams?.[teamSets.find(JSON.stringify(one.teams)) ?? -1] !== 0,
  );
}

export function endOf({ repositoryId }: PullRequestFact): number {
  return ENDS[REPOSITORIES.indexOf(repositoryId)] ?? UNTIL;
}
