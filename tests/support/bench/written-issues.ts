import { trackerIdentity } from '../../../server/model/identity.ts';
import type { Store } from '../../../server/store/open.ts';
import { TRACKER } from '../issues.ts';
import { pullRequest, repository } from '../rows.ts';
import { END } from './synthetic-facts.ts';
import {
  accountOf,
  keyOf,
  LINKED,
  peopleOf,
  projectsOf,
  syntheticIssue,
  syntheticProject,
  syntheticVocabulary,
} from './synthetic-issues.ts';

const BATCH = 1000;
const TEAM = 9;

/** What issues are told by, and their projects, still empty. */
export async function writeProjects(store: Store, holder: string, issues: number): Promise<void> {
  await store.writeVocabulary(holder, syntheticVocabulary);
  for (let place = 0; place < projectsOf(issues); place += 1)
    await store.writeIssues(holder, syntheticProject(place), { issues: [] });
}

/** Teams of nine, by the accounts that the tracker tells. */
export async function writeTeams(store: Store, issues: number): Promise<void> {
  const people = peopleOf(issues);
  const teams = Array.from({ length: Math.ceil(people / TEAM) }, (_, team) => ({
    id: `team-${team}`,
    name: `Team ${team}`,
  }));
  const spells = Array.from({ length: people }, (_, person) => ({
    teamId: `team-${Math.floor(person / TEAM)}`,
    identity: trackerIdentity(TRACKER, accountOf(person)),
    from: null,
    to: null,
  }));
  const changes = { identities: [], repositories: [] };
  await store.editOrganisation(END, () => ({
    ...{ kind: 'roster', summary: 'Teams', before: null, teams, spells, changes },
  }));
}

/** Puts issues into the store the way that an ingest does. */
export async function writeIssues(store: Store, holder: string, issues: number): Promise<void> {
  const projects = projectsOf(issues);
  for (let place = 0; place < projects; place += 1) {
    const project = syntheticProject(place);
    const own = Math.ceil((issues - place) / projects);
    for (let at = 0; at < own; at += BATCH) {
      const many = Math.min(BATCH, own - at);
      const rows = Array.from({ length: many }, (_, n) =>
        syntheticIssue(place + (at + n) * projects, issues),
      );
      await store.writeIssues(holder, project, { issues: rows });
    }
    await store.endProjectWalk(holder, project, {
      ...{ cursor: '', coveredUntil: END, limits: [], present: null },
    });
  }
}

/** The pull requests that name some of them. */
export async function writeLinkedWork(store: Store, holder: string, issues: number): Promise<void> {
  const many = Math.floor(issues / LINKED);
  for (let at = 0; at < many; at += BATCH) {
    const pullRequests = Array.from({ length: Math.min(BATCH, many - at) }, (_, n) => {
      const none = { headBranch: null, mergeSha: null, landedShas: [], ownShas: null };
      return pullRequest(at + n + 1, { ...none, title: `${keyOf((at + n) * LINKED, issues)} Work` });
    });
    await store.writeRows(holder, repository, { pullRequests });
  }
}
