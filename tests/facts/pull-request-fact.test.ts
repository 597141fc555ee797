import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  directPushFact,
  type PullRequestFact,
  pullRequestFact,
} from '../../server/facts/pull-request-fact.ts';
import type { OwnCommit, PullRequestInput } from '../../server/facts/pull-request-input.ts';
import { commit, pullRequest, repository } from '../support/rows.ts';

const GOLDEN = new URL('../golden/', import.meta.url);

type Golden = { says: string; input: PullRequestInput; fact: PullRequestFact };

/** Instants are ISO in the files, for people. */
function golden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(name, GOLDEN), 'utf8'), (key, value: unknown) =>
    key.endsWith('At') && typeof value === 'string' ? Date.parse(value) : value,
  );
}

const files = readdirSync(GOLDEN).filter((name) => /^facts-.*\.json$/.test(name));

describe('the fact of a pull request', () => {
  it('has golden cases', () => {
    expect(files.length).toBeGreaterThanOrEqual(12);
  });

  it.each(files.map((name) => ({ name, ...golden(name) })))('$name: $says', ({ input, fact }) => {
    expect(pullRequestFact(input)).toEqual(fact);
  });
});

describe('a branch of many', () => {
  const own = (index: number, authors: number): OwnCommit => {
    const { sha, author, authoredAt, committedAt } = commit(`c${index}`, {
      author: { name: 'Ada', email: `Dev${index % authors}@example.com` },
    });
    return { sha, author, authoredAt, committedAt, parents: 1 };
  };
  const of = (commits: number, authors: number) =>
    pullRequestFact({
      pullRequest: pullRequest(1),
      commits: Array.from({ length: commits }, (_, index) => own(index, authors)),
      changes: [],
      automation: false,
      longLived: false,
    }).leftOut;

  it('is more than 200 commits by more than 5 authors, whatever it is called', () => {
    expect(of(201, 6)).toBe('long-lived-branch');
  });

  it('is not many commits of few, nor few of many', () => {
    expect([of(201, 5), of(200, 6)]).toEqual([null, null]);
  });
});

describe('the fact of a direct push', () => {
  const { sha, author, authoredAt, committedAt } = commit('abc', { authoredAt: Date.UTC(2026, 7, 9) });
  const own = { sha, author, authoredAt, committedAt, parents: 1 };
  const mainline = { repositoryId: repository.id, position: 3, sha, pullRequestId: null };

  it('says when it landed and that it never was a pull request', () => {
    const fact = directPushFact({
      mainline: { ...mainline, landedBy: 'direct-push' },
      commit: own,
      changes: [{ path: 'a.ts', additions: 2, deletions: 1 }],
    });
    expect(fact).toEqual({
      id: `${repository.id}@abc`,
      repositoryId: repository.id,
      number: null,
      landing: null,
      leftOut: 'direct-push',
      author: 'ada@example.com',
      openedAt: null,
      firstCommitAt: authoredAt,
      mergedAt: committedAt,
      lines: 3,
      files: 1,
    });
  });

  it('of a merged branch without a number knows no first commit', () => {
    const input = { commit: { ...own, parents: 2 }, changes: null };
    const fact = directPushFact({ mainline: { ...mainline, landedBy: 'branch-merge' }, ...input });
    expect(fact).toMatchObject({ leftOut: 'branch-merge', firstCommitAt: null, lines: null });
  });

  it('is refused for what a pull request brought', () => {
    const input = { commit: own, changes: null };
    expect(() => directPushFact({ mainline: { ...mainline, landedBy: 'pull-request' }, ...input })).toThrow(
      'landed by a pull request',
    );
  });
});
