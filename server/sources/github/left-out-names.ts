import type { KnownRepository } from '../../model/repository.ts';
import type { ReadingStep } from '../../model/rows.ts';
import type { GithubRepository } from './repository-query.ts';

/** Repositories that the configuration leaves out, said in one sentence; of those read before also their names. */
export class LeftOutNames {
  readonly #known: ReadonlySet<string | null>;
  readonly #reasons = new Map<string, { name: string; reason: string }>();

  constructor(known: readonly KnownRepository[]) {
    this.#known = new Set(known.map(({ externalId }) => externalId));
  }

  add({ id, nameWithOwner }: GithubRepository, reason: string): void {
    this.#reasons.set(id, { name: nameWithOwner, reason });
  }

  has(id: string): boolean {
    return this.#reasons.has(id);
  }

  /** Those that are read after all, since they were named one by one. */
  keep(found: ReadonlyMap<string, unknown>): void {
    for (const id of found.keys()) this.#reasons.delete(id);
  }

  steps(): ReadingStep[] {
    if (this.#reasons.size === 0) return [];
    const counts = new Map<string, number>();
    const before: string[] = [];
    for (const [id, { name, reason }] of this.#reasons) {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      if (this.#known.has(id)) before.push(name);
    }
    const told = [...counts].map(([reason, count]) => `${count} ${reason}`).join(', ');
    const kept = before.length === 0 ? '' : ` What was read before of ${before.sort().join(', ')} stays.`;
    return [{ leftOut: `Repositories left out: ${told}.${kept}` }];
  }
}
