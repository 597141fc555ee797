import type { DefinitionsAnswer } from '../contract/definitions.ts';
import { metrics } from '../metrics/register.ts';
import { isoInstant } from '../model/instant.ts';
import type { Held } from './live.ts';
import { askedRepositories } from './repositories.ts';

/** Every measure as it is defined. */
export function definitionsAnswer({ snapshot, freshness }: Held): DefinitionsAnswer {
  const { dataUntil } = askedRepositories({ snapshot, freshness }, null);
  return {
    asked: {},
    dataUntil: dataUntil === null ? null : isoInstant(dataUntil),
    generation: snapshot.generation,
    warnings: [],
    data: metrics.map(({ definition }) => definition),
  };
}
