import type {
  Distribution,
  EventStudy,
  ImpactEffects,
  ImpactTeams,
  ImpactTrend,
} from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { lessOrMore, rangeOf } from '../../server/words/percent-change.ts';
import { impactAmount } from './impact-amount.ts';
import { shareLabel } from './prepare-distribution.ts';
import { changeOf } from './prepare-impact-teams.ts';
import { trendNames } from './trend-notes.ts';

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

const hours = (value: number | null | undefined) => (value == null ? '–' : amount(value, 'hours'));

/** The newest first. */
export function trendTable(trend: ImpactTrend): Table {
  const { points, others, expected } = trend;
  const names = trendNames(trend);
  const other = new Map(others.map((one) => [one.from, one.value]));
  const wanted = new Map(expected.map((one) => [one.from, one.value]));
  const value = ({ state, value: median, n }: (typeof points)[number]) => {
    if (state === 'too-few') return `too few (${number(n)})`;
    return state === 'empty' ? 'no data' : hours(median);
  };
  return {
    columns: [
      ...['4 weeks from', `Teams: ${names.started}`, 'Middle half', 'Expected'],
      ...[`Teams: ${names.others}`, 'Items'],
    ],
    rows: points
      .toReversed()
      .map((point) => [
        `${calendarDate(point.from)}${point.state === 'young' ? ' (may still change)' : ''}`,
        value(point),
        point.low === null || point.high === null ? '–' : `${hours(point.low)} to ${hours(point.high)}`,
        hours(wanted.get(point.from)),
        hours(other.get(point.from)),
        number(point.n),
      ]),
  };
}

export function effectsTable({ rows }: ImpactEffects): Table {
  return {
    columns: ['Measure', 'Change', 'Likely range', 'In a word', 'Before', 'Since', 'Items'],
    rows: rows.map(({ name, percent, why, word, before, after, unit, n }) => [
      name,
      percent === null ? why : lessOrMore(percent.value),
      percent === null ? '–' : rangeOf(percent),
      word,
      before === null ? '–' : impactAmount(before, unit),
      after === null ? '–' : impactAmount(after, unit),
      number(n),
    ]),
  };
}

export function studyTable({ points }: EventStudy): Table {
  return {
    columns: ['Since each team’s start', 'Difference', 'Likely range', 'Teams'],
    rows: points.map((point) => [
      point.name,
      lessOrMore(point.percent),
      rangeOf({ ...point, value: point.percent }),
      number(point.teams),
    ]),
  };
}

export function teamsTable({ teams }: ImpactTeams): Table {
  return {
    columns: ['Team', 'Start', 'Before', 'Since', 'Change', 'Items'],
    rows: teams.map((team) => [
      team.name,
      team.start === null ? '–' : calendarDate(team.start),
      team.before === null ? `too few (${number(team.nBefore)})` : hours(team.before),
      team.after === null ? `too few (${number(team.nAfter)})` : hours(team.after),
      changeOf(team),
      `${number(team.nBefore)} before, ${number(team.nAfter)} since`,
    ]),
  };
}

export function distributionTable({ bins }: Distribution): Table {
  return {
    columns: ['Took', 'Before', 'Since'],
    rows: bins.map(({ name, before, after }) => [name, shareLabel(before), shareLabel(after)]),
  };
}
