import type { FactChanges } from '../facts/columns/fact-changes.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import type { Freshness } from '../model/repository.ts';
import type { Rollout } from '../model/rollout.ts';
import type { RosterSpell } from '../model/roster.ts';
import type { WeekTable } from '../model/week.ts';
import type { UseStore } from './adoption/held-use.ts';
import type { DeliveryStore } from './delivery/held-delivery.ts';

/** What answering needs of the store. */
export type FactStore = DeliveryStore &
  UseStore & {
    /** Changes whenever another process has committed. */
    dataVersion(): Promise<number>;
    /** All facts as they are now. */
    snapshot(weeks: WeekTable): Promise<Snapshot>;
    /** What happened to facts in the next generations after one; that generation itself: nothing has. */
    factsChangedSince(generation: number): Promise<FactChanges>;
    freshness(): Promise<Freshness[]>;
    /** All issues as they are now, and the rest of the same of them. */
    issueSnapshot(weeks: WeekTable): Promise<Snapshot>;
    issuesChangedSince(generation: number): Promise<FactChanges>;
    projectFreshness(): Promise<Freshness[]>;
    /** Every team's name, by its id. */
    teamNames(): Promise<ReadonlyMap<string, string>>;
    /** Who was on which team's roster and when. */
    roster(): Promise<readonly RosterSpell[]>;
    /** What was rolled out to teams, by name. */
    rollouts(): Promise<readonly Rollout[]>;
  };
