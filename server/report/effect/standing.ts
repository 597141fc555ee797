import { isCannot } from '../../stats/cannot.ts';
import { detectableErrors, smallestDetectable } from '../../stats/decision/detectable.ts';
import { MOST_DETECTABLE } from '../../stats/decision/verdict-rule.ts';
import { weeksUntil } from '../../stats/decision/weeks-needed.ts';
import { errorAtStart } from './beside.ts';
import { PERIOD } from './frame.ts';
import { type Gathered, gatheredOf } from './gathered.ts';
import { fallingVariance, varianceWithin } from './noise.ts';
import type { Primaries } from './primary.ts';

/** How much there is to go by, and what more would do. */
export type Standing = {
  counts: {
    teams: number;
    started: number;
    notStarted: number;
    people: number;
    items: number;
    /** Of them: of teams that start, since their start. */
    since: number;
    weeks: number;
    weeksBefore: number;
    weeksAfter: number;
  };
  /** What a change has to be, in percent, to be seen once so many weeks are over; null: it cannot be told. */
  visible: { percent: number | null; weeks: number };
  /** So many items on either side would show a quarter. */
  neededItems: number;
  /** More of them that would show a quarter; null: not by that. */
  missing: { weeks: number | null; teams: number | null };
  /** The first and last week of items that are looked at for throughput. */
  rate: { before: number | null; after: number | null; n: number };
  /** Rates of the teams that start by period, for the line. */
  rates: readonly (number | null)[];
};

/** Before a start it is seen what these data would show of one so many weeks before their end. */
const AHEAD_WEEKS = 24;

/** Variance of log durations within a person's week where the data tell too little of it (STATISTICS (h)). */
const WITHIN = 1.4;

export function standingOf(gathered: Gathered, primaries: Primaries): Standing {
  const { frame, units, entries } = gathered;
  const until = frame.from + frame.followed * PERIOD;
  const people = new Set<number>();
  let [items, since] = [0, 0];
  for (let at = 0; at < entries.size; at++) {
    const week = entries.week[at] ?? 0;
    if (week < frame.from || week >= until) continue;
    items += 1;
    people.add(entries.person[at] ?? 0);
    const start = units[entries.unit[at] ?? 0]?.start ?? null;
    if (start !== null && week >= start) since += 1;
  }
  const started = units.filter(({ start }) => start !== null && start < until).length;
  return {
    counts: {
      ...{
        teams: units.length,
        started,
        notStarted: units.length - started,
        people: people.size,
        items,
        since,
      },
      weeks: frame.followed * PERIOD,
      weeksBefore: Math.min(frame.before, frame.followed) * PERIOD,
      weeksAfter: Math.max(0, frame.followed - frame.before) * PERIOD,
    },
    visible: visibleOf(gathered, primaries),
    neededItems: Math.ceil(2 * within(gathered) * (detectableErrors() / MOST_DETECTABLE) ** 2),
    missing: missingOf(primaries, Math.max(1, frame.followed - frame.before) * PERIOD),
    ...ratesOf(gathered),
  };
}

function visibleOf(gathered: Gathered, { time }: Primaries): Standing['visible'] {
  const { frame, held, rollout, teams } = gathered;
  const after = (frame.followed - frame.before) * PERIOD;
  if (!isCannot(time.smallest)) return { percent: -time.smallest.fall, weeks: after };
  const end = Math.min(frame.running, frame.first);
  const shift = frame.first - (end - AHEAD_WEEKS);
  const asked = teams.units.map(({ id }) => id);
  const earlier = gatheredOf(held, rollout, asked, shift);
  const error = 'nothing' in earlier ? null : errorAtStart(earlier);
  if (error === null || isCannot(error)) return { percent: null, weeks: AHEAD_WEEKS };
  const smallest = smallestDetectable(error.se, { df: error.df });
  return { percent: isCannot(smallest) ? null : -smallest.fall, weeks: AHEAD_WEEKS };
}

function within({ entries, frame }: Gathered): number {
  const shown = varianceWithin(entries, frame.first);
  return isCannot(shown) ? WITHIN : shown;
}

/** @param weeks since the first start that were followed to their end */
function missingOf({ time, panel }: Primaries, weeks: number): Standing['missing'] {
  const { teams, starters, untreated } = panel.compared;
  if (panel.failed.length > 0) {
    const lacking = Math.max(
      8 - teams,
      3 - starters,
      3 - untreated,
      Math.ceil((teams - 4 * untreated) / 3),
      0,
    );
    return { weeks: null, teams: lacking > 0 ? lacking : null };
  }
  const { effect } = time.findings;
  if (isCannot(effect)) return { weeks: null, teams: null };
  const variance = effect.se ** 2;
  const shown = fallingVariance(panel.panel);
  const falling = isCannot(shown) ? 0 : Math.min(variance, shown);
  const design = { falling, staying: variance - falling, weeks, df: effect.df };
  const needed = weeksUntil(design, 20);
  const ratio = (detectableErrors(effect.df) * effect.se) / MOST_DETECTABLE;
  const more = Math.ceil(teams * ratio ** 2) - teams;
  return {
    weeks: isCannot(needed) || needed <= weeks || needed > 4 * weeks ? null : needed - weeks,
    teams: more > 0 ? more : null,
  };
}

/** What teams that start finished per person and week, before and after each one's start, and by period. */
function ratesOf(gathered: Gathered): Pick<Standing, 'rate' | 'rates'> {
  const { units, frame } = gathered;
  const counted = gathered.counted('held');
  const sides = { before: { items: 0, people: 0 }, after: { items: 0, people: 0 } };
  const periods = Array.from({ length: frame.over }, () => ({ items: 0, people: 0 }));
  units.forEach(({ start }, place) => {
    if (start === null) return;
    for (let week = 0; week < Math.min(counted.weeks, frame.over * PERIOD); week++) {
      const at = place * counted.weeks + week;
      const side = frame.from + week < start ? sides.before : sides.after;
      for (const sum of [side, periods[Math.floor(week / PERIOD)]]) {
        if (sum === undefined) continue;
        sum.items += counted.items[at] ?? 0;
        sum.people += counted.people[at] ?? 0;
      }
    }
  });
  const rate = ({ items, people }: { items: number; people: number }) =>
    people === 0 ? null : items / people;
  return {
    rate: { before: rate(sides.before), after: rate(sides.after), n: sides.before.items + sides.after.items },
    rates: periods.map(rate),
  };
}
