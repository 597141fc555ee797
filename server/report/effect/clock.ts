import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import { minutesToMerge } from '../../metrics/phase-minutes.ts';
import type { Instant } from '../../model/instant.ts';
import type { Held } from '../live.ts';
import { askedRepositories } from '../repositories.ts';
import { issueSide, mainSide } from '../side.ts';

/** What is timed and counted for the verdict, and how far the data of it reach. */
export type Clock = {
  of: 'issues' | 'pull requests';
  /** "Issue cycle time", "Time to merge" */
  name: string;
  /** "issue", "pull request" */
  noun: string;
  /** "finished", "merged" */
  done: string;
  /** Why this clock. */
  sentence: string;
  side: Held;
  dataUntil: Instant | null;
  /** 1 for each repository or project that counts, by its number. */
  repositories: Uint8Array;
  /** The minute on which its time begins, or UNKNOWN. */
  began(chunk: Chunk, row: number): number;
  /** How long it took, in minutes, or UNKNOWN. */
  minutes(chunk: Chunk, row: number): number;
};

/** So many of the finished issues have to be linked to a pull request, of so many at least, for issues to be the clock (MEASURES.md). */
const LINKED_SHARE = 0.6;
const FEWEST_ISSUES = 50;

/** The verdict's clock: the issue's cycle time where issues and pull requests are linked well enough, or alone; else time to merge. */
export function clockOf(held: Held): Clock {
  if (mainSide(held) !== held) {
    return issueClock(held, 'Issue cycle time (in progress to done), since no pull requests have been read.');
  }
  const { linked, finished } = linkedIssues(held);
  const share = finished === 0 ? 0 : linked / finished;
  const percent = `${Math.round(100 * share)} %`;
  if (finished >= FEWEST_ISSUES && share >= LINKED_SHARE) {
    return issueClock(
      held,
      `Issue cycle time (in progress to done), since ${percent} of finished issues are linked to pull requests.`,
    );
  }
  const why =
    finished === 0
      ? 'no finished issues are known'
      : finished < FEWEST_ISSUES
        ? 'too few issues are finished'
        : `only ${percent} of finished issues are linked to pull requests (60 % are needed for issue cycle time)`;
  return pullRequestClock(held, `Time to merge (opened to merged), since ${why}.`);
}

function issueClock(held: Held, sentence: string): Clock {
  const side = issueSide(held);
  const { table, dataUntil } = askedRepositories(side, null);
  return {
    of: 'issues',
    name: 'Issue cycle time',
    noun: 'issue',
    done: 'finished',
    ...{ sentence, side, dataUntil, repositories: table },
    began: ({ readyAt }, row) => readyAt[row] ?? UNKNOWN,
    minutes: ({ readyAt, mergedAt }, row) => {
      const [from, to] = [readyAt[row] ?? UNKNOWN, mergedAt[row] ?? UNKNOWN];
      return from === UNKNOWN || to === UNKNOWN || to < from ? UNKNOWN : to - from;
    },
  };
}

function pullRequestClock(held: Held, sentence: string): Clock {
  const { table, dataUntil } = askedRepositories(held, null);
  return {
    of: 'pull requests',
    name: 'Time to merge',
    noun: 'pull request',
    done: 'merged',
    ...{ sentence, side: held, dataUntil, repositories: table },
    began: ({ openedAt }, row) => openedAt[row] ?? UNKNOWN,
    minutes: minutesToMerge,
  };
}

/** Standard issues that were finished, and of them those with a pull request. */
function linkedIssues(held: Held): { linked: number; finished: number } {
  let [linked, finished] = [0, 0];
  for (const { size, leftOut, mergedAt, pullRequests } of held.issues.snapshot.chunks) {
    for (let row = 0; row < size; row++) {
      if (leftOut[row] !== 0 || mergedAt[row] === UNKNOWN) continue;
      finished += 1;
      if ((pullRequests[row] ?? 0) > 0) linked += 1;
    }
  }
  return { linked, finished };
}
