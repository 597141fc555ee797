import { createHash } from 'node:crypto';

export type FakeChecks = 'SUCCESS' | 'FAILURE' | 'PENDING';

export type FakeCommit = {
  oid: string;
  message: string;
  authoredDate: string;
  committedDate: string;
  /** `login`: the account that the e-mail belongs to; null: none. */
  author: { name: string; email: string; login: string | null };
  committer: { name: string; email: string };
  /** Null: it had no checks. */
  checks: FakeChecks | null;
};

/** A commit id made of words, the same on every run. */
export function oidOf(...words: (string | number)[]): string {
  return createHash('sha1').update(words.join(' ')).digest('hex');
}

/** A commit with whatever is not said filled in. */
export function commit(given: Partial<FakeCommit> & { message: string; authoredDate: string }): FakeCommit {
  return {
    oid: oidOf(given.message, given.authoredDate),
    committedDate: given.authoredDate,
    author: { name: 'Ada', email: 'ada@example.com', login: 'ada' },
    committer: { name: 'GitHub', email: 'noreply@example.com' },
    checks: null,
    ...given,
  };
}
