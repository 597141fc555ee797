import type { IssueRows } from '../../model/rows.ts';
import { historiesOf } from './changelog.ts';
import { epicIds } from './epics.ts';
import { normalised } from './normalise.ts';
import type { JiraIssue } from './payload.ts';
import type { Run } from './run.ts';
import { goneStatus } from './vocabulary.ts';

/** Issues whose changes are asked for at once. */
export const BATCH = 1000;

/** Gathers pages into batches of about `BATCH`. */
export async function* batched(pages: AsyncIterable<JiraIssue[]>): AsyncGenerator<JiraIssue[]> {
  let batch: JiraIssue[] = [];
  for await (const page of pages) {
    if (batch.length + page.length > BATCH) {
      yield batch;
      batch = [];
    }
    batch.push(...page);
  }
  if (batch.length > 0) yield batch;
}

/** The rows of at most `BATCH` issues, and of how many the history is not whole. */
export async function rowsOf(
  issues: readonly JiraIssue[],
  run: Run,
): Promise<Required<Omit<IssueRows, 'towards'>> & { short: number }> {
  const { of, short } = await historiesOf(issues, run);
  const epics = await epicIds(issues, run);
  const told = issues.map((one) =>
    normalised(one, of.get(String(one.id)) ?? [], run.site.trackerId, run.fields, epics),
  );
  const known = new Set(run.statuses.map(({ id }) => id));
  const gone = new Map(told.flatMap(({ statusNames }) => [...statusNames]).filter(([id]) => !known.has(id)));
  return {
    issues: told.map(({ issue }) => issue),
    statuses: [...gone].map(([id, name]) => goneStatus(id, name, run.statuses)),
    short,
  };
}
