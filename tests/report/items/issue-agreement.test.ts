import { describe, expect, it } from 'vitest';
import {
  IssueMeasure,
  IssueReason,
  type IssuesAnswer,
  type IssuesView,
} from '../../../server/contract/issue-items.ts';
import type { View } from '../../../server/contract/view.ts';
import { metrics } from '../../../server/metrics/register.ts';
import { issueWhyAnswer } from '../../../server/report/items/issue-why.ts';
import { issuesAnswer } from '../../../server/report/items/issues-answer.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { withoutTitles } from '../../support/item-titles.ts';
import { randomIssues } from '../../support/random-issues.ts';

const measures = IssueMeasure.enum;
const views: View[] = [{}, { by: 'merge' }, { window: '12w', hours: 'working' }, { team: ['pay'] }];

async function listed(held: Held, view: IssuesView): Promise<IssuesAnswer['data']> {
  return (await issuesAnswer(held, withoutTitles(), view)).data;
}

/** All pages of a list. */
async function everyId(held: Held, view: IssuesView): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await listed(held, { ...view, ...(cursor !== '' && { cursor }), limit: '17' });
    ids.push(...page.issues.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
}

/** What the figure counts in all weeks together; open work stands in several of them. */
async function countedSomewhere(held: Held, measure: IssueMeasure): Promise<Set<string>> {
  const { data } = seriesAnswer(held, measure, { window: 'all' });
  const weeks = data.definition.weeks === 'end' ? data.points.map(({ week }) => ({ week })) : [{}];
  const ids = weeks.map((week) => everyId(held, { ...week, measure, window: 'all' }));
  return new Set((await Promise.all(ids)).flat());
}

it('every measure of issues has a list', () => {
  const ofIssues = metrics.filter(({ definition }) => definition.items === 'issues');
  expect(ofIssues.map(({ definition }) => definition.id).sort()).toEqual([...measures].sort());
});

describe.each([1, 2, 3])('the issues of organisation %i', (seed) => {
  const held = randomIssues(seed);

  it.each(measures)('behind every point of %s are as many as its n', async (measure) => {
    for (const view of views) {
      const { data } = seriesAnswer(held, measure, view);
      const counts = await Promise.all(
        data.points.map(async ({ week }) => (await listed(held, { ...view, measure, week })).count),
      );
      expect(counts).toEqual(data.points.map(({ n }) => n));
      expect(Math.max(...counts), 'some point must have issues').toBeGreaterThan(0);
    }
  });

  it.each(measures)(
    'behind the figure of %s are its n, and what is left out of it by each reason',
    async (measure) => {
      for (const view of views) {
        const { data } = seriesAnswer(held, measure, view);
        const { count, running } = await listed(held, { ...view, measure });
        expect(count - running).toBe(data.n);
        const owed = new Map<string, number>();
        for (const { reason, count: many } of data.leftOut) owed.set(reason, (owed.get(reason) ?? 0) + many);
        for (const leftOut of IssueReason.enum) {
          if (data.definition.weeks === 'end' && leftOut !== 'no-value') continue;
          const beside = await listed(held, { ...view, measure, leftOut });
          expect([leftOut, beside.count - beside.running]).toEqual([leftOut, owed.get(leftOut) ?? 0]);
        }
      }
    },
  );

  it('are said to count in a measure exactly when it counts them', async () => {
    const counted = new Map<IssueMeasure, Set<string>>();
    for (const measure of measures) counted.set(measure, await countedSomewhere(held, measure));
    for (const id of await everyId(held, { window: 'all' })) {
      for (const { measure, standing, sentence } of issueWhyAnswer(held, { id }, []).data.measures) {
        expect([id, measure, standing === 'counted'], sentence).toEqual([
          id,
          measure,
          counted.get(measure)?.has(id),
        ]);
        expect(sentence.startsWith('Counts in'), sentence).toBe(standing === 'counted');
      }
    }
  });

  it('stand in one order whatever the page, and back again', async () => {
    for (const sort of ['created', 'finished', 'issue-cycle-time', 'flow-efficiency'] as const) {
      const view = { sort, window: 'all' as const };
      const whole = (await listed(held, { ...view, limit: '200' })).issues.map(({ id }) => id);
      expect((await everyId(held, view)).slice(0, 200)).toEqual(whole);
      const second = await listed(held, {
        ...view,
        limit: '17',
        cursor: (await listed(held, { ...view, limit: '17' })).next ?? '',
      });
      const back = await listed(held, { ...view, limit: '17', cursor: second.previous ?? '' });
      expect(back.issues.map(({ id }) => id)).toEqual(whole.slice(0, 17));
    }
  });
});
