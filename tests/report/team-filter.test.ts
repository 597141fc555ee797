import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { ChoicesAnswer } from '../../server/contract/teams.ts';
import type { View } from '../../server/contract/view.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { QuestionError } from '../../server/model/errors.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { choicesAnswer } from '../../server/report/choices.ts';
import { seriesCsv } from '../../server/report/export-csv.ts';
import type { Held } from '../../server/report/live.ts';
import { seriesAnswer } from '../../server/report/series.ts';
import { FORGE, forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const UNTIL = MONDAY + 4 * 7 * DAY;
const TILL = 'github:github.com/acme/till';
let next = 0;

/** One merged pull request by each of `people`, named after their team: `pay0`, `pay1`, ... */
function work(people: number, name: string, over: Partial<PullRequestFact> = {}): PullRequestFact[] {
  return Array.from({ length: people }, (_, index) => {
    next += 1;
    const mergedAt = MONDAY + 7 * DAY + index * HOUR;
    return forgeFact(next, { person: `${name}${index}`, teamBasis: 'stated', mergedAt, ...over });
  });
}

const inTeams = (...teams: string[]) => ({ teams: teams.sort() });

/** Payments and search, five people of whom are in both, one team that is too small, and some in none. */
const held = heldOf(
  [
    ...work(9, 'pay', inTeams('pay')),
    ...work(8, 'search', { ...inTeams('search'), teamBasis: 'assumed' }),
    ...work(5, 'both', inTeams('pay', 'search')),
    ...work(3, 'lab', { ...inTeams('lab'), teamBasis: 'repository' }),
    ...work(4, 'ops', inTeams('ops')),
    ...work(6, 'free', { ...inTeams(), teamBasis: null, repositoryId: TILL }),
  ],
  [freshForge(UNTIL), freshForge(UNTIL, { repositoryId: TILL, name: 'acme/till' })],
  'UTC',
  ['pay', 'search', 'lab', 'ops', 'gone'],
);

const asked = (view: View, of: Held = held) => seriesAnswer(of, 'merged-pull-requests', view);
const merged = (view: View) => asked(view).data.n;

function refusal(view: View, of: Held = held): QuestionError {
  try {
    asked(view, of);
  } catch (error) {
    if (error instanceof QuestionError) return error;
  }
  throw new Error('it was answered');
}

describe('a filter by teams', () => {
  it('counts an item once in each of its teams, and once in any of them together', () => {
    expect([merged({ team: ['pay'] }), merged({ team: ['search'] })]).toEqual([14, 13]);
    expect(merged({ team: ['pay', 'search'] })).toBe(22);
    expect(merged({})).toBe(35);
  });

  it('is echoed sorted and once, and empty where there is none', () => {
    expect(asked({ team: ['search', 'pay', 'search'] }).asked.team).toEqual(['pay', 'search']);
    expect(asked({}).asked.team).toEqual([]);
  });

  it('holds for durations by opening and by merge alike', () => {
    for (const by of ['opening', 'merge'] as const) {
      const { data } = seriesAnswer(held, 'cycle-time', { team: ['pay'], by });
      expect([data.n, data.points.find(({ value }) => value !== null)?.value]).toEqual([14, 24]);
    }
  });

  it('says whose team counts, and what placing in teams rests on', () => {
    const { howToRead, coverage } = asked({ team: ['pay'] }).data;
    expect(howToRead).toContain('Teams are the author’s when it was opened');
    expect(coverage).toBe(
      'All 14 merged pull requests. Teams of all 35 pull requests: 51 % by a stated membership, 23 % by an assumed one, 9 % by who owns the repository, 17 % in no team.',
    );
    const total = asked({}).data;
    expect(`${total.howToRead} ${total.coverage}`).not.toContain('eam');
  });

  it('stands in the CSV by name', () => {
    const [header = '', first = ''] = seriesCsv(asked({ team: ['pay', 'search'] }), held.teamNames).split(
      '\r\n',
    );
    expect(first.split(',')[header.split(',').indexOf('team')]).toBe('The pay; The search');
  });

  it('refuses a team that there is none of, and names those that there are', () => {
    const { code, field, allowed } = refusal({ team: ['pay', 'sales'] });
    expect([code, field, allowed]).toEqual(['unknown-team', 'team', [...held.teamNames.keys()]]);
  });

  it('speaks of no week before those asked for', () => {
    const early = MONDAY - 20 * 7 * DAY;
    const long = Array.from({ length: 40 }, (_, week) =>
      work(7, 'pay', { ...inTeams('pay'), mergedAt: early + week * 7 * DAY }),
    ).flat();
    const facts = [...long, ...work(7, 'search', inTeams('search')), ...work(7, 'ops', inTeams('ops'))];
    const many = heldOf(facts, [freshForge(early + 40 * 7 * DAY)], 'UTC', ['pay', 'search', 'ops']);
    expect(asked({ window: '12w' }, many).data.finding).toContain('in the 12 weeks before');
    expect(asked({ window: '12w', team: ['pay'] }, many).data.finding).not.toContain('before');
    expect(asked({ window: '26w', team: ['pay'] }, many).data.finding).toContain('in the 12 weeks before');
  });
});

describe('a group of fewer than five people', () => {
  it('is refused in a sentence, alone and with others, while the total keeps its work', () => {
    for (const team of [['lab'], ['lab', 'pay']]) {
      const { code, message, field } = refusal({ team });
      expect([code, field]).toEqual(['group-too-small', 'team']);
      expect(message).toBe('The lab. Fewer than five people: shown only as part of others.');
    }
    expect(refusal({ team: ['gone'] }).message).toContain('Nobody has work here in this window');
  });

  it('is listed with why, in classes and never with a number', () => {
    const { data, asked: window } = choicesAnswer(held, {});
    expect(window).toEqual({ window: '52w', from: null, to: null });
    expect(data.teams.map(({ id, people, folded }) => [id, people, folded])).toEqual([
      ['gone', 'none', 'Nobody has work here in this window'],
      ['lab', 'under 5', 'Fewer than five people: shown only as part of others'],
      ['ops', 'under 5', 'Fewer than five people: shown only as part of others'],
      ['pay', '10 to 19', null],
      ['search', '10 to 19', null],
    ]);
    expect(data.repositories.map(({ id, people, folded }) => [id, people, folded])).toEqual([
      [FORGE, '20 to 49', null],
      [TILL, '5 to 9', null],
    ]);
    expect(data.placing).toContain('Teams of all 35 pull requests');
    expect(Value.Errors(ChoicesAnswer, choicesAnswer(held, {}))).toEqual([]);
  });

  it('may also be a team within a repository, or a repository without a team', () => {
    expect(merged({ team: ['pay'], repo: FORGE })).toBe(14);
    expect(refusal({ team: ['pay'], repo: TILL }).code).toBe('group-too-small');
    expect(refusal({ team: ['pay', 'search'], repo: FORGE }).code).toBe('one-team-only');
  });

  it('is a repository too, unless it is the only one that is stored', () => {
    const few = work(2, 'solo', { repositoryId: TILL });
    const only = heldOf(few, [freshForge(UNTIL, { repositoryId: TILL })]);
    expect(asked({ repo: TILL }, only).data.n).toBe(2);
    const beside = heldOf(
      [...few, ...work(9, 'pay')],
      [freshForge(UNTIL), freshForge(UNTIL, { repositoryId: TILL, name: 'acme/till' })],
    );
    expect(refusal({ repo: TILL }, beside)).toMatchObject({ code: 'group-too-small', field: 'repo' });
    // The other one would be the total less this one.
    expect(refusal({ repo: FORGE }, beside).message).toContain('Too few people tell it from other groups');
    expect(asked({}, beside).data.n).toBe(11);
  });
});
