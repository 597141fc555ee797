import type { ImportEvent, ImportStatus, StatusAnswer } from '../contract/status.ts';
import type { Snapshot } from '../facts/columns/snapshot.ts';
import { type Instant, isoInstant } from '../model/instant.ts';
import { fullDateAndTime } from '../words/date.ts';
import { count } from '../words/number.ts';
import { envelope } from './envelope.ts';
import { importRemarks } from './import-remarks.ts';
import type { Held } from './live.ts';
import { askedRepositories } from './repositories.ts';
import { behind, repositoryWarnings } from './warnings.ts';

/** What only the running program knows. */
export type Running = {
  version: string;
  running: ImportStatus | null;
  /** The sentence that the last import failed with. */
  failed: string | null;
};

/** How far the data of each repository reach, and what is being imported. */
export function statusAnswer(held: Held, now: Running): StatusAnswer {
  const { snapshot, freshness } = held;
  const { zone } = snapshot.weeks;
  const asked = askedRepositories(held, null);
  const { dataUntil } = asked;
  const pullRequests = pullRequestsByRepository(snapshot);
  const answer = envelope(held, {}, dataUntil, repositoryWarnings(asked, zone), {
    version: now.version,
    dataLine: dataLine(dataUntil, behind(asked.freshness, dataUntil).length, zone),
    repositories: freshness.map((repository) => ({
      id: repository.repositoryId,
      name: repository.name,
      source: repository.source,
      coveredUntil: isoInstant(repository.coveredUntil),
      pullRequests: pullRequests.get(repository.repositoryId) ?? 0,
      limits: [...repository.limits],
    })),
    running: told(now.running, zone),
    failed: now.failed,
  });
  // While a demo is being made there is nothing of it yet.
  return { ...answer, demo: answer.demo || now.running?.source.startsWith('demo ') === true };
}

/** What those are told who listen to an import. */
export function importEvent({ snapshot }: Held, running: ImportStatus | null): ImportEvent {
  return { running: told(running, snapshot.weeks.zone), generation: snapshot.generation };
}

function told(running: ImportStatus | null, zone: string): ImportStatus | null {
  if (running === null) return null;
  const remarks = importRemarks(running, zone);
  return remarks.length === 0 ? running : { ...running, remarks };
}

/** With its year, since a clone may have been left alone for years. */
function dataLine(dataUntil: Instant | null, late: number, zone: string): string {
  if (dataUntil === null) return 'No data yet.';
  const until = `Data to ${fullDateAndTime(dataUntil, zone)}.`;
  return late === 0 ? until : `${until} ${count(late, 'repository', 'repositories')} behind.`;
}

function pullRequestsByRepository({ chunks, repositories }: Snapshot): ReadonlyMap<string, number> {
  const counts = new Int32Array(repositories.values.length);
  for (const { slices } of chunks) {
    for (const { repository, kind, from, until } of slices) {
      if (kind !== 'push') counts[repository] = (counts[repository] ?? 0) + until - from;
    }
  }
  return new Map(repositories.values.map((id, index) => [id, counts[index] ?? 0]));
}
