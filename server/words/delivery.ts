import { amount } from './amount.ts';
import { number, twoDigits } from './number.ts';

/** Units of the measures of deployments. */
export type DeliveryUnit = 'deployments a week' | 'share' | 'hours';

/** "0.35 a week", "3.7 %", "3 hours": two significant digits. */
export function deliveryAmount(value: number, unit: DeliveryUnit): string {
  if (unit === 'deployments a week') return `${number(twoDigits(value))} a week`;
  return unit === 'share' ? `${number(twoDigits(100 * value))} %` : amount(value, unit);
}
