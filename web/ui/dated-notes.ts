import { type NoteWords, noteDays, noteText } from '../../server/words/note.ts';
import type { FigureNote } from './figure-note.ts';

/** The notes of an axis, as figures list them: in the order of their numbers. */
export function datedNotes(notes: readonly (NoteWords & { readonly id: number })[]): FigureNote[] {
  return notes.map((note) => ({ id: String(note.id), when: noteDays(note), text: noteText(note) }));
}
