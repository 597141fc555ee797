import type { DatedNote, NotesAnswer, NotesView, NumberedNote } from '../../contract/notes.ts';
import type { Note } from '../../model/note.ts';
import { weekLabel, weekOfDate } from '../../model/week.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { resolvedWindow } from '../own-window.ts';
import { askedRepositories } from '../repositories.ts';
import { type Span, spanOf } from '../span.ts';
import { askedTeams } from '../team-filter.ts';

/** More lines than this on one axis say nothing; the newest are drawn. */
const MOST_DRAWN = 60;
const MOST_AHEAD = 20;

/**
 * The notes of a question's weeks: those that concern everybody, and those of its teams, or of any team where none is asked for.
 * They tell what somebody wrote and nothing of anybody's work, so that no group is too small for them. Throws QuestionError on
 * an unknown repository, team or window.
 */
export function notesAnswer(
  held: Held,
  all: readonly Note[],
  view: NotesView,
  mayEdit: boolean,
): NotesAnswer {
  const repositories = askedRepositories(held, view.repo ?? null);
  const { ids } = askedTeams(held, view.team);
  const window = resolvedWindow(held, repositories, view);
  const span = spanOf(held, repositories, window);
  const concerned = all.filter(({ teamId }) => teamId === null || ids.length === 0 || ids.includes(teamId));
  const notes = span === null ? [] : numbered(held, concerned, span);
  const later = concerned.filter(({ day }) => span === null || weekOfDate(day) > span.to);
  const ahead = later.slice(0, MOST_AHEAD).map((note) => dated(held, note));
  const elsewhere = concerned.length - notes.length - ahead.length;
  const asked = { repo: view.repo ?? null, team: ids, ...window };
  return envelope(held, asked, repositories.dataUntil, [], { notes, ahead, elsewhere, mayEdit });
}

function numbered(held: Held, notes: readonly Note[], { from, to }: Span): NumberedNote[] {
  const within = notes.flatMap((note) => {
    const [first, last] = [weekOfDate(note.day), weekOfDate(note.until ?? note.day)];
    if (first > to || last < from) return [];
    const weeks = {
      firstWeek: weekLabel(Math.max(first, from)),
      lastWeek: weekLabel(Math.min(last, to)),
    };
    return [{ ...dated(held, note), ...weeks }];
  });
  return within.slice(-MOST_DRAWN).map((note, index) => ({ ...note, number: index + 1 }));
}

/** A team that is no more has no name to be told. */
function dated({ teamNames }: Held, { teamId, ...note }: Note): DatedNote {
  if (teamId === null) return { ...note, team: null };
  return { ...note, team: { id: teamId, name: teamNames.get(teamId) ?? 'a team that is no more' } };
}
