import { type Snapshot, withFacts } from '../facts/columns/snapshot.ts';
import { snapshotBuilder } from '../facts/columns/snapshot-builder.ts';
import type { Freshness } from '../model/repository.ts';
import { type WeekTable, weekTable } from '../model/week.ts';
import type { FactStore } from './fact-store.ts';

/** What one question is answered from, from its beginning to its end. */
export type Held = { snapshot: Snapshot; freshness: readonly Freshness[] };

export type Live = {
  /** The newest state; replaced as a whole, never changed. */
  readonly held: Held;
  /** Takes over what other processes have committed since; true when anything was. Costs one pragma when nothing was. */
  refresh(): Promise<boolean>;
};

/** Loads all facts. Throws ConfigError when the zone is unknown. */
export async function openLive(store: FactStore, zone: string): Promise<Live> {
  const weeks = weekTable(zone);
  let version = await store.dataVersion();
  let held = await loaded(store, weeks);
  let refreshing: Promise<boolean> | null = null;

  async function takeOver(): Promise<boolean> {
    // Asked first: what is committed while the rest is read is found again the next time.
    const now = await store.dataVersion();
    if (now === version) return false;
    held = await refreshed(store, held);
    version = now;
    return true;
  }

  return {
    get held() {
      return held;
    },
    refresh() {
      refreshing ??= takeOver().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

/** Freshness is read before the facts, so that it never claims more than the facts hold. */
async function loaded(store: FactStore, weeks: WeekTable): Promise<Held> {
  const generation = await store.generation();
  const freshness = await store.freshness();
  const builder = snapshotBuilder(weeks);
  for await (const facts of store.allFacts()) builder.add(facts);
  return { snapshot: builder.build(generation), freshness };
}

async function refreshed(store: FactStore, { snapshot }: Held): Promise<Held> {
  const freshness = await store.freshness();
  const changes = await store.factsChangedSince(snapshot.generation);
  if (changes.generation === snapshot.generation) return { snapshot, freshness };
  return { snapshot: withFacts(snapshot, changes), freshness };
}
