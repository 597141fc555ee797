import { join } from 'node:path';
import { DAY, HOUR, type Instant, MINUTE } from '../../server/model/instant.ts';
import type { Repository } from '../../server/model/repository.ts';
import type { RunReport } from '../../server/model/run.ts';
import { openStore, type Store } from '../../server/store/open.ts';
import { onForge } from './filled-store.ts';
import { HOLDER, MIGRATIONS } from './open-store.ts';
import { walkEnd } from './rows.ts';

const LIMIT =
  'GitHub’s hourly limit lasts another 40 minutes: stopped early, 3 of 5 repositories done; the next run carries on.';
const FAILED =
  'GitHub does not take the token (401). Set a new GITHUB_TOKEN, or see whether the App is still installed.';

/** What a run remembers that read this and that. */
export function runReport(over: Partial<RunReport> = {}): RunReport {
  const usage = { requests: 312, points: 1204, waits: [{ why: "for GitHub's hourly limit", seconds: 240 }] };
  return { said: '', read: { commits: 120, pullRequests: 14, deployments: 3 }, usage, unseen: [], ...over };
}

/** Thirty nights of `github acme` that ended before `now`: three failed, one stopped, one was slept through, the others went well. */
export async function putNights(store: Store, now: Instant, last: 'done' | 'failed' = 'done'): Promise<void> {
  for (let back = 29; back >= 0; back -= 1) {
    if (back === 12) continue;
    const outcome =
      back === 0
        ? last
        : back === 20 || back === 6 || back === 5
          ? 'failed'
          : back === 9
            ? 'stopped'
            : 'done';
    const began = now - back * DAY - 6 * HOUR;
    const run = await store.beginRun('github', 'github acme', began);
    const said = { done: '', stopped: LIMIT, failed: FAILED }[outcome];
    await store.endRun(run, outcome, runReport({ said }), began + 12 * MINUTE);
  }
}

/**
 * Adds to the database of a data folder what may become of repositories: one is lost, one behind, one was never read to its end, and
 * one cannot be seen whole; and thirty nights of runs.
 */
export async function troubleStore(data: string, covered: Instant): Promise<void> {
  const store = openStore({ file: join(data, 'uptake.db'), migrations: MIGRATIONS });
  const me = { holder: HOLDER, host: 'here', pid: 1 };
  await store.takeLease(me, 0, 60_000, () => true);
  const put = (repository: Repository) => store.writeRows(HOLDER, repository, {});
  const [lost, behind, unfinished, limited] = ['ledger', 'billing', 'search', 'wiki'].map((name) =>
    onForge(name, null),
  );
  for (const one of [lost, behind, unfinished, limited]) if (one) await put(one);
  const why = `${lost?.name} is not on github.com, or not shown to this token. What was read of it stays.`;
  const limits = ['Its first 400 pull requests have no reviews: GitHub no longer tells of them.'];
  if (behind) await store.endWalk(HOLDER, behind, walkEnd({ coveredUntil: covered - 9 * DAY }));
  if (limited) await store.endWalk(HOLDER, limited, walkEnd({ coveredUntil: covered, limits }));
  if (lost) {
    await store.endWalk(HOLDER, lost, walkEnd({ coveredUntil: covered - 3 * HOUR }));
    await store.loseRepository(HOLDER, lost.id, why);
  }
  await putNights(store, Date.now());
  await store.freeLease(me);
  store.close();
}
