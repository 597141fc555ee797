import { SECOND } from '../model/instant.ts';
import type { Progress } from '../model/rows.ts';
import type { RunReport } from '../model/run.ts';
import type { SourceEnd } from './read-source.ts';
import type { World } from './sources.ts';
import type { Summary } from './summary.ts';
import { noCounts, type SyncCounts } from './sync.ts';

/** One run of a source while it goes on. */
export type RunSoFar = {
  /** Adds to a step how many rows there are by now, and passes it on. */
  progress(step: Progress): void;
  /** The same world, whose longer waits are told. */
  world: World;
  /** A walk counts into these from now on; nothing of them is in the summary yet. */
  walking(counts: SyncCounts): void;
  /** What the run remembers when it has ended. */
  report(end: SourceEnd): RunReport;
};

/** Shorter waits are over before anybody has read of them. */
const WORTH_TELLING = 5 * SECOND;
const MOST_SENTENCES = 20;

/** @param summary of the whole ingest, to which this run adds */
export function runSoFar(summary: Summary, world: World, tell: (progress: Progress) => void): RunSoFar {
  const before = { read: { ...summary.read }, unseen: summary.leftOut.unseen.length };
  const usages = summary.usage.length;
  let walk = noCounts();
  let last: Progress = { what: 'beginning', done: 0, total: null };

  const rows = () => sum(summary.read) - sum(before.read) + sum(walk.read);
  const progress = (step: Progress) => {
    last = step;
    tell({ ...step, rows: rows() });
  };
  return {
    progress,
    world: {
      ...world,
      async wait(ms, signal) {
        if (ms >= WORTH_TELLING) tell({ ...last, rows: rows(), waitsUntil: world.now() + ms });
        await world.wait(ms, signal);
        if (ms >= WORTH_TELLING) tell({ ...last, rows: rows() });
      },
    },
    walking(counts) {
      walk = counts;
    },
    report({ failures, stopped }) {
      const said = [...failures, ...(stopped ? [stopped] : [])].map(({ message }) => message);
      const usage = summary.usage[usages];
      return {
        said: said.join(' '),
        read: difference(summary.read, before.read),
        usage: usage ? { requests: usage.requests, points: usage.points, waits: usage.waits } : null,
        unseen: [...new Set(summary.leftOut.unseen.slice(before.unseen))].slice(0, MOST_SENTENCES),
      };
    },
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}

function difference(
  after: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(after).map(([name, many]) => [name, many - (before[name] ?? 0)]));
}
