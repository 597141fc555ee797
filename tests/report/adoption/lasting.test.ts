import { describe, expect, it } from 'vitest';
import type { AdoptionName } from '../../../server/contract/adoption.ts';
import { DAY, HOUR, MINUTE } from '../../../server/model/instant.ts';
import { adoptionFigureAnswer } from '../../../server/report/adoption/adoption-answers.ts';
import { askedAdoption } from '../../../server/report/adoption/asked-adoption.ts';
import { busyRows } from '../../../server/report/adoption/busy-rows.ts';
import type { Held } from '../../../server/report/live.ts';
import { type Adopting, adopting, FIRST, today } from '../../support/adopting.ts';
import { freshForge } from '../../support/facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';

const teams = { first: { people: 12, start: 2 }, second: { people: 12, start: 2 } };
const figure = (held: Held, name: AdoptionName) => adoptionFigureAnswer(held, name, { window: 'all' }).data;
const START_OF_DATA = today - 40 * 7 * DAY - 3 * HOUR;

/** In every fourth week each team has five times as many issues open on Monday. */
function loaded(held: Held): Held {
  const issues = Array.from({ length: 40 }, (_, week) =>
    ['first', 'second'].flatMap((team) =>
      Array.from({ length: week % 4 === 0 ? 30 : 6 }, (_, which) => {
        const monday = START_OF_DATA + week * 7 * DAY;
        return issueFactOf(week * 1000 + (team === 'first' ? 0 : 500) + which, {
          ...{ createdAt: monday - 2 * DAY, startedAt: null, finishedAt: null, declinedAt: monday + 3 * DAY },
          ...{ person: null, teams: [team], teamBasis: 'stated' },
        });
      }),
    ),
  ).flat();
  return withIssues(held, issues, [freshProject(today)]);
}

const usual = 0.6;
const steady = loaded(adopting({ teams, marked: () => usual }));
const back = loaded(adopting({ teams, marked: ({ busy }) => (busy ? 0.15 : usual) }));
const oneBack = loaded(
  adopting({ teams, marked: ({ team, busy }) => (busy && team === 'second' ? 0.1 : usual), seed: 4 }),
);

describe('Use in busy weeks', () => {
  it('three organisations give three findings: it lasts, it falls, it falls in one team', () => {
    expect(figure(steady, 'busy').finding).toMatch(/^In a busy week use is about as in others \(/);
    expect(figure(back, 'busy').finding).toMatch(
      /^In a busy week use is [45]\d points lower \(\d\d to \d\d lower\)/,
    );
    expect(figure(oneBack, 'busy').finding).toMatch(
      /in The second it is \d\d points lower \(\d\d to \d\d lower\)$/,
    );
    expect(figure(oneBack, 'busy').finding).not.toContain('The first');
  });

  it('more work in busy weeks, which alone makes a mark likelier, is no rise of use', () => {
    const more: Adopting['work'] = ({ week }) => (week % 4 === 0 ? 4 : 1);
    const held = loaded(adopting({ teams, marked: () => 0.4, work: more }));
    const effect = figure(held, 'busy').bars.find(({ kind }) => kind === 'differences')?.rows[0];
    expect((effect?.low ?? 0) <= 0 || effect?.value === null).toBe(true);
  });

  it('leaves out weeks in which most people are away, so that Christmas is no busy week', () => {
    const away: Adopting['work'] = ({ person, week }) => ((week === 20 || week === 21) && person > 3 ? 0 : 2);
    const held = loaded(adopting({ teams, marked: ({ week }) => (week === 20 ? 0 : usual), work: away }));
    const rows = busyRows(askedAdoption(held, { window: 'all' }));
    expect(rows.leftOut).toBe(4);
    expect(rows.marks.some(({ week }) => week === FIRST + 20 || week === FIRST + 21)).toBe(false);
    expect(figure(held, 'busy').finding).toMatch(/^In a busy week use is about as in others/);
  });

  it('of a clone says that it tells nothing of how busy a week was', () => {
    const clone = freshForge(today, { source: 'git' });
    const held = { ...steady, freshness: [clone] };
    expect(figure(held, 'busy')).toMatchObject({
      n: 0,
      finding: expect.stringMatching(/^A clone does not tell/),
    });
  });

  it('says that no team has started long enough ago', () => {
    const young = { first: { people: 12, start: 38 }, second: { people: 12, start: null } };
    expect(figure(adopting({ teams: young, marked: () => 0.5 }), 'busy')).toMatchObject({
      n: 0,
      finding: 'No team has started long enough ago to see its busy weeks',
    });
  });
});

describe('The thousandth run', () => {
  const merged = { marked: () => usual, teams };
  const closed = { mergedAt: null, closedAt: today - DAY, deployedAt: null };

  it('three organisations give three findings: it works, it does less well, it is too early', () => {
    expect(figure(adopting(merged), 'fate').finding).toBe(
      'The thousandth run still works: 100 % of the tenth hundred merged, 100 % of these stood',
    );
    const worse = adopting({
      ...merged,
      over: (number, marked) => (marked && number > 1000 && number % 2 === 0 ? closed : {}),
    });
    expect(figure(worse, 'fate').finding).toMatch(
      /^The thousandth run does less well: \d\d % of the tenth hundred merged, 100 % of these stood, fewer than of the first and than of the unmarked/,
    );
    const seldom = adopting({ teams, marked: () => 0.07 });
    expect(figure(seldom, 'fate').finding).toContain('Too early for a thousandth run');
    const few = adopting({ teams, marked: () => 0.03 });
    expect(figure(few, 'fate').finding).toContain('too few for a first hundred');
  });

  it('one bad hundred, after which all is well, is taken for chance', () => {
    const numbers = { seen: 0 };
    const held = adopting({
      ...merged,
      over: (_, marked) => {
        if (!marked) return {};
        numbers.seen += 1;
        return numbers.seen > 900 && numbers.seen <= 1000 && numbers.seen % 7 === 0 ? closed : {};
      },
    });
    expect(figure(held, 'fate').finding).toMatch(
      /^The thousandth run still works: 8\d % of the tenth hundred/,
    );
  });

  it('a clone, which knows no openings, tells in the order of merges what stood', () => {
    const unopened = { openedAt: null, readyAt: null, firstReviewAt: null, approvedAt: null };
    const reverted = (at: number) => ({ ...unopened, revertedAt: at });
    const stood = figure(adopting({ ...merged, over: () => unopened }), 'fate');
    expect(stood.finding).toBe(
      'The thousandth run still works: 100 % of the tenth hundred stood for 21 days',
    );
    expect(stood.bars.map(({ title }) => title)).toEqual(['Not reverted within 21 days']);
    const back = adopting({
      ...merged,
      over: (number, marked) =>
        marked && number > 1200 && number % 3 === 0
          ? reverted(START_OF_DATA + Math.floor(number / 48) * 7 * DAY + 9 * DAY)
          : unopened,
    });
    expect(figure(back, 'fate').finding).toMatch(
      /^The thousandth run does less well: \d\d % of the tenth hundred stood for 21 days, fewer than of the first/,
    );
  });

  it('a revert within 21 days did not stand; what is younger is pending', () => {
    const held = adopting({
      ...merged,
      over: (number, marked) =>
        marked && number > 600
          ? { revertedAt: START_OF_DATA + 41 * 7 * DAY, linesWatched: 100, linesReworked: 80 }
          : {},
    });
    const { bars, finding } = figure(held, 'fate');
    const rows = bars.find(({ title }) => title === 'Not reverted, not reworked')?.rows ?? [];
    expect(rows[0]?.label).toBe('100 % of 100');
    expect(finding).toContain('does less well');
    expect(rows.at(-1)?.value).not.toBe(0);
  });
});

describe('In production', () => {
  it('three organisations give three findings', () => {
    const reviewed = adopting({ teams, marked: () => usual });
    const unreviewed = adopting({ teams, marked: () => usual, over: () => ({ firstReviewAt: null }) });
    const whole = loaded(
      adopting({
        ...{ teams, marked: () => usual },
        over: (number) => ({ issues: number % 2, ciPassedFirst: 1 }),
      }),
    );
    expect(figure(reviewed, 'production').finding).toMatch(/; 100 % was independently reviewed$/);
    expect(figure(unreviewed, 'production').finding).toMatch(/; 0 % was independently reviewed$/);
    expect(figure(whole, 'production').finding).toMatch(/; [45]\d % went through an issue, a review and CI$/);
  });
});

it('an hour is an hour: the median time to merge stands in hours', () => {
  const bars = figure(adopting({ teams, marked: () => usual }), 'fate').bars.find(
    ({ unit }) => unit === 'hours',
  );
  expect(bars?.rows[0]?.value).toBeCloseTo((20 * HOUR) / (60 * MINUTE));
});
