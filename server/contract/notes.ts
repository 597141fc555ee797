import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { ResolvedView, View } from './view.ts';

const closed = { additionalProperties: false } as const;
const nullableText = Type.Union([Type.String(), Type.Null()]);

export const NoteKind = Type.Enum([
  'freeze',
  'reorganisation',
  'holiday',
  'detector',
  'rollout',
  'teams',
  'measuring',
  'other',
]);
export type NoteKind = Static<typeof NoteKind>;

/** Which weeks and whose: notes do not depend on the rest of a question. */
const asked = ['repo', 'team', 'window', 'from', 'to'] as const;
export const NotesView = Type.Pick(View, asked, closed);
export type NotesView = Static<typeof NotesView>;

export const DatedNote = Type.Object({
  /** Stays its own, whatever is asked; that of a start is below zero. */
  id: Type.Integer(),
  /** `start`: a rollout states it, and nobody wrote it here. */
  kind: Type.Enum([...NoteKind.enum, 'start']),
  /** Days like `2026-12-24`, both inclusive; a null end: that one day. */
  day: Type.String(),
  until: nullableText,
  /** Null: it concerns everybody. */
  team: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  text: Type.String(),
  by: Type.Enum(['person', 'program', 'rollout']),
});
export type DatedNote = Static<typeof DatedNote>;

export const NumberedNote = Type.Object({
  ...DatedNote.properties,
  /** As on the drawings and in the lists below them: from 1, by day. */
  number: Type.Integer(),
  /** Mondays of the first and the last week shown that it falls into. */
  firstWeek: Type.String(),
  lastWeek: Type.String(),
});
export type NumberedNote = Static<typeof NumberedNote>;

export const Notes = Type.Object({
  /** Those of the weeks shown, by day. */
  notes: Type.Array(NumberedNote),
  /** Those of days after the weeks shown, the next ones first. */
  ahead: Type.Array(DatedNote),
  /** Mondays of the weeks shown in which a team starts; of teams that are asked for they stand among the notes. */
  teamStarts: Type.Optional(Type.Array(Type.Object({ team: Type.String(), week: Type.String() }))),
  /** How many there are beside these. */
  elsewhere: Type.Integer(),
  /** Whether who asks may write notes. */
  mayEdit: Type.Boolean(),
});
export type Notes = Static<typeof Notes>;

export const NotesAnswer = answerOf(Type.Pick(ResolvedView, asked), Notes);
export type NotesAnswer = Static<typeof NotesAnswer>;

export const WrittenNote = Type.Object(
  {
    kind: NoteKind,
    day: Type.String({ maxLength: 20, description: 'The day, or the first of several: 2026-12-24.' }),
    until: Type.Optional(Type.String({ maxLength: 20, description: 'The last day, where it is several.' })),
    team: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'Id of the team that it concerns, if not all.',
      }),
    ),
    text: Type.String({ maxLength: 2000, description: 'Plain text of one line, at most 200 characters.' }),
  },
  closed,
);
export type WrittenNote = Static<typeof WrittenNote>;

export const EditedNote = Type.Object({
  /** False: all of it was so already, and nothing was written. */
  changed: Type.Boolean(),
  summary: Type.String(),
  id: Type.Integer(),
});
export const EditedNoteAnswer = answerOf(Type.Object({}), EditedNote);
export type EditedNoteAnswer = Static<typeof EditedNoteAnswer>;
