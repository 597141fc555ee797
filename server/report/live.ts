import { changesSince, type FactChanges } from '../facts/columns/fact-changes.ts';
import { forgetUnasked } from '../facts/columns/per-chunk.ts';
import { rebuilt, type Snapshot } from '../facts/columns/snapshot.ts';
import type { Freshness } from '../model/repository.ts';
import type { Rollout } from '../model/rollout.ts';
import type { RosterSpell } from '../model/roster.ts';
import { type WeekTable, weekTable } from '../model/week.ts';
import { usualCalendar, type WorkingCalendar } from '../model/working-hours.ts';
import { type HeldUse, heldUseNow } from './adoption/held-use.ts';
import { deliveryNow, type HeldDelivery } from './delivery/held-delivery.ts';
import type { FactStore } from './fact-store.ts';

/** What one question is answered from, from its beginning to its end. */
export type Held = {
  snapshot: Snapshot;
  freshness: readonly Freshness[];
  /** What questions about issues are answered from (`sideOf`): projects stand where repositories do. */
  issues: IssuesHeld;
  /** What questions about deployments are answered from. */
  delivery: HeldDelivery;
  /** Every team's name as it is now, by its id. */
  teamNames: ReadonlyMap<string, string>;
  /** Who was on which team's roster and when. */
  roster: readonly RosterSpell[];
  /** What was rolled out to teams, by name. */
  rollouts: readonly Rollout[];
  /** What vendors tell of the use of their tools. */
  use: HeldUse;
  /** When people work. */
  calendar: WorkingCalendar;
};

/** Issues, and how far the data of each project reach. */
export type IssuesHeld = { snapshot: Snapshot; freshness: readonly Freshness[] };

export type Live = {
  /** The newest state; replaced as a whole, never changed. */
  readonly held: Held;
  /**
   * Takes over what other processes have committed since; true when anything was. Costs one pragma when nothing was.
   * @param own this process has written as well, which the pragma does not tell
   */
  refresh(own?: boolean): Promise<boolean>;
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

  async function takeOver(own: boolean): Promise<boolean> {
    // Asked first: what is committed while the rest is read is found again the next time.
    const now = await store.dataVersion();
    if (now === version && !own) return false;
    held = { ...(await refreshed(store, held, othersServed)), calendar };
    version = now;
    return true;
  }

  return {
    get held() {
      return held;
    },
    async refresh(own = false) {
      forgetUnasked();
      // One that is under way may have read before this process wrote.
      if (own) await refreshing?.catch(() => undefined);
      refreshing ??= takeOver(own).finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

/** What is read of the store. */
type Stored = Omit<Held, 'calendar'>;

/** Read before the facts, so that freshness never claims more than the facts hold. */
async function besideFacts(store: FactStore) {
  return {
    freshness: await store.freshness(),
    projects: await store.projectFreshness(),
    teamNames: await store.teamNames(),
    roster: await store.roster(),
    rollouts: await store.rollouts(),
  };
}

async function loaded(store: FactStore, weeks: WeekTable): Promise<Stored> {
  const { projects, ...beside } = await besideFacts(store);
  return {
    ...beside,
    snapshot: await store.snapshot(weeks),
    issues: { snapshot: await store.issueSnapshot(weeks), freshness: projects },
    delivery: await deliveryNow(store, weeks),
    use: await heldUseNow(store, null),
  };
}

/** In small steps: questions are answered in between, from what is held until the end. */
async function refreshed(
  store: FactStore,
  { snapshot, issues, delivery, use }: Held,
  othersServed: () => Promise<unknown>,
): Promise<Stored> {
  const { projects, ...beside } = await besideFacts(store);
  return {
    ...beside,
    snapshot: await caughtUp(snapshot, store.factsChangedSince, othersServed),
    issues: {
      snapshot: await caughtUp(issues.snapshot, store.issuesChangedSince, othersServed),
      freshness: projects,
    },
    delivery: await deliveryNow(store, snapshot.weeks, delivery),
    use: await heldUseNow(store, use),
  };
}

async function caughtUp(
  snapshot: Snapshot,
  changedSince: (since: number) => Promise<FactChanges>,
  othersServed: () => Promise<unknown>,
): Promise<Snapshot> {
  const changes = await changesSince(snapshot.generation, async (since) => {
    await othersServed();
    return changedSince(since);
  });
  if (changes === null) return snapshot;
  const weeks = rebuilt(snapshot, changes);
  for (;;) {
    await othersServed();
    const { done, value } = weeks.next();
    if (done) return value;
  }
}
