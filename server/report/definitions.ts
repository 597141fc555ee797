import type { Definitions, DefinitionsAnswer } from '../contract/definitions.ts';
import { metrics } from '../metrics/register.ts';
import { deliveryExplained } from './delivery/delivery-explained.ts';
import { envelope } from './envelope.ts';
import { reachOf } from './health/coverage.ts';
import type { Held } from './live.ts';
import { leftOutKinds, measuringRules } from './measures/rules.ts';
import { workedExample } from './measures/worked-example.ts';
import { askedRepositories } from './repositories.ts';
import { sideOf } from './side.ts';

/** Every measure as it is defined, worked out on rows of this database. */
export function definitionsAnswer(held: Held): DefinitionsAnswer {
  const { dataUntil } = askedRepositories(held, null);
  return envelope(held, {}, dataUntil, [], {
    measures: measuresOf(held),
    delivery: deliveryExplained(held),
    rules: measuringRules(held.snapshot.weeks.zone),
    leftOut: leftOutKinds(),
  });
}

const known = new WeakMap<Held, Definitions['measures']>();

/** Found once for each state of the data. */
function measuresOf(held: Held): Definitions['measures'] {
  const before = known.get(held);
  if (before !== undefined) return before;
  const found = metrics.map((metric) => {
    const side = sideOf(held, metric);
    const reach = reachOf(side, askedRepositories(side, null));
    return { definition: metric.definition, ...workedExample(held, metric, reach?.selection ?? null) };
  });
  known.set(held, found);
  return found;
}
