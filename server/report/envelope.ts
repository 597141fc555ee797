import { type Instant, isoInstant } from '../model/instant.ts';
import type { Held } from './live.ts';
import type { Warning } from './warnings.ts';

/** What stands around the data of every answer. */
export function envelope<Asked, Data>(
  { snapshot, freshness }: Held,
  asked: Asked,
  dataUntil: Instant | null,
  warnings: Warning[],
  data: Data,
) {
  return {
    asked,
    dataUntil: dataUntil === null ? null : isoInstant(dataUntil),
    generation: snapshot.generation,
    // Real data never lie in the same database.
    demo: freshness.some(({ source }) => source === 'demo'),
    warnings,
    data,
  };
}
