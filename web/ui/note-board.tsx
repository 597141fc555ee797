import { lazy, Suspense, useState } from 'react';
import { noteDays, noteText } from '../../server/words/note.ts';
import { useAsOf } from './as-of.ts';
import { Button } from './button.tsx';
import styles from './note-board.module.css';
import type { NoteTeam } from './note-dialog.tsx';
import { type BoardNote, draftOf, emptyDraft, type NoteDraft } from './note-draft.ts';

export type NoteBoardProps = {
  /** Those that are drawn, in the order of their numbers. */
  notes: readonly BoardNote[];
  /** Those of days to come. */
  ahead: readonly BoardNote[];
  /** How many lie in other weeks. */
  elsewhere: number;
  mayEdit: boolean;
  teams: readonly NoteTeam[];
  /** Writes a note: a new one, or in place of that with the id. Rejects with an Error, whose `field` is at fault where it has one. */
  save: (id: number | null, draft: NoteDraft) => Promise<unknown>;
  remove: (id: number) => Promise<unknown>;
};

type Editing = { readonly id: number | null; readonly draft: NoteDraft };
type Said = { readonly text: string; readonly removed: BoardNote | null };

/** Most who read a page write nothing on it. */
const NoteDialog = lazy(async () => ({ default: (await import('./note-dialog.tsx')).NoteDialog }));

const silent: Said = { text: '', removed: null };

/** What happened on the time axis, to read, and for those who may also to write. */
export function NoteBoard(props: NoteBoardProps) {
  const { notes, ahead, elsewhere, teams, save, remove } = props;
  const mayEdit = useAsOf() === null && props.mayEdit;
  const [editing, edit] = useState<Editing | null>(null);
  const [said, say] = useState(silent);
  if (!mayEdit && notes.length + ahead.length === 0) return null;

  const refused = (error: unknown) =>
    say({ text: error instanceof Error ? error.message : String(error), removed: null });
  const takeOff = (note: BoardNote) => {
    remove(note.id).then(() => say({ text: `Removed: ${noteText(note)}.`, removed: note }), refused);
  };
  const putBack = (note: BoardNote) => {
    save(note.id, draftOf(note)).then(() => say({ text: 'It is back.', removed: null }), refused);
  };
  const entry = (note: BoardNote) => (
    <Entry
      key={note.id}
      note={note}
      {...(mayEdit &&
        note.by !== 'rollout' && {
          edit: () => edit({ id: note.id, draft: draftOf(note) }),
          remove: () => takeOff(note),
        })}
    />
  );
  return (
    <section className={styles.board} aria-labelledby="notes-title" data-part="note-board">
      <div className={styles.head}>
        <h2 id="notes-title" className={styles.title}>
          Notes on the time axis
        </h2>
        {mayEdit && <Button press={() => edit({ id: null, draft: emptyDraft })}>Add a note</Button>}
      </div>
      {notes.length === 0 ? (
        <p className={styles.quiet}>
          Nothing is noted in these weeks. A freeze, a holiday, a reorganisation: whatever moves the lines and
          is not the work itself.
        </p>
      ) : (
        <ol className={styles.list}>{notes.map(entry)}</ol>
      )}
      {ahead.length > 0 && (
        <>
          <h3 className={styles.ahead}>Ahead, not on the charts yet</h3>
          <ul className={styles.list}>{ahead.map(entry)}</ul>
        </>
      )}
      {elsewhere > 0 && (
        <p className={styles.quiet}>
          {elsewhere} more {elsewhere === 1 ? 'lies' : 'lie'} outside of these weeks: choose a longer window
          to see {elsewhere === 1 ? 'it' : 'them'}.
        </p>
      )}
      <p className={styles.said} role="status">
        {said.text}{' '}
        {said.removed !== null && (
          <Button press={() => said.removed !== null && putBack(said.removed)}>Undo</Button>
        )}
      </p>
      {editing !== null && (
        <Suspense fallback={null}>
          <NoteDialog
            title={editing.id === null ? 'Add a note' : 'Edit the note'}
            draft={editing.draft}
            teams={teams}
            save={async (draft) => {
              await save(editing.id, draft);
              say({ text: editing.id === null ? 'Added.' : 'Changed.', removed: null });
            }}
            close={() => edit(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

type EntryProps = { note: BoardNote; edit?: () => void; remove?: () => void };

function Entry({ note, edit, remove }: EntryProps) {
  const words = noteText(note);
  return (
    <li className={styles.entry}>
      <span className={styles.number} aria-hidden="true">
        {note.number}
      </span>
      <span className={styles.words}>
        {words} <span className={styles.when}>{noteDays(note)}</span>
      </span>
      {edit && remove && (
        <span className={styles.actions}>
          {note.by === 'person' && (
            <button type="button" className={styles.action} onClick={edit}>
              Edit<span className="heard">: {words}</span>
            </button>
          )}
          <button type="button" className={styles.action} onClick={remove}>
            Remove<span className="heard">: {words}</span>
          </button>
        </span>
      )}
    </li>
  );
}
