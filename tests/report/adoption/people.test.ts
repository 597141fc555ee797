import { describe, expect, it } from 'vitest';
import type { AdoptionName } from '../../../server/contract/adoption.ts';
import {
  adoptionFigureAnswer,
  adoptionSummaryAnswer,
} from '../../../server/report/adoption/adoption-answers.ts';
import { foldedBins } from '../../../server/report/adoption/counted-people.ts';
import type { Held } from '../../../server/report/live.ts';
import { type Adopting, adopting, longAgo, today, withSeats } from '../../support/adopting.ts';
import { freshForge, heldOf } from '../../support/facts.ts';

const START = 8;
const teams = {
  first: { people: 12, start: START },
  second: { people: 12, start: START },
  third: { people: 10, start: null },
};
const figure = (held: Held, name: AdoptionName) => adoptionFigureAnswer(held, name, { window: 'all' }).data;
const rowsOf = (held: Held, name: AdoptionName, title: string) =>
  figure(held, name).bars.find((bars) => bars.title.startsWith(title))?.rows ?? [];
const rowOf = (held: Held, name: AdoptionName, title: string, row: string) =>
  rowsOf(held, name, title).find((one) => one.name === row);

/** So many people of each team that started use it in each week since. */
function using(users: (week: number) => number, over: Partial<Adopting> = {}): Held {
  const uses = ({ team, person, week }: { team: string; person: number; week: number }) =>
    team !== 'third' && week >= START && person < users(week);
  const marked: Adopting['marked'] = (at) => (at.team === 'third' ? 0.1 : Number(uses(at)));
  return adopting({ teams, marked, told: uses, ...over });
}

const most = using(() => 9);
const lapsing = using((week) => (week < 25 ? 9 : 0));
const few = using((week) => (week < 12 ? 6 : 5));

describe('From enabled to habit', () => {
  it('counts who is enabled, has tried it, has a habit and has lapsed', () => {
    const labels = rowsOf(most, 'funnel', 'Marks in the work').map(({ name, label }) => [name, label]);
    expect(labels).toEqual([
      ['Enabled', '24 of 24 (100 %)'],
      ['Tried it', '18 of 24 (75 %)'],
      ['In their latest active week', '18 of 24 (75 %)'],
      ['Habitual', '18 of 24 (75 %)'],
      ['Lapsed', '0 of 24 (0 %)'],
    ]);
    expect(rowOf(lapsing, 'funnel', 'Marks in the work', 'Lapsed')?.label).toBe('18 of 24 (75 %)');
  });

  it('three organisations give three findings', () => {
    const findings = [most, lapsing, few].map((held) => figure(held, 'funnel').finding);
    expect(findings[0]).toBe(
      'A habit that shows in their work for 18 of 24 people enabled; by what vendors report for 75 %',
    );
    expect(new Set(findings).size).toBe(3);
  });

  it('never tells of fewer than five people, nor of all but fewer than five', () => {
    const one = using(() => 1);
    const rows = rowsOf(one, 'funnel', 'Use reported by vendors');
    expect(rows.find(({ name }) => name === 'Habitual')).toMatchObject({
      value: null,
      label: 'fewer than five',
    });
    const nearlyAll = using(() => 11);
    expect(rowOf(nearlyAll, 'funnel', 'Marks in the work', 'Habitual')).toMatchObject({
      value: null,
      label: 'all but fewer than five',
    });
  });

  it('tells seats that lie idle and seats that were never used', () => {
    const people = Array.from({ length: 12 }, (_, person) => `first ${person}`);
    const strangers = Array.from({ length: 6 }, (_, person) => `nobody ${person}`);
    const held = withSeats(lapsing, [...people, ...strangers], longAgo);
    const labels = rowsOf(held, 'funnel', 'Seats').map(({ label }) => label);
    expect(labels).toEqual(['18 of 18 (100 %)', '18 of 18 (100 %)', '9 of 18 (50 %)']);
  });

  it('says that nobody is known to be enabled where no team starts and nobody has a seat', () => {
    const none = adopting({ teams: { first: { people: 12, start: null } }, marked: () => 0.5 });
    expect(figure(none, 'funnel')).toMatchObject({ n: 0, finding: 'Nobody is known to be enabled' });
  });
});

describe('Use on two bases', () => {
  it('seats doubled today change nothing of the past', () => {
    const people = (team: string) => Array.from({ length: 12 }, (_, person) => `${team} ${person}`);
    const before = withSeats(most, people('first'), longAgo);
    const doubled = withSeats(before, people('second'), today);
    expect(figure(doubled, 'use')).toEqual(figure(before, 'use'));
    expect(figure(doubled, 'share')).toEqual(figure(before, 'share'));
    expect(figure(doubled, 'funnel')).toEqual(figure(before, 'funnel'));
  });

  it('three organisations give three findings', () => {
    const off = using((week) => (week < 25 ? 9 : 0), {
      told: ({ team, person, week }) => team !== 'third' && week >= START && person < 9,
    });
    expect(figure(most, 'use').finding).toMatch(
      /^Use shows in the work of \d+ % of active people; vendors tell of 53 %$/,
    );
    expect(figure(off, 'use').finding).toBe(
      'Marking changed: marks fell while the use that vendors tell held',
    );
    expect(figure(lapsing, 'use').finding).not.toContain('Marking changed');
    const { told: _told, ...untold } = { told: null, teams, marked: () => 0.5 };
    expect(figure(adopting(untold), 'use').finding).toBe(
      'No vendor tells of use, so marks in the work stand alone',
    );
  });

  it('a team that works no weekends, and only every other week, may reach everybody', () => {
    const all = using(() => 12, { work: ({ week }) => (week % 2 === 0 ? 3 : 0) });
    const line = figure(all, 'use').lines.find(({ name }) => name === 'Teams that started');
    expect(line?.values.slice(-8)).toEqual(Array.from({ length: 8 }, () => 1));
  });
});

describe('How deeply it is used', () => {
  it('puts neighbouring groups together until each has five people', () => {
    const rows = rowsOf(most, 'depth', 'AI-marked share');
    expect(rows.map(({ name, label }) => [name, label])).toEqual([
      ['None seen', '6 of 24 (25 %)'],
      ['Under a quarter', '0 of 24 (0 %)'],
      ['A quarter to half', '0 of 24 (0 %)'],
      ['Half to three quarters', '0 of 24 (0 %)'],
      ['Three quarters to all', '18 of 24 (75 %)'],
    ]);
    const thin = using(() => 10);
    for (const { label } of rowsOf(thin, 'depth', 'AI-marked share'))
      expect(label).toMatch(/^(0|\d\d?) of 24/);
    expect(
      rowsOf(thin, 'depth', 'AI-marked share').every(
        ({ value }) => value === null || value === 0 || value >= 5,
      ),
    ).toBe(true);
  });

  it('three organisations give three findings', () => {
    const findings = [most, lapsing, using(() => 6)].map((held) => figure(held, 'depth').finding);
    expect(findings[0]).toBe('75 % of people have AI marks on more than half of their work');
    expect(new Set(findings).size).toBe(3);
  });
});

describe('Who goes on', () => {
  const many = { first: { people: 16, start: START }, second: { people: 16, start: START } };
  const going = (users: (week: number) => number) =>
    adopting({ teams: many, marked: ({ person, week }) => Number(week >= START && person < users(week)) });

  it('three organisations give three findings', () => {
    expect(
      figure(
        going(() => 12),
        'retention',
      ).finding,
    ).toBe('100 % of those who began still use it 12 active weeks later');
    expect(
      figure(
        going((week) => (week < START + 6 ? 12 : 6)),
        'retention',
      ).finding,
    ).toMatch(/^50 % of those who began still use it 12 active weeks later \(likely \d+ % to \d+ %\)$/);
    expect(
      figure(
        going(() => 6),
        'retention',
      ).finding,
    ).toContain('too few to say who goes on');
  });

  it('weeks without work count against nobody, and what is too young is pending', () => {
    const seldom = adopting({
      teams: many,
      marked: ({ person, week }) => Number(week >= 34 && person < 12),
      work: ({ week }) => (week % 5 === 0 || week >= 34 ? 2 : 0),
    });
    const rows = rowsOf(seldom, 'retention', 'Began');
    expect(rows.map(({ name, label }) => [name, label])).toEqual([
      ['4 weeks later', '100 %'],
      ['8 weeks later', 'pending'],
      ['12 weeks later', 'pending'],
      ['26 weeks later', 'pending'],
    ]);
  });
});

describe('How far it has spread', () => {
  it('three organisations give three findings', () => {
    expect(figure(most, 'spread').finding).toMatch(
      /^Half of AI-marked work comes from \d+ people; the practice holds in 2 of 3 teams$/,
    );
    expect(figure(lapsing, 'spread').finding).toContain('holds in 0 of 3 teams');
    const lone = adopting({
      teams,
      marked: ({ team, person }) => (team === 'first' && person < 3 ? 1 : 0.04),
      work: ({ team, person }) => (team === 'first' && person < 3 ? 8 : 2),
    });
    expect(figure(lone, 'spread').finding).toContain(
      'Half of AI-marked work comes from fewer than five people',
    );
  });
});

it('with nothing read, and with nothing marked, every figure says so and none fails', () => {
  const nothing = heldOf([], []);
  const unmarked = adopting({ teams, marked: () => 0 });
  for (const held of [nothing, unmarked, heldOf([], [freshForge(today)])]) {
    for (const name of [
      'share',
      'funnel',
      'use',
      'depth',
      'retention',
      'busy',
      'fate',
      'production',
      'spread',
    ] as const) {
      const { finding, howToRead, description } = figure(held, name);
      expect([finding, howToRead, description].every((text) => text.length > 10)).toBe(true);
    }
    expect(adoptionSummaryAnswer(held, {}).data.sentences.length).toBeGreaterThan(0);
  }
});

it('people are counted in as many groups as leave nobody among fewer than five', () => {
  const bins = (...people: number[]) =>
    people.map((many, place) => ({ from: `${place}`, to: `${place}`, people: many }));
  const counts = (...people: number[]) => foldedBins(bins(...people)).map((one) => one.people);
  expect(counts(3, 4, 1, 0, 4)).toEqual([7, 5]);
  expect(counts(7, 1, 0, 0, 0)).toEqual([8, 0, 0, 0]);
  expect(counts(5, 0, 6, 0, 9)).toEqual([5, 0, 6, 0, 9]);
  expect(counts(1, 0, 2, 0, 1)).toEqual([4]);
  expect(foldedBins(bins(3, 4, 1, 0, 4)).map(({ from, to }) => `${from} to ${to}`)).toEqual([
    '0 to 1',
    '2 to 4',
  ]);
});
