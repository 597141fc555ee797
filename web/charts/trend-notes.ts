import type { ImpactTrend, NumberedNote } from '../../server/contract/index.ts';
import { calendarDate } from '../../server/words/date.ts';
import { noteDays, noteText } from '../../server/words/note.ts';
import { count } from '../../server/words/number.ts';
import type { AxisNote } from './prepare-notes.ts';

/** What is marked on the trend under a number and said below it. */
export type TrendNote = AxisNote & {
  readonly id: string;
  readonly when: string;
  readonly text: string;
  readonly isStart: boolean;
};

/** Starts of teams and what people noted, by day, numbered together. */
export function trendNotes(
  { starts, points }: ImpactTrend,
  notes: readonly NumberedNote[],
): readonly TrendNote[] {
  const [begin, end] = [points[0]?.from ?? '', points.at(-1)?.to ?? ''];
  // It draws the starts of all teams by itself.
  const written = notes.filter(({ kind }) => kind !== 'start');
  const marks = [
    ...starts.map(({ week, teams }) => ({
      ...{ id: `start ${week}`, firstWeek: week, lastWeek: week, isStart: true },
      when: `week of ${calendarDate(week)}`,
      text: `${count(teams, 'team')} ${teams === 1 ? 'starts' : 'start'}`,
    })),
    ...written.map((note) => ({
      ...{ id: String(note.id), firstWeek: note.firstWeek, lastWeek: note.lastWeek, isStart: false },
      when: noteDays(note),
      text: noteText(note),
    })),
  ];
  return marks
    .filter(({ firstWeek, lastWeek }) => firstWeek >= begin && lastWeek <= end)
    .sort((one, other) => (one.firstWeek < other.firstWeek ? -1 : 1))
    .map((mark, index) => ({ ...mark, number: index + 1 }));
}

/** What the two groups of teams are called: before the first start nobody has started. */
export function trendNames({ starts, points }: ImpactTrend): { started: string; others: string } {
  const end = points.at(-1)?.to ?? '';
  const begun = starts.some(({ week }) => week <= end);
  return begun ? { started: 'started', others: 'not started' } : { started: 'that start', others: 'others' };
}
