import { UNKNOWN } from '../facts/columns/column.ts';
import type { Metric, QuantileMetric } from './definition.ts';
import { type ClockOf, workingValues } from './working-values.ts';

/** The working hours of an organisation and its teams. */
export type WorkingClocks = {
  clockOf: ClockOf;
  /** "Monday to Friday, 09:00 to 17:00 (Europe/Berlin)". */
  inWords: string;
};

/** Durations can be told in working hours; the age of what is open at a week's end is counted to an instant of its own. */
export function isDuration(metric: Metric): metric is QuantileMetric {
  return metric.kind === 'quantile' && metric.definition.unit === 'hours' && metric.of === 'merged';
}

const known = new WeakMap<WorkingClocks, Map<QuantileMetric, QuantileMetric>>();

/** A metric of durations in working hours: the same one whenever it is asked for, so that what was found for it is found again. */
export function inWorkingHours(metric: QuantileMetric, clocks: WorkingClocks): QuantileMetric {
  const ofClocks = known.get(clocks) ?? new Map<QuantileMetric, QuantileMetric>();
  known.set(clocks, ofClocks);
  const working = ofClocks.get(metric) ?? made(metric, clocks);
  ofClocks.set(metric, working);
  return working;
}

function made(metric: QuantileMetric, { clockOf, inWords }: WorkingClocks): QuantileMetric {
  const { definition, waiting } = metric;
  const worked = { metric, clockOf };
  // Items are asked for chunk by chunk.
  let [chunkBefore, values]: [object | null, Int32Array] = [null, new Int32Array(0)];
  return {
    ...metric,
    definition: {
      ...definition,
      unit: 'working hours',
      formula: definition.formula.replace(/^Calendar hours/, 'Working hours'),
      limits: [
        ...definition.limits,
        `Working hours are ${inWords}. Time as a draft again is taken out in proportion, since only its length is known.`,
      ],
    },
    what: metric.what.replace(/^Hours/, 'Working hours'),
    itemValue(chunk, row) {
      if (chunk !== chunkBefore) [chunkBefore, values] = [chunk, workingValues(chunk, worked)];
      return values[row] ?? UNKNOWN;
    },
    waiting:
      waiting &&
      ((chunk, row, until) => {
        const waited = waiting(chunk, row, until);
        if (waited === UNKNOWN) return UNKNOWN;
        const clock = clockOf(chunk.teamSet[row] ?? 0);
        return clock(until) - clock(until - waited);
      }),
    like: metric,
  };
}
