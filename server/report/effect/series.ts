import { weekLabel } from '../../model/week.ts';
import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { at, mean } from '../../stats/numbers.ts';
import type { Column } from '../../stats/regression/ordinary-least-squares.ts';
import { counterfactual } from '../../stats/series/counterfactual.ts';
import {
  ENOUGH_WEEKS,
  type InterruptedSeries,
  interruptedSeries,
  type Placebo,
  placeboDates,
} from '../../stats/series/interrupted-series.ts';

/** One value a week of all teams that started together, from a week on; NaN where there is none. Logarithms. */
export type Weekly = { from: number; values: Float64Array };

/** The same findings as those of a comparison, as far as a single series tells them. */
export type SeriesFindings = {
  effect: OrCannot<Estimate>;
  early: OrCannot<Estimate>;
  late: OrCannot<Estimate>;
  /** Whether the trend after is another one: what late less early is in a comparison. */
  lateLessEarly: OrCannot<Estimate>;
  model: OrCannot<InterruptedSeries>;
  placebos: readonly Placebo[];
  /** What each week after the start would have been, with its band. */
  expected: readonly { week: number; value: number; low: number; high: number }[];
};

/** Weeks that the first two periods last. */
const EARLY_WEEKS = 8;

/**
 * Sums and counts of logs by team and week as one series: each team's weeks less its own mean before the start, so that who happens to
 * work in a week does not move it, then the mean over teams, and the mean before put back.
 */
export function weeklySeries(
  sums: Float64Array,
  counts: Float64Array,
  teams: number,
  start: number,
  from: number,
): Weekly {
  const weeks = sums.length / Math.max(1, teams);
  const levels = Array.from({ length: teams }, (_, team) => {
    let [sum, count] = [0, 0];
    for (let week = 0; week < Math.min(weeks, start - from); week++) {
      sum += at(sums, team * weeks + week);
      count += at(counts, team * weeks + week);
    }
    return count === 0 ? null : sum / count;
  });
  const known = levels.flatMap((level) => level ?? []);
  const level = known.length === 0 ? 0 : mean(known);
  const values = Float64Array.from({ length: weeks }, (_, week) => {
    const apart = levels.flatMap((own, team) => {
      const count = at(counts, team * weeks + week);
      return own === null || count === 0 ? [] : [at(sums, team * weeks + week) / count - own];
    });
    return apart.length === 0 ? Number.NaN : level + mean(apart);
  });
  return { from, values };
}

/** Interrupted time series with AR(1) errors from a start; cannot where there are too few weeks on either side. */
export function seriesFindings({ from, values }: Weekly, start: number): SeriesFindings {
  const known = Array.from(values, (value, week) => ({ value, week: from + week })).filter(
    ({ value }) => !Number.isNaN(value),
  );
  const weeks = known.map(({ week }) => week);
  const outcome = known.map(({ value }) => value);
  const before = weeks.filter((week) => week < start).length;
  const enough = before >= ENOUGH_WEEKS.before && weeks.length - before >= ENOUGH_WEEKS.after;
  const extra = holidays(weeks);
  const model = enough ? interruptedSeries(weeks, outcome, start, extra) : cannot('too few observations');
  if (isCannot(model)) {
    return {
      effect: model,
      early: model,
      late: model,
      lateLessEarly: model,
      model,
      placebos: [],
      expected: [],
    };
  }
  const rows = weeks.flatMap((week, row) => (week >= start ? [{ week, row }] : []));
  const averageOf = (isIn: (week: number) => boolean): OrCannot<Estimate> => {
    const some = rows.filter(({ week }) => isIn(week)).map(({ row }) => row);
    if (some.length === 0) return cannot('no such event time');
    return counterfactual(model.model, model.columns, ['post', 'since'], some).average;
  };
  return {
    effect: model.counterfactual.average,
    early: averageOf((week) => week < start + EARLY_WEEKS),
    late: averageOf((week) => week >= start + EARLY_WEEKS),
    lateLessEarly: model.slope,
    model,
    placebos: placeboDates(weeks, outcome, start, { extra: holidaysBefore(weeks, start, extra) }),
    expected: model.counterfactual.weeks.map(({ row, expected, lower, upper }) => {
      return { week: weeks[row] ?? 0, value: expected, low: lower, high: upper };
    }),
  };
}

/** One column for the weeks around Christmas and New Year, in which hardly anybody works; none where no such week is known. */
function holidays(weeks: readonly number[]): Column[] {
  const values = Float64Array.from(weeks, (week) => {
    const monday = weekLabel(week).slice(5);
    return monday >= '12-21' || monday <= '01-01' ? 1 : 0;
  });
  const some = values.reduce((sum, value) => sum + value, 0);
  return some === 0 || some === weeks.length ? [] : [{ name: 'holidays', values }];
}

/** Those that know a holiday before the start: an empty column would leave nothing to tell apart. */
function holidaysBefore(weeks: readonly number[], start: number, columns: readonly Column[]): Column[] {
  return columns.filter(({ values }) => weeks.some((week, row) => week < start && values[row] === 1));
}
