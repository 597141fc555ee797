import { type Instant, isoInstant } from '../../model/instant.ts';
import { weekLabel } from '../../model/week.ts';
import { type DemoConfig, demoOf, type Scenario } from './config.ts';
import { CHRISTMAS, DRIFT, type TeamWeek } from './effect.ts';
import { organise } from './organisation.ts';
import { type Course, EVERYONE } from './rollout.ts';
import type { Team } from './teams.ts';

/** Natural logarithms of ratios: -0.223 is a fifth less. Means are over weeks, every week of a team the same. */
export type Effect = {
  /** Of the time from opening to merge of what is opened in these weeks, and of the coding before it. */
  logTimeToMerge: number;
  /** Of the pull requests opened per person present, and so of those merged, a time to merge later. */
  logThroughput: number;
  /** How many weeks this is the mean of. */
  weeks: number;
};

export type TeamTruth = {
  team: string;
  /** Monday, `2026-01-05`; it may lie after the data. Null: no date is set. */
  start: string | null;
  /** `steady` from the start to the end; `fading`: gone after 8 weeks; `stalling`: less from the 9th week, gone after 16. */
  course: Course | null;
  /** Use falls to two fifths and nothing is gained in the quarter of the weeks with the most work. */
  backWhenBusy: boolean;
  /** Since the start; null before it. */
  effect: Effect | null;
  firstEightWeeks: Effect | null;
  afterwards: Effect | null;
  inBusyWeeks: Effect | null;
  inOtherWeeks: Effect | null;
  /** Since the start: of the changed lines (logarithm), and how many times as often work is taken back, and merged unread. */
  cost: { logSize: number; reverts: number; unreviewed: number } | null;
};

/** What has been planted, exactly. Nothing else moves with a start. */
export type PlantedTruth = {
  scenario: Scenario;
  seed: number;
  size: number;
  until: string;
  /** Over all weeks of all teams that have started; null: none has. */
  mean: Effect | null;
  /** What moves all teams alike, started or not: a year's drift, the two weeks of Christmas, a step from a Monday on (null: none). */
  everyone: {
    logTimeToMergePerYear: number;
    logTimeToMergeAtChristmas: number;
    step: { from: string; logTimeToMerge: number; logThroughput: number } | null;
  };
  teams: readonly TeamTruth[];
  /** How to hold what is measured against it. */
  howToRead: string;
};

const HOW_TO_READ =
  'What is planted is the time from opening to merge, and the coding before it. Issue cycle time shows about half of that: gaps between the several pull requests of an issue, and queues in closing and reopening it, are not touched by a start.';

/** One week of one team. `use`: share of people with a tool in hand; `load`: how many times as much work as usual. */
export type PlantedWeek = {
  team: string;
  week: string;
  sinceStart: number | null;
  logTimeToMerge: number;
  logThroughput: number;
  use: number;
  load: number;
  busy: boolean;
};

export function plantedTruth(config: DemoConfig, until: Instant): PlantedTruth {
  const demo = demoOf(config, until);
  const { teams, first } = organise(demo);
  const { week, ...step } = EVERYONE;
  return {
    ...demo,
    until: isoInstant(until),
    mean: effectOf(teams.flatMap(({ weeks }) => weeks)),
    everyone: {
      logTimeToMergePerYear: DRIFT,
      logTimeToMergeAtChristmas: CHRISTMAS,
      step: demo.scenario === 'everyone-faster' ? { from: weekLabel(first + week), ...step } : null,
    },
    teams: teams.map(truthOf),
    howToRead: HOW_TO_READ,
  };
}

/** The same week by week, for estimates that weigh weeks differently. The last week is the one in which the data end. */
export function plantedWeeks(config: DemoConfig, until: Instant): PlantedWeek[] {
  const { teams, first } = organise(demoOf(config, until));
  return teams.flatMap(({ name, weeks }) =>
    weeks.map(({ since, gained, use, load, busy }, index) => {
      return { team: name, week: weekLabel(first + index), sinceStart: since, ...gained, use, load, busy };
    }),
  );
}

function truthOf({ name, rollout, weeks }: Team): TeamTruth {
  const { start, course, backWhenBusy, planted } = rollout;
  const since = weeks.filter((week) => week.since !== null);
  const { logSize, reverts, unreviewed } = planted;
  return {
    team: name,
    start: start === null ? null : weekLabel(start),
    course: start === null ? null : course,
    backWhenBusy,
    effect: effectOf(since),
    firstEightWeeks: effectOf(since.filter((week) => (week.since ?? 0) < 8)),
    afterwards: effectOf(since.filter((week) => (week.since ?? 0) >= 8)),
    inBusyWeeks: effectOf(since.filter(({ busy }) => busy)),
    inOtherWeeks: effectOf(since.filter(({ busy }) => !busy)),
    cost: since.length === 0 ? null : { logSize, reverts, unreviewed },
  };
}

function effectOf(all: readonly TeamWeek[]): Effect | null {
  const weeks = all.filter(({ since }) => since !== null);
  if (weeks.length === 0) return null;
  const mean = (of: (week: TeamWeek) => number) =>
    weeks.reduce((sum, week) => sum + of(week), 0) / weeks.length;
  return {
    logTimeToMerge: mean(({ gained }) => gained.logTimeToMerge),
    logThroughput: mean(({ gained }) => gained.logThroughput),
    weeks: weeks.length,
  };
}
