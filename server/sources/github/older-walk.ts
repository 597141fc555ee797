import type { Instant } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { completed, shortLists } from './completed.ts';
import type { Cursor, Older } from './cursor.ts';
import { notRead } from './gaps.ts';
import { instantOf } from './instant.ts';
import { pageSize } from './page-size.ts';
import { PlaceLost } from './pages.ts';
import { pullRequestRows } from './pull-request-rows.ts';
import { type PullRequestPage, pullRequestPages } from './pull-requests.ts';
import type { Run } from './run.ts';
import type { InScope } from './scope.ts';
import { endAt, gapsAfter } from './walking.ts';

/**
 * Pull requests that the first import has left for later, the last changed first, a page at a time: after each the cursor says where to
 * go on, so that it may break off anywhere. What changes meanwhile is read by the nightly import.
 * @param until reads no further back; null: to the beginning
 */
export async function* olderWalk(
  of: InScope,
  cursor: Cursor & { older: Older },
  until: Instant | null,
  run: Run,
): AsyncGenerator<WalkStep, void> {
  const size = pageSize(cursor.size);
  const place = { nodeId: of.nodeId, name: of.repository.name };
  let now: Cursor = cursor;
  let done = 0;
  for (let beginnings = 0; ; beginnings++) {
    try {
      for await (const page of pullRequestPages(place, size, now.older?.after ?? null, run)) {
        const { rows, gaps } = await rowsIn(page, of, now, run);
        yield rows;
        const older = leftAfter(page, now.older, until);
        const { older: _, ...others } = now;
        now = { ...others, gaps, ...(older === null ? {} : { older: older.left }) };
        yield endAt(now, []);
        done += page.nodes.length;
        run.progress({ what: `${of.label}, older pull requests`, done, total: null });
        if (older === null || older.isEnough) return;
      }
      return;
    } catch (error) {
      if (!(error instanceof PlaceLost) || beginnings > 0) throw error;
      now = { ...now, older: { before: now.older?.before ?? cursor.older.before, after: null } };
    }
  }
}

async function rowsIn(page: PullRequestPage, { repository }: InScope, { gaps: before }: Cursor, run: Run) {
  const nodes = page.nodes.filter((node) => node !== null);
  const long = nodes.filter((one) => shortLists(one).length > 0);
  const fetched = await completed(
    long.map(({ id, number }) => ({ id, number })),
    run,
  );
  const short = nodes.filter((one) => !long.includes(one));
  const whole = fetched.flatMap(({ found }) => found ?? []);
  const rows = pullRequestRows([...short, ...whole], repository.id, run.host);
  const gaps = gapsAfter(before, fetched);
  const { skipped } = page;
  return { rows, gaps: skipped === null ? gaps : notRead(gaps, { id: skipped.id, number: skipped.number }) };
}

/** What is left to be read; null: nothing is. */
function leftAfter(page: PullRequestPage, before: Older | undefined, until: Instant | null) {
  if (page.after === null) return null;
  const times = page.nodes.flatMap((node) => (node === null ? [] : [instantOf(node.updatedAt)]));
  const oldest = Math.min(...times, before?.before ?? Number.POSITIVE_INFINITY);
  return { left: { before: oldest, after: page.after }, isEnough: until !== null && oldest < until };
}
