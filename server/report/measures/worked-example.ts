import type { MeasureExplained, WorkedExample } from '../../contract/definitions.ts';
import type { Chunk } from '../../facts/columns/chunk.ts';
import { UNKNOWN } from '../../facts/columns/column.ts';
import type { Metric, QuantileMetric } from '../../metrics/definition.ts';
import type { Selection } from '../../metrics/selection.ts';
import { MINUTE } from '../../model/instant.ts';
import { amount } from '../../words/amount.ts';
import { clockTime, fullDateAndTime, localDay } from '../../words/date.ts';
import { exactly } from '../../words/exactly.ts';
import { count, number } from '../../words/number.ts';
import { itemWords } from '../item-words.ts';
import type { Held } from '../live.ts';
import { sideOf } from '../side.ts';
import {
  type Clock,
  clockOf,
  HAPPENED,
  HAPPENED_TO_ISSUE,
  type InstantName,
  MOMENT,
  MOMENT_OF_ISSUE,
  minutesBy,
} from './clock.ts';
import { countedWeek } from './counted-week.ts';
import { type Typical, typicalItem } from './typical.ts';

type Worked = Omit<MeasureExplained, 'definition'>;

/** A measure worked out on a typical item, or week, of the last full weeks; or why there is none. */
export function workedExample(held: Held, metric: Metric, selection: Selection | null): Worked {
  if (selection === null) return none('This database holds no full week yet.');
  if (metric.kind === 'count' || metric.of === 'open') return countedWeek(held, metric);
  const side = sideOf(held, metric);
  const typical = typicalItem(side, metric, selection);
  if (typical === null) return none(whyNone(metric));
  return { example: ofItem(side, metric, typical), without: '' };
}

function none(without: string): Worked {
  return { example: null, without };
}

function whyNone({ definition, having, missing }: QuantileMetric): string {
  const { noun, finished } = itemWords(definition);
  return `In this database no ${noun} ${having} was ${finished} in the last 52 full weeks. ${missing[missing.length - 1]?.todo ?? ''}`.trim();
}

function ofItem(held: Held, metric: QuantileMetric, typical: Typical): WorkedExample {
  const { chunk, row, id, of, median, value } = typical;
  const { unit } = metric.definition;
  const { noun, finished } = itemWords(metric.definition);
  const said = (raw: number) => amount(raw / metric.perUnit, unit);
  const clock = clockOf(metric.definition.id, chunk, row);
  return {
    subject: nameOf(held, chunk, row),
    because: `Of ${count(of, noun)} ${metric.having}, ${finished} in the last full weeks, this one is nearest to their median, ${said(median)}.`,
    instants: instantsOf(held, chunk, row, clock),
    steps:
      clock === null
        ? [
            unit === 'share'
              ? shareStep(chunk, row, value)
              : `${metric.what}: ${number(value / metric.perUnit)}.`,
          ]
        : stepsOf(held, chunk, row, clock),
    items: { id },
  };
}

/** What a share was taken of. */
function shareStep({ activeTime, waitingTime }: Chunk, row: number, value: number): string {
  const [active, waiting] = [activeTime[row] ?? 0, waitingTime[row] ?? 0];
  return `In hand for ${exactly(active)}, waiting for ${exactly(waiting)}: ${number(active)} / ${number(active + waiting)} minutes = ${(value / 1000).toFixed(2)}, which pages say as ${amount(value / 1000, 'share')}.`;
}

function nameOf({ snapshot, freshness }: Held, chunk: Chunk, row: number): string {
  const repositoryId = snapshot.repositories.values[chunk.repository[row] ?? -1] ?? '';
  const name = freshness.find((one) => one.repositoryId === repositoryId)?.name ?? repositoryId;
  if (snapshot.kind === 'issue') return `An issue of ${name}`;
  const its = chunk.number[row] ?? UNKNOWN;
  return its === UNKNOWN ? name : `${name} #${its}`;
}

const NAMES = [
  'firstCommitAt',
  'openedAt',
  'readyAt',
  'firstReviewAt',
  'approvedAt',
  'mergedAt',
  'deployedAt',
] as const satisfies readonly InstantName[];

function instantsOf(
  { snapshot }: Held,
  chunk: Chunk,
  row: number,
  clock: Clock | null,
): WorkedExample['instants'] {
  const { zone } = snapshot.weeks;
  const happened = snapshot.kind === 'issue' ? HAPPENED_TO_ISSUE : HAPPENED;
  return NAMES.map((name) => ({ name, at: chunk[name][row] ?? UNKNOWN }))
    .filter(({ at }) => at !== UNKNOWN)
    .sort((one, other) => one.at - other.at)
    .map(({ name, at }) => ({
      at: fullDateAndTime(at * MINUTE, zone),
      what: happened[name],
      used: clock !== null && (name === clock.from || name === clock.to),
    }));
}

function stepsOf({ snapshot }: Held, chunk: Chunk, row: number, clock: Clock): string[] {
  const { zone } = snapshot.weeks;
  const moment = snapshot.kind === 'issue' ? MOMENT_OF_ISSUE : MOMENT;
  const [from, to] = [chunk[clock.from][row] ?? 0, chunk[clock.to][row] ?? 0];
  const minutes = minutesBy(clock, chunk, row);
  const hours = `${amount(minutes / 60, 'hours')}`;
  const [start, stop] = [moment[clock.from], moment[clock.to]];
  if (to < from) return [`${sentence(stop)} came before ${start}: nobody waited, so that it is 0 minutes.`];
  const whole = `From ${start} to ${stop}: ${exactly(to - from)}.`;
  const shift = wallClockShift(from, to, zone);
  return [
    whole,
    ...(shift === 0
      ? []
      : [
          `Clocks were changed in between: by the clock it looks like ${exactly(Math.abs(shift))} ${shift > 0 ? 'more' : 'less'}.`,
        ]),
    ...(clock.draft === 0
      ? []
      : [
          `Of that it was a draft again for ${exactly(clock.draft)}, which is taken out: ${exactly(minutes)} remain.`,
        ]),
    `In hours: ${number(minutes)} / 60 = ${(minutes / 60).toFixed(2)}, which pages say as ${hours}.`,
  ];
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Minutes by which the difference of two local times is more than the time that passed. */
function wallClockShift(from: number, to: number, zone: string): number {
  const wall = (minute: number) =>
    Date.parse(`${localDay(minute * MINUTE, zone)}T${clockTime(minute * MINUTE, zone)}:00Z`) / MINUTE;
  return wall(to) - wall(from) - (to - from);
}
