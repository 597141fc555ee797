import { type Instant, isoInstant } from '../model/instant.ts';
import type { Held } from './live.ts';
import { generationOf } from './side.ts';
import type { Warning } from './warnings.ts';

/** What stands around the data of every answer. */
export function envelope<Asked, Data>(
  held: Held,
  asked: Asked,
  dataUntil: Instant | null,
  warnings: Warning[],
  data: Data,
) {
  return {
    asked,
    dataUntil: dataUntil === null ? null : isoInstant(dataUntil),
    generation: generationOf(held),
    // Real data never lie in the same database.
    demo: [...held.freshness, ...held.issues.freshness].some(({ source }) => source === 'demo'),
    warnings,
    data,
  };
}
