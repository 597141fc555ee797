import type { EffectRow } from '../../server/contract/index.ts';
import { amount, type Unit } from '../../server/words/amount.ts';
import { twoDigits } from '../../server/words/number.ts';

const UNITS: readonly Unit[] = [
  'hours',
  'working hours',
  'pull requests per person',
  'issues per person',
  'pull requests',
  'issues',
  'lines',
  'share',
  'share of pull requests',
];

/** "46 hours"; a unit that has no words of its own follows the number. */
export function impactAmount(value: number, unit: string): string {
  const known = UNITS.find((one) => one === unit);
  return known === undefined ? `${twoDigits(value)} ${unit}` : amount(value, known);
}

/** "46 hours before, 35 hours since"; empty where neither is known. */
export function beforeAndAfter({
  before,
  after,
  unit,
}: Pick<EffectRow, 'before' | 'after' | 'unit'>): string {
  const said = [
    ...(before === null ? [] : [`${impactAmount(before, unit)} before`]),
    ...(after === null ? [] : [`${impactAmount(after, unit)} since`]),
  ];
  return said.join(', ');
}
