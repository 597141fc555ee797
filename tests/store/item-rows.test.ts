import { expect, it } from 'vitest';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { commit, pullRequest, repository } from '../support/rows.ts';

it('titles of pull requests and first lines of pushes are read by their ids; what is not there is left out', async () => {
  const store = await openTestStore();
  await store.writeRows(HOLDER, repository, {
    pullRequests: [pullRequest(1, { title: 'Fix the till' }), pullRequest(2)],
    commits: [commit('abc', { message: 'Push this\n\nat once' })],
  });
  const ids = [
    `${repository.id}#1`,
    `${repository.id}@abc`,
    `${repository.id}#9`,
    `${repository.id}@nothing`,
    'nonsense',
  ];
  expect(await store.itemTitles(ids)).toEqual(
    new Map([
      [`${repository.id}#1`, 'Fix the till'],
      [`${repository.id}@abc`, 'Push this'],
    ]),
  );
});
