import type { VerdictNumber } from '../../contract/verdict.ts';
import { amount, amountPair, type Unit } from '../../words/amount.ts';
import { count } from '../../words/number.ts';
import { aboutChange } from '../../words/percent-change.ts';
import type { Effect } from '../effect/effect.ts';
import { standingWord } from '../effect/effects-figure.ts';
import { percentRange, whyNot } from '../effect/percents.ts';
import type { Primary } from '../effect/primary.ts';
import type { Held } from '../live.ts';
import { adoptionNumber } from './adoption-number.ts';
import { CANNOT, lineWords, startsAt } from './line.ts';
import { qualityNumber } from './quality-number.ts';

/** Speed, throughput, quality and adoption: each with what it was before, and a line of it. */
export function verdictNumbers(held: Held, found: Effect): VerdictNumber[] {
  return [speed(found), throughput(found), qualityNumber(held, found), adoptionNumber(found)];
}

function speed(found: Effect): VerdictNumber {
  const { clock, sides, trend, primaries, frame } = found;
  const line = trend.points.map(({ from, state, value }) => ({
    from,
    value: state === 'value' ? value : null,
  }));
  return {
    key: 'speed',
    name: 'Speed',
    what: `${clock.name}, half of the work`,
    ...sidesOf(sides, 'hours'),
    ...changeOf(primaries.time, 'lower', found),
    line,
    startsAt: startsAt(line.length, frame.before),
    description: lineWords(clock.name, line, (value) => amount(value, 'hours')),
    counts: count(sides.n, clock.noun),
    page: '/impact',
  };
}

function throughput(found: Effect): VerdictNumber {
  const { clock, rate, rates, trend, primaries, frame } = found;
  const unit: Unit = clock.of === 'issues' ? 'issues per person' : 'pull requests per person';
  const line = rates.map((value, index) => ({ from: trend.points[index]?.from ?? '', value }));
  return {
    key: 'throughput',
    name: 'Throughput',
    what: clock.of === 'issues' ? 'Issues finished, each week' : 'Merged pull requests, each week',
    ...sidesOf(rate, unit),
    ...changeOf(primaries.throughput, 'higher', found),
    line,
    startsAt: startsAt(line.length, frame.before),
    description: lineWords('Throughput', line, (value) => amount(value, unit)),
    counts: `${count(rate.n, clock.noun)} ${clock.done}`,
    page: '/impact',
  };
}

function sidesOf({ before, after }: { before: number | null; after: number | null }, unit: Unit) {
  if (before === null || after === null) {
    const only = before ?? after;
    return { now: only === null ? null : amount(only, unit), before: null };
  }
  const [now, was] = amountPair(after, before, unit);
  return { now, before: `${was} before` };
}

/** Why nothing stands beside what was before. */
function notYet({ first, running }: Effect['frame']): string {
  return first > running ? 'Nothing has started yet.' : 'Too early to compare.';
}

/** What the verdict's method says of a measure; plain before and after decides nothing. */
function changeOf(
  { findings, verdict, isUnconfirmed }: Primary,
  better: 'lower' | 'higher',
  { counts, frame }: Pick<Effect, 'counts' | 'frame'>,
) {
  if (counts.since === 0) return { change: notYet(frame), ...CANNOT };
  if (findings.failed.length > 0) return { change: 'Too few teams or weeks to judge.', ...CANNOT };
  const percent = percentRange(findings.effect);
  if (percent === null) return { change: `Cannot be told: ${whyNot(findings.effect)}.`, ...CANNOT };
  const words = aboutChange(percent);
  if (verdict === 'paths differed')
    return { change: `${words}, but these teams moved differently before`, ...CANNOT };
  if (isUnconfirmed) return { change: `${words}, which so few teams do not bear out`, ...CANNOT };
  return { change: words, ...standingWord(percent, better) };
}
