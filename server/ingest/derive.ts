import { directPushFact, type PullRequestFact, pullRequestFact } from '../facts/pull-request-fact.ts';
import type { Progress } from '../model/rows.ts';
import { isAutomation } from '../people/automation.ts';
import { isLongLived } from '../people/long-lived-branch.ts';
import type { MeasuredRows } from '../store/measured.ts';
import type { Store } from '../store/open.ts';

const BATCH = 2000;

export type DeriveCounts = { measured: number; changed: number; leftOut: Map<string, number> };

/** Rows to facts, for whatever is dirty, one transaction a batch: a killed derive goes on where it was. */
export async function derive(
  store: Store,
  holder: string,
  progress: (progress: Progress) => void,
): Promise<DeriveCounts> {
  const counts: DeriveCounts = { measured: 0, changed: 0, leftOut: new Map() };
  const measure = (rows: MeasuredRows): PullRequestFact => {
    const fact = factOf(rows);
    if (fact.leftOut) counts.leftOut.set(fact.leftOut, (counts.leftOut.get(fact.leftOut) ?? 0) + 1);
    return fact;
  };
  const dirty = await store.dirtyCount();
  for (;;) {
    const { taken, changed } = await store.derive(holder, BATCH, measure);
    if (taken === 0) return counts;
    counts.measured += taken;
    counts.changed += changed;
    progress({
      what: 'measuring pull requests',
      done: counts.measured,
      total: Math.max(dirty, counts.measured),
    });
  }
}

function factOf(rows: MeasuredRows): PullRequestFact {
  if (rows.kind === 'landing') return directPushFact(rows);
  const { pullRequest, defaultBranch } = rows;
  const { headBranch, fromFork } = pullRequest;
  return pullRequestFact({
    ...rows,
    automation: pullRequest.author !== null && isAutomation(pullRequest.author),
    longLived: headBranch !== null && fromFork !== true && isLongLived(headBranch, defaultBranch),
  });
}
