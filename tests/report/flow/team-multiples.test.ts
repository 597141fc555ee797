import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { TeamMultiplesAnswer } from '../../../server/contract/flow.ts';
import { DAY, HOUR } from '../../../server/model/instant.ts';
import { teamMultiplesAnswer } from '../../../server/report/flow/team-multiples.ts';
import type { Held } from '../../../server/report/live.ts';
import { seriesAnswer } from '../../../server/report/series.ts';
import { FORGE, fact, freshForge, heldOf, MONDAY } from '../../support/facts.ts';
import { reviewed } from '../../support/flow-facts.ts';
import { freshProject, issueFactOf, withIssues } from '../../support/issue-facts.ts';

const WEEKS = 8;
const until = MONDAY + WEEKS * 7 * DAY + DAY;

/** Everybody opens one pull request a week, and waits as many hours for its review as is said of the team. */
function organisation(
  teams: Record<string, { people: number; hours: number }>,
  names: readonly string[],
): Held {
  let [number, person] = [0, 0];
  const facts = Object.entries(teams).flatMap(([id, { people, hours }]) =>
    Array.from({ length: people }, () => {
      person += 1;
      return Array.from({ length: WEEKS }, (_, week) => {
        number += 1;
        return reviewed(number, MONDAY + week * 7 * DAY, hours, {
          person: `person-${person}`,
          teams: id === '' ? [] : id.split('+'),
          teamBasis: id === '' ? null : 'stated',
        });
      });
    }).flat(),
  );
  return heldOf(facts, [freshForge(until)], 'UTC', names);
}

const held = organisation(
  {
    search: { people: 6, hours: 4 },
    pay: { people: 7, hours: 9 },
    tiny: { people: 2, hours: 40 },
    small: { people: 3, hours: 60 },
    '': { people: 5, hours: 20 },
  },
  ['search', 'pay', 'tiny', 'small'],
);
const asked = (view = {}) => teamMultiplesAnswer(held, 'time-to-merge', view);

describe('Team multiples', () => {
  it('are by name and never by value; teams under five are within others', () => {
    const { panels } = asked().data;
    expect(panels.map(({ team, name, parts }) => [team, name, parts[0]?.value, parts[0]?.n])).toEqual([
      ['pay', 'The pay', 14, 56],
      ['search', 'The search', 9, 48],
      [null, 'Others', 35, 80],
    ]);
    expect(JSON.stringify(panels)).not.toMatch(/tiny|small/);
  });

  it('have all work in one of them, so that the total is true', () => {
    const { data } = asked();
    expect(data.panels.reduce((sum, { parts }) => sum + (parts[0]?.of ?? 0), 0)).toBe(data.n);
    expect(data.n).toBe(seriesAnswer(held, 'merged-pull-requests', {}).data.n);
  });

  it('say how far teams lie apart and not which is where', () => {
    const { finding } = asked().data;
    expect(finding).toBe('Time to merge of 2 teams: median from 9 to 14 hours');
    expect(finding).not.toContain('The');
  });

  it('count work of two teams in both, and once in all', () => {
    const both = organisation(
      {
        pay: { people: 6, hours: 4 },
        search: { people: 6, hours: 4 },
        'pay+search': { people: 5, hours: 8 },
      },
      ['pay', 'search'],
    );
    const { data } = teamMultiplesAnswer(both, 'time-to-merge', {});
    expect(data.panels.map(({ name, parts }) => [name, parts[0]?.n])).toEqual([
      ['The pay', 88],
      ['The search', 88],
    ]);
    expect(data.n).toBe(136);
  });

  it('have each team’s median in every week of a short window, and the same number as its series', () => {
    const { data } = asked();
    expect([data.weeks, data.periods.length, data.periods[0], data.periods.at(-1)]).toEqual([
      1,
      8,
      { from: '2026-08-10', to: '2026-08-16' },
      { from: '2026-09-28', to: '2026-10-04' },
    ]);
    const { points } = seriesAnswer(held, 'time-to-merge', { team: ['pay'], by: 'merge' }).data;
    const { panels } = asked({ by: 'merge' }).data;
    expect(panels[0]?.values).toEqual(points.filter(({ running }) => !running).map(({ value }) => value));
  });

  it('put weeks of a long window together, never more than thirty points', () => {
    const facts = Array.from({ length: 90 }, (_, week) => reviewed(week + 1, MONDAY + week * 7 * DAY, 3));
    const long = heldOf(facts, [freshForge(MONDAY + 90 * 7 * DAY)], 'UTC', ['pay']);
    const one = { ...long, snapshot: long.snapshot };
    const { data } = teamMultiplesAnswer(one, 'time-to-merge', { window: 'all' });
    expect([data.weeks, data.periods.length]).toEqual([4, 23]);
    expect(data.periods[0]).toEqual({ from: '2026-08-10', to: '2026-08-23' });
  });

  it('are parted by a day, as the lanes are', () => {
    const { panels } = asked({ since: '2026-09-07' }).data;
    expect(panels[0]?.parts.map(({ part, n }) => [part, n])).toEqual([
      ['before', 28],
      ['after', 28],
    ]);
  });

  it('show the teams that were asked for and no others', () => {
    const { panels } = asked({ team: ['search'] }).data;
    expect(panels.map(({ name }) => name)).toEqual(['The search']);
    expect(() => asked({ team: ['tiny'] })).toThrow('Fewer than five people');
  });

  it('without a team that may be shown are none, and say so', () => {
    const small = organisation({ pay: { people: 3, hours: 4 } }, ['pay']);
    expect(teamMultiplesAnswer(small, 'time-to-merge', {}).data).toMatchObject({
      panels: [],
      finding: 'No team is large enough to be shown by itself',
    });
    expect(teamMultiplesAnswer(heldOf([], []), 'time-to-merge', {}).data.panels).toEqual([]);
    expect(teamMultiplesAnswer(heldOf([fact(1)], []), 'cycle-time', {}).data.panels).toEqual([]);
  });

  it('keep to their contract', () => {
    expect(Value.Check(TeamMultiplesAnswer, asked())).toBe(true);
  });
});

describe('Team multiples of issues', () => {
  const finished = Array.from({ length: WEEKS * 13 }, (_, number) => {
    const team = number % 13 < 6 ? 'search' : number % 13 < 11 ? 'pay' : 'tiny';
    const finishedAt = MONDAY + Math.floor(number / 13) * 7 * DAY + DAY;
    return issueFactOf(number, {
      ...{ finishedAt, person: `person-${number % 13}`, teams: [team], teamBasis: 'stated' as const },
      startedAt: finishedAt - (team === 'search' ? 10 : team === 'pay' ? 20 : 90) * HOUR,
    });
  });
  const tracked = (projects = [freshProject(until)]) => withIssues(held, finished, projects);

  it('are those of teams with enough people who finish issues, the others together', () => {
    const { data } = teamMultiplesAnswer(tracked(), 'issue-cycle-time', {});
    expect(data.panels.map(({ name, parts }) => [name, parts[0]?.value, parts[0]?.n])).toEqual([
      ['The search', 10, 48],
      ['Others', 20, 56],
    ]);
    expect([data.coverage, data.n]).toEqual(['All 104 finished issues.', 104]);
    expect(data.finding).toBe('Issue cycle time of one team: half within 10 hours');
  });

  it('say why where no tracker is connected or a repository is asked for', () => {
    const why = (view: { repo?: string }, projects?: []) =>
      teamMultiplesAnswer(tracked(projects), 'issue-cycle-time', view).data;
    expect(why({}, [])).toMatchObject({ unknowable: 'no-tracker', panels: [] });
    expect(why({ repo: FORGE })).toMatchObject({ unknowable: 'not-by-repository', panels: [] });
  });
});
