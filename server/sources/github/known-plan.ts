import type { Instant } from '../../model/instant.ts';
import type { Cursor, Target } from './cursor.ts';
import type { Last, Newest } from './newest.ts';
import type { InScope } from './scope.ts';
import { lostBecause } from './vanished.ts';
import { OVERLAP } from './walking.ts';

/** What is to be done about a repository that was read before. */
export type Plan =
  | { kind: 'lost'; of: InScope; why: string }
  /** More has changed than was looked at, or nobody knows: its pages are read from the top. */
  | { kind: 'pages'; of: InScope; cursor: Cursor }
  | {
      kind: 'few';
      of: InScope;
      cursor: Cursor;
      /** Pull requests that have changed; none: none has. */
      targets: Target[];
      /** Deployments that are new or were waiting for a success; null: they have to be listed. */
      deliveries: string[] | null;
      /** As in `Newest`. */
      head: string | null;
    };

export function planFor({ of, found, refusal, failed }: Newest, cursor: Cursor, host: string): Plan {
  if (failed) return { kind: 'pages', of, cursor };
  if (found === null) return { kind: 'lost', of, why: lostBecause(of.repository.name, host, refusal) };
  const since = cursor.watermark - OVERLAP;
  const changed = newer(found.pullRequests, ({ updatedAt }) => updatedAt > since);
  if (changed === null) return { kind: 'pages', of, cursor };
  return {
    kind: 'few',
    of,
    cursor,
    targets: changed.map(({ id, number }) => ({ id, number })),
    deliveries: deliveriesOf(of, cursor, found.deliveries, since),
    head: found.head,
  };
}

function deliveriesOf(
  { deployed, repository }: InScope,
  { via, waiting }: Cursor,
  last: Last<{ id: string; at: Instant }> | null,
  since: Instant,
): string[] | null {
  if (deployed === null) return [];
  if (via !== repository.deployedBy || last === null) return null;
  const fresh = newer(last, ({ at }) => at > since);
  return fresh && [...new Set([...fresh, ...waiting].map(({ id }) => id))];
}

/** Those that are new; null: all that were looked at are, so there may be others. */
function newer<T>({ items, all }: Last<T>, isNew: (item: T) => boolean): T[] | null {
  const fresh = items.filter(isNew);
  return fresh.length === items.length && !all ? null : fresh;
}
