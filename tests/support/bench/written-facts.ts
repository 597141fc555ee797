import type { PullRequestFact } from '../../../server/facts/pull-request-fact.ts';
import type { Rows } from '../../../server/model/rows.ts';
import type { MeasuredRows } from '../../../server/store/measured.ts';
import type { Store } from '../../../server/store/open.ts';
import { commit, pullRequest, walkEnd } from '../rows.ts';
import {
  END,
  isPush,
  repositoryOf,
  type Size,
  shaOf,
  syntheticFact,
  syntheticRepository,
  teamId,
} from './synthetic-facts.ts';

const BATCH = 2000;

/**
 * Puts facts into a store the way that an ingest does: rows, which mark them dirty, then the store's own derive, with a measure
 * that returns the synthetic fact instead of computing one.
 */
export async function writeFacts(store: Store, holder: string, size: Size): Promise<void> {
  const items = Map.groupBy(Array.from({ length: size.facts }).keys(), (index) => repositoryOf(index, size));
  const teams = Array.from({ length: size.teams }, (_, team) => ({ id: teamId(team), name: `Team ${team}` }));
  const nobody = { identities: [], repositories: [] };
  await store.editOrganisation(END, () => ({
    ...{ kind: 'roster', summary: 'Teams', before: null, teams, changes: nobody },
  }));
  for (const [place, indices] of items) {
    const repository = syntheticRepository(place);
    for (let at = 0; at < indices.length; at += BATCH) {
      await store.writeRows(holder, repository, rowsOf(indices.slice(at, at + BATCH), repository.id, at));
    }
    await store.endWalk(holder, repository, walkEnd({ coveredUntil: END }));
  }
  await deriveFacts(store, holder, size, 0);
}

/** Lets other things be known of a share of all items, spread evenly; returns how many facts changed. */
export async function changeFacts(
  store: Store,
  holder: string,
  size: Size,
  share: number,
  edition: number,
): Promise<number> {
  const every = Math.round(1 / share);
  const indices = Array.from({ length: Math.floor(size.facts / every) }, (_, at) => at * every).filter(
    (index) => !isPush(index),
  );
  const items = Map.groupBy(indices, (index) => repositoryOf(index, size));
  for (const [place, some] of items) {
    const { id } = syntheticRepository(place);
    const pullRequests = some.map((index) => ({ ...bareRow(index, id), title: `edition ${edition}` }));
    await store.writeRows(holder, syntheticRepository(place), { pullRequests });
  }
  return deriveFacts(store, holder, size, edition);
}

async function deriveFacts(store: Store, holder: string, size: Size, edition: number): Promise<number> {
  const measure = (rows: MeasuredRows): PullRequestFact =>
    syntheticFact(
      rows.kind === 'landing' ? Number.parseInt(rows.mainline.sha, 16) : rows.pullRequest.number - 1,
      size,
      edition,
    );
  let all = 0;
  for (;;) {
    const { taken, changed } = await store.derive(holder, BATCH, measure);
    all += changed;
    if (taken === 0) return all;
  }
}

function rowsOf(indices: readonly number[], repositoryId: string, position: number): Rows {
  const pushes = indices.filter(isPush);
  return {
    pullRequests: indices.filter((index) => !isPush(index)).map((index) => bareRow(index, repositoryId)),
    commits: pushes.map((index) => commit(shaOf(index), { repositoryId })),
    mainline: pushes.map((index, at) => ({
      ...{ repositoryId, position: position + at, sha: shaOf(index) },
      ...{ landedBy: 'direct-push', pullRequestId: null },
    })),
  };
}

function bareRow(index: number, repositoryId: string) {
  const number = index + 1;
  const none = { headBranch: null, mergeSha: null, landedShas: [], ownShas: null };
  return pullRequest(number, { id: `${repositoryId}#${number}`, repositoryId, ...none });
}
