import type { GuardrailPoint } from '../../contract/guardrails.ts';
import { setsWith } from '../../metrics/selection.ts';
import { weekLabel } from '../../model/week.ts';
import type { Held } from '../live.ts';
import { periodsOf } from '../periods.ts';
import type { Question } from '../question.ts';
import { daysToSettle, settledEnd } from '../settled.ts';
import { spanOf } from '../span.ts';
import type { Guarded } from './guarded.ts';
import { type Cells, guardrailCells, together } from './guardrail-cells.ts';
import { sideOf as valued } from './judged-changes.ts';
import type { OwnWeeks } from './own-weeks.ts';

/** Points of one small chart, and how many weeks each has. */
export type Points = { weeks: number; points: GuardrailPoint[] };

const MOST_POINTS = 60;
/** Of the weeks since the start: a month, since single weeks of a few teams are noise. */
const SINCE = 4;
/** Fewest items of a point. */
const FEWEST = 10;

/** Along weeks since each team's own start, all teams together; only as far as half of them reach. */
export function pointsSinceStart(guarded: Guarded, cells: Cells, own: readonly OwnWeeks[]): Points {
  const reaches = own.map(({ weeks }) => weeks).sort((one, other) => other - one);
  const reach = reaches[Math.floor((reaches.length - 1) / 2)] ?? 0;
  const side = Math.floor(reach / SINCE);
  const points = Array.from({ length: 2 * side }, (_, place) => {
    const at = (place - side) * SINCE;
    const some = own.filter(({ weeks }) => at >= -weeks && at + SINCE <= weeks);
    const added = together(
      some.map(({ place: team, start }) => cells.of(team, start + at, start + at + SINCE - 1)),
    );
    return { at, value: added.n < FEWEST ? null : valued(guarded, added).value, n: added.n };
  });
  return { weeks: SINCE, points };
}

/** Along the calendar: all that is asked about, in the weeks of the window that can be judged. */
export function pointsByCalendar(side: Held, guarded: Guarded, question: Question): Points {
  const { repositories, view } = question;
  const span = spanOf(side, repositories, view);
  if (span === null || repositories.dataUntil === null) return { weeks: 1, points: [] };
  const known = { first: span.from, end: span.end };
  const days = daysToSettle(guarded.metric) ?? 0;
  const end = settledEnd(side.snapshot.weeks, known, days, repositories.dataUntil);
  if (end <= span.from) return { weeks: 1, points: [] };
  const { values } = side.snapshot.teamSets;
  const asked = view.team.length === 0 ? null : setsWith(values, view.team);
  const placeOf = Uint16Array.from(values, (_, set) => (asked === null || asked[set] === 1 ? 0 : 1));
  const weeks = { from: span.from, to: end - 1 };
  const cells = guardrailCells(side.snapshot, guarded, {
    ...{ repositories: repositories.table, placeOf, places: 2 },
    ...weeks,
  });
  const periods = periodsOf(weeks.from, weeks.to, MOST_POINTS);
  const last = periods.at(-1);
  return {
    weeks: last === undefined ? 1 : last.to - last.from + 1,
    points: periods.map(({ from, to }) => {
      const added = cells.of(0, from, to);
      const value = added.n < FEWEST ? null : valued(guarded, added).value;
      return { at: weekLabel(from), value, n: added.n };
    }),
  };
}
