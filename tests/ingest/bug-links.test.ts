import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { Issue } from '../../server/model/issue.ts';
import type { Store } from '../../server/store/open.ts';
import { issue, project, vocabulary } from '../support/issues.ts';
import { HOLDER, openTestStore } from '../support/open-store.ts';
import { facts, measure, shop } from '../support/organised-store.ts';
import { forgeDetails, pullRequest } from '../support/rows.ts';

const MONDAY = Date.UTC(2026, 7, 10, 9);
const BUG = '102';

let store: Store;
beforeEach(async () => {
  store = await openTestStore();
  const types = [...vocabulary.types, { id: BUG, name: 'Bug', level: 'standard' as const }];
  await store.writeVocabulary(HOLDER, { ...vocabulary, types });
});

async function merge(number: number, day: number, title: string, path = 'src/till.ts'): Promise<void> {
  const mergedAt = MONDAY + day * DAY;
  const files = [{ path, additions: 1, deletions: 0 }];
  const one = pullRequest(number, {
    ...{ id: `${shop.id}#${number}`, repositoryId: shop.id, title, openedAt: mergedAt - HOUR, mergedAt },
    ...{ ownShas: [], landedShas: [], forge: forgeDetails({ files }) },
  });
  await store.writeRows(HOLDER, shop, { pullRequests: [one] });
  await measure(store);
}

async function report(number: number, day: number, over: Partial<Issue>): Promise<void> {
  const bug = issue(number, { typeId: BUG, createdAt: MONDAY + day * DAY, ...over });
  await store.writeIssues(HOLDER, project, { issues: [bug] });
  await measure(store);
}

/** Days after the Monday. */
async function days(field: 'bugLinkedAt' | 'hotfixedAt'): Promise<(number | null)[]> {
  const all = (await facts(store)).toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  return all.map((fact) => {
    const at = fact[field];
    return at === null ? null : (at - MONDAY) / DAY;
  });
}

describe('a bug', () => {
  const caused = { links: [{ kind: 'is caused by', issueId: issue(1).id }] };
  beforeEach(async () => {
    await store.writeIssues(HOLDER, project, { issues: [issue(1)] });
    await merge(1, 0, 'SHOP-1 Open the till');
  });

  it.each([
    ['linked with its issue as the cause', 30, caused, 30],
    ['reported later', 30.01, caused, null],
    ['that was there before', -1, caused, null],
    ['that names the issue in its title', 2, { title: 'SHOP-1 broke the till' }, 2],
    ['linked in another way', 2, { links: [{ kind: 'duplicates', issueId: issue(1).id }] }, null],
    ['that is no bug', 2, { ...caused, typeId: '100' }, null],
  ])('counts for the work %s: %s', async (_, day, over, expected) => {
    await report(7, day, over);
    expect(await days('bugLinkedAt')).toEqual([expected]);
  });

  it('counts from when the tracker calls its type that of a bug, and no longer once it calls it otherwise', async () => {
    const called = async (name: string) => {
      const types = [...vocabulary.types, { id: '103', name, level: 'standard' as const }];
      await store.writeVocabulary(HOLDER, { ...vocabulary, types });
      await measure(store);
      return days('bugLinkedAt');
    };
    await report(7, 3, { ...caused, typeId: '103' });
    expect(await called('Chore')).toEqual([null]);
    expect(await called('Defect')).toEqual([3]);
    expect(await called('Chore')).toEqual([null]);
  });

  it('counts for work that names its issue only afterwards', async () => {
    await merge(2, 1, 'Paint the till', 'src/paint.ts');
    await report(7, 3, caused);
    await merge(2, 1, 'SHOP-1 Paint the till', 'src/paint.ts');
    expect(await days('bugLinkedAt')).toEqual([3, 3]);
  });

  it('counts no longer once it is deleted, or turns out to be none', async () => {
    await report(7, 3, caused);
    await report(7, 3, { ...caused, typeId: '100' });
    expect(await days('bugLinkedAt')).toEqual([null]);
    await report(7, 3, caused);
    expect(await days('bugLinkedAt')).toEqual([3]);
    const present = new Set([issue(1).id]);
    await store.endProjectWalk(HOLDER, project, {
      ...{ cursor: 'x', coveredUntil: MONDAY + 9 * DAY, limits: [], present },
    });
    await measure(store);
    expect(await days('bugLinkedAt')).toEqual([null]);
  });
});

describe('work that names a bug', () => {
  it('is a hotfix of what was merged before the bug was reported, and of nothing after', async () => {
    await merge(1, 0, 'Open the till');
    await merge(2, 2, 'Paint the till');
    await merge(3, 4, 'SHOP-7 Open it again');
    expect(await days('hotfixedAt')).toEqual([null, null, null]);
    await report(7, 1, {});
    expect(await days('hotfixedAt')).toEqual([4, null, null]);
  });
});
