import { beforeAll, describe, expect, test } from 'vitest';
import { codingTime, mergeTime, pickupTime, timeToMerge } from '../../../server/facts/phase.ts';
import { pullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import type { OwnCommit } from '../../../server/facts/pull-request-input.ts';
import { inputOf } from '../../../server/ingest/measured-input.ts';
import { HOUR } from '../../../server/model/instant.ts';
import { type Generated, generated } from './generated.ts';

type Fact = ReturnType<typeof pullRequestFact>;

describe('Facts of a demo', () => {
  let facts: Fact[];
  beforeAll(async () => {
    facts = (await generated({ scenario: 'gain-with-cost' })).all.flatMap(factsOf);
  });
  const flow = () => facts.filter(({ leftOut }) => leftOut === null);
  const share = (some: (fact: Fact) => boolean) => flow().filter(some).length / flow().length;

  test('leave out automation and back-ports, and keep agents', () => {
    const left = Map.groupBy(facts, ({ leftOut }) => leftOut);
    expect(left.get('automation')?.length).toBeGreaterThan(1000);
    expect(left.get('back-port')?.length).toBeGreaterThan(50);
    expect(share(({ agent }) => agent)).toBeGreaterThan(0.01);
    expect(flow().every(({ author }) => author !== null && author !== '@dependabot')).toBe(true);
  });

  test('have phases of hours and days', () => {
    const merged = flow().filter(({ mergedAt }) => mergedAt !== null);
    expectWithin(median(merged.map(codingTime)), 1, 12);
    expectWithin(median(merged.map(pickupTime)), 2, 20);
    expectWithin(median(merged.map(mergeTime)), 0.5, 10);
    expectWithin(median(merged.map(timeToMerge)), 10, 40);
    expect(Math.min(...merged.map((fact) => timeToMerge(fact) ?? 0))).toBeGreaterThan(0);
  });

  test('are known nearly everywhere, and missing where something did not happen', () => {
    expect(share(({ firstCommitAt }) => firstCommitAt !== null)).toBeGreaterThan(0.99);
    expectWithin(
      share(({ firstReviewAt }) => firstReviewAt !== null),
      0.8,
      0.97,
    );
    expectWithin(
      share(({ deployedAt }) => deployedAt !== null),
      0.7,
      0.97,
    );
    expectWithin(
      share(({ draftInPickup, draftInReview }) => draftInPickup + draftInReview > 0),
      0.005,
      0.05,
    );
    expect(share(({ ownerCheckedAt }) => ownerCheckedAt !== null)).toBeGreaterThan(0.005);
    expectWithin(
      share(({ closedAt }) => closedAt !== null),
      0.03,
      0.07,
    );
  });

  test('have sizes with a heavy tail', () => {
    const lines = flow().map((fact) => fact.lines);
    expectWithin(median(lines, 1), 40, 80);
    expectWithin(lines.filter((size) => (size ?? 0) > 400).length / lines.length, 0.02, 0.12);
  });
});

function factsOf({ repository, pullRequests, commits, deployments }: Generated): Fact[] {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  return pullRequests.map((pullRequest) => {
    const own = (pullRequest.ownShas ?? []).flatMap((sha): OwnCommit[] => {
      const commit = bySha.get(sha);
      return commit === undefined ? [] : [{ ...commit, parents: null }];
    });
    const { mergedAt, forge } = pullRequest;
    const deployment = deployments.find(
      ({ containsUntil }) => mergedAt !== null && (containsUntil ?? 0) >= mergedAt,
    );
    return pullRequestFact(
      inputOf({
        ...{
          pullRequest,
          commits: own,
          changes: forge?.files ?? null,
          defaultBranch: repository.defaultBranch,
        },
        deployedAt: deployment?.succeededAt ?? null,
      }),
    );
  });
}

/** In hours, or in another unit. */
function median(values: readonly (number | null)[], unit = HOUR): number {
  const known = values.filter((value) => value !== null).sort((one, other) => one - other);
  return (known[Math.floor(known.length / 2)] ?? 0) / unit;
}

function expectWithin(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThan(low);
  expect(value).toBeLessThan(high);
}
