import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { NotesAnswer } from '../../server/contract/notes.ts';
import { DAY } from '../../server/model/instant.ts';
import type { Note } from '../../server/model/note.ts';
import type { Rollout, RolloutStart } from '../../server/model/rollout.ts';
import { notesAnswer } from '../../server/report/notes/notes-answer.ts';
import { noteText } from '../../server/words/note.ts';
import { fact, fresh, heldOf, MONDAY } from '../support/facts.ts';

/** Thirty weeks that end in the week of 10 August 2026, a Wednesday. */
const facts = Array.from({ length: 30 }, (_, week) => fact(week, { mergedAt: MONDAY - week * 7 * DAY }));
const held = heldOf(facts, [fresh(MONDAY + 2 * DAY)], 'UTC', ['pay', 'search', 'shop']);

function rollout(starts: readonly RolloutStart[]): Rollout {
  return { id: 'r', name: 'Copilot', tool: 'copilot', kind: 'assistant', starts, draw: null };
}

const pay = { teamId: 'pay', day: '2026-06-03' };
const search = { teamId: 'search', day: '2026-07-06' };
const shop = { teamId: 'shop', day: null };

const told = (starts: readonly RolloutStart[], view: Parameters<typeof notesAnswer>[2] = {}) =>
  notesAnswer({ ...held, rollouts: [rollout(starts)] }, [], view, true);

describe('Starts on a time axis', () => {
  test('of all teams are the first one, and of how many', () => {
    const answer = told([search, pay, shop]);
    expect(Value.Errors(NotesAnswer, answer)).toEqual([]);
    const [first, ...rest] = answer.data.notes;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ kind: 'start', by: 'rollout', number: 1, firstWeek: '2026-06-01' });
    expect(first && noteText(first)).toBe('Start: Copilot, the first of 2 teams');
    expect(first?.id).toBeLessThan(0);
  });

  test('of teams that are asked for are their own', () => {
    const { notes, teamStarts } = told([pay, search], { team: ['search'] }).data;
    expect(notes.map(noteText)).toEqual(['Start, The search: Copilot']);
    expect(teamStarts).toEqual([]);
  });

  test('are known team by team for charts of single teams, within the weeks shown', () => {
    expect(told([pay, search, shop]).data.teamStarts).toEqual([
      { team: 'pay', week: '2026-06-01' },
      { team: 'search', week: '2026-07-06' },
    ]);
    expect(told([pay, search], { from: '2026-07-01' }).data.teamStarts).toEqual([
      { team: 'search', week: '2026-07-06' },
    ]);
  });

  test('say where several begin together', () => {
    const text = (starts: readonly RolloutStart[]) => told(starts).data.notes.map((note) => note.text);
    const also = { ...search, day: pay.day };
    expect(text([pay, also])).toEqual(['Copilot, all 2 teams']);
    expect(text([pay, also, { ...shop, day: '2026-08-01' }])).toEqual(['Copilot, the first 2 of 3 teams']);
    expect(text([pay, shop])).toEqual(['Copilot, one team']);
  });

  test('stand among what people wrote, by day, and those to come are ahead', () => {
    const freeze: Note = {
      ...{ id: 7, kind: 'freeze', day: '2026-05-04', until: null },
      ...{ teamId: null, text: 'nothing is released', by: 'person' },
    };
    const later: Note = { ...freeze, id: 8, day: '2026-07-01' };
    const asked = { ...held, rollouts: [rollout([pay])] };
    const { notes } = notesAnswer(asked, [freeze, later], {}, true).data;
    expect(notes.map(({ id }) => id)).toEqual([7, -1, 8]);
    const planned = told([{ ...pay, day: '2026-12-01' }]).data;
    expect([planned.notes, planned.teamStarts]).toEqual([[], []]);
    expect(planned.ahead.map(({ day }) => day)).toEqual(['2026-12-01']);
  });

  test('are none where no rollout is stated, or none has a date', () => {
    expect(told([shop]).data).toMatchObject({ notes: [], ahead: [], elsewhere: 0 });
  });
});
