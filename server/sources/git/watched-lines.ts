import { DAY, type Instant } from '../../model/instant.ts';
import type { CommitHunks, Hunk } from './hunks.ts';

/** Lines that are changed again within so long after they landed were reworked. */
export const WATCHED_FOR = 21 * DAY;

/** What landed at once: a commit, or one of several of a pull request (`work`), whose own commits rework nothing of it. */
export type Landing = { sha: string; work: string; at: Instant };

export type Watched = { sha: string; watched: number | null; reworked: number | null };

type Owner = Landing & { watched: number; reworked: number; broad: boolean };
/** Lines `from` up to and without `to` of a file, in its state of now, that `owner` wrote. */
type Stretch = { from: number; to: number; owner: Owner };

export type WatchedLines = {
  /** The next commit of the branch with what it changed against the one before; null: that is not known. */
  land(landing: Landing, hunks: CommitHunks | null): void;
  /** Commits whose time is over at that instant, in their order; they are not told again. */
  judged(at: Instant): Watched[];
};

/** Who changes more files at once moves or formats them: such lines are followed no further, and reworked nothing. */
const BROAD = 200;
/** Commits after which lines that nobody watches any more are forgotten. */
const SWEEP = 500;

/**
 * Follows lines from the commit that wrote them through all that lands after it. `counts` tells which files have lines that mean
 * anything. Takes room only for what landed in the last three weeks. Where clocks run back time stands still.
 */
export function watchedLines(counts: (path: string) => boolean): WatchedLines {
  const files = new Map<string, Stretch[]>();
  const open: Owner[] = [];
  let now = Number.NEGATIVE_INFINITY;
  let landed = 0;
  const isWatched = ({ owner }: Stretch) => now - owner.at <= WATCHED_FOR;

  function forget(): void {
    for (const [path, stretches] of files) {
      const kept = stretches.filter(isWatched);
      if (kept.length === 0) files.delete(path);
      else files.set(path, kept);
    }
  }

  return {
    land(landing, hunks) {
      now = Math.max(now, landing.at);
      const told = (hunks?.files ?? []).filter(({ from, to }) => counts(to ?? from ?? ''));
      const broad = hunks === null || told.length > BROAD;
      const owner: Owner = { ...landing, at: now, watched: 0, reworked: 0, broad };
      open.push(owner);
      // Two files may change places in one commit, so all are taken before any is put back.
      const before = told.map(({ from, to }) => files.get(from ?? to ?? '') ?? []);
      for (const { from } of told) if (from !== null) files.delete(from);
      told.forEach(({ to, hunks: changed }, index) => {
        const stretches = (before[index] ?? []).filter(isWatched);
        const after = changedBy(stretches, changed, owner);
        if (to !== null && after.length > 0) files.set(to, after);
      });
      landed += 1;
      if (landed % SWEEP === 0) forget();
    },
    judged(at) {
      const first = open.findIndex((owner) => at - owner.at < WATCHED_FOR);
      const over = open.splice(0, first < 0 ? open.length : first);
      return over.map(({ sha, watched, reworked, broad }) => ({
        sha,
        watched: broad ? null : watched,
        reworked: broad ? null : reworked,
      }));
    },
  };
}

/** The lines of a file after a commit, with those that it wrote; counts what it took from whom. */
function changedBy(stretches: readonly Stretch[], hunks: readonly Hunk[], owner: Owner): Stretch[] {
  const after: Stretch[] = [];
  const rest = [...stretches].reverse();
  /** How far the lines behind the last hunk have moved. */
  let moved = 0;
  const keep = (stretch: Stretch) => {
    after.push({ ...stretch, from: stretch.from + moved, to: stretch.to + moved });
  };
  for (const { oldStart, oldLines, newStart, newLines } of hunks) {
    // Without old lines it comes behind the line told, without new ones it went from behind it.
    const from = oldLines === 0 ? oldStart + 1 : oldStart;
    const to = from + oldLines;
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      if (next.from >= to && next.from >= from) {
        rest.push(next);
        break;
      }
      if (next.from < from) keep({ ...next, to: Math.min(next.to, from) });
      taken(Math.min(next.to, to) - Math.max(next.from, from), next.owner, owner);
      if (next.to > to) rest.push({ ...next, from: to });
    }
    if (newLines > 0 && !owner.broad) {
      after.push({ from: newStart, to: newStart + newLines, owner });
      owner.watched += newLines;
    }
    moved += newLines - oldLines;
  }
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) keep(next);
  return after;
}

function taken(lines: number, from: Owner, by: Owner): void {
  if (lines <= 0 || by.broad) return;
  // What one pull request wrote and took away again was never its result.
  if (from.work === by.work) from.watched -= lines;
  else from.reworked += lines;
}
