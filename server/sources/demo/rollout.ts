import type { Week } from '../../model/week.ts';
import { purpose, seedOf } from './chance.ts';
import type { Demo, Scenario } from './config.ts';

/** Weeks of data before the one in which they end. */
export const WEEKS = 104;

/**
 * How long what a start has brought stays. `steady`: from the first day to the end, at full strength. `fading`: at full
 * strength for eight weeks, then gone at once. `stalling`: at full strength for eight weeks, then less in even steps, gone
 * after sixteen.
 */
export type Course = 'steady' | 'fading' | 'stalling';

/** What a team's start changes in the work that is opened afterwards. Logarithms: -0.22 is a fifth less. */
export type Planted = {
  /** Of the time from opening to merge, and of the coding before the opening. */
  logTimeToMerge: number;
  /** Of the pull requests opened by each person present. */
  logThroughput: number;
  /** Of the changed lines. */
  logSize: number;
  /** How many times as often work is reverted or hotfixed, and merged without a review. */
  reverts: number;
  unreviewed: number;
};

export type Rollout = {
  /** Null: no date is set. It may lie after the end of the data. */
  start: Week | null;
  course: Course;
  /** In busy weeks people go back to the old way: use falls to two fifths, and nothing is gained. */
  backWhenBusy: boolean;
  planted: Planted;
};

const NOTHING: Planted = { logTimeToMerge: 0, logThroughput: 0, logSize: 0, reverts: 1, unreviewed: 1 };
const GAIN: Planted = { ...NOTHING, logTimeToMerge: Math.log(0.72), logThroughput: Math.log(1.12) };
const COST = { reverts: 2.2, unreviewed: 2.5 };

/** How many of a dozen teams start. */
export const STARTING = 8;
/** Weeks from the beginning of the data to the starts, half to two thirds through. */
const STARTS = [52, 53, 55, 57, 59, 62, 65, 69];
/** From the end of the data, where the start lies ahead. */
const AHEAD = [2, 3, 4, 5, 6, 8, 10, 12];

/** Full strength of the gain by scenario; before the teams differ. */
const PLANTED: Readonly<Record<Scenario, Planted>> = {
  'real-gain': GAIN,
  'gain-with-cost': { ...GAIN, ...COST, logSize: Math.log(1.3) },
  'everyone-faster': NOTHING,
  'no-change': NOTHING,
  faded: { ...GAIN, logTimeToMerge: Math.log(0.7) },
  stalled: GAIN,
  'too-early': GAIN,
  'not-started': GAIN,
};

/** What all teams share from one week on, whether they have started or not. */
export const EVERYONE = { week: 57, logTimeToMerge: Math.log(0.8), logThroughput: Math.log(1.1) };

/**
 * The rollouts of a dozen teams, for the dozen-th dozen. Of the eight that start, in `real-gain` the third stalls, the fifth
 * goes back when it is busy, and the quality of the seventh falls; in `stalled` only the last holds its practice.
 */
export function rollouts({ scenario, seed }: Demo, dozen: number, first: Week): Rollout[] {
  const order = shuffled(12, seedOf(seed, purpose.rollout, dozen));
  return order.map((rank) => {
    if (rank >= STARTING) {
      return { start: null, course: 'steady', backWhenBusy: false, planted: NOTHING };
    }
    const planted = { ...PLANTED[scenario] };
    // Teams differ by up to 4 % either way; over a dozen this adds up to nothing.
    if (planted.logTimeToMerge !== 0) planted.logTimeToMerge += 0.04 * (((rank * 3) % 8) / 3.5 - 1);
    return {
      start: first + startOf(scenario, rank),
      course: courseOf(scenario, rank),
      backWhenBusy: isBackWhenBusy(scenario, rank),
      planted: scenario === 'real-gain' && rank === 6 ? { ...planted, ...COST } : planted,
    };
  });
}

function startOf(scenario: Scenario, rank: number): number {
  if (scenario === 'too-early') return WEEKS - 3;
  return scenario === 'not-started' ? WEEKS + (AHEAD[rank] ?? 0) : (STARTS[rank] ?? 0);
}

function courseOf(scenario: Scenario, rank: number): Course {
  if (scenario === 'faded') return 'fading';
  const stalls = scenario === 'stalled' ? rank < STARTING - 1 : scenario === 'real-gain' && rank === 2;
  return stalls ? 'stalling' : 'steady';
}

function isBackWhenBusy(scenario: Scenario, rank: number): boolean {
  return scenario === 'stalled' ? rank < STARTING - 1 : scenario === 'real-gain' && rank === 4;
}

/** 0 to `count - 1` in an order that follows from the seed (Fisher and Yates). */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = seedOf(seed, last) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}
