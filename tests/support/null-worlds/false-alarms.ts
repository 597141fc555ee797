import { isCannot, type OrCannot } from '../../../server/stats/cannot.ts';
import { type Chance, chanceOf } from './chance.ts';

/** A world in which nothing happens, and the p-value that a method finds in it. `clusters` is its size. */
export type NullWorld = {
  readonly name: string;
  readonly p: (chance: Chance, clusters: number) => OrCannot<{ readonly p: number }>;
  /** Takes milliseconds a run, so a short look takes fewer runs. */
  readonly dear?: boolean;
  /** What the method's own limits let the share be when it cannot be 5 % exactly, e.g. for few ranks. */
  readonly conservative?: boolean;
};

export type FalseAlarms = {
  readonly share: number;
  readonly runs: number;
  /** Runs without an answer; they are no alarms, and there should be none. */
  readonly refused: number;
  /** Five percent with three standard deviations of chance around it. */
  readonly lowest: number;
  readonly highest: number;
};

/** How often a method cries at 5 % where nothing is. */
export function falseAlarms(world: NullWorld, clusters: number, runs: number, seed: number): FalseAlarms {
  let alarms = 0;
  let refused = 0;
  for (let run = 0; run < runs; run++) {
    const found = world.p(chanceOf(seed * 1_000_003 + run), clusters);
    if (isCannot(found)) refused++;
    else if (found.p <= 0.05 + 1e-12) alarms++; // p of a randomisation can be 0.05 exactly
  }
  const reach = 3 * Math.sqrt((0.05 * 0.95) / runs);
  const lowest = world.conservative ? 0 : Math.max(0, 0.05 - reach);
  return { share: alarms / runs, runs, refused, lowest, highest: 0.05 + reach };
}
