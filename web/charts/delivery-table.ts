import type { DeliveryMeasure, DeliveryPoint } from '../../server/contract/index.ts';
import { calendarDate } from '../../server/words/date.ts';
import { deliveryAmount } from '../../server/words/delivery.ts';
import { number } from '../../server/words/number.ts';
import { partNames } from './linked-table.ts';

export type DeliveryTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const ranges = { share: 'Likely range', hours: 'Middle half', 'deployments a week': null };
const counted: Record<DeliveryMeasure['definition']['id'], (one: DeliveryPoint) => string> = {
  'deployment-frequency': ({ n, of }) => `${number(n)} in ${number(of)} weeks of repositories`,
  'change-fail-rate': ({ n, of }) => `${number(n)} of ${number(of)} failed`,
  'deployment-rework-rate': ({ n, of }) => `${number(n)} of ${number(of)} for a failure`,
  'failed-deployment-recovery-time': ({ n, of }) => `${number(n)} of ${number(of)} recovered`,
};

/** The numbers of one measure: the whole window, or before and after a day, then its points, newest first. */
export function deliveryTable({ definition, parts, points, finding }: DeliveryMeasure): DeliveryTable {
  const { id, name, unit, weeks } = definition;
  const range = ranges[unit];
  const columns = [
    weeks === 1 ? 'Week of' : `${weeks} weeks from`,
    name,
    ...(range === null ? [] : [range]),
    'Counts',
  ];
  const row = (first: string, one: DeliveryPoint) => [
    first,
    valueCell(one, unit),
    ...(range === null ? [] : [rangeCell(one, unit)]),
    counted[id](one),
  ];
  const rows = [
    ...parts.map((part) => row(`${partNames[part.part]}, from ${calendarDate(part.from)}`, part)),
    ...points.toReversed().map((point) => row(calendarDate(point.from), point)),
  ];
  return { columns, rows: rows.length > 0 ? rows : [[finding, ...columns.slice(1).map(() => '–')]] };
}

function valueCell({ state, value, of }: DeliveryPoint, unit: DeliveryMeasure['definition']['unit']): string {
  if (value !== null) return deliveryAmount(value, unit);
  return state === 'too-few' ? `too few (${number(of)})` : 'no data';
}

function rangeCell({ low, high }: DeliveryPoint, unit: DeliveryMeasure['definition']['unit']): string {
  return low === null || high === null
    ? '–'
    : `${deliveryAmount(low, unit)} to ${deliveryAmount(high, unit)}`;
}
