import type { Distribution, EventStudy, ImpactEffects, ImpactTeams } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { calendarDate } from '../../server/words/date.ts';
import { number } from '../../server/words/number.ts';
import { lessOrMore, rangeOf } from '../../server/words/percent-change.ts';
import { impactAmount } from './impact-amount.ts';
import { shareLabel } from './prepare-distribution.ts';
import { changeOf } from './prepare-impact-teams.ts';

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

const hours = (value: number | null | undefined) => (value == null ? '–' : amount(value, 'hours'));

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
