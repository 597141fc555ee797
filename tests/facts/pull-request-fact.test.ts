import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { directPushFact, pullRequestFact, type UnplacedFact } from '../../server/facts/pull-request-fact.ts';
import type { OwnCommit, PullRequestInput } from '../../server/facts/pull-request-input.ts';
import { storedPullRequest } from '../support/measured-pull-request.ts';
import { commit, pullRequest, repository } from '../support/rows.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

type Golden = { says: string; input: PullRequestInput; fact: UnplacedFact };

/** Instants are ISO in the files, for people. */
function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'), (key, value: unknown) =>
    key.endsWith('At') && typeof value === 'string' ? Date.parse(value) : value,
  );
}

/** What a clone tells of reviews and checks. */
const unreviewed = { reviewRounds: null, reviewComments: null, ciPassedFirst: null };

const files = readdirSync(GOLDEN).filter((name) => /^facts-.*\.json$/.test(name));

describe('the fact of a pull request', () => {
  it('has golden cases', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files.map((name) => ({ name, ...golden(name) })))('$name: $says', ({ input, fact }) => {
    expect(pullRequestFact(input)).toEqual({ ...unreviewed, ...fact });
  });
});

/** Of no interest to any rule. */
const plain = {
  author: null,
  automation: false,
  longLived: false,
  backPort: false,
  agent: false,
  reviewers: [],
  commenters: [],
  deployedAt: null,
} as const;

describe('what is left out', () => {
  const leftOut = (over: Partial<PullRequestInput>) =>
    pullRequestFact({ pullRequest: pullRequest(1), commits: [], changes: [], ...plain, ...over }).leftOut;

  it('is counted under one reason: automation, else a back-port, else a long-lived branch', () => {
    const all = { automation: true, backPort: true, longLived: true };
    expect(leftOut(all)).toBe('automation');
    expect(leftOut({ ...all, automation: false })).toBe('back-port');
    expect(leftOut({ longLived: true })).toBe('long-lived-branch');
    expect(leftOut({})).toBeNull();
  });
});

describe('the size', () => {
  const size = (over: Partial<PullRequestInput>) => {
    const { lines, files } = pullRequestFact({ ...storedPullRequest(), ...plain, ...over });
    return [lines, files];
  };

  it('is that of the files, without generated ones, where they are known', () => {
    const changes = [
      { path: 'src/till.ts', additions: 9, deletions: 3 },
      { path: 'package-lock.json', additions: 900, deletions: 300 },
    ];
    expect(size({ changes })).toEqual([12, 1]);
  });

  it('is what the forge counts, where they are not', () => {
    expect(size({ changes: null })).toEqual([40, 3]);
  });
});

it('who made a review is never guessed', () => {
  const reviews = [{ id: 'r1', account: null, state: 'approved', submittedAt: 0 } as const];
  const input = { ...storedPullRequest({ forge: { reviews } }), ...plain };
  expect(() => pullRequestFact(input)).toThrow('without somebody who made it');
});

it("a check by the owner is one of an agent's work alone", () => {
  const reviews = [{ id: 'r1', account: null, state: 'approved', submittedAt: 7 } as const];
  const input: PullRequestInput = {
    ...storedPullRequest({ forge: { reviews } }),
    ...plain,
    reviewers: ['owner'],
  };
  expect(pullRequestFact({ ...input, agent: true }).ownerCheckedAt).toBe(7);
  expect(pullRequestFact(input).ownerCheckedAt).toBeNull();
});

describe('a branch of many', () => {
  const own = (index: number, authors: number): OwnCommit => {
    const { sha, author, authoredAt, committedAt, message } = commit(`c${index}`, {
      author: { name: 'Ada', email: `Dev${index % authors}@example.com` },
    });
    return { sha, author, authoredAt, committedAt, message, parents: 1 };
  };
  const of = (commits: number, authors: number) =>
    pullRequestFact({
      pullRequest: pullRequest(1),
      commits: Array.from({ length: commits }, (_, index) => own(index, authors)),
      changes: [],
      ...plain,
    }).leftOut;

  it('is more than 200 commits by more than 5 authors, whatever it is called', () => {
    expect(of(201, 6)).toBe('long-lived-branch');
  });

  it('is not many commits of few, nor few of many', () => {
    expect([of(201, 5), of(200, 6)]).toEqual([null, null]);
  });
});

describe('the fact of a direct push', () => {
  const { sha, author, authoredAt, committedAt, message } = commit('abc', {
    authoredAt: Date.UTC(2026, 7, 9),
  });
  const own = { sha, author, authoredAt, committedAt, message, parents: 1 };
  const mainline = { repositoryId: repository.id, position: 3, sha, pullRequestId: null };

  it('says when it landed and that it never was a pull request', () => {
    const fact = directPushFact({
      mainline: { ...mainline, landedBy: 'direct-push' },
      commit: own,
      author: 'email:ada@example.com',
      changes: [{ path: 'a.ts', additions: 2, deletions: 1 }],
    });
    expect(fact).toEqual({
      id: `${repository.id}@abc`,
      repositoryId: repository.id,
      number: null,
      landing: null,
      leftOut: 'direct-push',
      author: 'email:ada@example.com',
      agent: false,
      openedAt: null,
      firstCommitAt: authoredAt,
      readyAt: null,
      firstReviewAt: null,
      ownerCheckedAt: null,
      firstBotResponseAt: null,
      approvedAt: null,
      mergedAt: committedAt,
      closedAt: null,
      deployedAt: null,
      draftInPickup: 0,
      draftInReview: 0,
      draftInMerge: 0,
      lines: 3,
      files: 1,
      ...unreviewed,
    });
  });

  it('of a merged branch without a number knows no first commit', () => {
    const input = { commit: { ...own, parents: 2 }, author: null, changes: null };
    const fact = directPushFact({ mainline: { ...mainline, landedBy: 'branch-merge' }, ...input });
    expect(fact).toMatchObject({ leftOut: 'branch-merge', firstCommitAt: null, lines: null });
  });

  it('is refused for what a pull request brought', () => {
    const input = { commit: own, author: null, changes: null };
    expect(() => directPushFact({ mainline: { ...mainline, landedBy: 'pull-request' }, ...input })).toThrow(
      'landed by a pull request',
    );
  });
});
