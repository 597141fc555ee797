import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawnOrder, orderKept } from '../../server/model/drawn-order.ts';
import { type Desk, organisationOf } from '../../server/organisation/desk.ts';
import { teamIds } from '../../server/people/team-id.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { lentFolder } from '../support/temporary-folder.ts';

const AT = Date.UTC(2026, 5, 1, 9);
const NAMES = ['Ads', 'Billing', 'Catalog', 'Delivery', 'Edge'];
const TEAMS = NAMES.map(teamIds([]));
let store: Store;
let desk: Desk;
let id: string;
let remove: () => void;
beforeEach(async () => {
  const lent = lentFolder();
  remove = lent.remove;
  store = openStore({ file: `${lent.folder}/uptake.db`, migrations: MIGRATIONS });
  desk = organisationOf(store, { now: () => AT, zone: 'UTC' });
  const lines = NAMES.map((name) => `${name},${name}@example.com,,`);
  await desk.importRoster(`team,login_or_email,from,to\n${lines.join('\n')}\n`);
  const starts = TEAMS.slice(0, 1).map((teamId) => ({ teamId, day: '2026-05-04' }));
  await desk.stateRollout(null, { name: 'Agents', tool: null, kind: 'agent', starts });
  id = (await store.rollouts())[0]?.id ?? '';
});
afterEach(() => {
  store.close();
  remove();
});

const rest = TEAMS.slice(1);
const only = async () => {
  const [rollout] = await store.rollouts();
  if (rollout === undefined) throw new Error('there is none');
  return rollout;
};

describe('An order that is drawn by lot', () => {
  test('follows from its seed, whatever order the teams were given in', () => {
    expect(drawnOrder(11, rest.toReversed())).toEqual(drawnOrder(11, rest));
    expect(drawnOrder(11, rest).toSorted()).toEqual(rest.toSorted());
    const orders = new Set(Array.from({ length: 200 }, (_, seed) => drawnOrder(seed, rest).join()));
    expect(orders.size).toBe(24);
  });

  test('puts no team first more often than another', () => {
    const first = Array.from({ length: 4000 }, (_, seed) => drawnOrder(seed * 7919, rest)[0]);
    const counts = rest.map((team) => first.filter((one) => one === team).length);
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // The 99.9 % point for three degrees of freedom.
    expect(chiSquare).toBeLessThan(16.3);
  });

  test('is kept with its seed, laid on the calendar, and remembered', async () => {
    const dates = { first: '2026-06-08', weeksApart: 3, together: 2 };
    const edited = await desk.drawRollout(id, { teams: rest, dates }, 11);
    expect(edited.summary).toBe('The order of 4 teams in the rollout "Agents" was drawn by lot (seed 11).');
    const rollout = await only();
    const order = drawnOrder(11, rest);
    expect(rollout.draw).toEqual({ at: AT, seed: 11, teams: order });
    const dayOf = new Map(rollout.starts.map(({ teamId, day }) => [teamId, day]));
    expect(order.map((team) => dayOf.get(team))).toEqual([
      ...['2026-06-08', '2026-06-08'],
      ...['2026-06-29', '2026-06-29'],
    ]);
    expect(dayOf.get(TEAMS[0] ?? '')).toBe('2026-05-04');
    expect(orderKept(rollout, 'UTC')).toBe('kept');
    expect(await store.notes()).toEqual([]);
    const again = await desk.drawRollout(id, { teams: rest, dates }, 12);
    expect(again.summary).toContain('in place of the one drawn before');
    const [newest] = await desk.changes(1, null);
    expect(await store.replacedBy(newest?.id ?? 0)).toMatchObject({ draw: { seed: 11 } });
  });

  test('without dates takes the planned ones away, which nobody drew', async () => {
    const [one = ''] = rest;
    await desk.stateRollout(id, {
      ...(await only()),
      starts: [...(await only()).starts, { teamId: one, day: '2026-07-06' }],
    });
    await desk.drawRollout(id, { teams: rest, dates: null }, 3);
    expect(orderKept(await only(), 'UTC')).toBe('waiting');
  });

  test.each([
    [{ teams: rest.slice(0, 1), dates: null }, 'too-few-teams'],
    [{ teams: TEAMS, dates: null }, 'has-started'],
    [{ teams: ['nobody', ...rest], dates: null }, 'unknown-team'],
    [{ teams: rest, dates: { first: '2026-06-01', weeksApart: 1, together: 1 } }, 'bad-draw'],
    [{ teams: rest, dates: { first: 'soon', weeksApart: 1, together: 1 } }, 'bad-draw'],
    [{ teams: rest, dates: { first: '2026-06-08', weeksApart: 0, together: 1 } }, 'bad-draw'],
  ])('of %j is refused', async (plan, code) => {
    await expect(desk.drawRollout(id, plan, 1)).rejects.toMatchObject({ code });
    expect((await only()).draw).toBeNull();
  });

  test('is found not to be obeyed', () => {
    const teams = drawnOrder(11, rest);
    const draw = { at: AT, seed: 11, teams };
    const started = (days: (string | null)[]) =>
      teams.map((teamId, at) => ({ teamId, day: days[at] ?? null }));
    const kept = (days: (string | null)[]) => orderKept({ starts: started(days), draw }, 'UTC');
    expect(kept(['2026-06-08', '2026-06-08', '2026-06-15'])).toBe('kept');
    expect(kept(['2026-06-08', '2026-06-22', '2026-06-15'])).toBe('out-of-order');
    expect(kept(['2026-06-08', null, '2026-06-15'])).toBe('out-of-order');
    expect(kept(['2026-06-01', '2026-06-08'])).toBe('before-draw');
    expect(kept([])).toBe('waiting');
    expect(orderKept({ starts: [], draw: { ...draw, teams: teams.toReversed() } }, 'UTC')).toBe(
      'not-from-seed',
    );
    expect(orderKept({ starts: [], draw: null }, 'UTC')).toBe('none');
  });
});
