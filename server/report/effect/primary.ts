import { cannot, isCannot, type OrCannot } from '../../stats/cannot.ts';
import { type Detectable, smallestDetectable } from '../../stats/decision/detectable.ts';
import {
  type Findings,
  holmAlphas,
  isDealtAsked,
  isUnconfirmed,
  type Verdict,
  verdict,
} from '../../stats/decision/verdict-rule.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { ratePanel } from './cells.ts';
import { type Comparable, type Comparison, comparable, comparison } from './comparison.ts';
import { type Dealt, dealtOf } from './dealt.ts';
import { PERIOD } from './frame.ts';
import type { Gathered } from './gathered.ts';
import { rateChange, samePeople } from './people.ts';
import { type SeriesFindings, seriesFindings, weeklySeries } from './series.ts';

/** From the strongest to the weakest. */
export type Method = 'compared' | 'series' | 'before-after' | 'none';

/** One of the two headline measures. */
export type Primary = {
  findings: Findings;
  /** By the rule of STATISTICS (k), after Holm among the two. */
  verdict: Verdict;
  alpha: number;
  /** Its range tells a direction, and starts that fall to other teams do not bear it out. */
  isUnconfirmed: boolean;
  smallest: OrCannot<Detectable>;
  comparable: Comparable | null;
  comparison: Comparison | null;
  series: SeriesFindings | null;
  /** What starts that fall to other teams would make; null: nothing is compared. */
  dealt: Dealt | null;
};

export type Primaries = {
  method: Method;
  time: Primary;
  throughput: Primary;
  /** What the teams' periods of time are compared in, whether it is enough or not. */
  panel: Comparable;
};

const NOTHING = cannot('not identified');

/** Both measures by the strongest method that the data allow. */
export function primariesOf(gathered: Gathered): Primaries {
  const { frame, units, entries } = gathered;
  const panel = comparable(gathered.panel());
  const counted = gathered.counted('held');
  if (panel.failed.length === 0) {
    const rates = ratePanel(frame, units, counted);
    const ofRates = comparable(rates.panel, rates.isLog);
    const { zone } = gathered.held.snapshot.weeks;
    const found = [panel, ofRates].map((one) => ({
      comparable: one,
      comparison: comparison(one),
      dealt: one.failed.length > 0 ? null : dealtOf(one, units, gathered.rollout, zone),
    }));
    const [time, throughput] = judged(
      found.map(({ comparison: own, dealt }) => (dealt === null ? own : { ...own, dealt })),
    );
    return {
      method: 'compared',
      panel,
      time: { ...time, ...EMPTY, ...found[0] },
      throughput: { ...throughput, ...EMPTY, ...found[1] },
    };
  }
  if (startTogether(gathered)) {
    const [time, throughput] = [timeSeries(gathered), rateSeries(gathered)];
    if (!isCannot(time.effect)) {
      const [ofTime, ofThroughput] = judged([time, throughput].map(asFindings));
      return {
        method: 'series',
        panel,
        time: { ...ofTime, ...EMPTY, series: time },
        throughput: { ...ofThroughput, ...EMPTY, series: throughput },
      };
    }
  }
  const plain = samePeople(frame, units, entries);
  const rate = rateChange(frame, units, counted);
  const [time, throughput] = judged(
    [plain, rate].map((effect) => ({ ...EMPTY_FINDINGS, failed: panel.failed, effect })),
  );
  return {
    method: isCannot(plain) ? 'none' : 'before-after',
    panel,
    time: { ...time, ...EMPTY },
    throughput: { ...throughput, ...EMPTY },
  };
}

const EMPTY = { comparable: null, comparison: null, series: null, dealt: null };
const EMPTY_FINDINGS: Findings = {
  failed: [],
  effect: NOTHING,
  lead: NOTHING,
  early: NOTHING,
  late: NOTHING,
  lateLessEarly: NOTHING,
};

/** A series has no others whose leads could differ: its trend before is taken out instead. */
const LEVEL: Estimate = { value: 0, se: 1, df: 100, lower: -1, upper: 1, t: 0, p: 1 };

function asFindings({ effect, early, late, lateLessEarly }: SeriesFindings): Findings {
  return { failed: [], effect, lead: LEVEL, early, late, lateLessEarly };
}

type Judged = Pick<Primary, 'findings' | 'verdict' | 'alpha' | 'isUnconfirmed' | 'smallest'>;

/** Time first, throughput second. */
function judged(findings: readonly Findings[]): [Judged, Judged] {
  const p = findings.map(surest);
  const alphas = holmAlphas(p);
  const each = findings.map((own, index): Judged => {
    const { effect } = own;
    const alpha = alphas[index] ?? 0.05;
    return {
      findings: own,
      alpha,
      isUnconfirmed: isUnconfirmed(own, alpha),
      verdict: verdict(own, { lowerIsBetter: index === 0, alpha }),
      smallest: isCannot(effect) ? effect : smallestDetectable(effect.se, { df: effect.df }),
    };
  });
  const [time, throughput] = each;
  if (time === undefined || throughput === undefined) throw new Error('there are two primary measures');
  return [time, throughput];
}

/** The level that Holm's procedure judges the first of two at. */
const STRICTEST = 0.025;

/** The p that Holm's procedure orders by: the greater one where both are asked for. */
function surest({ effect, dealt }: Findings): number {
  if (isCannot(effect)) return 1;
  if (!isDealtAsked(dealt, STRICTEST)) return effect.p;
  return isCannot(dealt.p) ? 1 : Math.max(effect.p, dealt.p);
}

/** Every team has started, and all of them within one period: there is nobody to compare with, and one date to look at. */
export function startTogether({ units, frame, teams }: Gathered): boolean {
  if (teams.hidden > 0 || teams.mixed > 0) return false;
  const starts = units.flatMap(({ start }) => (start !== null && start < frame.running ? [start] : []));
  if (starts.length === 0 || starts.length < units.length) return false;
  return Math.max(...starts) - Math.min(...starts) < PERIOD;
}

/** The weekly mean log of the time of the teams that start. */
function timeSeries(gathered: Gathered): SeriesFindings {
  const { units, entries } = gathered;
  const weeks = gathered.frame.followed * PERIOD;
  return seriesOf(gathered, weeks, (sums, counts, placeOf, from) => {
    for (let at = 0; at < entries.size; at++) {
      const place = placeOf(entries.unit[at] ?? 0);
      const week = (entries.week[at] ?? 0) - from;
      if (place === undefined || week < 0 || week >= weeks || units.length === 0) continue;
      const cell = place * weeks + week;
      sums[cell] = (sums[cell] ?? 0) + Math.log(Math.max(1, entries.value[at] ?? 0));
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  });
}

/** The weekly log of what is finished per person; a week without anything has no logarithm. */
function rateSeries(gathered: Gathered): SeriesFindings {
  const counted = gathered.counted('held');
  return seriesOf(gathered, gathered.frame.over * PERIOD, (sums, counts, placeOf) => {
    gathered.units.forEach((_, unit) => {
      const place = placeOf(unit);
      if (place === undefined) return;
      for (let week = 0; week < counted.weeks; week++) {
        const [items = 0, people = 0] = [counted.items, counted.people].map(
          (one) => one[unit * counted.weeks + week],
        );
        if (items === 0 || people === 0) continue;
        sums[place * counted.weeks + week] = Math.log(items / people);
        counts[place * counted.weeks + week] = 1;
      }
    });
  });
}

function seriesOf(
  { units, frame }: Gathered,
  weeks: number,
  fill: (
    sums: Float64Array,
    counts: Float64Array,
    placeOf: (unit: number) => number | undefined,
    from: number,
  ) => void,
): SeriesFindings {
  const started = units.flatMap(({ start }, unit) => (start !== null && start < frame.running ? [unit] : []));
  const places = new Map(started.map((unit, place) => [unit, place]));
  const sums = new Float64Array(started.length * weeks);
  const counts = new Float64Array(sums.length);
  fill(sums, counts, (unit) => places.get(unit), frame.from);
  return seriesFindings(weeklySeries(sums, counts, started.length, frame.first, frame.from), frame.first);
}
