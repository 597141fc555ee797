import type { ImpactTeam, ImpactTeams } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { lessOrMore, rangeOf } from '../../server/words/percent-change.ts';
import { scaleFor } from './ticks.ts';
import { brokenLine, type PathPoint, timeAxis } from './time-axis.ts';

export type ImpactPanel = {
  readonly key: string;
  readonly name: string;
  /** "46 hours before, 35 hours since" */
  readonly medians: string;
  /** "12 % less (3 % to 20 %) than expected"; or that it has not started. */
  readonly change: string;
  readonly path: string;
  /** Points without a neighbour, which no line touches. */
  readonly alone: readonly PathPoint[];
  /** Points above the scale, drawn at its top. */
  readonly beyond: readonly PathPoint[];
  readonly start: number | null;
};

export type PreparedTeams = {
  readonly panels: readonly ImpactPanel[];
  readonly grid: readonly { readonly y: number; readonly label: string }[];
  readonly ends: readonly [string, string];
};

const [TOP, BOTTOM] = [18, 20];

/** Decides everything about a small chart a team, all on one scale, each `width` by `height` units. */
export function prepareImpactTeams(
  { periods, teams }: ImpactTeams,
  width: number,
  height: number,
): PreparedTeams {
  const scale = scaleFor(
    mostOf(teams.flatMap(({ values }) => values.flatMap((value) => value ?? []))),
    'hours',
  );
  const axis = timeAxis(periods, 2, width - 2);
  const yOf = (value: number) =>
    height - BOTTOM - (Math.min(value, scale.top) / scale.top) * (height - TOP - BOTTOM);
  const topTick = scale.ticks.at(-1)?.label ?? '';
  return {
    grid: [
      { y: yOf(scale.top), label: topTick },
      { y: yOf(0), label: '' },
    ],
    ends: [monthOf(periods[0]?.from), monthOf(periods.at(-1)?.to)],
    panels: teams.map((team) => {
      const points = periods.map((period, index) => {
        const value = team.values[index] ?? null;
        return value === null ? null : { x: axis.middle(period), y: yOf(value) };
      });
      const isAlone = (index: number) => !points[index - 1] && !points[index + 1];
      return {
        key: team.team ?? '',
        name: team.name,
        medians: mediansOf(team),
        change: changeOf(team),
        path: brokenLine(points),
        alone: points.flatMap((point, index) => (point !== null && isAlone(index) ? [point] : [])),
        beyond: points.flatMap((point, index) =>
          point !== null && (team.values[index] ?? 0) > scale.top ? [point] : [],
        ),
        start: team.start === null ? null : (axis.at(team.start) ?? null),
      };
    }),
  };
}

/** One odd period of a small team would press all others flat. */
function mostOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.97) - 1] ?? 0;
}

function monthOf(day: string | undefined): string {
  return day === undefined ? '' : calendarDate(day).replace(/^\d+ /, '');
}

export function mediansOf({ before, after, nBefore, nAfter }: ImpactTeam): string {
  const said = (value: number | null, n: number) =>
    value === null ? (n === 0 ? 'nothing' : `too few (${n})`) : amount(value, 'hours');
  return `${said(before, nBefore)} before, ${said(after, nAfter)} since`;
}

export function changeOf({ change, start, team }: ImpactTeam): string {
  if (change !== null) return `${lessOrMore(change.value)} than expected (${rangeOf(change)})`;
  if (start !== null) return 'Its own change cannot be told.';
  return team === null
    ? 'Together, as each is too small to be shown.'
    : 'Not started; since: after the first start.';
}
