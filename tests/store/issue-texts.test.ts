import { expect, test } from 'vitest';
import { derive } from '../../server/ingest/derive.ts';
import { collected } from '../support/collected.ts';
import { FIRST_DAY, issue, project, TRACKER, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { pullRequest, repository } from '../support/rows.ts';

const id = (number: number) => `${TRACKER}:${10_000 + number}`;

async function filled() {
  const store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
  await store.writeIssues(HOLDER, project, {
    issues: [issue(1), issue(2, { typeId: '999', statusId: '4', statusChanges: [] })],
  });
  const named = [1, 2, 3, 4, 5, 6, 7].map((number) =>
    pullRequest(number, { title: `SHOP-1 part ${number}`, headBranch: null }),
  );
  await store.writeRows(HOLDER, repository, { pullRequests: named });
  await derive(store, HOLDER, 'UTC', () => undefined);
  return store;
}

test('of an issue is known what its tracker calls it, by the names of today; of an unknown type nothing', async () => {
  const store = await filled();
  const texts = await store.issueTexts([id(1), id(2), id(3)]);
  expect(texts.get(id(1))).toEqual({
    ...{
      key: 'SHOP-1',
      title: 'Work 1',
      projectKey: 'SHOP',
      trackerId: TRACKER,
      url: 'https://jira.example.com',
    },
    ...{ type: 'Story', status: 'Done', deletedAt: null },
  });
  expect(texts.get(id(2))).toMatchObject({ type: null, status: 'In Review' });
  expect(texts.has(id(3))).toBe(false);
});

test('of its pull requests the first five come with their names', async () => {
  const linked = await (await filled()).linkedWork([id(1), id(2)]);
  expect(
    linked
      .get(id(1))
      ?.map(({ name, title }) => [name, title])
      .slice(0, 1),
  ).toEqual([['acme/shop #1', 'SHOP-1 part 1']]);
  expect([linked.get(id(1))?.length, linked.get(id(2))]).toEqual([5, []]);
});

test('how long it was in each status is told by name', async () => {
  const store = await filled();
  expect(
    (await store.statusTimes(id(1))).map(({ status, milliseconds }) => [status, milliseconds / 86_400_000]),
  ).toEqual([
    ['To Do', 1],
    ['In Progress', 3],
  ]);
  expect(await store.statusTimes('nothing')).toEqual([]);
});

test('all keys and titles are handed over, a deleted one as well', async () => {
  const store = await filled();
  const end = { cursor: 'c', coveredUntil: FIRST_DAY, limits: [], present: new Set([id(1)]) };
  await store.endProjectWalk(HOLDER, project, end);
  expect((await store.issueTexts([id(2)])).get(id(2))?.deletedAt).toBe(FIRST_DAY);
  expect((await collected(store.allIssueTitles())).flat()).toMatchObject([
    { id: id(1), projectId: project.id, title: 'SHOP-1 Work 1' },
    { id: id(2), title: 'SHOP-2 Work 2' },
  ]);
});
