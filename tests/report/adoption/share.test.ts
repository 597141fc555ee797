import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { AdoptionFigureAnswer } from '../../../server/contract/adoption.ts';
import { adoptionFigureAnswer } from '../../../server/report/adoption/adoption-answers.ts';
import { adoptionRemark, adoptionShare } from '../../../server/report/adoption/adoption-remark.ts';
import type { Held } from '../../../server/report/live.ts';
import { type Adopting, adopting } from '../../support/adopting.ts';

const START = 10;
const two = {
  first: { people: 12, start: START },
  second: { people: 12, start: null },
};
const shareOf = (held: Held) => adoptionFigureAnswer(held, 'share', { window: 'all' });
const saidOf = (held: Held, team = 'The first') =>
  shareOf(held).data.lines.find(({ name }) => name === team)?.said ?? 'no such team';

/** So many of the twelve people of the first team use it for all of their work, so many weeks after its start; of others hardly anybody. */
function held(users: (since: number) => number, over: Partial<Adopting> = {}): Held {
  const marked: Adopting['marked'] = ({ team, person, week }) =>
    team === 'second' || week < START ? 0.02 : person < users(week - START) ? 1 : 0;
  return adopting({ teams: two, marked, ...over });
}

const growing = (since: number) => since / 3;
const steady = (since: number) => 6 + (since % 2);
const fading = (since: number) => 10 - Math.max(0, since - 15) / 2;
const spiked = (since: number) => (since < 8 ? 9 : 1 + (since % 2));
/** Another one of them each week. */
const never: Partial<Adopting> = { marked: ({ person, week }) => Number(person === week % 12) };

describe('The shape of a team’s use', () => {
  it('is one of five, and said in words', () => {
    expect(saidOf(held(growing))).toMatch(/^growing, \d+ % of people now$/);
    expect(saidOf(held(steady))).toMatch(/^plateau at 5\d % of people$/);
    expect(saidOf(held(fading))).toMatch(/^fading, from \d+ % of people to \d+ %$/);
    expect(saidOf(held(spiked))).toMatch(/^rose to \d+ % of people and fell back to \d+ %$/);
    expect(saidOf(held(steady, never))).toMatch(/^never took off, \d+ % of people at most$/);
  });

  it('is that of all small teams together where a team has fewer than ten people, and says so', () => {
    const teams = {
      first: { people: 6, start: START },
      second: { people: 7, start: START },
      third: { people: 12, start: null },
    };
    const small = adopting({
      teams,
      marked: ({ team, week }) => (team === 'third' || week < START ? 0.05 : 0.5),
    });
    expect(saidOf(small)).toContain('small teams together, since each has fewer than 10 people');
    expect(saidOf(small, 'The second')).toContain('small teams together');
    expect(saidOf(small, 'The third')).toContain('not started');
  });

  it('waits for twelve weeks since the start', () => {
    const teams = { first: { people: 12, start: 33 }, second: { people: 12, start: null } };
    const late = adopting({
      teams,
      marked: ({ week, team }) => (team === 'first' && week >= 33 ? 0.5 : 0.05),
    });
    expect(saidOf(late)).toContain('7 weeks since the start, a shape needs 12');
  });

  it('is withheld where marks fell and reported use held: trailers were switched off', () => {
    const off = held((since) => (since < 15 ? 9 : 0), {
      told: ({ team, person }) => team === 'first' && person < 10,
    });
    expect(saidOf(off)).toContain('marking changed: marks fell while the use that vendors tell held');
    expect(shareOf(off).data.finding).toBe('Marking changed: marks and reported use have parted');
    expect(adoptionRemark(off, off.rollouts[0] ?? null)).toContain('Marking changed');
  });
});

describe('AI-marked share by team', () => {
  it('three organisations give three findings', () => {
    const holds = held(steady);
    const back = held(spiked);
    const none = adopting({
      teams: { first: { people: 12, start: null }, second: { people: 12, start: null } },
      marked: () => 0.3,
    });
    expect(shareOf(holds).data.finding).toBe('Use holds in 1 of 1 team that started');
    expect(shareOf(back).data.finding).toBe('Use has fallen back in every team that started');
    expect(shareOf(none).data.finding).toMatch(/^No team has started; \d+ % of the work/);
    for (const one of [holds, back, none])
      expect(Value.Errors(AdoptionFigureAnswer, shareOf(one))).toEqual([]);
  });

  it('of everybody, where nobody is in a team, says what has become of use since the data begin', () => {
    const alone = (marked: Adopting['marked']) => {
      const { rollouts: _none, ...one } = adopting({ teams: two, marked });
      return shareOf({ ...one, rollouts: [], teamNames: new Map(), roster: [] }).data;
    };
    expect(alone(({ person }) => (person % 2 === 0 ? 0.6 : 0)).finding).toMatch(
      /^Use holds: it shows in the work of \d+ % of people; \d+ % of the work of the last four weeks is AI-marked$/,
    );
    expect(alone(({ week }) => (week < 20 ? 0.6 : 0.1)).finding).toMatch(
      /^Use (is fading|has fallen back): it showed in the work of \d+ % of people, and now of \d+ %;/,
    );
    expect(alone(() => 0)).toMatchObject({ n: 0, finding: 'No mark of AI was seen in this work' });
  });

  it('says nothing where too few people have marked work', () => {
    const few = adopting({
      teams: two,
      marked: ({ team, person }) => (team === 'first' && person < 3 ? 1 : 0),
    });
    expect(shareOf(few).data).toMatchObject({ n: 0, lines: [] });
    expect(adoptionShare(few, few.rollouts[0] ?? null)).toBeNull();
  });

  it('tells the share of teams that started, now and before', () => {
    const one = held(steady);
    const share = adoptionShare(one, one.rollouts[0] ?? null);
    expect(share?.now.share).toBeGreaterThan(0.4);
    expect(share?.before?.share).toBeLessThan(0.1);
    expect(share?.weeks.length).toBe(40);
  });

  it('the remark says that use fell back, that marks stood there before, or nothing', () => {
    const remark = (one: Held) => adoptionRemark(one, one.rollouts[0] ?? null);
    expect(remark(held(spiked))).toContain('Use has fallen back in The first.');
    const before = adopting({ teams: two, marked: () => 0.4 });
    expect(remark(before)).toMatch(/^\d+ % of the work already carried AI marks before the start/);
    const clean = adopting({
      teams: two,
      marked: ({ team, week }) => (week >= START ? (team === 'first' ? 0.5 : 0.05) : 0),
      seed: 3,
    });
    expect(remark(clean)).toBeNull();
  });

  it('of one team tells that team, and nothing of what became of the others', () => {
    const both = { first: { people: 12, start: START }, second: { people: 12, start: START } };
    const one = adopting({
      teams: both,
      marked: ({ team, person, week }) => {
        if (week < START) return 0.01;
        const users = team === 'first' ? spiked(week - START) : steady(week - START);
        return person < users ? 1 : 0;
      },
    });
    const of = (teams: readonly string[]) => adoptionRemark(one, one.rollouts[0] ?? null, teams);
    expect(of([])).toContain('Use has fallen back in The first.');
    expect(of(['first'])).toContain('Use has fallen back in The first.');
    expect(of(['second'])).toBeNull();
    const share = (teams: readonly string[]) => adoptionShare(one, one.rollouts[0] ?? null, teams);
    expect(share(['first'])?.teams).toEqual(['first']);
    expect(share(['first'])?.now.share).toBeLessThan(0.2);
    expect(share(['second'])?.now.share).toBeGreaterThan(0.4);
    expect(share([])?.teams).toEqual(['first', 'second']);
  });
});
