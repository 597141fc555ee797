import type { AdoptionBars, AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import { activeWeeks } from '../../metrics/adoption/practice.ts';
import { retained, type Stay, stayOf } from '../../metrics/adoption/retention.ts';
import { type Week, weekLabel } from '../../model/week.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { practising } from './people-asked.ts';

/** Fewest people of whom a curve is told. */
const USERS = 20;
const AFTER = [4, 8, 12, 26];
/** The longest of these of which there is something to say. */
const TOLD_AFTER = [12, 8, 4];
const ABOUT: About = {
  name: 'Who goes on',
  formula:
    'Those whose first AI-marked pull request was merged in a month: the share still active after k active weeks (weeks in which they merged something). Somebody who shows no use for four active weeks has stopped, after their last use; of all others nobody knows yet, so they are censored. Kaplan and Meier, log-log interval of 95 %.',
  unit: 'share of people',
  minimum: `${USERS} people who began; months with fewer are put together with the next`,
  emptyMeans: 'Nobody has begun.',
  limits: [
    'Weeks in which somebody merged nothing do not count against them.',
    `What fewer than ${USERS} of them could have reached by now, or fewer than ${FEWEST} have been followed to, is pending, not zero.`,
    NONE_SEEN,
  ],
};
const NONE = {
  finding: `Fewer than ${USERS} people have begun: too few to say who goes on`,
  todo: 'Ask for all teams, or wait until more people have begun.',
};

const SHORT = {
  finding: `Fewer than ${FEWEST} people have gone on, or been followed, for ${AFTER[0]} active weeks: too few to say who goes on`,
  todo: 'Wait until those who began have merged work in more weeks.',
};

type Beginner = { month: string; week: Week; stay: Stay };

/** Of those who began in the same months: how many still use it after 4, 8, 12 and 26 active weeks. */
export const retentionFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { weeks, whose } = practising(asked);
  if (asked.few) return nothingToShow('few', ABOUT);
  if (weeks === null) return nothingToShow('early', ABOUT);
  const all = [...weeks.people.values()].flatMap(({ all, marked }): Beginner[] => {
    const stay = stayOf(activeWeeks(all, marked));
    if (stay === null) return [];
    const week = weeks.from + marked.findIndex((one) => one > 0);
    return [{ week, month: weekLabel(week).slice(0, 7), stay }];
  });
  if (all.length < USERS) return nothingToShow(NONE, ABOUT);
  const cohorts = cohortsOf(all);
  const told = cohorts.map((cohort) => ({ ...cohort, bars: barsOf(cohort, weeks.to) }));
  const stays = all.map(({ stay }) => stay);
  const after = TOLD_AFTER.find((long) => retained(stays, long).followed >= FEWEST);
  if (after === undefined) return nothingToShow(SHORT, ABOUT);
  const { share, low, high } = retained(stays, after);
  const range = low === null || high === null ? '' : ` (likely ${percent(low)} to ${percent(high)})`;
  return {
    finding: `${percent(share)} of those who began still use it ${after} active weeks later${range}`,
    howToRead:
      'Each bar is the share of those who began in these months that still use it after so many weeks with merged work, with its likely range. Pending: too few of them have had so many yet.',
    description: `Retention by when people began: ${list(
      told.map(
        ({ name, bars: { rows } }) => `${name}: ${list(rows.map((row) => `${row.name} ${row.label}`))}`,
      ),
    )}.`,
    coverage: `${whose} who ever had AI-marked work merged.`,
    n: all.length,
    about: ABOUT,
    cautions: [],
    bars: told.map(({ bars }) => bars),
    ...{ bases: [], weeks: [], lines: [] },
  };
});

type Cohort = { name: string; weeks: Week[]; stays: Stay[] };

/** Months in order, put together until there are enough; what is left at the end goes with those before it. */
function cohortsOf(all: readonly Beginner[]): Cohort[] {
  const months = [...Map.groupBy(all, ({ month }) => month)].sort(([a], [b]) => (a < b ? -1 : 1));
  const found: (Cohort & { from: string; to: string })[] = [];
  for (const [month, people] of months) {
    const open = found.at(-1);
    const stays = people.map(({ stay }) => stay);
    const weeks = people.map(({ week }) => week);
    if (open === undefined || open.stays.length >= USERS)
      found.push({ name: '', from: month, to: month, weeks, stays });
    else add(open, { to: month, weeks, stays });
  }
  const rest = found.at(-1);
  const before = found.at(-2);
  if (rest !== undefined && before !== undefined && rest.stays.length < USERS) {
    found.pop();
    add(before, rest);
  }
  return found.map(({ from, to, ...cohort }) => ({ ...cohort, name: monthsOf(from, to) }));
}

function add(
  cohort: Cohort & { to: string },
  { to, weeks, stays }: Omit<Cohort, 'name'> & { to: string },
): void {
  cohort.to = to;
  cohort.weeks.push(...weeks);
  cohort.stays.push(...stays);
}

function barsOf({ name, weeks, stays }: Cohort, until: Week): AdoptionBars {
  const rows = AFTER.map((after) => {
    const young = weeks.filter((week) => week + after <= until).length < USERS;
    const { share, low, high, followed } = retained(stays, after);
    const row = { name: `${after} weeks later`, isBeside: false };
    return young || followed < FEWEST
      ? { ...row, value: null, low: null, high: null, label: 'pending' }
      : { ...row, value: share, low, high, label: percent(share) };
  });
  return { title: `Began ${name} (${number(stays.length)} people)`, kind: 'lengths', unit: 'share', rows };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "Nov 2025 to Jan 2026" */
function monthsOf(from: string, to: string): string {
  const name = (month: string) => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
  return from === to ? `in ${name(from)}` : `${name(from)} to ${name(to)}`;
}
