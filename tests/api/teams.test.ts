import { describe, expect, it } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import type { ChoicesAnswer, SeriesAnswer } from '../../server/contract/index.ts';
import { DAY } from '../../server/model/instant.ts';
import { testApp } from '../support/app.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';

const TEAMS = ['pay', 'search', 'lab', 'ops'];

/** Seven people of each team but the lab and the ops, which are small, and nine in none. */
function organisation(teamNames = TEAMS) {
  const sizes = { pay: 7, search: 7, lab: 2, ops: 3, '': 9 };
  const facts = Object.entries(sizes).flatMap(([team, people], place) =>
    Array.from({ length: people }, (_, index) =>
      forgeFact(place * 100 + index, {
        person: `${team}${index}`,
        teams: team === '' ? [] : [team],
        teamBasis: team === '' ? null : 'stated',
      }),
    ),
  );
  return heldOf(facts, [freshForge(MONDAY + 9 * DAY)], 'UTC', teamNames);
}

const app = () => testApp({ held: organisation() }).app;
const url = (query: string) => `/api/series/merged-pull-requests${query}`;

describe('the filter by team', () => {
  it('is a list, whether one is given or several', async () => {
    const asked = async (query: string) => (await app().inject(url(query))).json<SeriesAnswer>();
    const [one, both, none] = [
      await asked('?team=pay'),
      await asked('?team=search&team=pay'),
      await asked(''),
    ];
    expect([one.asked.team, both.asked.team, none.asked.team]).toEqual([['pay'], ['pay', 'search'], []]);
  });

  it('is refused where a team is unknown, unnamed or too small, in the one shape of errors', async () => {
    const refused = async (query: string) => {
      const answer = await app().inject(url(query));
      return [answer.statusCode, answer.json<Failure>().error.code];
    };
    expect(await refused('?team=sales')).toEqual([400, 'unknown-team']);
    expect(await refused('?team=')).toEqual([400, 'bad-question']);
    expect(await refused(`?${'team=pay&'.repeat(101)}`)).toEqual([400, 'bad-question']);
    expect(await refused('?team=lab')).toEqual([400, 'group-too-small']);
    expect(await refused('/csv?team=lab')).toEqual([400, 'group-too-small']);
  });

  it('names the file’s lines, and the sentence of a refusal', async () => {
    const csv = (await app().inject(url('/csv?team=search'))).body.split('\r\n');
    expect(csv[1]).toContain(',The search,');
    const { error } = (await app().inject(url('?team=lab'))).json<Failure>();
    expect(error).toMatchObject({
      field: 'team',
      message: 'The lab. Fewer than five people: shown only as part of others.',
    });
  });
});

describe('the list of teams', () => {
  it('tells of each whether it may be asked for, and what it is called', async () => {
    const { asked, data } = (await app().inject('/api/teams?window=12w')).json<ChoicesAnswer>();
    expect(asked).toEqual({ window: '12w', from: null, to: null });
    expect(data.teams.map(({ name, people, folded }) => [name, people, folded === null])).toEqual([
      ['The lab', 'under 5', false],
      ['The ops', 'under 5', false],
      ['The pay', '5 to 9', true],
      ['The search', '5 to 9', true],
    ]);
  });

  it('has another tag when a team gets another name', async () => {
    const tagOf = async (names: string[]) =>
      (await testApp({ held: organisation(names) }).app.inject('/api/teams')).headers.etag;
    expect(await tagOf(['pay', 'search'])).not.toBe(await tagOf(['pay', 'find']));
    expect(await tagOf(TEAMS)).toBe(await tagOf([...TEAMS]));
  });
});
