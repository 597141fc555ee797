import type { DataEnd } from '../metrics/selection.ts';
import { MINUTE } from '../model/instant.ts';
import type { Held } from './live.ts';
import type { AskedRepositories } from './repositories.ts';

/** How far the data of each repository reach: until then it is known that what is open is open. */
export function dataEndOf({ snapshot, freshness }: Held, { dataUntil }: AskedRepositories): DataEnd {
  const ofRepository = new Int32Array(snapshot.repositories.values.length);
  for (const { repositoryId, coveredUntil } of freshness) {
    const number = snapshot.repositories.find(repositoryId);
    if (number !== undefined) ofRepository[number] = Math.floor(coveredUntil / MINUTE);
  }
  return { ofRepository, last: Math.floor((dataUntil ?? 0) / MINUTE) };
}
