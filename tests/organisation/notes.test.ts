import { describe, expect, test } from 'vitest';
import { QuestionError } from '../../server/model/errors.ts';
import type { NoteDraft } from '../../server/model/note.ts';
import { notesOf } from '../../server/organisation/note-desk.ts';
import { openTestStore } from '../support/open-store.ts';
import { organised, shop } from '../support/organised-store.ts';

const freeze: NoteDraft = {
  kind: 'freeze',
  day: '2026-12-21',
  until: '2027-01-03',
  teamId: null,
  text: 'Nothing is released',
};
const world = { now: () => Date.parse('2026-11-01T00:00:00Z') };

async function desk() {
  const store = await openTestStore();
  return { store, notes: notesOf(store, world) };
}

async function refusalOf(work: Promise<unknown>): Promise<QuestionError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof QuestionError) return error;
  throw new Error(`was not refused: ${error}`);
}

describe('A note', () => {
  test('is written, put in other words, removed and put back, each time remembered with what it was', async () => {
    const { store, notes } = await desk();
    const { id, changed, summary } = await notes.add(freeze);
    expect([changed, summary]).toEqual([
      true,
      'The note "Nothing is released" of 2026-12-21 to 2027-01-03 was added.',
    ]);
    await notes.change(id, { ...freeze, text: 'Hardly anything is released' });
    expect(await notes.notes()).toEqual([
      { ...freeze, id, by: 'person', text: 'Hardly anything is released' },
    ]);
    await notes.remove(id);
    expect(await notes.notes()).toEqual([]);
    expect((await notes.change(id, freeze)).summary).toContain('was put back');
    expect(await notes.notes()).toEqual([{ ...freeze, id, by: 'person' }]);
    const changes = await store.organisationChanges(9, null);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'note-changed',
      'note-removed',
      'note-changed',
      'note-added',
    ]);
    const replaced = await Promise.all(changes.map((change) => store.replacedBy(change.id)));
    expect(replaced).toMatchObject([
      { removed: true },
      { text: 'Hardly anything is released', removed: false },
      { text: 'Nothing is released' },
      null,
    ]);
  });

  test('that is there already is neither written nor remembered again', async () => {
    const { store, notes } = await desk();
    const { id } = await notes.add(freeze);
    expect(await notes.add({ ...freeze, text: '  Nothing is released ' })).toMatchObject({
      changed: false,
      id,
    });
    expect(await notes.change(id, freeze)).toMatchObject({ changed: false });
    await notes.remove(id);
    expect(await notes.remove(id)).toMatchObject({ changed: false });
    expect(await store.organisationChanges(9, null)).toHaveLength(2);
    // One that was removed is no reason not to write it anew.
    expect((await notes.add(freeze)).id).not.toBe(id);
  });

  test('of one day has no last day', async () => {
    const { notes } = await desk();
    await notes.add({ ...freeze, until: freeze.day });
    expect((await notes.notes())[0]).toMatchObject({ day: freeze.day, until: null });
  });

  test.each([
    ['without a text', { text: ' \t' }, 'text', /empty/],
    ['of several lines', { text: 'one\ntwo' }, 'text', /one line/],
    ['longer than 200 characters', { text: 'é'.repeat(201) }, 'text', /201 characters; allowed are 200/],
    ['of a day that there is none of', { day: '2026-02-30' }, 'day', /"2026-02-30" is no day/],
    ['of a year mistyped', { day: '0206-12-21' }, 'day', /lies outside/],
    ['that ends before it begins', { until: '2026-12-20' }, 'until', /before the first/],
    ['of a team that there is none of', { teamId: 'sales' }, 'team', /no team "sales"/],
  ])('%s is refused by its field', async (_, change, field, says) => {
    const { store, notes } = await desk();
    const refusal = await refusalOf(notes.add({ ...freeze, ...change }));
    expect([refusal.field, refusal.message]).toEqual([field, expect.stringMatching(says)]);
    expect(await store.organisationChanges(9, null)).toEqual([]);
  });

  test('of 200 characters that are two units each is not too long', async () => {
    const { notes } = await desk();
    await notes.add({ ...freeze, text: '🎄'.repeat(200) });
    expect(await notes.notes()).toHaveLength(1);
  });

  test('that does not exist cannot be changed', async () => {
    const { notes } = await desk();
    expect((await refusalOf(notes.remove(7))).code).toBe('unknown-note');
  });
});

describe('What the program has to say', () => {
  const said = { key: 'detector 2', kind: 'detector', day: '2026-10-01', text: 'Detector changed' } as const;

  test('is said once under its key, also after somebody removed it', async () => {
    const { store, notes } = await desk();
    expect([await store.programNote(said), await store.programNote({ ...said, day: '2026-10-02' })]).toEqual([
      true,
      false,
    ]);
    const [note] = await notes.notes();
    expect(note).toMatchObject({ day: '2026-10-01', by: 'program', until: null });
    await notes.remove(note?.id ?? 0);
    expect(await store.programNote(said)).toBe(false);
    expect(await notes.notes()).toEqual([]);
  });

  test('can be removed and put back, not put in other words', async () => {
    const { store, notes } = await desk();
    await store.programNote(said);
    const [note] = await notes.notes();
    if (note === undefined) throw new Error('nothing was said');
    const refusal = await refusalOf(notes.change(note.id, { ...note, text: 'Nothing changed' }));
    expect(refusal.code).toBe('program-note');
    await notes.remove(note.id);
    await notes.change(note.id, note);
    expect(await notes.notes()).toEqual([note]);
  });
});

describe('A change of the team list', () => {
  const HEADER = 'team,login_or_email,from,to\r\n';
  const work = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => [n + 1, n % 2 === 0 ? 'ada' : 'ben', '2026-05-10T12:00:00Z'] as const,
    );

  test('that can place much work elsewhere is said on the time axis, once a day', async () => {
    const { store, desk } = await organised(work(60));
    await desk.importRoster(`${HEADER}Pay,ada,,`);
    await desk.importRoster(`${HEADER}Search,ada,,`);
    await desk.setRepositoryOwners([{ repository: 'acme/*', team: 'Owners' }]);
    expect(await store.notes()).toMatchObject([
      { kind: 'teams', day: '2026-11-01', by: 'program', text: expect.stringMatching(/^Team list changed/) },
    ]);
  });

  test('of who owns the repositories is said too', async () => {
    const { store, desk } = await organised(work(60));
    await desk.setCodeOwners(shop.id, '* @acme/web');
    expect(await store.notes()).toEqual([]);
    await desk.setRepositoryOwners([{ repository: 'acme/*', team: 'Owners' }]);
    expect(await store.notes()).toHaveLength(1);
  });

  test('that hardly places any work is not', async () => {
    const { store, desk } = await organised([...work(38), [99, 'cleo', '2026-05-10T12:00:00Z']]);
    await desk.importRoster(`${HEADER}Pay,cleo,,`);
    await desk.importRoster(`${HEADER}Pay,cleo,,\r\nPay,ada,,`);
    // 19 facts of 39: too few to be worth a line on every chart.
    expect(await store.notes()).toEqual([]);
  });
});
