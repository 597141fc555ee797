import { type NoteWords, noteKinds } from '../../server/words/note.ts';

/** Starts are stated under Settings, and not written as notes. */
export type NoteKind = Exclude<NoteWords['kind'], 'start'>;

/** A note as the server tells it; without a number it is not drawn. */
export type BoardNote = NoteWords & {
  readonly id: number;
  readonly number?: number;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly by: 'person' | 'program' | 'rollout';
};

/** A note as it is written; empty texts where nothing was chosen. */
export type NoteDraft = {
  readonly kind: NoteKind;
  readonly day: string;
  readonly until: string;
  readonly team: string;
  readonly text: string;
};

export const emptyDraft: NoteDraft = { kind: 'freeze', day: '', until: '', team: '', text: '' };
export const longestNote = 200;

export function draftOf({ kind, day, until, team, text }: BoardNote): NoteDraft {
  return { kind: kindOf(kind), day, until: until ?? '', team: team?.id ?? '', text };
}

/** In the order in which they are offered. */
export const kinds = Object.entries({ ...noteKinds, other: 'Something else' }).filter(
  ([kind]) => kind !== 'start',
);

export function kindOf(value: string): NoteKind {
  const known: readonly NoteKind[] = [
    'freeze',
    'reorganisation',
    'holiday',
    'detector',
    'rollout',
    'teams',
    'measuring',
  ];
  return known.find((kind) => kind === value) ?? 'other';
}
