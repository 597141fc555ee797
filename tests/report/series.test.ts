import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { SeriesAnswer } from '../../server/contract/series.ts';
import type { View } from '../../server/contract/view.ts';
import { usualView } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { metrics } from '../../server/metrics/register.ts';
import { mergedPullRequests } from '../../server/metrics/throughput.ts';
import { weeklyItems } from '../../server/metrics/weekly-items.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { pointOf } from '../../server/report/points.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { fact, fresh, heldOf, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { repository } from '../support/rows.ts';

const WEEK = 7 * DAY;
const TILL = 'git:example.com/acme/till';

/** `perWeek` merged pull requests in each of the weeks first..last (0 is that of MONDAY), `hours` long and `lines` large. */
function steady(
  first: number,
  last: number,
  perWeek: number,
  over: { hours?: number; lines?: number } & Partial<PullRequestFact> = {},
): PullRequestFact[] {
  const { hours = 24, ...rest } = over;
  return Array.from({ length: (last - first + 1) * perWeek }, (_, index) => {
    const mergedAt = MONDAY + (first + Math.floor(index / perWeek)) * WEEK + (index % perWeek) * HOUR;
    const number = (first + 500) * 1000 + index;
    return fact(number, { mergedAt, firstCommitAt: mergedAt - hours * HOUR, ...rest });
  });
}

/** Everything of `facts` is covered until Wednesday of week `running`. */
function ask(
  facts: readonly PullRequestFact[],
  running: number,
  measure: string,
  view: View = {},
): SeriesAnswer {
  return seriesAnswer(heldOf(facts, [fresh(MONDAY + running * WEEK + 2 * DAY)]), measure, view);
}

describe('a series', () => {
  it('fits its contract for every measure and state of data', () => {
    for (const { definition } of metrics) {
      for (const facts of [[], steady(0, 3, 2), steady(0, 30, 9), [push('abc')]]) {
        expect(Value.Errors(SeriesAnswer, ask(facts, 31, definition.id))).toEqual([]);
      }
    }
  });

  it('echoes the question with every default filled in, and how far the data reach', () => {
    const answer = ask(steady(0, 3, 6), 4, 'cycle-time');
    expect(answer.asked).toEqual({ ...usualView, by: 'merge' });
    expect(answer.dataUntil).toBe('2026-09-09T09:00:00Z');
    expect(answer.generation).toBe(1);
  });

  it('has the week that the data end in last and apart', () => {
    const { points } = ask(steady(0, 4, 6), 4, 'merged-pull-requests').data;
    expect(points.map(({ week, running }) => [week, running])).toEqual([
      ['2026-08-10', false],
      ['2026-08-17', false],
      ['2026-08-24', false],
      ['2026-08-31', false],
      ['2026-09-07', true],
    ]);
  });

  it('counts full weeks only, in n as in the coverage', () => {
    const { n, coverage } = ask(steady(0, 4, 6), 4, 'cycle-time').data;
    expect([n, coverage]).toEqual([24, 'All 24 merged pull requests.']);
  });

  it.each([
    ['12w', 13],
    ['26w', 27],
    ['52w', 53],
    ['104w', 105],
    ['all', 121],
  ] as const)('of %s has that many full weeks before the running one', (window, points) => {
    expect(ask(steady(0, 120, 1), 120, 'cycle-time', { window }).data.points).toHaveLength(points);
  });

  it('says so when it shows fewer weeks than there are', () => {
    const answer = ask([fact(1), fact(2, { mergedAt: MONDAY + 500 * WEEK })], 500, 'batch-size', {
      window: 'all',
    });
    expect(answer.data.points).toHaveLength(401);
    expect(answer.warnings).toContainEqual({
      code: 'weeks-cut',
      message: 'Only the last 400 of 500 weeks are shown.',
    });
  });

  it('has no weeks from before the first thing known, even a pushed commit', () => {
    const facts = [push('abc', { mergedAt: MONDAY - 2 * WEEK }), ...steady(0, 2, 6)];
    const { points } = ask(facts, 3, 'merged-pull-requests').data;
    expect(points.map(({ week, value }) => [week, value])).toEqual([
      ['2026-07-27', 0],
      ['2026-08-03', 0],
      ['2026-08-10', 6],
      ['2026-08-17', 6],
      ['2026-08-24', 6],
      ['2026-08-31', 0],
    ]);
  });

  it('has a gap where nothing was merged, and a true 0 only where things are counted', () => {
    const facts = [...steady(0, 0, 6), ...steady(2, 2, 3), ...steady(3, 3, 6)];
    const durations = ask(facts, 4, 'cycle-time').data.points;
    expect(durations.map(({ state, value, n }) => [state, value, n])).toEqual([
      ['value', 24, 6],
      ['empty', null, 0],
      ['too-few', null, 3],
      ['value', 24, 6],
      ['empty', null, 0],
    ]);
    const counts = ask(facts, 4, 'merged-pull-requests').data.points;
    expect(counts.map(({ state, value }) => [state, value])).toEqual([
      ['value', 6],
      ['value', 0],
      ['value', 3],
      ['value', 6],
      ['value', 0],
    ]);
  });

  it('counts what it leaves out beside it, by reason', () => {
    const facts = [
      ...steady(0, 0, 6),
      ...steady(0, 0, 2, { leftOut: 'automation' }).map((one) => ({ ...one, id: `bot ${one.id}` })),
      fact(1, { leftOut: 'long-lived-branch' }),
      fact(2, { firstCommitAt: null }),
      push('a'),
      push('b', { leftOut: 'branch-merge' }),
    ];
    const { data } = ask(facts, 1, 'cycle-time');
    expect(data.points[0]).toMatchObject({ n: 6, of: 10 });
    expect(data.coverage).toBe(
      '6 of 10 merged pull requests; 2 by bots, 1 of long-lived branches, 1 without known commits. Beside them 1 direct push and 1 branch merge without a pull request.',
    );
    expect(data.leftOut.map(({ reason, sentence }) => [reason, sentence])).toEqual([
      ['automation', '2 pull requests by bots'],
      ['long-lived-branch', '1 merge of long-lived branches'],
      ['no-value', '1 pull request without known commits'],
      ['direct-push', '1 direct push, which never was a pull request'],
      ['branch-merge', '1 branch merge without a pull request number'],
    ]);
  });

  it('has the middle half beside a median and nothing beside other percentiles', () => {
    const facts = [4, 8, 12, 16, 20, 24, 28, 32, 36].flatMap((hours, number) =>
      steady(0, 0, 1, { hours, id: String(number) }),
    );
    expect(ask(facts, 1, 'cycle-time').data.points[0]).toMatchObject({ value: 20, low: 12, high: 28 });
    const p75 = ask(facts, 1, 'cycle-time', { stat: 'p75' }).data.points[0];
    expect(p75).toMatchObject({ value: 28, low: null, high: null });
  });

  it('belongs to the weeks of the zone', () => {
    const sunday = [fact(1, { mergedAt: Date.UTC(2026, 7, 9, 22, 30) })];
    const until = [fresh(MONDAY + WEEK)];
    const weekIn = (zone: string) =>
      seriesAnswer(heldOf(sunday, until, zone), 'merged-pull-requests', {}).data.points[0]?.week;
    expect([weekIn('UTC'), weekIn('Europe/Berlin')]).toEqual(['2026-08-03', '2026-08-10']);
  });

  it('may be of one repository', () => {
    const facts = [
      ...steady(0, 3, 6),
      ...steady(0, 3, 7, { repositoryId: TILL }).map((one) => ({ ...one, id: `till ${one.id}` })),
    ].map((one, index) => ({ ...one, person: `p${index % 6}` }));
    const until = MONDAY + 4 * WEEK;
    const held = heldOf(facts, [fresh(until), fresh(until, { repositoryId: TILL, name: 'acme/till' })]);
    const merged = (view: View) => seriesAnswer(held, 'merged-pull-requests', view).data.n;
    expect([merged({ repo: repository.id }), merged({ repo: TILL }), merged({})]).toEqual([24, 28, 52]);
  });

  it('does not hold facts of a repository that was never read to its end', () => {
    const facts = [...steady(0, 3, 6), fact(1, { repositoryId: TILL })];
    expect(ask(facts, 4, 'merged-pull-requests').data.n).toBe(24);
  });
});

describe('a grouping', () => {
  const opened = steady(1, 3, 6).map((one) => ({ ...one, openedAt: (one.mergedAt ?? 0) - WEEK }));

  it('by opening falls back to the merge where no opening is known, and says so', () => {
    const answer = ask(steady(0, 3, 6), 4, 'cycle-time', { by: 'opening' });
    expect(answer.asked.by).toBe('merge');
    expect(answer.warnings.map(({ code }) => code)).toEqual(['opening-unknown']);
    expect(answer.data.howToRead).toContain('by week of merge');
  });

  it('is by opening where openings are known, and warns of the right edge', () => {
    const answer = ask(opened, 4, 'cycle-time');
    expect(answer.asked.by).toBe('opening');
    expect(answer.data.points.map(({ n }) => n)).toEqual([6, 6, 6, 0, 0]);
    expect(answer.warnings.map(({ code }) => code)).toEqual(['open-work-missing']);
    expect(answer.data.howToRead).toContain('by week of opening, once merged');
    expect(ask(opened, 4, 'cycle-time', { by: 'merge' }).data.points.map(({ n }) => n)).toEqual([
      0, 6, 6, 6, 0,
    ]);
  });

  it('by opening counts those of unknown opening in a warning, and pushes in the week they landed', () => {
    const answer = ask([...opened, fact(7), push('abc', { mergedAt: MONDAY + WEEK })], 4, 'cycle-time');
    expect(answer.warnings.map(({ message }) => message)).toContain(
      '1 merged pull request of unknown opening not in this figure: group by merge to see all.',
    );
    expect(answer.data.leftOut).toEqual([
      { reason: 'direct-push', count: 1, sentence: '1 direct push, which never was a pull request' },
    ]);
  });

  it('of throughput is always by merge, and it has no percentile', () => {
    const answer = ask(opened, 4, 'merged-pull-requests', { by: 'opening', stat: 'p75' });
    expect(answer.asked.by).toBe('merge');
    expect(answer.warnings.map(({ code }) => code)).toEqual(['merge-week-only', 'stat-not-used']);
    expect(ask(opened, 4, 'merged-pull-requests').warnings).toEqual([]);
  });
});

describe('a warning', () => {
  it('names repositories that are behind the freshest by more than two days', () => {
    const until = MONDAY + 4 * WEEK;
    const held = heldOf(steady(0, 3, 6), [
      fresh(until),
      fresh(until - 2 * DAY, { repositoryId: 'git:a', name: 'acme/desk' }),
      fresh(until - 2 * DAY - 1, { repositoryId: TILL, name: 'acme/till' }),
    ]);
    expect(seriesAnswer(held, 'batch-size', { by: 'merge' }).warnings).toEqual([
      { code: 'repository-behind', message: '1 repository behind: acme/till, data to 5 Sep' },
    ]);
  });

  it('says each limit once, with the repositories that have it', () => {
    const shallow = 'Shallow clone: history begins 1 Jan 2026.';
    const names = ['acme/a', 'acme/b', 'acme/c', 'acme/d', 'acme/e'];
    const held = heldOf(
      steady(0, 3, 6),
      names.map((name) => fresh(MONDAY + 4 * WEEK, { repositoryId: name, name, limits: [shallow] })),
    );
    expect(seriesAnswer(held, 'merged-pull-requests', {}).warnings).toEqual([
      { code: 'repository-limit', message: `acme/a, acme/b, acme/c, and 2 others: ${shallow}` },
    ]);
  });

  it('counts what is dated after the data end', () => {
    const answer = ask(
      [...steady(0, 3, 6), push('late', { mergedAt: Date.UTC(2099, 0, 1) })],
      4,
      'batch-size',
      { by: 'merge' },
    );
    expect(answer.warnings.map(({ code }) => code)).toEqual(['dated-after-data']);
    expect(answer.data.points).toHaveLength(5);
  });
});

describe('a question that cannot be answered', () => {
  const held = heldOf(steady(0, 3, 6), [fresh(MONDAY + 4 * WEEK)]);
  const refused = (measure: string, view: View) => {
    try {
      seriesAnswer(held, measure, view);
    } catch (error) {
      if (error instanceof QuestionError) return [error.code, error.field, error.allowed];
      throw error;
    }
    return 'answered';
  };

  it('names what is unknown and what is allowed', () => {
    expect(refused('velocity', {})).toEqual([
      'unknown-measure',
      'measure',
      metrics.map(({ definition }) => definition.id),
    ]);
    expect(refused('cycle-time', { repo: TILL })).toEqual(['unknown-repository', 'repo', [repository.id]]);
    const odd: View = {};
    Reflect.set(odd, 'window', '9w');
    expect(refused('cycle-time', odd)).toEqual([
      'unknown-filter',
      'window',
      ['12w', '26w', '52w', '104w', 'all'],
    ]);
  });
});

it('no number that is not finite leaves the report', () => {
  const wrong = { state: 'value', value: Number.NaN, middleHalf: null, n: 6 } as const;
  const snapshot = snapshotOf([fact(1)]);
  const selection = { repositories: Uint8Array.of(1), deploying: Uint8Array.of(0), teams: null };
  const items = weeklyItems(snapshot, mergedPullRequests, { ...selection, from: 0, to: 1, by: 'merge' });
  const found = { items, roster: null, isYoung: () => false };
  expect(() => pointOf(0, mergedPullRequests, wrong, found, false)).toThrow('NaN');
});
