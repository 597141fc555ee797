import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { weekOfDate } from '../../server/model/week.ts';
import { type Desk, organisationOf } from '../../server/organisation/desk.ts';
import type { RolloutDraft } from '../../server/organisation/rollout-draft.ts';
import { teamIds } from '../../server/people/team-id.ts';
import { askedRollout, startWeeks } from '../../server/report/rollouts.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { MIGRATIONS } from '../support/open-store.ts';
import { lentFolder } from '../support/temporary-folder.ts';

const AT = Date.UTC(2026, 5, 1, 9);
let store: Store;
let desk: Desk;
let remove: () => void;
beforeEach(async () => {
  const lent = lentFolder();
  remove = lent.remove;
  store = openStore({ file: `${lent.folder}/uptake.db`, migrations: MIGRATIONS });
  desk = organisationOf(store, { now: () => AT, zone: 'UTC' });
  await desk.importRoster(
    'team,login_or_email,from,to\nPayments,ada@example.com,,\nSearch,ben@example.com,,\n',
  );
});
afterEach(() => {
  store.close();
  remove();
});

const idOf = (name: string) => teamIds([])(name);
const draft = (more: Partial<RolloutDraft> = {}): RolloutDraft => ({
  name: 'Copilot 2026',
  tool: 'copilot',
  kind: 'assistant',
  starts: [
    { teamId: idOf('Search'), day: null },
    { teamId: idOf('Payments'), day: '2026-03-04' },
  ],
  ...more,
});

describe('A rollout', () => {
  test('is stated, kept, changed under its name and removed', async () => {
    expect(await desk.stateRollout(null, draft())).toMatchObject({
      changed: true,
      summary: 'The rollout "Copilot 2026" was added: 1 team starts on 2026-03-04.',
    });
    expect(await desk.stateRollout(null, draft())).toMatchObject({ changed: false });
    const [kept] = await store.rollouts();
    expect(kept).toMatchObject({ name: 'Copilot 2026', tool: 'copilot', kind: 'assistant', draw: null });
    expect(new Map(kept?.starts.map(({ teamId, day }) => [teamId, day]))).toEqual(
      new Map([
        [idOf('Payments'), '2026-03-04'],
        [idOf('Search'), null],
      ]),
    );
    await desk.stateRollout(kept?.id ?? '', draft({ name: 'Copilot' }));
    expect((await store.rollouts()).map(({ id, name }) => ({ id, name }))).toEqual([
      { id: kept?.id, name: 'Copilot' },
    ]);
    await desk.removeRollout(kept?.id ?? '');
    expect(await store.rollouts()).toEqual([]);
  });

  test('whose dates move says so on the time axis, and only then', async () => {
    await desk.stateRollout(null, draft());
    expect(await store.notes()).toEqual([]);
    await desk.stateRollout(null, draft({ starts: [{ teamId: idOf('Payments'), day: '2026-04-01' }] }));
    expect(await store.notes()).toMatchObject([{ kind: 'rollout', day: '2026-06-01', by: 'program' }]);
    const [newest] = await desk.changes(1, null);
    expect(newest).toMatchObject({ kind: 'rollout' });
    expect(await store.replacedBy(newest?.id ?? 0)).toMatchObject({
      starts: draft().starts,
    });
  });

  test.each([
    [{ name: '  ' }, 'bad-name'],
    [{ name: '=SUM(A1)' }, 'bad-name'],
    [{ starts: [{ teamId: 'nobody', day: null }] }, 'unknown-team'],
    [{ starts: [{ teamId: idOf('Search'), day: '2026-02-30' }] }, 'bad-rollout'],
    [{ starts: [{ teamId: idOf('Search'), day: '0026-02-03' }] }, 'bad-rollout'],
    [{ starts: [draft().starts, draft().starts].flat() }, 'bad-rollout'],
  ])('with %j is refused, and nothing is written', async (more, code) => {
    await expect(desk.stateRollout(null, draft(more))).rejects.toMatchObject({ code });
    expect(await store.rollouts()).toEqual([]);
  });

  test('is the one that a question is about: the one asked for, else the one that began first', async () => {
    await desk.stateRollout(null, draft());
    await desk.stateRollout(
      null,
      draft({ name: 'Agents', starts: [{ teamId: idOf('Search'), day: '2026-01-07' }] }),
    );
    const rollouts = await store.rollouts();
    const [agents, copilot] = rollouts;
    expect(askedRollout({ rollouts }, undefined)).toEqual(agents);
    expect(askedRollout({ rollouts }, copilot?.id)).toEqual(copilot);
    expect(askedRollout({ rollouts: [] }, undefined)).toBeNull();
    expect(() => askedRollout({ rollouts }, 'another')).toThrow('There is no rollout "another".');
    if (copilot === undefined) throw new Error('there is none');
    // Wednesday the 4th of March lies in the week from the 2nd.
    expect([...startWeeks(copilot)]).toEqual([[idOf('Payments'), weekOfDate('2026-03-02')]]);
  });
});
