import type { DeliveryMeasure, DeliveryPart, DeliveryPoint } from '../../contract/delivery.ts';
import type { DeliveryDefinition } from '../../metrics/delivery/delivery-definition.ts';
import {
  type AskedDeployments,
  type DeploymentColumns,
  type DeploymentCounts,
  deploymentCounts,
} from '../../metrics/delivery/deployment-weeks.ts';
import { measureDelivery } from '../../metrics/delivery/measure-delivery.ts';
import { type Week, weekLabel, weekLastDay } from '../../model/week.ts';
import type { Part } from '../flow/parting.ts';
import type { Span } from '../span.ts';

type Repositories = AskedDeployments['repositories'];

/** Points of as many full weeks as the measure says, up to the last full one; weeks before the first whole point have none. */
export function pointsOf(
  columns: DeploymentColumns,
  definition: DeliveryDefinition,
  repositories: Repositories,
  span: Span,
): DeliveryPoint[] {
  const { weeks } = definition;
  const points: DeliveryPoint[] = [];
  for (let to = span.end - 1; to - weeks + 1 >= span.from; to -= weeks) {
    const from = to - weeks + 1;
    points.unshift(stretch(definition, deploymentCounts(columns, { repositories, from, to }), from, to));
  }
  return points;
}

/** A part of the window, with the counts that it was measured from. */
export type CountedPart = DeliveryPart & { counts: DeploymentCounts };

export function partsOf(
  columns: DeploymentColumns,
  definition: DeliveryDefinition,
  repositories: Repositories,
  parts: readonly Part[],
): CountedPart[] {
  return parts.map(({ part, from, to }) => {
    const counts = deploymentCounts(columns, { repositories, from, to });
    return { part, ...stretch(definition, counts, from, to), counts };
  });
}

export function withoutCounts({ counts: _, ...part }: CountedPart): DeliveryMeasure['parts'][number] {
  return part;
}

function stretch(
  definition: DeliveryDefinition,
  counts: DeploymentCounts,
  from: Week,
  to: Week,
): DeliveryPoint {
  const { value, low, high, ...rest } = measureDelivery(definition, counts);
  return {
    ...{ from: weekLabel(from), to: weekLastDay(to), ...rest },
    ...{ value: rounded(value), low: rounded(low), high: rounded(high) },
  };
}

/** To four digits: no reader sees more. Throws on what is no number. */
function rounded(value: number | null): number | null {
  if (value === null) return null;
  if (!Number.isFinite(value)) throw new Error(`a value is ${value}`);
  return Number(value.toPrecision(4));
}
