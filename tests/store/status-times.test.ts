import { beforeEach, expect, it } from 'vitest';
import { issueFact } from '../../server/facts/issue-fact.ts';
import { DAY } from '../../server/model/instant.ts';
import type { Store } from '../../server/store/open.ts';
import type { FinishedTimes } from '../../server/store/status-times.ts';
import { FIRST_DAY, issue, project, TRACKER, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  await store.writeVocabulary(HOLDER, vocabulary);
  const open = { statusId: '3', statusChanges: [{ at: FIRST_DAY, from: '1', to: '3' }] };
  await store.writeIssues(HOLDER, project, {
    issues: [
      issue(1),
      issue(2, { statusChanges: [{ at: FIRST_DAY + 9 * DAY, from: '1', to: '5' }] }),
      issue(3, { typeId: '101' }),
      issue(4, { ...open, resolutionId: null, resolutionChanges: [] }),
    ],
  });
  await store.deriveIssues(HOLDER, 50, (rows) => {
    const { account: _, placedAt: __, ...fact } = issueFact(rows);
    return { ...fact, author: null, person: null, teams: ['pay'], teamBasis: 'stated' };
  });
});

async function times(from: number, until: number): Promise<FinishedTimes[]> {
  const found: FinishedTimes[] = [];
  for await (const batch of store.finishedTimes(from, until)) found.push(...batch);
  return found;
}

it('times by status are those of issues that were finished within some weeks and take part in measures', async () => {
  expect(await times(FIRST_DAY, FIRST_DAY + 5 * DAY)).toEqual([
    {
      projectId: project.id,
      teams: '["pay"]',
      finishedAt: FIRST_DAY + 4 * DAY,
      times: [
        ['1', DAY],
        ['3', 3 * DAY],
      ],
    },
  ]);
  expect((await times(FIRST_DAY + 5 * DAY, FIRST_DAY + 20 * DAY)).map(({ times: all }) => all)).toEqual([
    [['1', 9 * DAY]],
  ]);
  expect(await times(FIRST_DAY, FIRST_DAY + 4 * DAY)).toEqual([]);
});

it('statuses come with their tracker and what they mean', async () => {
  const found = await store.issueStatuses();
  expect(found.find(({ id }) => id === '4')).toEqual({
    trackerId: TRACKER,
    id: '4',
    name: 'In Review',
    category: 'indeterminate',
    waiting: true,
  });
});
