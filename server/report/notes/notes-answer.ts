import type { DatedNote, NotesAnswer, NotesView, NumberedNote } from '../../contract/notes.ts';
import type { Note } from '../../model/note.ts';
import { weekLabel, weekOfDate } from '../../model/week.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { resolvedWindow } from '../own-window.ts';
import { askedRepositories } from '../repositories.ts';
import { type Span, spanOf } from '../span.ts';
import { askedTeams } from '../team-filter.ts';
import { startNotes, type ToldNote } from './start-notes.ts';

/** More lines than this on one axis say nothing; the newest are drawn. */
const MOST_DRAWN = 60;
const MOST_AHEAD = 20;

/**
 * The notes of a question's weeks, and the starts that rollouts state: those that concern everybody, and those of its teams, or of
 * any team where none is asked for. They tell what somebody stated and nothing of anybody's work, so that no group is too small
 * for them. Throws QuestionError on an unknown repository, team or window.
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
  const written = all.filter(({ teamId }) => teamId === null || ids.length === 0 || ids.includes(teamId));
  const concerned = [...written, ...startNotes(held.rollouts, ids)].sort(byDay);
  const notes = span === null ? [] : numbered(held, concerned, span);
  const later = concerned.filter(({ day }) => span === null || weekOfDate(day) > span.to);
  const ahead = later.slice(0, MOST_AHEAD).map((note) => dated(held, note));
  const elsewhere = concerned.length - notes.length - ahead.length;
  const asked = { repo: view.repo ?? null, team: ids, ...window };
  const teamStarts = span === null || ids.length > 0 ? [] : startsWithin(held, span);
  return envelope(held, asked, repositories.dataUntil, [], { notes, ahead, teamStarts, elsewhere, mayEdit });
}

function byDay(one: ToldNote, other: ToldNote): number {
  return one.day === other.day ? 0 : one.day < other.day ? -1 : 1;
}

function startsWithin({ rollouts }: Held, { from, to }: Span): { team: string; week: string }[] {
  return rollouts.flatMap(({ starts }) =>
    starts.flatMap(({ teamId, day }) => {
      const week = day === null ? null : weekOfDate(day);
      return week === null || week < from || week > to ? [] : [{ team: teamId, week: weekLabel(week) }];
    }),
  );
}

function numbered(held: Held, notes: readonly ToldNote[], { from, to }: Span): NumberedNote[] {
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
function dated({ teamNames }: Held, { teamId, ...note }: ToldNote): DatedNote {
  if (teamId === null) return { ...note, team: null };
  return { ...note, team: { id: teamId, name: teamNames.get(teamId) ?? 'a team that is no more' } };
}
