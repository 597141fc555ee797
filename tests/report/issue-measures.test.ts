import { describe, expect, it } from 'vitest';
import type { IssueFact } from '../../server/facts/issue-fact.ts';
import { metrics } from '../../server/metrics/register.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import type { RosterSpell } from '../../server/model/roster.ts';
import { weekTable } from '../../server/model/week.ts';
import { seriesCsv } from '../../server/report/export-csv.ts';
import type { Held } from '../../server/report/live.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../support/issue-facts.ts';

const WEEK = 7 * DAY;
const UNTIL = MONDAY + 30 * WEEK;
const PEOPLE = Array.from({ length: 8 }, (_, number) => `p${number}`);
const ROSTER: RosterSpell[] = PEOPLE.map((person) => ({
  person,
  teamId: 'pay',
  basis: 'stated',
  from: -Infinity,
  to: Infinity,
}));

/** Six issues in each of thirty weeks, of eight people of one team; two days in progress, three from the creation. */
const issues = Array.from({ length: 180 }, (_, number) =>
  issueFactOf(number, {
    finishedAt: MONDAY + Math.floor(number / 6) * WEEK + (number % 6) * 7 * HOUR,
    person: PEOPLE[number % 8] ?? null,
    teams: ['pay'],
    teamBasis: 'stated',
  }),
);
const work = Array.from({ length: 60 }, (_, number) =>
  forgeFact(number, {
    mergedAt: MONDAY + Math.floor(number / 2) * WEEK,
    person: PEOPLE[number % 8] ?? null,
    teams: ['pay'],
    teamBasis: 'stated',
  }),
);

function held(facts: readonly IssueFact[] = issues, projects = [freshProject(UNTIL)]): Held {
  return withIssues(heldOf(work, [freshForge(UNTIL)], 'UTC', ['pay'], ROSTER), facts, projects);
}

const ask = (measure: string, of = held(), view = {}) => seriesAnswer(of, measure, view).data;
const ofIssues = metrics.filter(({ definition }) => definition.items === 'issues');

describe('issues finished', () => {
  it('are counted by the week of their finish', () => {
    const { points, finding, coverage, n } = ask('issues-finished');
    // Data begin with the first creation, in the week before.
    expect(points.map(({ value }) => value)).toEqual([0, ...Array(30).fill(6), 0]);
    expect(finding).toBe('72 issues finished in the last 12 full weeks; 72 in the 12 weeks before');
    expect([n, coverage]).toEqual([180, 'All 180 finished issues.']);
  });

  it('count where they were never in progress, and say how many those are', () => {
    const some = issues.map((one, number) => (number % 6 === 0 ? { ...one, startedAt: null } : one));
    expect(ask('issues-finished', held(some)).coverage).toBe(
      'All 180 finished issues. 30 of the 180 never in progress.',
    );
  });

  it('have epics, sub-tasks and deleted ones beside them', () => {
    const apart = (['epic', 'sub-task', 'sub-task', 'deleted'] as const).map((leftOut, number) =>
      issueFactOf(500 + number, { leftOut, finishedAt: MONDAY + WEEK }),
    );
    const { coverage, points, leftOut } = ask('issues-finished', held([...issues, ...apart]));
    expect(coverage).toBe('180 of 184 finished issues; 1 an epic, 2 sub-tasks, 1 deleted since.');
    expect(points[2]).toMatchObject({ value: 6, of: 10 });
    expect(leftOut.map(({ reason, sentence }) => [reason, sentence])).toEqual([
      ['epic', '1 epic'],
      ['sub-task', '2 sub-tasks'],
      ['deleted', '1 issue deleted since'],
    ]);
  });

  it('are divided by the roster, which is that of pull requests', () => {
    const nobodys = issueFactOf(900, { finishedAt: MONDAY + WEEK, person: null });
    const { points, coverage, finding } = ask('issues-finished-per-person', held([...issues, nobodys]));
    expect(points[2]).toMatchObject({ value: 6 / 8, n: 6, of: 7, people: 8 });
    expect(coverage).toContain('180 of 181 finished issues; 1 by nobody on a roster.');
    expect(finding).toMatch(/^0\.75 issues per person finished a week in the last 12 full weeks; 0\.75 in/);
    expect(points.slice(1).map(({ people }) => people)).toEqual(
      ask('merged-per-person')
        .points.slice(-31)
        .map(({ people }) => people),
    );
  });

  it('are divided by people known from pull requests alone, too', () => {
    const assumed = ROSTER.map((spell) => ({ ...spell, basis: 'assumed' as const }));
    const few = issues.filter(({ person }) => person === 'p1' || person === 'p2');
    const { points } = ask('issues-finished-per-person', { ...held(few), roster: assumed });
    expect(points.at(-2)?.people).toBe(8);
  });
});

it('who is assumed on a roster is so since their first issue was started, not since it was created', () => {
  const assumed = ROSTER.map((spell) => ({ ...spell, basis: 'assumed' as const }));
  const late = issues.map((one) =>
    one.person === 'p1'
      ? { ...one, createdAt: MONDAY, startedAt: Math.max(one.startedAt ?? 0, MONDAY + 9 * WEEK) }
      : one,
  );
  const alone = heldOf([], [freshForge(UNTIL)], 'UTC', ['pay'], assumed);
  const { points } = ask('issues-finished-per-person', withIssues(alone, late, [freshProject(UNTIL)]));
  const people = (week: number) =>
    points.find((point) => point.week === weekOf(MONDAY + week * WEEK))?.people;
  expect([people(8), people(10)]).toEqual([7, 8]);
});

describe('the time that issues take', () => {
  it('runs from the start, or from the creation, to the finish', () => {
    expect(ask('issue-cycle-time').points[3]).toMatchObject({ value: 48, n: 6, of: 6 });
    expect(ask('issue-lead-time', held(), { by: 'merge' }).points[3]).toMatchObject({ value: 72 });
    expect(ask('issue-cycle-time').finding).toBe(
      'Half of issues were finished within 2 days of their start; 2 in the 12 weeks before',
    );
  });

  it('is unknown of what was never in progress, which is not zero', () => {
    const some = issues.map((one, number) => (number % 6 === 0 ? { ...one, startedAt: null } : one));
    const { points, coverage } = ask('issue-cycle-time', held(some));
    expect(points[3]).toMatchObject({ value: 48, n: 5, of: 6 });
    expect(coverage).toContain('150 of 180 finished issues; 30 never in progress.');
  });

  it('from the creation has what is not finished as waiting', () => {
    const open = Array.from({ length: 20 }, (_, number) =>
      issueFactOf(700 + number, { finishedAt: null, startedAt: null, createdAt: MONDAY + 4 * WEEK }),
    );
    const point = ask('issue-lead-time', held([...issues, ...open])).points.find(
      ({ week }) => week === weekOf(MONDAY + 4 * WEEK),
    );
    expect(point).toMatchObject({ state: 'not-reached', open: 20, value: null });
  });

  it('from the start belongs to the week of the finish, whatever is asked', () => {
    const { asked, warnings, data } = seriesAnswer(held(), 'issue-cycle-time', { by: 'opening' });
    expect([asked.by, warnings.map(({ code }) => code)]).toEqual(['merge', ['merge-week-only']]);
    expect(data.howToRead).toContain('by week of finish');
    expect(seriesAnswer(held(), 'issue-cycle-time', {}).warnings).toEqual([]);
  });

  it('is in hand for a share of it', () => {
    const { points, finding } = ask('flow-efficiency');
    expect(points[3]).toMatchObject({ value: 0.75, n: 6 });
    expect(finding).toBe(
      'Half of issues were in hand for at most 75 % of the time from start to finish; 75 % in the 12 weeks before',
    );
    const gone = issues.map((one) => ({ ...one, activeTime: null, waitingTime: null }));
    expect(ask('flow-efficiency', held(gone)).points[3]).toMatchObject({ state: 'empty', value: null });
  });
});

describe('issues in progress', () => {
  const open = Array.from({ length: 9 }, (_, number) =>
    issueFactOf(800 + number, {
      finishedAt: null,
      createdAt: MONDAY + 10 * WEEK,
      startedAt: number < 3 ? null : MONDAY + 12 * WEEK + number * DAY,
      declinedAt: number === 8 ? MONDAY + 20 * WEEK : null,
    }),
  );

  it('are those that are started and neither finished nor closed at the end of a week', () => {
    const { points, coverage } = ask('issues-in-progress', held(open));
    const at = (week: number) => points.find((point) => point.week === weekOf(MONDAY + week * WEEK))?.value;
    // Four are started until the Sunday, the others in the week after, and one is closed.
    expect([at(11), at(12), at(13), at(19), at(20)]).toEqual([0, 4, 6, 6, 5]);
    expect(coverage).toBe('At the end of the last full week: 5 of 8 open issues; 3 not started.');
  });

  it('are as old as the time since they were started', () => {
    const { points } = ask('age-of-issues-in-progress', held(open));
    const point = points.find(({ week }) => week === weekOf(MONDAY + 19 * WEEK));
    // Started three to eight days after a Monday at nine, the middle of which is five and a half.
    expect(point?.value).toBeCloseTo(8 * 7 * 24 - 9 - 5.5 * 24, 6);
  });
});

describe('what cannot be known of issues', () => {
  it.each(ofIssues)('is said where no tracker is connected: $definition.id', ({ definition }) => {
    const { unknowable, finding, howToRead, points } = ask(definition.id, held([], []));
    expect([unknowable, finding, points]).toEqual(['no-tracker', 'No issue tracker is connected', []]);
    expect(howToRead).toContain('uptake ingest jira');
  });

  it.each(ofIssues)('is told apart by no repository: $definition.id', ({ definition }) => {
    const { unknowable, points } = ask(definition.id, held(), { repo: FORGE });
    expect([unknowable, points]).toEqual(['not-by-repository', []]);
  });

  it.each(ofIssues)('is not shown of a team of fewer than five people: $definition.id', ({ definition }) => {
    const few = issues.map((one) => ({ ...one, person: one.person === 'p1' ? 'p1' : 'p2' }));
    const { unknowable, finding, points, n } = ask(definition.id, held(few), { team: ['pay'] });
    expect([unknowable, points, n]).toEqual(['group-too-small', [], 0]);
    expect(finding).toContain('Too few people of The pay');
  });

  it('is refused of a team that may not be asked for on pull requests', () => {
    const alone = heldOf(work.slice(0, 3), [freshForge(UNTIL)], 'UTC', ['pay'], ROSTER);
    const both = withIssues(alone, issues, [freshProject(UNTIL)]);
    expect(() => ask('issues-finished', both, { team: ['pay'] })).toThrow('Fewer than five people');
  });

  it('is answered where there is no repository at all', () => {
    const alone = withIssues(heldOf([], [], 'UTC', ['pay'], ROSTER), issues, [freshProject(UNTIL)]);
    expect(ask('issues-finished', alone).n).toBe(180);
  });
});

it('a team may be asked for, and what its issues rest on is said', () => {
  const team = (one: IssueFact, number: number) => ({ ...one, teams: [number % 2 ? 'pay' : 'search'] });
  const two = issues.map(team).map((one, number) => ({ ...one, person: `${one.teams[0]} ${number % 12}` }));
  const both = {
    ...held(two),
    teamNames: new Map([
      ['pay', 'Payments'],
      ['search', 'Search'],
    ]),
  };
  const pulls = work.map((one, number) => ({
    ...one,
    teams: [number % 2 ? 'pay' : 'search'],
    person: `${number % 2 ? 'pay' : 'search'} ${number % 12}`,
  }));
  const { snapshot } = heldOf(pulls, [freshForge(UNTIL)], 'UTC', ['pay', 'search']);
  const { coverage, howToRead, unknowable } = ask(
    'issues-finished',
    { ...both, snapshot },
    { team: ['pay'] },
  );
  expect([unknowable, coverage]).toEqual([
    null,
    'All 90 finished issues. Teams of all 180 issues: 100 % by a stated membership.',
  ]);
  expect(howToRead).toContain('whoever had it when it was finished');
});

it('the file of a measure of issues speaks of issues', () => {
  const csv = seriesCsv(seriesAnswer(held(), 'issue-cycle-time', {}), new Map());
  expect(csv.split('\r\n')[0]).not.toContain('pull_request');
  expect(csv).toContain('48');
});

function weekOf(at: number): string {
  const weeks = weekTable('UTC');
  return new Date(weeks.weekStart(weeks.weekOf(at))).toISOString().slice(0, 10);
}
