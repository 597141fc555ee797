import type { DefinitionsAnswer } from '../contract/definitions.ts';
import { metrics } from '../metrics/register.ts';
import { envelope } from './envelope.ts';
import type { Held } from './live.ts';
import { askedRepositories } from './repositories.ts';

/** Every measure as it is defined. */
export function definitionsAnswer(held: Held): DefinitionsAnswer {
  const { dataUntil } = askedRepositories(held, null);
  const definitions = metrics.map(({ definition }) => definition);
  return envelope(held, {}, dataUntil, [], definitions);
}
