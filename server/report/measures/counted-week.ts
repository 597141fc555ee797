import type { MeasureExplained } from '../../contract/definitions.ts';
import type { Metric } from '../../metrics/definition.ts';
import { amount } from '../../words/amount.ts';
import { calendarDate } from '../../words/date.ts';
import type { Held } from '../live.ts';
import { seriesAnswer } from '../series.ts';

/** A measure that belongs to a week rather than to an item, on the last full week that has a value, as its own figure says it. */
export function countedWeek(held: Held, { definition }: Metric): Omit<MeasureExplained, 'definition'> {
  const { id, unit } = definition;
  const { points } = seriesAnswer(held, id, {}).data;
  const shown = points.findLast(({ running, state }) => !running && state === 'value');
  if (shown === undefined || shown.value === null) {
    return { example: null, without: 'In this database no full week of the last 52 has a value.' };
  }
  const { week } = shown;
  const { coverage } = seriesAnswer(held, id, { from: week, to: week }).data;
  return {
    example: {
      subject: `The week of ${calendarDate(week)}`,
      because: 'It is the last full week that has a value.',
      instants: [],
      steps: [...(coverage === '' ? [] : [coverage]), `The week’s value: ${amount(shown.value, unit)}.`],
      items: { week },
    },
    without: '',
  };
}
