import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import { NotesAnswer } from '../../server/contract/notes.ts';
import { DAY } from '../../server/model/instant.ts';
import type { Note } from '../../server/model/note.ts';
import { withColumn } from '../../server/report/csv-column.ts';
import { notesAnswer } from '../../server/report/notes/notes-answer.ts';
import { withNotes } from '../../server/report/notes/notes-column.ts';
import { noteDays, noteText } from '../../server/words/note.ts';
import { fact, fresh, heldOf, MONDAY } from '../support/facts.ts';

const WEEK = 7 * DAY;

/** Thirty weeks that end in the week of 10 August 2026, a Wednesday. */
const held = heldOf(
  Array.from({ length: 30 }, (_, week) => fact(week, { mergedAt: MONDAY - week * WEEK })),
  [fresh(MONDAY + 2 * DAY)],
  'UTC',
  ['pay', 'search'],
);

function note(id: number, day: string, over: Partial<Note> = {}): Note {
  return { id, day, until: null, kind: 'other', teamId: null, text: `Note ${id}`, by: 'person', ...over };
}

const shown = (notes: readonly Note[], view: Parameters<typeof notesAnswer>[2] = {}) =>
  notesAnswer(held, notes, view, false).data;
const ids = (notes: readonly { id: number }[]) => notes.map(({ id }) => id);

describe('Notes of a question', () => {
  test('are those of the weeks shown, numbered by day, each with its weeks', () => {
    const answer = notesAnswer(
      held,
      [note(4, '2026-06-01'), note(2, '2026-08-16'), note(1, '2026-08-17'), note(3, '2026-05-17')],
      { window: '12w' },
      true,
    );
    expect(Value.Errors(NotesAnswer, answer)).toEqual([]);
    expect(answer.data.notes).toMatchObject([
      { id: 4, number: 1, firstWeek: '2026-06-01', lastWeek: '2026-06-01' },
      { id: 2, number: 2, firstWeek: '2026-08-10', lastWeek: '2026-08-10' },
    ]);
    expect(ids(answer.data.ahead)).toEqual([1]);
    expect([answer.data.elsewhere, answer.data.mayEdit]).toEqual([1, true]);
  });

  test('that reach beyond the weeks shown are drawn in those that are', () => {
    const [one] = shown([note(1, '2026-01-01', { until: '2027-01-01' })], { window: '12w' }).notes;
    expect(one).toMatchObject({ firstWeek: '2026-05-18', lastWeek: '2026-08-10', day: '2026-01-01' });
  });

  test('are of a window of its own too', () => {
    const view = { from: '2026-06-03', to: '2026-06-10' };
    const notes = [
      note(1, '2026-05-31'),
      note(2, '2026-06-01'),
      note(3, '2026-06-14'),
      note(4, '2026-06-15'),
    ];
    expect(ids(shown(notes, view).notes)).toEqual([2, 3]);
  });

  test('of a team are left out where another team is asked about, and bear its name', () => {
    const notes = [
      note(1, '2026-08-01', { teamId: 'pay' }),
      note(2, '2026-08-02', { teamId: 'gone' }),
      note(3, '2026-08-03'),
    ];
    expect(shown(notes).notes.map(({ team }) => team?.name)).toEqual([
      'The pay',
      'a team that is no more',
      undefined,
    ]);
    expect(ids(shown(notes, { team: ['search'] }).notes)).toEqual([3]);
    expect(ids(shown(notes, { team: ['search', 'pay'] }).notes)).toEqual([1, 3]);
  });

  test('on one axis are sixty at most, the newest', () => {
    const many = Array.from({ length: 70 }, (_, n) => note(n, '2026-08-01'));
    expect(shown(many).notes.at(-1)).toMatchObject({ id: 69, number: 60 });
    expect(shown(many).elsewhere).toBe(10);
  });

  test('of an unknown team, repository or window are refused like any question', () => {
    expect(() => shown([], { team: ['sales'] })).toThrow(/no team/);
    expect(() => shown([], { repo: 'nowhere' })).toThrow(/No repository/);
    expect(() => shown([], { from: '2030-01-01' })).toThrow(/after the data/);
  });

  test('where nothing has been read yet are all ahead', () => {
    const empty = heldOf([], [], 'UTC');
    expect(ids(notesAnswer(empty, [note(1, '2026-08-01')], {}, false).data.ahead)).toEqual([1]);
  });
});

describe('The words of a note', () => {
  test('begin with what it is about and whom it concerns, none of it twice', () => {
    const words = { kind: 'freeze', team: null, text: 'nothing is released' } as const;
    expect(noteText(words)).toBe('Freeze: nothing is released');
    expect(noteText({ ...words, team: { name: 'Pay' } })).toBe('Freeze, Pay: nothing is released');
    expect(noteText({ ...words, text: 'Freeze over Christmas' })).toBe('Freeze over Christmas');
    expect(noteText({ ...words, kind: 'other', text: 'New office' })).toBe('New office');
  });

  test('tell one day or the first and the last', () => {
    expect(noteDays({ day: '2026-12-24', until: null })).toBe('24 Dec 2026');
    expect(noteDays({ day: '2026-12-24', until: '2027-01-03' })).toBe('24 Dec 2026 to 3 Jan 2027');
  });
});

describe('A file of numbers', () => {
  test('has the notes of each week in a column', () => {
    const { notes } = shown([
      note(1, '2026-08-03', { until: '2026-08-11', kind: 'freeze', text: 'a "hard" one, they say' }),
      note(2, '2026-08-11', { text: '=1+1' }),
    ]);
    const csv = withNotes('week,value\r\n2026-07-27,1\r\n2026-08-03,\r\n2026-08-10,3\r\n', notes);
    expect(csv.split('\r\n')).toEqual([
      'week,value,notes',
      '2026-07-27,1,',
      '2026-08-03,,"Freeze: a ""hard"" one, they say (3 Aug 2026 to 11 Aug 2026)"',
      '2026-08-10,3,"Freeze: a ""hard"" one, they say (3 Aug 2026 to 11 Aug 2026); =1+1 (11 Aug 2026)"',
      '',
    ]);
  });

  test('gets a column also where a field holds the end of a line, quotes and commas', () => {
    const csv = 'a,b\r\n"x ""y""\r\nz",1\r\n"p,q","r\ns"\r\n';
    expect(withColumn(csv, 'c', (first) => `=${first}`)).toBe(
      'a,b,c\r\n"x ""y""\r\nz",1,"\'=x ""y""\r\nz"\r\n"p,q","r\ns","\'=p,q"\r\n',
    );
  });
});
