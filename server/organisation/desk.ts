import { DAY, type Instant } from '../model/instant.ts';
import type { OrganisationChange } from '../model/organisation.ts';
import type { Rollout } from '../model/rollout.ts';
import type { Store } from '../store/open.ts';
import type { Decide } from './decided.ts';
import { merge, separate } from './identities.ts';
import { codeOwnersText, type OwnerSetting, ownerList, ownerSettings } from './owners.ts';
import type { RolloutDraft } from './rollout-draft.ts';
import { type DrawPlan, drawnRollout } from './rollout-draw.ts';
import { rolloutFile, rolloutsCsv } from './rollout-file.ts';
import { addedRollout, removedRollout, statedRollout } from './rollouts.ts';
import { roster, rosterCsv } from './roster.ts';
import { type TeamSummary, teamList } from './team-list.ts';
import { withTeamListNote } from './team-list-note.ts';
import { teamName } from './team-names.ts';
import { type Unmatched, unmatched } from './unmatched.ts';

/** What an edit came to, in sentences. */
export type Edited = { changed: boolean; summary: string; notes: readonly string[] };

/**
 * Where people edit who is who and who belongs where. Every edit is one transaction: what it changes, what it replaced and the
 * marks on the facts to be measured again are written together, or nothing is. All throw QuestionError, in sentences.
 */
export type Desk = {
  importRoster(csv: string): Promise<Edited>;
  exportRoster(): Promise<string>;
  repositoryOwners(): Promise<OwnerSetting[]>;
  setRepositoryOwners(list: readonly OwnerSetting[]): Promise<Edited>;
  setCodeOwners(repositoryId: string, text: string): Promise<Edited>;
  mergeIdentities(one: string, other: string): Promise<Edited>;
  separateIdentities(one: string, other: string): Promise<Edited>;
  renameTeam(id: string, name: string): Promise<Edited>;
  teams(): Promise<TeamSummary[]>;
  /** By name. */
  rollouts(): Promise<readonly Rollout[]>;
  /** In place of the one with this id; null: a new one, or the one of the same name. */
  stateRollout(id: string | null, draft: RolloutDraft): Promise<Edited>;
  /** A new one; refused where its name is in use. */
  addRollout(draft: RolloutDraft): Promise<Edited>;
  removeRollout(id: string): Promise<Edited>;
  /** Draws the order in which some of its teams start, by a seed, and keeps it. */
  drawRollout(id: string, plan: DrawPlan, seed: number): Promise<Edited>;
  importRollouts(csv: string): Promise<Edited>;
  exportRollouts(): Promise<string>;
  /** Of the 52 weeks before `until`. */
  unmatched(until: Instant): Promise<Unmatched>;
  /** The newest first, those before the change with the number `before`. */
  changes(limit: number, before: number | null): Promise<OrganisationChange[]>;
};

const WINDOW = 52 * 7 * DAY;

export function organisationOf(store: Store, world: { now: () => Instant; zone: string }): Desk {
  const edit = async (decide: Decide): Promise<Edited> => {
    let notes: readonly string[] = [];
    const at = world.now();
    const made = await store.editOrganisation(at, (state) => {
      const decided = decide(state);
      notes = decided.notes;
      return decided.edit === null ? null : withTeamListNote(decided.edit, state, at, world.zone);
    });
    return { changed: made !== null, summary: made?.summary ?? 'All of it was so already.', notes };
  };
  return {
    importRoster: (csv) => edit(roster(csv)),
    exportRoster: async () => rosterCsv(await store.organisation()),
    repositoryOwners: async () => ownerSettings(await store.organisation()),
    setRepositoryOwners: (list) => edit(ownerList(list)),
    setCodeOwners: (repositoryId, text) => edit(codeOwnersText(repositoryId, text)),
    mergeIdentities: (one, other) => edit(merge(one, other)),
    separateIdentities: (one, other) => edit(separate(one, other)),
    renameTeam: (id, name) => edit(teamName(id, name)),
    teams: async () => teamList(await store.organisation(), world.zone, world.now()),
    rollouts: () => store.rollouts(),
    stateRollout: (id, draft) => edit(statedRollout(id, draft, world.now(), world.zone)),
    addRollout: (draft) => edit(addedRollout(draft)),
    removeRollout: (id) => edit(removedRollout(id)),
    drawRollout: (id, plan, seed) => edit(drawnRollout(id, plan, seed, world.now(), world.zone)),
    importRollouts: (csv) => edit(rolloutFile(csv, world.now(), world.zone)),
    exportRollouts: async () => rolloutsCsv(await store.organisation()),
    async unmatched(until) {
      const since = until - WINDOW;
      return unmatched(await store.organisation(), {
        merged: await store.mergedBy(since, until),
        finished: await store.finishedBy(since, until),
        names: await store.identityNames(),
        links: await store.identityLinks(),
        usage: await store.usageReadings(),
      });
    },
    changes: (limit, before) => store.organisationChanges(limit, before),
  };
}
