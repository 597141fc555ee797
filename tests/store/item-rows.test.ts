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

it('all titles are read in batches, and whoever else waits is served in between', async () => {
  const store = await openTestStore();
  const pullRequests = Array.from({ length: 7000 }, (_, number) => pullRequest(number + 1));
  await store.writeRows(HOLDER, repository, { pullRequests });
  let served = 0;
  const others = setInterval(() => {
    served += 1;
  }, 0);
  const read: string[] = [];
  let batches = 0;
  for await (const batch of store.allTitles()) {
    batches += 1;
    for (const { repositoryId, number, title } of batch) read.push(`${repositoryId}#${number} ${title}`);
  }
  clearInterval(others);
  expect(new Set(read)).toEqual(
    new Set(pullRequests.map(({ number, title }) => `${repository.id}#${number} ${title}`)),
  );
  expect(read).toHaveLength(7000);
  expect(batches).toBe(3);
  expect(served).toBeGreaterThan(0);
});
