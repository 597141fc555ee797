import { NEVER, type Panel } from '../../server/stats/panel/panel.ts';
import { column, referenceColumns, referenceWords } from './reference.ts';

export type ScenarioRow = {
  readonly team: number;
  readonly author: number;
  readonly week: number;
  /** 0 is never. */
  readonly startWeek: number;
  readonly lines: number;
  readonly ai: number;
  readonly hours: number;
};

const data = referenceColumns('scenario_prs.csv');
const names = referenceWords('scenario_prs.csv').scenario ?? [];

/** The pull requests of one made-up organisation. */
export function scenarioRows(name: string): ScenarioRow[] {
  const of = (field: string, row: number) => column(data, field)[row] ?? Number.NaN;
  return names.flatMap((own, row) =>
    own === name
      ? [
          {
            team: of('team', row),
            author: of('author', row),
            week: of('opened_week', row),
            startWeek: of('team_adopt_week', row),
            lines: of('lines_changed', row),
            ai: of('ai_assisted', row),
            hours: of('cycle_hours', row),
          },
        ]
      : [],
  );
}

/** Teams by periods of `weeks` weeks, each cell made of its rows; NaN where there are none. */
export function scenarioPanel(
  rows: readonly ScenarioRow[],
  weeks: number,
  cell: (rows: readonly ScenarioRow[], authors: number) => number,
): Panel {
  const teams = [...new Set(rows.map(({ team }) => team))].sort((a, b) => a - b);
  const periods = 48 / weeks;
  const periodOf = (week: number) => Math.floor((week - 1) / weeks);
  const outcome: number[] = [];
  const starts: number[] = [];
  for (const team of teams) {
    const own = rows.filter((row) => row.team === team);
    const start = own[0]?.startWeek ?? 0;
    starts.push(start === 0 ? NEVER : periodOf(start));
    const authors = new Set(own.map(({ author }) => author)).size;
    for (let period = 0; period < periods; period++) {
      outcome.push(
        cell(
          own.filter(({ week }) => periodOf(week) === period),
          authors,
        ),
      );
    }
  }
  return { units: teams.length, periods, outcome, starts };
}
