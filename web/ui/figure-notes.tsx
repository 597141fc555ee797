import { count } from '../../server/words/number.ts';
import figure from './figure.module.css';
import type { FigureNote } from './figure-note.ts';
import styles from './figure-notes.module.css';

type FigureNotesProps = {
  notes: readonly FigureNote[];
  /** Small figures stand side by side and bear the same notes: theirs are opened by whoever needs them. */
  folded: boolean;
};

/** What the numbers on the drawing stand for; on the drawing itself their words would lie over each other. */
export function FigureNotes({ notes, folded }: FigureNotesProps) {
  if (notes.length === 0) return null;
  // A single one takes no more room than what would open it.
  if (!folded || notes.length === 1) return <NoteList notes={notes} />;
  return (
    <details className={`${figure.more} ${styles.folded}`}>
      <summary>{count(notes.length, 'note')} on the time axis</summary>
      <NoteList notes={notes} />
    </details>
  );
}

function NoteList({ notes }: Pick<FigureNotesProps, 'notes'>) {
  return (
    <ol className={styles.notes} data-part="notes" aria-label="Notes on the time axis">
      {notes.map(({ id, when, text }, index) => (
        <li key={id}>
          <span className={styles.noteNumber} aria-hidden="true">
            {index + 1}
          </span>
          <span>
            {text} <span className={styles.noteWhen}>{when}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
