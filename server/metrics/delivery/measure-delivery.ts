import { isCannot } from '../../stats/cannot.ts';
import { wilson } from '../../stats/proportions/wilson.ts';
import { quantiles } from '../../stats/quantile.ts';
import type { DeliveryDefinition } from './delivery-definition.ts';
import type { DeploymentCounts } from './deployment-weeks.ts';

/** What a measure says of some deployments: never a number that rests on fewer than its minimum. */
export type DeliveryMeasurement = {
  state: 'value' | 'too-few' | 'empty';
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  of: number;
};

export function measureDelivery(
  { id, minimum }: DeliveryDefinition,
  counts: DeploymentCounts,
): DeliveryMeasurement {
  switch (id) {
    case 'deployment-frequency':
      return frequency(counts);
    case 'change-fail-rate':
      return share(counts.failed, counts.changes, minimum);
    case 'deployment-rework-rate':
      return share(counts.rework, counts.deployments, minimum);
    case 'failed-deployment-recovery-time':
      return recovery(counts, minimum);
  }
}

const NOTHING = { value: null, low: null, high: null };

function frequency({ inThose: n, repositoryWeeks: of }: DeploymentCounts): DeliveryMeasurement {
  if (of === 0) return { state: 'empty', ...NOTHING, n, of };
  return { ...NOTHING, state: 'value', value: n / of, n, of };
}

function share(n: number, of: number, minimum: number): DeliveryMeasurement {
  if (of === 0) return { state: 'empty', ...NOTHING, n, of };
  const found = wilson(n, of);
  if (of < minimum || isCannot(found)) return { state: 'too-few', ...NOTHING, n, of };
  return { state: 'value', value: found.share, low: found.lower, high: found.upper, n, of };
}

function recovery({ hours, failed: of }: DeploymentCounts, minimum: number): DeliveryMeasurement {
  const n = hours.length;
  if (of === 0) return { state: 'empty', ...NOTHING, n, of };
  if (n < minimum) return { state: 'too-few', ...NOTHING, n, of };
  const [low = 0, value = 0, high = 0] = quantiles(Float64Array.from(hours), [0.25, 0.5, 0.75]);
  return { state: 'value', value, low, high, n, of };
}
