import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../server/contract/answer.ts';
import { EditedAnswer, type TeamsAnswer } from '../../server/contract/organisation.ts';
import { RolloutGuessAnswer, RolloutsAnswer } from '../../server/contract/rollouts.ts';
import { organisationRoutes, rolloutRoutes as routes } from '../../server/contract/routes.ts';
import { testApp } from '../support/app.ts';
import { fresh, heldOf } from '../support/facts.ts';
import { organised } from '../support/organised-store.ts';
import { organisingOf } from '../support/organising.ts';

const UNTIL = Date.parse('2026-11-01T00:00:00Z');
const ELSEWHERE = '10.0.0.7';

/** The app over a real store with three teams, asked from this machine unless a test says otherwise. */
async function served() {
  const { store, desk } = await organised([]);
  await desk.importRoster('team,login_or_email,from,to\nPay,ada,,\nSearch,ben,,\nWeb,cy,,\n');
  const counted = { measured: 0, taken: 0 };
  const measureSoon = () => {
    counted.measured += 1;
  };
  const held = heldOf([], [fresh(UNTIL)]);
  const refresh = async (own = false) => {
    if (own) counted.taken += 1;
    return own;
  };
  const { app } = testApp({
    live: { held, refresh },
    organising: organisingOf(store, { desk, measureSoon }),
  });
  const teams = (await app.inject(organisationRoutes.teams)).json<TeamsAnswer>().data;
  const idOf = (name: string) => teams.find((team) => team.name === name)?.id ?? '';
  const list = async () => (await app.inject(routes.rollouts)).json<RolloutsAnswer>();
  const copilot = {
    ...{ name: 'Copilot', tool: 'copilot', kind: 'assistant' },
    starts: [
      { team: idOf('Pay'), day: '2026-03-04' },
      { team: idOf('Web'), day: null },
    ],
  };
  return { app, store, counted, idOf, list, copilot };
}

describe('Rollouts over HTTP', () => {
  it('are stated, listed with every team, changed and removed; all pages know it at once', async () => {
    const { app, list, copilot, counted, idOf } = await served();
    const added = await app.inject({ method: 'POST', url: routes.rollouts, payload: copilot });
    expect(Value.Errors(EditedAnswer, added.json())).toEqual([]);
    expect([added.statusCode, counted]).toEqual([200, { measured: 1, taken: 1 }]);
    const answer = await list();
    expect(Value.Errors(RolloutsAnswer, answer)).toEqual([]);
    const [rollout] = answer.data.rollouts;
    expect(rollout).toMatchObject({
      name: 'Copilot',
      summary: '1 of 3 teams starts on 4 Mar 2026; 2 are not planned.',
      draw: null,
    });
    expect(rollout?.starts.map(({ name, day }) => [name, day])).toEqual([
      ['Pay', '2026-03-04'],
      ['Search', null],
      ['Web', null],
    ]);
    const url = routes.rollout.replace(':rollout', rollout?.id ?? '');
    const payload = { ...copilot, name: 'Assistants', starts: [{ team: idOf('Web'), day: '2026-12-07' }] };
    expect((await app.inject({ method: 'PUT', url, payload })).statusCode).toBe(200);
    const [changed] = (await list()).data.rollouts;
    expect([changed?.id, changed?.name]).toEqual([rollout?.id, 'Assistants']);
    expect((await app.inject({ method: 'DELETE', url })).statusCode).toBe(200);
    expect((await list()).data.rollouts).toEqual([]);
  });

  it('are drawn by lot from a seed that is told with the order', async () => {
    const { app, list, copilot, idOf } = await served();
    await app.inject({ method: 'POST', url: routes.rollouts, payload: copilot });
    const url = routes.draw.replace(':rollout', (await list()).data.rollouts[0]?.id ?? '');
    const payload = { teams: [idOf('Web'), idOf('Search')], first: '2026-11-09', weeksApart: 2 };
    expect((await app.inject({ method: 'POST', url, payload })).statusCode).toBe(200);
    const [drawn] = (await list()).data.rollouts;
    expect(drawn?.draw).toMatchObject({ seed: 7, at: '2026-11-01T00:00:00Z', kept: 'kept' });
    expect(drawn?.starts.map(({ day }) => day).sort()).toEqual(['2026-03-04', '2026-11-09', '2026-11-23']);
  });

  it('go out as a file and come back in', async () => {
    const { app, copilot } = await served();
    await app.inject({ method: 'POST', url: routes.rollouts, payload: copilot });
    const file = await app.inject(routes.csv);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    const put = (payload: string) =>
      app.inject({ method: 'PUT', url: routes.csv, headers: { 'content-type': 'text/csv' }, payload });
    expect((await put(file.body)).json<EditedAnswer>().data.changed).toBe(false);
    const moved = await put(file.body.replace('2026-03-04', '2026-03-11'));
    expect(moved.json<EditedAnswer>().data.changed).toBe(true);
    const wrong = await put(`${file.body}Copilot,copilot,assistant,Nobody,\r\n`);
    expect([wrong.statusCode, wrong.json<Failure>().error.message]).toEqual([
      400,
      'One line cannot be taken; nothing was changed.\nLine 4: there is no team "Nobody".',
    ]);
  });

  it('offer a guess with its warning, and take nothing of it by themselves', async () => {
    const { app, store } = await served();
    const before = await store.digest();
    const answer = (await app.inject(routes.guess)).json<RolloutGuessAnswer>();
    expect(Value.Errors(RolloutGuessAnswer, answer)).toEqual([]);
    expect(answer.data.warning).toContain('make an effect out of nothing');
    expect(await store.digest()).toBe(before);
  });

  it('are read by everybody and written by those who may', async () => {
    const { app, list, copilot } = await served();
    await app.inject({ method: 'POST', url: routes.rollouts, payload: copilot });
    const id = (await list()).data.rollouts[0]?.id ?? '';
    const from = { remoteAddress: ELSEWHERE };
    const read = await app.inject({ url: routes.rollouts, ...from });
    expect([read.statusCode, read.json<RolloutsAnswer>().data.mayEdit]).toEqual([200, false]);
    expect((await app.inject({ url: routes.csv, ...from })).statusCode).toBe(200);
    const url = routes.rollout.replace(':rollout', id);
    const writes = [
      { method: 'POST', url: routes.rollouts, payload: copilot },
      { method: 'PUT', url, payload: copilot },
      { method: 'DELETE', url },
      { method: 'POST', url: `${url}/draw`, payload: { teams: [] } },
      { method: 'PUT', url: routes.csv, payload: 'x', headers: { 'content-type': 'text/csv' } },
    ] as const;
    for (const write of writes) {
      expect((await app.inject({ ...write, ...from })).statusCode, write.method).toBe(401);
    }
  });

  it.each([
    [{ name: 'A', kind: 'robot', starts: [] }, 'bad-question'],
    [{ name: 'A', kind: 'agent' }, 'bad-question'],
    [{ name: 'A', kind: 'agent', starts: [{ team: 'nobody', day: null }] }, 'unknown-team'],
    [{ name: 'copilot', kind: 'agent', starts: [] }, 'name-in-use'],
    [{ name: 'A', kind: 'agent', starts: [], rank: 1 }, 'unknown-field'],
  ])('refuse %j', async (payload, code) => {
    const { app, copilot, store } = await served();
    await app.inject({ method: 'POST', url: routes.rollouts, payload: copilot });
    const before = await store.digest();
    const answer = await app.inject({ method: 'POST', url: routes.rollouts, payload });
    expect([answer.statusCode, answer.json<Failure>().error.code]).toEqual([400, code]);
    expect(await store.digest()).toBe(before);
  });
});
