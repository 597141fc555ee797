import type { NumberedNote } from '../../contract/notes.ts';
import { noteDays, noteText } from '../../words/note.ts';
import { withColumn } from '../csv-column.ts';

/** A file whose lines begin with a week's Monday, with the notes of each week in a column of their own. */
export function withNotes(csv: string, notes: readonly NumberedNote[]): string {
  return withColumn(csv, 'notes', (week) =>
    notes
      .filter(({ firstWeek, lastWeek }) => firstWeek <= week && week <= lastWeek)
      .map((note) => `${noteText(note)} (${noteDays(note)})`)
      .join('; '),
  );
}
