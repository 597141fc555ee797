import { minutesToMerge } from '../../server/metrics/phase-minutes.ts';
import { type Week, weekOfDate } from '../../server/model/week.ts';
import type { Held } from '../../server/report/live.ts';
import { rosterOfTeams } from '../../server/report/roster.ts';
import type { DemoConfig } from '../../server/sources/demo/config.ts';
import { plantedTruth, plantedWeeks } from '../../server/sources/demo/truth.ts';
import { NEVER, type Panel } from '../../server/stats/panel/panel.ts';
import { UNTIL } from '../sources/demo/generated.ts';

/** Periods of four weeks, from the first week of a demo's data; the last is left out, since it is not followed for long enough. */
const PERIOD = 4;
const PERIODS = 25;

/** What is measured of one team in one period: logarithms. */
type Cell = { logHours: number; logOpened: number };

export type DemoPanels = {
  /** Mean log hours from opening to merge of what is opened in the period; log of what is opened per person on the roster and week. */
  logHours: Panel;
  logOpened: Panel;
  /** What was planted in each treated cell that an estimate uses, by periods since the team's first whole one. */
  planted: readonly { event: number; logHours: number; logOpened: number }[];
};

/** Teams by periods, from the columns. A period within which a team starts is neither before nor after: it is left out. */
export function demoPanels(held: Held, config: DemoConfig): DemoPanels {
  const truth = plantedTruth(config, UNTIL);
  const planted = Map.groupBy(plantedWeeks(config, UNTIL), ({ team }) => team);
  const first = Math.min(...[...planted.values()].flat().map(({ week }) => weekOfDate(week)));
  const [logHours, logOpened, starts]: [number[], number[], number[]] = [[], [], []];
  const treated: { event: number; logHours: number; logOpened: number }[] = [];
  for (const [id, name] of held.teamNames) {
    const weeks = planted.get(name) ?? [];
    const start = truth.teams.find(({ team }) => team === name)?.start ?? null;
    const since = start === null ? Number.POSITIVE_INFINITY : weekOfDate(start) - first;
    const whole = Math.ceil(since / PERIOD);
    starts.push(whole < PERIODS ? whole : NEVER);
    for (let period = 0; period < PERIODS; period++) {
      const split = period * PERIOD < since && since < (period + 1) * PERIOD;
      const cell = split ? null : cellOf(held, id, first + period * PERIOD);
      logHours.push(cell?.logHours ?? Number.NaN);
      logOpened.push(cell?.logOpened ?? Number.NaN);
      if (cell === null || period < whole) continue;
      const own = weeks.slice(period * PERIOD, (period + 1) * PERIOD);
      treated.push({
        event: period - whole,
        logHours: mean(own.map(({ logTimeToMerge }) => logTimeToMerge)),
        logOpened: Math.log(mean(own.map(({ logThroughput }) => Math.exp(logThroughput)))),
      });
    }
  }
  const panel = (outcome: number[]): Panel => ({ units: starts.length, periods: PERIODS, outcome, starts });
  return { logHours: panel(logHours), logOpened: panel(logOpened), planted: treated };
}

/** Mean over the teams that started of the mean after less the mean before: what a comparison without others would say. */
export function naiveChange({ units, periods, outcome, starts }: Panel): number {
  const changes = Array.from({ length: units }, (_, unit) => {
    const own = Array.from(
      { length: periods },
      (_, period) => outcome[unit * periods + period] ?? Number.NaN,
    );
    const start = starts[unit] ?? NEVER;
    const known = (values: readonly number[]) => mean(values.filter((value) => !Number.isNaN(value)));
    return start === NEVER ? [] : [known(own.slice(start)) - known(own.slice(0, start))];
  });
  return mean(changes.flat());
}

function cellOf(held: Held, team: string, from: Week): Cell {
  const { snapshot } = held;
  const sets = snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  const logs: number[] = [];
  let opened = 0;
  for (const chunk of snapshot.chunks) {
    if (chunk.week < from || chunk.week >= from + PERIOD) continue;
    for (let row = 0; row < chunk.size; row++) {
      if (chunk.leftOut[row] !== 0 || !sets[chunk.teamSet[row] ?? 0]?.includes(team)) continue;
      opened += 1;
      const minutes = minutesToMerge(chunk, row);
      if (minutes >= 0) logs.push(Math.log(Math.max(1, minutes) / 60));
    }
  }
  const roster = rosterOfTeams(held, [team], { from, to: from + PERIOD - 1 });
  const people = [0, 1, 2, 3].reduce((sum, week) => sum + (roster?.people(from + week) ?? 0), 0);
  return { logHours: mean(logs), logOpened: Math.log(opened / people) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
