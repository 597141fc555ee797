import type Database from 'better-sqlite3';
import type { Instant } from '../model/instant.ts';
import type { Note, NoteEdit, ProgramNote, StoredNote } from '../model/note.ts';

export type NoteTables = {
  /** Those that stand on pages, by day. */
  notes(): Promise<Note[]>;
  /**
   * One edit, decided on all notes there are, with those that were removed: `decide` (pure) says what to write, null that there
   * is nothing to do, or throws, and nothing is written. Returns the edit with the note's number.
   */
  editNotes(
    at: Instant,
    decide: (notes: readonly StoredNote[]) => NoteEdit | null,
  ): Promise<(NoteEdit & { id: number }) | null>;
  /** Writes what the program has to say, unless it has said so before: also when that was removed since. True when it was new. */
  programNote(note: ProgramNote): Promise<boolean>;
};

type Row = Omit<StoredNote, 'by' | 'removed'> & { key: string | null; removed: number };

export function noteTables(db: Database.Database): NoteTables {
  const all = db.prepare<[], Row>(
    'SELECT id, key, kind, day, until, team_id AS teamId, text, removed FROM note ORDER BY day, id',
  );
  const add = db.prepare<[NoteEdit['note'] & { removed: number }]>(
    'INSERT INTO note (kind, day, until, team_id, text, removed) VALUES (@kind, @day, @until, @teamId, @text, @removed)',
  );
  const put = db.prepare<[NoteEdit['note'] & { id: number; removed: number }]>(
    `UPDATE note SET kind = @kind, day = @day, until = @until, team_id = @teamId, text = @text, removed = @removed
     WHERE id = @id`,
  );
  const remember = db.prepare(
    'INSERT INTO organisation_change (at, kind, summary, before) VALUES (?, ?, ?, ?)',
  );
  const say = programNotes(db);
  const stored = () => all.all().map(unpacked);
  return {
    async notes() {
      return stored()
        .filter(({ removed }) => !removed)
        .map(({ removed: _, ...note }) => note);
    },
    async editNotes(at, decide) {
      return db
        .transaction(() => {
          const edit = decide(stored());
          if (edit === null) return null;
          remember.run(at, edit.kind, edit.summary, JSON.stringify(edit.before));
          const row = { ...edit.note, removed: Number(edit.removed) };
          if (edit.id === null) return { ...edit, id: Number(add.run(row).lastInsertRowid) };
          put.run({ ...row, id: edit.id });
          return { ...edit, id: edit.id };
        })
        .immediate();
    },
    async programNote(note) {
      return say(note);
    },
  };
}

/** To be called inside the transaction that the note is about, where there is one; true when it had not been written before. */
export function programNotes(db: Database.Database): (note: ProgramNote) => boolean {
  const say = db.prepare<[ProgramNote]>(
    `INSERT INTO note (key, kind, day, text, removed) VALUES (@key, @kind, @day, @text, 0)
     ON CONFLICT (key) DO NOTHING`,
  );
  return (note) => say.run(note).changes > 0;
}

function unpacked({ key, removed, ...note }: Row): StoredNote {
  return { ...note, by: key === null ? 'person' : 'program', removed: removed === 1 };
}
