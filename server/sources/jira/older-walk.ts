import type { Instant } from '../../model/instant.ts';
import type { ProjectStep } from '../../model/rows.ts';
import { batched, rowsOf } from './batches.ts';
import type { Cursor, Older } from './cursor.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { searched } from './search.ts';
import { endAt } from './walk.ts';

/**
 * Issues that the first import has left for later, in the order of their ids, a batch at a time: after each the cursor says where to go
 * on, so that it may break off anywhere. What changes meanwhile is read by the nightly import.
 * @param until reads no further back; null: to the beginning
 */
export async function* olderWalk(
  of: InScope,
  cursor: Cursor & { older: Older },
  until: Instant | null,
  run: Run,
): AsyncGenerator<ProjectStep> {
  const { older, ...others } = cursor;
  const { before } = older;
  // Another end than the last time's: what lies between is read again, which changes nothing.
  let after = older.until === until ? older.after : null;
  let done = 0;
  const sought = { projects: [of.id], since: until, before, after };
  for await (const batch of batched(searched(sought, run))) {
    const { issues, statuses } = await rowsOf(batch, run);
    after = String(batch.at(-1)?.id);
    done += issues.length;
    yield { rows: { issues: issues.filter(({ projectId }) => projectId === of.project.id), statuses } };
    yield endAt({ ...others, older: { before, until, after } }, [], null);
    run.progress({ what: `${of.label}, older issues`, done, total: null });
  }
  const left = until === null ? {} : { older: { before: until, until: null, after: null } };
  yield endAt({ ...others, ...left }, [], null);
}
