import type { MeasureId } from '../../contract/definition.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import {
  codingMinutes,
  deployMinutes,
  mergeMinutes,
  minutesToMerge,
  pickupMinutes,
  reviewMinutes,
} from '../../metrics/phase-minutes.ts';
import { bucketedQuantiles } from '../../stats/bucketed-quantile.ts';
import { isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { askedRepositories } from '../repositories.ts';
import { estimated } from './beside.ts';
import { comparable } from './comparison.ts';
import { entriesOf, type Placed, placedItems } from './entries.ts';
import { PERIOD } from './frame.ts';
import type { Gathered } from './gathered.ts';
import { samePeople } from './people.ts';
import { phaseMeter } from './phase-meter.ts';
import { placementOf } from './placement.ts';
import type { Method } from './primary.ts';

/** One phase of the way of a pull request, or its size. */
export type Phase = {
  measure: MeasureId;
  name: string;
  unit: 'hours' | 'lines';
  estimate: OrCannot<Estimate>;
  /** Medians of the teams that start: in hours, or lines. */
  before: number | null;
  after: number | null;
  n: number;
};

type Phased = Pick<Phase, 'measure' | 'name' | 'unit'> & { value(chunk: Chunk, row: number): number };

const PHASES: readonly Phased[] = [
  { measure: 'time-to-merge', name: 'Time to merge', unit: 'hours', value: minutesToMerge },
  { measure: 'coding-time', name: 'Coding', unit: 'hours', value: codingMinutes },
  { measure: 'pickup-time', name: 'Pickup', unit: 'hours', value: pickupMinutes },
  { measure: 'review-time', name: 'Review', unit: 'hours', value: reviewMinutes },
  { measure: 'merge-time', name: 'Merge', unit: 'hours', value: mergeMinutes },
  { measure: 'deploy-time', name: 'Deploy', unit: 'hours', value: deployMinutes },
  { measure: 'batch-size', name: 'Size', unit: 'lines', value: ({ lines }, row) => lines[row] ?? UNKNOWN },
];

/** Phase by phase by the same method as the headline; each is a question of its own, and none decides the verdict. */
export function* phasesOf(gathered: Gathered, method: Method): Generator<void, Phase[]> {
  const { units, frame, clock } = gathered;
  const placed = placedPullRequests(gathered);
  const measured = phaseMeter(frame, units, placed);
  const found: Phase[] = [];
  for (const { value, ...phase } of PHASES) {
    if (phase.measure === 'time-to-merge' && clock.of === 'pull requests') continue;
    const { panel, sides } = measured(value);
    const { before, after, n } = sidesOf(sides, phase.unit === 'hours' ? 60 : 1);
    if (n === 0) continue;
    const estimate =
      method === 'compared'
        ? estimated(comparable(panel))
        : samePeople(frame, units, entriesOf(placed, value));
    found.push({ ...phase, estimate, before, after, n });
    yield;
  }
  return found;
}

/** The pull requests of the people held at the start; of those whose issues are timed they are found anew. */
export function placedPullRequests({ held, units, frame, clock, placed }: Gathered): Placed {
  if (clock.of === 'pull requests') return placed;
  const { table } = askedRepositories(held, null);
  const weeks = { from: frame.from, to: frame.from + frame.followed * PERIOD - 1 };
  const began = ({ openedAt }: Chunk, row: number) => openedAt[row] ?? UNKNOWN;
  return placedItems(held.snapshot, table, placementOf(held.snapshot, units, 'held'), began, weeks);
}

/** Medians before and after, of minutes as hours by 60. */
export function sidesOf(
  [before, after]: readonly [Int32Array, Int32Array],
  per: number,
): { before: number | null; after: number | null; n: number; nBefore: number; nAfter: number } {
  const middle = (values: Int32Array) => {
    if (values.length < FEWEST) return null;
    const [half = 0] = bucketedQuantiles(values, [0.5]);
    return half / per;
  };
  const [nBefore, nAfter] = [before.length, after.length];
  return { before: middle(before), after: middle(after), n: nBefore + nAfter, nBefore, nAfter };
}

const FEWEST = 5;

/** Of phases that take longer for sure, the one in which most hours have come to lie. */
export function mostOf(phases: readonly Phase[]): string | null {
  const worse = phases.filter(({ unit, estimate, measure }) => {
    return unit === 'hours' && measure !== 'time-to-merge' && !isCannot(estimate) && estimate.lower > 0;
  });
  const added = ({ before, after }: Phase) => (after ?? 0) - (before ?? 0);
  const [most] = worse.toSorted((one, other) => added(other) - added(one));
  return most?.name ?? null;
}
