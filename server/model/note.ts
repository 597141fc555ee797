/** What a note on the time axis is about. `measuring`: the way of measuring changed; `teams`: who belongs where was stated anew. */
export type NoteKind =
  | 'freeze'
  | 'reorganisation'
  | 'holiday'
  | 'detector'
  | 'rollout'
  | 'teams'
  | 'measuring'
  | 'other';

/** What a note says. Days are ISO dates in the organisation's zone, both inclusive; a null end: that one day. */
export type NoteDraft = {
  kind: NoteKind;
  day: string;
  until: string | null;
  /** Null: it concerns everybody. */
  teamId: string | null;
  /** Plain, of one line. */
  text: string;
};

/** `by` tells who wrote it; what the program wrote can be removed, and not be put in other words. */
export type Note = NoteDraft & { id: number; by: 'person' | 'program' };

/** A note that was taken off the pages keeps its number, and can be put back. */
export type StoredNote = Note & { removed: boolean };

/** What the program has to say of a day, once and for all under its key. */
export type ProgramNote = { key: string; kind: NoteKind; day: string; text: string };

/** One edit of the notes: what is to be written, as the note `id` or, with null, as a new one. */
export type NoteEdit = {
  kind: 'note-added' | 'note-changed' | 'note-removed';
  /** A sentence for people. */
  summary: string;
  /** What it replaces, as it was. */
  before: StoredNote | null;
  id: number | null;
  note: NoteDraft;
  removed: boolean;
};
