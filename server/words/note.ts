import { calendarDate } from './date.ts';

export type NoteWords = {
  readonly kind: keyof typeof noteKinds;
  readonly day: string;
  readonly until: string | null;
  readonly team: { readonly name: string } | null;
  readonly text: string;
};

/** What a note is about, in a word or three. */
export const noteKinds = {
  freeze: 'Freeze',
  reorganisation: 'Reorganisation',
  holiday: 'Holiday',
  detector: 'Detector changed',
  rollout: 'Rollout changed',
  teams: 'Team list changed',
  measuring: 'Way of measuring changed',
  start: 'Start',
  other: 'Note',
} as const;

/** "24 Dec 2026 to 4 Jan 2027" */
export function noteDays({ day, until }: Pick<NoteWords, 'day' | 'until'>): string {
  return until === null ? calendarDate(day) : `${calendarDate(day)} to ${calendarDate(until)}`;
}

/** "Freeze, Payments: nothing is released over Christmas" */
export function noteText({ kind, team, text }: Pick<NoteWords, 'kind' | 'team' | 'text'>): string {
  const about = kind === 'other' ? [] : [noteKinds[kind]];
  const whom = team === null ? [] : [team.name];
  const before = [...about, ...whom].join(', ');
  const said = noteKinds[kind];
  // A text that begins with its kind need not be told twice.
  const plain = text.toLowerCase().startsWith(said.toLowerCase()) ? whom.join('') : before;
  return plain === '' ? text : `${plain}: ${text}`;
}
