import { isDay } from '../model/day.ts';
import { QuestionError } from '../model/errors.ts';
import type { NoteDraft } from '../model/note.ts';

export const LONGEST_NOTE = 200;
/** A year outside of these is a slip of the finger. */
const [FIRST, LAST] = ['1990-01-01', '2099-12-31'];

/** What somebody wrote, in its one form. @throws QuestionError that names the field and what is wrong with it */
export function noteDraft(written: NoteDraft, teams: ReadonlyMap<string, string>): NoteDraft {
  const { kind, day, teamId } = written;
  const until = written.until === day ? null : written.until;
  const text = written.text.trim();
  refuseText(text);
  refuseDay(day, 'day');
  if (until !== null) refuseDay(until, 'until');
  if (until !== null && until < day) {
    throw new QuestionError('bad-note', `The last day, ${until}, lies before the first, ${day}.`, 'until');
  }
  if (teamId !== null && !teams.has(teamId)) {
    throw new QuestionError('unknown-team', `There is no team "${teamId}".`, 'team', [...teams.keys()]);
  }
  return { kind, day, until, teamId, text };
}

function refuseText(text: string): void {
  if (text === '') throw new QuestionError('bad-note', 'Say what happened: the text is empty.', 'text');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) {
    throw new QuestionError(
      'bad-note',
      'The text has to be of one line, without control characters.',
      'text',
    );
  }
  const length = [...text].length;
  if (length <= LONGEST_NOTE) return;
  const message = `The text has ${length} characters; allowed are ${LONGEST_NOTE}.`;
  throw new QuestionError('bad-note', message, 'text');
}

function refuseDay(day: string, field: 'day' | 'until'): void {
  if (!isDay(day)) {
    throw new QuestionError('bad-note', `"${day}" is no day; write it as 2026-12-24.`, field);
  }
  if (day < FIRST || day > LAST) {
    const message = `${day} lies outside of what is meant to be shown: ${FIRST} to ${LAST}.`;
    throw new QuestionError('bad-note', message, field);
  }
}
