import type { Instant } from '../model/instant.ts';
import type { Note, NoteDraft } from '../model/note.ts';
import { teamNames } from '../people/team-id.ts';
import type { Store } from '../store/open.ts';
import { noteDraft } from './note-draft.ts';
import { addedNote, changedNote, type DecideNote, removedNote, sameNote } from './notes.ts';

/** What an edit of a note came to, in a sentence. */
export type EditedNote = { changed: boolean; summary: string; id: number };

/** Where people write on the time axis. Each edit is one transaction, remembered with what it replaced; all throw QuestionError. */
export type NoteDesk = {
  /** Those that stand on pages, by day. */
  notes(): Promise<Note[]>;
  /** A note that is there already is not added twice. */
  add(draft: NoteDraft): Promise<EditedNote>;
  /** Of a note that was removed: puts it back. */
  change(id: number, draft: NoteDraft): Promise<EditedNote>;
  remove(id: number): Promise<EditedNote>;
};

export function notesOf(store: Store, world: { now: () => Instant }): NoteDesk {
  const edit = async (id: number, decide: DecideNote): Promise<EditedNote> => {
    const made = await store.editNotes(world.now(), decide);
    return { changed: made !== null, summary: made?.summary ?? 'It was so already.', id };
  };
  const drafted = async (draft: NoteDraft) => {
    const { teams, accountTeams } = await store.organisation();
    return noteDraft(draft, teamNames(teams, accountTeams));
  };
  return {
    notes: () => store.notes(),
    async add(written) {
      const draft = await drafted(written);
      let same: number | null = null;
      const made = await store.editNotes(world.now(), (notes) => {
        same = sameNote(notes, draft);
        return same === null ? addedNote(notes, draft) : null;
      });
      if (made !== null) return { changed: true, summary: made.summary, id: made.id };
      return { changed: false, summary: 'There is such a note already.', id: same ?? 0 };
    },
    change: async (id, draft) => edit(id, changedNote(id, await drafted(draft))),
    remove: (id) => edit(id, removedNote(id)),
  };
}
