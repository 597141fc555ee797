import type { Item } from './item.ts';

/** What has happened to the facts of one kind since a generation, up to and with another. */
export type FactChanges = {
  generation: number;
  facts: readonly Item[];
  gone: readonly string[];
};

/**
 * All that happened since a generation, read part by part until there is no more; null: nothing has. Of a fact that changed more
 * than once the last state counts.
 */
export async function changesSince(
  generation: number,
  read: (since: number) => Promise<FactChanges>,
): Promise<FactChanges | null> {
  const latest = new Map<string, Item | null>();
  let reached = generation;
  for (;;) {
    const part = await read(reached);
    if (part.generation === reached) break;
    for (const fact of part.facts) latest.set(fact.id, fact);
    for (const id of part.gone) latest.set(id, null);
    reached = part.generation;
  }
  if (reached === generation) return null;
  return {
    generation: reached,
    facts: [...latest.values()].filter((fact) => fact !== null),
    gone: [...latest].flatMap(([id, fact]) => (fact === null ? [id] : [])),
  };
}
