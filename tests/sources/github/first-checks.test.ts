import { expect, test } from 'vitest';
import { commit, type FakeChecks } from '../../support/github/commit.ts';
import { pullRequest } from '../../support/github/pull-request.ts';
import { repository } from '../../support/github/repository.ts';
import { acme, startedGithub } from '../../support/github/started.ts';
import { read } from './read.ts';

/** A pull request whose commits had these checks, in their order. */
function checked(number: number, checks: readonly (FakeChecks | null)[]) {
  const commits = checks.map((one, index) =>
    commit({ message: `Step ${number} ${index}`, authoredDate: '2025-03-03T08:00:00Z', checks: one }),
  );
  return pullRequest({ number, commits });
}

test('The checks of the first commit that had any are read, whatever the last ones say', async () => {
  const pullRequests = [
    checked(1, [null, 'FAILURE', 'SUCCESS']),
    checked(2, ['SUCCESS', 'FAILURE']),
    checked(3, [null, null]),
    checked(4, ['PENDING']),
    checked(5, [...Array<null>(10).fill(null), 'FAILURE']),
  ];
  const shop = repository({ owner: 'acme', name: 'shop', databaseId: 10, pullRequests });
  const fake = await startedGithub({ organisations: [acme(shop)] });
  const { rows } = await read(fake);
  const told = [...rows.pullRequests.values()].toSorted((one, other) => one.number - other.number);
  expect(told.map(({ forge }) => [forge?.firstChecks, forge?.checks])).toEqual([
    ['failure', 'success'],
    ['success', 'failure'],
    ['none', 'none'],
    ['pending', 'pending'],
    // It is not among the first ten.
    [null, 'failure'],
  ]);
});
