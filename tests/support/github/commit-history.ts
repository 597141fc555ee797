import type { FakeGraph } from './repository.ts';

/**
 * A commit and its ancestors as git lists them: of all that a commit told so far leads to, the one of the latest date is next. So a
 * wrong clock moves commits about in the list.
 */
export function historyFrom(oid: string, graph: FakeGraph): string[] {
  const dateOf = (one: string): string => graph[one]?.committedDate ?? '';
  const [waiting, seen, told] = [[oid], new Set([oid]), [] as string[]];
  for (;;) {
    const latest = waiting.reduce(
      (best, one, at) => (dateOf(one) > dateOf(waiting[best] ?? '') ? at : best),
      0,
    );
    const [next] = waiting.splice(latest, 1);
    if (next === undefined) return told;
    told.push(next);
    for (const parent of graph[next]?.parents ?? []) {
      if (!seen.has(parent)) waiting.push(parent);
      seen.add(parent);
    }
  }
}
