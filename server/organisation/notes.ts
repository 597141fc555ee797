import { QuestionError } from '../model/errors.ts';
import type { NoteDraft, NoteEdit, StoredNote } from '../model/note.ts';

/** Decides an edit on all notes there are. @throws QuestionError when it cannot be made; nothing is changed then */
export type DecideNote = (notes: readonly StoredNote[]) => NoteEdit | null;

/** All that can stand on pages at a time: more would be a log, which nobody reads off an axis. */
const MOST = 1000;

export function addedNote(notes: readonly StoredNote[], draft: NoteDraft): NoteEdit {
  if (notes.filter(({ removed }) => !removed).length >= MOST) {
    throw new QuestionError('too-many-notes', `There are ${MOST} notes already: remove some first.`);
  }
  const kind = 'note-added';
  return { kind, summary: said(draft, 'was added'), before: null, id: null, note: draft, removed: false };
}

/** Other words or days for a note; one that was removed is put back by it. */
export function changedNote(id: number, draft: NoteDraft): DecideNote {
  return (notes) => {
    const before = theNote(notes, id);
    const same = saysTheSame(before, draft);
    if (same && !before.removed) return null;
    if (before.by === 'program' && !same) {
      const why = 'was written by the program, for what happened to the data: it can be removed, not changed';
      throw new QuestionError('program-note', `The note "${before.text}" ${why}.`, 'id');
    }
    const what = before.removed ? 'was put back' : 'was changed';
    return { kind: 'note-changed', summary: said(draft, what), before, id, note: draft, removed: false };
  };
}

/** Takes a note off the pages; it can be put back. */
export function removedNote(id: number): DecideNote {
  return (notes) => {
    const before = theNote(notes, id);
    if (before.removed) return null;
    const { kind, day, until, teamId, text } = before;
    const note = { kind, day, until, teamId, text };
    return { kind: 'note-removed', summary: said(note, 'was removed'), before, id, note, removed: true };
  };
}

/** The number of the note that says just that already; null: none does. */
export function sameNote(notes: readonly StoredNote[], draft: NoteDraft): number | null {
  return notes.find((note) => !note.removed && saysTheSame(note, draft))?.id ?? null;
}

function theNote(notes: readonly StoredNote[], id: number): StoredNote {
  const note = notes.find((one) => one.id === id);
  if (note === undefined) throw new QuestionError('unknown-note', `There is no note ${id}.`, 'id');
  return note;
}

function saysTheSame(one: NoteDraft, other: NoteDraft): boolean {
  const all = ({ kind, day, until, teamId, text }: NoteDraft) =>
    JSON.stringify([kind, day, until, teamId, text]);
  return all(one) === all(other);
}

function said({ text, day, until }: NoteDraft, what: string): string {
  return `The note "${text}" of ${until === null ? day : `${day} to ${until}`} ${what}.`;
}
