import type { ImportEvent, ImportStatus, StatusAnswer } from '../contract/status.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { isoInstant } from '../model/instant.ts';
import type { Freshness } from '../model/repository.ts';
import { fullDateAndTime } from '../words/date.ts';
import { list } from '../words/list.ts';
import { count } from '../words/number.ts';
import { envelope } from './envelope.ts';
import { importRemarks } from './import-remarks.ts';
import type { Held } from './live.ts';
import { type Reached, reachedBy } from './reached.ts';
import { generationOf } from './side.ts';
import { behind, PROJECTS, repositoryWarnings } from './warnings.ts';

/** What only the running program knows. */
export type Running = {
  version: string;
  running: ImportStatus | null;
  /** The sentence that the last import failed with. */
  failed: string | null;
};

/** How far the data of each repository and project reach, and what is being imported. */
export function statusAnswer(held: Held, now: Running): StatusAnswer {
  const { snapshot, freshness, issues } = held;
  const { zone } = snapshot.weeks;
  const reached = reachedBy(held);
  const { asked, projects, dataUntil } = reached;
  const [pullRequests, issuesIn] = [itemsByPlace(snapshot), itemsByPlace(issues.snapshot)];
  const warnings = [
    ...repositoryWarnings({ ...asked, dataUntil }, zone),
    ...repositoryWarnings({ ...projects, dataUntil }, zone, PROJECTS),
  ];
  const answer = envelope(held, {}, dataUntil, warnings, {
    version: now.version,
    dataLine: dataLine(reached, zone),
    repositories: freshness.map((one) => ({
      ...placeOf(one),
      pullRequests: pullRequests.get(one.repositoryId) ?? 0,
    })),
    projects: issues.freshness.map((one) => ({
      ...placeOf(one),
      issues: issuesIn.get(one.repositoryId) ?? 0,
    })),
    running: told(now.running, zone),
    failed: now.failed,
  });
  // While a demo is being made there is nothing of it yet.
  return { ...answer, demo: answer.demo || now.running?.source.startsWith('demo ') === true };
}

function placeOf({ repositoryId, name, source, coveredUntil, limits }: Freshness) {
  return { id: repositoryId, name, source, coveredUntil: isoInstant(coveredUntil), limits: [...limits] };
}

/** What those are told who listen to an import. */
export function importEvent(held: Held, running: ImportStatus | null): ImportEvent {
  return { running: told(running, held.snapshot.weeks.zone), generation: generationOf(held) };
}

function told(running: ImportStatus | null, zone: string): ImportStatus | null {
  if (running === null) return null;
  const remarks = importRemarks(running, zone);
  return remarks.length === 0 ? running : { ...running, remarks };
}

/** With its year, since a clone may have been left alone for years. */
function dataLine({ asked, projects, dataUntil }: Reached, zone: string): string {
  if (dataUntil === null) return 'No data yet.';
  const late = (of: { freshness: readonly Freshness[] }) => behind(of.freshness, dataUntil).length;
  const [repositories, others] = [late(asked), late(projects)];
  const said = [
    ...(repositories === 0 ? [] : [count(repositories, 'repository', 'repositories')]),
    ...(others === 0 ? [] : [count(others, 'project')]),
  ];
  const until = `Data to ${fullDateAndTime(dataUntil, zone)}.`;
  return said.length === 0 ? until : `${until} ${list(said)} behind.`;
}

/** Pull requests by repository, issues by project; without pushes. */
function itemsByPlace({ chunks, repositories }: Snapshot): ReadonlyMap<string, number> {
  const counts = new Int32Array(repositories.values.length);
  for (const { slices } of chunks) {
    for (const { repository, kind, from, until } of slices) {
      if (kind !== 'push') counts[repository] = (counts[repository] ?? 0) + until - from;
    }
  }
  return new Map(repositories.values.map((id, index) => [id, counts[index] ?? 0]));
}
