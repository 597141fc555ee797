import { describe, expect, it } from 'vitest';
import type { IssueFact } from '../../../server/facts/issue-fact.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import {
  adoptionFigureAnswer,
  adoptionSummaryAnswer,
} from '../../../server/report/adoption/adoption-answers.ts';
import { adoptionRemark, adoptionShare } from '../../../server/report/adoption/adoption-remark.ts';
import { noUse } from '../../../server/report/adoption/held-use.ts';
import type { Held } from '../../../server/report/live.ts';
import { adopting, today, WEEKS } from '../../support/adopting.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';

const PEOPLE = 8;
const teams = { first: { people: PEOPLE, start: 8 }, second: { people: PEOPLE, start: null } };

/** Nobody's pull requests are read; everybody finishes an issue a week, and six of the first team use a tool since its start. */
function alone(users = 6): Held {
  const told = ({ team, person, week }: { team: string; person: number; week: number }) =>
    team === 'first' && week >= 8 && person < users;
  const held = adopting({ teams, marked: () => 0, told, work: () => 0 });
  const issues = Array.from({ length: WEEKS }, (_, week) =>
    Object.keys(teams).flatMap((team) =>
      Array.from({ length: PEOPLE }, (__, person): Partial<IssueFact> => {
        const finishedAt = today - (WEEKS - week) * 7 * DAY + HOUR;
        return { finishedAt, person: `${team} ${person}`, teams: [team], teamBasis: 'stated' };
      }),
    ),
  );
  const facts = issues.flat().map((over, number) => issueFactOf(number + 1, over));
  return { ...withIssues(held, facts, [freshProject(today)]), freshness: [] };
}

const figure = (held: Held, view = {}) => adoptionFigureAnswer(held, 'use', { window: 'all', ...view }).data;

describe('Adoption with a tracker and no repository', () => {
  it('shows the use that vendors tell of people who finish issues', () => {
    const { finding, bases, lines, n } = figure(alone());
    expect(finding).toBe('Vendors tell of use by 38 % of people who finish issues');
    expect([bases, n]).toEqual([['Use reported by vendors'], 2 * PEOPLE]);
    expect(lines.map(({ name, values, beside }) => [name, values.at(-1), beside])).toEqual([
      ['Everybody', 6 / 16, null],
      ['Teams that started', 6 / 8, null],
    ]);
    expect(figure(alone(), { team: ['second'] }).finding).toContain('by 0 % of people');
    expect(adoptionSummaryAnswer(alone(), {}).data.sentences).toEqual([`${finding}.`]);
  });

  it('says that nothing tells of marks, on the page as in the verdict', () => {
    const { data } = adoptionFigureAnswer(alone(), 'share', {});
    expect([data.finding, data.lines]).toEqual([
      'No repository has been read, so nothing tells of marks in the work',
      [],
    ]);
    const held = alone();
    expect([adoptionShare(held, null), adoptionRemark(held, held.rollouts[0] ?? null)]).toEqual([null, null]);
  });

  it('says so where no vendor tells of use either', () => {
    const { finding, lines } = figure({ ...alone(), use: noUse });
    expect([finding, lines]).toEqual(['No vendor tells of use, and no repository has been read', []]);
  });
});
