import { changesSince } from '../facts/columns/fact-changes.ts';
import { forgetUnasked } from '../facts/columns/per-chunk.ts';
import { rebuilt, type Snapshot } from '../facts/columns/snapshot.ts';
import type { Freshness } from '../model/repository.ts';
import type { RosterSpell } from '../model/roster.ts';
import { type WeekTable, weekTable } from '../model/week.ts';
import { usualCalendar, type WorkingCalendar } from '../model/working-hours.ts';
import type { FactStore } from './fact-store.ts';

/** What one question is answered from, from its beginning to its end. */
export type Held = {
  snapshot: Snapshot;
  freshness: readonly Freshness[];
  /** Every team's name as it is now, by its id. */
  teamNames: ReadonlyMap<string, string>;
  /** Who was on which team's roster and when. */
  roster: readonly RosterSpell[];
  /** When people work. */
  calendar: WorkingCalendar;
};

export type Live = {
  /** The newest state; replaced as a whole, never changed. */
  readonly held: Held;
  /** Takes over what other processes have committed since; true when anything was. Costs one pragma when nothing was. */
  refresh(): Promise<boolean>;
};

/**
 * Loads all facts. Throws ConfigError when the zone is unknown.
 * @param othersServed is waited for between the steps of a refresh, which are some milliseconds long each
 */
export async function openLive(
  store: FactStore,
  zone: string,
  othersServed: () => Promise<unknown> = async () => undefined,
  calendar: WorkingCalendar = usualCalendar(zone),
): Promise<Live> {
  const weeks = weekTable(zone);
  let version = await store.dataVersion();
  let held: Held = { ...(await loaded(store, weeks)), calendar };
  let refreshing: Promise<boolean> | null = null;

  async function takeOver(): Promise<boolean> {
    // Asked first: what is committed while the rest is read is found again the next time.
    const now = await store.dataVersion();
    if (now === version) return false;
    held = { ...(await refreshed(store, held, othersServed)), calendar };
    version = now;
    return true;
  }

  return {
    get held() {
      return held;
    },
    refresh() {
      forgetUnasked();
      refreshing ??= takeOver().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

/** What is read of the store. */
type Stored = Omit<Held, 'calendar'>;

/** Read before the facts, so that freshness never claims more than the facts hold. */
async function besideFacts(store: FactStore): Promise<Omit<Stored, 'snapshot'>> {
  return {
    freshness: await store.freshness(),
    teamNames: await store.teamNames(),
    roster: await store.roster(),
  };
}

async function loaded(store: FactStore, weeks: WeekTable): Promise<Stored> {
  const beside = await besideFacts(store);
  return { snapshot: await store.snapshot(weeks), ...beside };
}

/** In small steps: questions are answered in between, from what is held until the end. */
async function refreshed(
  store: FactStore,
  { snapshot }: Held,
  othersServed: () => Promise<unknown>,
): Promise<Stored> {
  const beside = await besideFacts(store);
  const changes = await changesSince(snapshot.generation, async (since) => {
    await othersServed();
    return store.factsChangedSince(since);
  });
  if (changes === null) return { snapshot, ...beside };
  const weeks = rebuilt(snapshot, changes);
  for (;;) {
    await othersServed();
    const { done, value } = weeks.next();
    if (done) return { snapshot: value, ...beside };
  }
}
