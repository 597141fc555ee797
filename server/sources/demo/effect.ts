import { type Week, weekLabel } from '../../model/week.ts';
import { purpose, unitOf } from './chance.ts';
import type { Demo } from './config.ts';
import { EVERYONE, type Rollout, WEEKS } from './rollout.ts';
import type { Weather } from './weather.ts';

/** Everything that holds for the work that one team opens in one week. Logarithms add up. */
export type TeamWeek = Weather & {
  /** Weeks since the team's start; null: it has not started. */
  since: number | null;
  /** What the start does to the time to merge, as to the coding before it, and to the pull requests opened per person; 0 before it. */
  gained: { logTimeToMerge: number; logThroughput: number };
  /** What moves them in all teams alike. */
  common: { logTimeToMerge: number; logThroughput: number };
  logSize: number;
  reverts: number;
  unreviewed: number;
  /** Share of the people who use an AI tool. */
  use: number;
};

/** Share of people who use AI tools of their own accord: at the beginning of the data, and what is added until the end. */
const OWN_ACCORD = [0.07, 0.06] as const;
const PLATEAU = 0.72;
const WHEN_BUSY = 0.4;

/** All teams become a little faster by themselves: per year. */
export const DRIFT = -0.03;
/** Around Christmas everything takes longer. */
export const CHRISTMAS = 0.3;

export function teamWeek(demo: Demo, rollout: Rollout, weather: Weather, first: Week, week: Week): TeamWeek {
  const since = rollout.start === null || week < rollout.start ? null : week - rollout.start;
  const passed = (week - first) / WEEKS;
  const own = OWN_ACCORD[0] + OWN_ACCORD[1] * passed;
  const together = demo.scenario === 'everyone-faster' && week >= first + EVERYONE.week;
  const common = {
    logTimeToMerge:
      DRIFT * 2 * passed + (isChristmas(week) ? CHRISTMAS : 0) + (together ? EVERYONE.logTimeToMerge : 0),
    logThroughput: together ? EVERYONE.logThroughput : 0,
  };
  if (since === null) {
    const gained = { logTimeToMerge: 0, logThroughput: 0 };
    return { ...weather, since, gained, common, logSize: 0, reverts: 1, unreviewed: 1, use: own };
  }
  const back = rollout.backWhenBusy && weather.busy;
  const { logTimeToMerge, logThroughput, logSize, reverts, unreviewed } = rollout.planted;
  const strength = back ? 0 : strengthOf(rollout, since);
  return {
    ...weather,
    since,
    gained: { logTimeToMerge: logTimeToMerge * strength, logThroughput: logThroughput * strength },
    common,
    logSize,
    reverts,
    unreviewed,
    use: Math.max(own, PLATEAU * heldUse(rollout, since)) * (back ? WHEN_BUSY : 1),
  };
}

/** How much is left of a start after some weeks, from 1 to 0. */
function strengthOf({ course }: Rollout, since: number): number {
  if (since < 8 || course === 'steady') return 1;
  return course === 'fading' ? 0 : Math.max(0, 1 - (since - 7) / 9);
}

/** Use takes some weeks to spread. Where the gain fades people go on using the tools; where it stalls they stop. */
function heldUse(rollout: Rollout, since: number): number {
  const spread = 1 - Math.exp(-(since + 1) / 3.5);
  return rollout.course === 'stalling' ? spread * strengthOf(rollout, since) : spread;
}

/** The two weeks in which most people are away. */
export function isChristmas(week: Week): boolean {
  const [, month = '', day = ''] = weekLabel(week).split('-');
  return (month === '12' && Number(day) >= 19) || (month === '01' && day === '01');
}

const AT_CHRISTMAS = 0.75;
const IN_SUMMER = 0.14;
const IN_A_WEEK = 0.05;

/**
 * Whether a person is on leave for a whole week: about five weeks a year, more in summer, most people at Christmas. As all chance that
 * comes by the week it is drawn for its place in the data, so that a demo tells the same story wherever its data end.
 */
export function isAway(personSeed: number, first: Week, week: Week): boolean {
  const unit = unitOf(personSeed, purpose.away, week - first);
  if (unit >= AT_CHRISTMAS) return false;
  const month = Number(weekLabel(week).slice(5, 7));
  const summer = month === 7 || month === 8;
  return unit < (summer ? IN_SUMMER : IN_A_WEEK) || isChristmas(week);
}
