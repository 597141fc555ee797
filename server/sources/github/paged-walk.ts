import type { Instant } from '../../model/instant.ts';
import type { WalkStep } from '../../model/rows.ts';
import { reachOf } from '../../net/reach.ts';
import { completed, shortLists } from './completed.ts';
import { notRead, nowRead } from './gaps.ts';
import { instantOf } from './instant.ts';
import { pageSize, USUAL } from './page-size.ts';
import { PlaceLost } from './pages.ts';
import { pullRequestRows } from './pull-request-rows.ts';
import { assertThere, type PullRequestPage, pullRequestPages } from './pull-requests.ts';
import { addressOf, gapsAfter, OVERLAP, type Walking } from './walking.ts';

/** Long pull requests that are read in one request. */
const LONG_AT_ONCE = 10;
/** So few pull requests are read at once, however old they are. */
const FEW = 200;

/**
 * Pull requests by pages, down to those that the last complete walk has seen. Every step says where it is, so that a walk
 * that breaks off goes on from there.
 */
export async function* pagedWalk(walking: Walking): AsyncGenerator<WalkStep, void> {
  const { of, going, run } = walking;
  const size = pageSize(going.size);
  for (let beginnings = 0; !going.paged; beginnings++) {
    try {
      for await (const page of pullRequestPages(addressOf(walking), size, going.after, run)) {
        yield takePage(page, size.now(), sinceFor(page, walking), walking);
        run.progress({ what: `${of.label}, pull requests`, done: going.passed, total: page.total });
        while (going.long.length >= LONG_AT_ONCE) yield await takeLong(walking);
        if (going.paged) break;
      }
    } catch (error) {
      if (!(error instanceof PlaceLost) || beginnings > 0) throw error;
      delete going.older;
      Object.assign(going, { after: null, passed: 0, long: [], startedAt: run.asker.date() });
    }
  }
  while (going.long.length > 0) yield await takeLong(walking);
  run.sizes.start = Math.max(size.now(), USUAL);
}

/** From when on changes are read: since the last complete walk, or else as far back as a first one goes. */
function sinceFor({ total }: PullRequestPage, { cursor, going, run }: Walking): Instant {
  if (cursor !== null) return cursor.watermark - OVERLAP;
  return total - going.passed <= FEW ? Number.NEGATIVE_INFINITY : reachOf(run.config.months, going.startedAt);
}

function takePage(
  page: PullRequestPage,
  size: number,
  since: Instant,
  { of, cursor, going, run }: Walking,
): WalkStep {
  const isNew = ({ updatedAt }: { updatedAt: string }): boolean => instantOf(updatedAt) > since;
  const nodes = page.nodes.filter((node) => node !== null);
  const fresh = nodes.filter(isNew);
  const long = fresh.filter((one) => shortLists(one).length > 0);
  const short = fresh.filter((one) => !long.includes(one));
  const passed = page.skipped === null ? nodes : [page.skipped];
  // Its page is read once more then, since it holds some of both.
  if (cursor === null && !passed.every(isNew)) going.older = { before: since, after: going.after };
  going.size = size;
  going.after = page.after;
  going.passed += page.nodes.length + (page.skipped === null ? 0 : 1);
  going.paged = page.after === null || !passed.every(isNew);
  going.long.push(...long.map(({ id, number }) => ({ id, number })));
  for (const { number } of short) going.gaps = nowRead(going.gaps, number, []);
  if (page.skipped !== null && isNew(page.skipped)) {
    const { id, number } = page.skipped;
    going.gaps = notRead(going.gaps, { id, number });
  }
  const hidden = page.nodes.length - nodes.length;
  if (hidden > 0)
    run.leftOut.push(`${of.repository.name}: GitHub does not show ${hidden} of its pull requests.`);
  return pullRequestRows(short, of.repository.id, run.host, JSON.stringify(going));
}

async function takeLong(walking: Walking): Promise<WalkStep> {
  const { of, going, run } = walking;
  const targets = going.long.slice(0, LONG_AT_ONCE);
  const fetched = await completed(targets, run);
  // Pull requests do not vanish one by one: the repository has, or it says so itself.
  if (fetched.some(({ found }) => found === null)) await assertThere(addressOf(walking), run);
  going.long = going.long.slice(targets.length);
  going.gaps = gapsAfter(going.gaps, fetched);
  const found = fetched.flatMap((one) => one.found ?? []);
  return pullRequestRows(found, of.repository.id, run.host, JSON.stringify(going));
}
