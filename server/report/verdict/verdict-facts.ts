import type { ImportStatus } from '../../contract/status.ts';
import type { Instant } from '../../model/instant.ts';
import { weekLabel } from '../../model/week.ts';
import { isCannot } from '../../stats/cannot.ts';
import { estimateOf } from '../../stats/inference/estimate.ts';
import { amount, amountPair } from '../../words/amount.ts';
import { calendarDate, date } from '../../words/date.ts';
import { count, number } from '../../words/number.ts';
import type { MeasureFinding, VerdictFacts, VerdictFinding } from '../../words/verdict.ts';
import { countsSentence } from '../effect/counts-words.ts';
import type { Effect, NoEffect } from '../effect/effect.ts';
import { dayOfFirstLook, weeksNeeded } from '../effect/looks.ts';
import { lotWords } from '../effect/lot-words.ts';
import { percentRange } from '../effect/percents.ts';
import { mostOf } from '../effect/phases.ts';
import type { Primary } from '../effect/primary.ts';
import type { Held } from '../live.ts';
import { reachedBy } from '../reached.ts';
import { PATIENCE } from '../warnings.ts';

/** What only the running program knows. */
export type Known = {
  now: Instant;
  running: ImportStatus | null;
  failed: string | null;
  /** Nothing has been read to its end before: what is there by now is a part of it. */
  isFirst?: boolean;
};

/** What the table is asked with, in words where words are all it needs. */
export function verdictFacts(held: Held, found: Effect | NoEffect, known: Known): VerdictFacts {
  const { dataUntil } = reachedBy(held);
  const { zone } = held.snapshot.weeks;
  const isRead = dataUntil !== null && known.isFirst !== true;
  const isUntimed = isRead && 'nothing' in found && found.nothing === 'no-data';
  const data = {
    hasData: isRead && !isUntimed,
    isUntimed: isUntimed && found.clock.dataUntil !== null,
    importing: importing(known.running),
    stale: staleOf(held, known, dataUntil, zone),
  };
  if ('nothing' in found) return { ...data, ...NOTHING };
  const { frame, counts, visible, clock, sides } = found;
  const first = earliest(found);
  const isAhead = frame.first > frame.running;
  const need = weeksNeeded(found);
  return {
    ...data,
    start: first === null ? null : { day: calendarDate(first), isAhead },
    baseline:
      sides.before === null ? null : `${amount(sides.before, 'hours')} (${clock.name.toLowerCase()}, median)`,
    visible,
    before: { weeks: counts.weeksBefore, begins: calendarDate(weekLabel(frame.from)) },
    since: {
      weeks: Math.max(0, frame.running - frame.first),
      followed: counts.weeksAfter,
      need,
      nextLook: dayOfFirstLook(held, found),
    },
    finished: { noun: `${clock.noun}s ${clock.done}`, since: counts.since, need: found.neededItems },
    finding: findingOf(found),
  };
}

const NOTHING: Omit<VerdictFacts, 'hasData' | 'importing' | 'stale'> = {
  start: null,
  baseline: null,
  visible: { percent: null, weeks: 0 },
  before: { weeks: 0, begins: '' },
  since: { weeks: 0, followed: 0, need: 0, nextLook: '' },
  finished: { noun: 'items', since: 0, need: 0 },
  finding: null,
};

function importing(running: ImportStatus | null): string | null {
  if (running === null) return null;
  const { what, done, total } = running;
  return total === null ? `${what}, ${number(done)} so far` : `${number(done)} of ${number(total)} (${what})`;
}

/** A demo never ages. */
function staleOf(
  held: Held,
  { now, running, failed }: Known,
  dataUntil: Instant | null,
  zone: string,
): VerdictFacts['stale'] {
  const isDemo = [...held.freshness, ...held.issues.freshness].some(({ source }) => source === 'demo');
  if (dataUntil === null || isDemo || running !== null || now - dataUntil <= PATIENCE) return null;
  return { until: date(dataUntil, zone), failed };
}

/** The first day on which a team that is asked about starts. */
function earliest({ rollout, teams }: Effect): string | null {
  const asked = new Set(teams.units.map(({ id }) => id));
  const days = rollout.starts.flatMap(({ teamId, day }) => (day !== null && asked.has(teamId) ? [day] : []));
  return days.toSorted()[0] ?? null;
}

function findingOf(found: Effect): VerdictFinding {
  const { primaries, clock, sides, phases } = found;
  const { time, throughput, method } = primaries;
  const isCompared = method === 'compared';
  return {
    isCompared,
    alone: isCompared ? '' : aloneBecause(found),
    time: measureOf(time),
    throughput: measureOf(throughput),
    others: percentRange(time.findings.others),
    phase: mostOf(phases),
    counts: `${countsSentence(found)}.`,
    medians: medians(sides.before, sides.after, clock.name),
    work: clock.of === 'issues' ? 'issues finished' : 'merged pull requests',
    missing: found.missing,
    plain: percentRange(found.plain.find(({ name }) => name === 'The same people')?.estimate),
  };
}

function measureOf({
  verdict,
  findings,
  comparison,
  smallest,
  alpha,
  isUnconfirmed,
  dealt,
}: Primary): MeasureFinding {
  const { effect, early, late, lead, other } = findings;
  return {
    verdict,
    effect: percentRange(effect),
    judged: percentRange(
      isCannot(effect) ? effect : estimateOf(effect.value, effect.se, effect.df, 1 - alpha),
    ),
    early: percentRange(early),
    late: percentRange(late),
    lead: comparison === null ? null : percentRange(lead),
    other: other === undefined || isCannot(other) ? null : percentRange(comparison?.crossCheck),
    smallest: isCannot(smallest) ? null : -smallest.fall,
    unconfirmed: isUnconfirmed && dealt !== null ? lotWords(dealt) : '',
  };
}

/** "Half of it within 35 hours, 46 before." */
function medians(before: number | null, after: number | null, name: string): string {
  if (before === null || after === null) return '';
  const [is, was] = amountPair(after, before, 'hours');
  return `${name}: half within ${is}, ${was} before.`;
}

/** Why nothing is compared. */
export function aloneBecause({ counts, primaries, teams: { hidden } }: Effect): string {
  if (counts.notStarted === 0) {
    return hidden === 0
      ? 'Every team started, so we cannot rule out other reasons.'
      : 'What had not started is a team of fewer than five people, which is not shown by itself: so there is nothing to compare with.';
  }
  const { teams, starters, untreated } = primaries.panel.compared;
  if (teams < 8)
    return `${count(teams, 'team')} with enough work: 8 are needed to compare, so we cannot rule out other reasons.`;
  if (starters < 3) return `${count(starters, 'team')} started: 3 are needed to compare.`;
  return `${count(untreated, 'team')} had not started: too few to compare with, so we cannot rule out other reasons.`;
}
