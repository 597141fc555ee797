import type { Chunk } from '../../facts/columns/chunk.ts';
import { AI_LEVELS, UNKNOWN } from '../../facts/columns/column.ts';
import type { Snapshot } from '../../facts/columns/snapshot.ts';
import { MINUTE } from '../../model/instant.ts';
import type { Week } from '../../model/week.ts';
import type { Placement } from './placement.ts';

/** Items with a value, one entry for each team that they count in: arrays of one length. */
export type Entries = {
  size: number;
  unit: Int32Array;
  /** The week that its time begins in. */
  week: Int32Array;
  /** Minutes, or lines. */
  value: Int32Array;
  person: Int32Array;
  /** 1: an agent made it, as far as is known. */
  agent: Uint8Array;
};

/** Items whose time begins in some weeks, one place for each team that they count in, chunk by chunk. */
export type Placed = readonly (Omit<Entries, 'value'> & { chunk: Chunk; row: Int32Array })[];

const AGENT = AI_LEVELS.indexOf('agent');

/** All finished items of some repositories whose time begins in some weeks, both included; `began` tells the minute, or UNKNOWN. */
export function placedItems(
  snapshot: Snapshot,
  repositories: Uint8Array,
  placement: Placement,
  began: (chunk: Chunk, row: number) => number,
  { from, to }: { from: Week; to: Week },
): Placed {
  const weekOf = weekFinder(snapshot);
  const room = growing();
  return snapshot.chunks.flatMap((chunk) => {
    if (chunk.week > to) return [];
    for (const slice of chunk.slices) {
      if (repositories[slice.repository] !== 1 || slice.kind === 'push') continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const minute = began(chunk, row);
        if (minute === UNKNOWN) continue;
        const week = weekOf(minute);
        if (week < from || week > to) continue;
        for (const unit of placement(chunk, row)) room.add(row, unit, week);
      }
    }
    const placed = room.taken();
    const { size, row } = placed;
    if (size === 0) return [];
    const [person, agent] = [new Int32Array(size), new Uint8Array(size)];
    for (let at = 0; at < size; at++) {
      person[at] = chunk.person[row[at] ?? 0] ?? UNKNOWN;
      agent[at] = chunk.aiLevel[row[at] ?? 0] === AGENT ? 1 : 0;
    }
    return [{ chunk, ...placed, person, agent }];
  });
}

/** Room for places that come one by one, used again for every chunk. */
function growing() {
  let [rows, units, weeks] = [new Int32Array(4096), new Int32Array(4096), new Int32Array(4096)];
  let size = 0;
  const widened = (narrow: Int32Array): Int32Array<ArrayBuffer> => {
    const wide = new Int32Array(2 * narrow.length);
    wide.set(narrow);
    return wide;
  };
  return {
    add(row: number, unit: number, week: number): void {
      if (size === rows.length) [rows, units, weeks] = [widened(rows), widened(units), widened(weeks)];
      rows[size] = row;
      units[size] = unit;
      weeks[size] = week;
      size += 1;
    },
    taken() {
      const of = (all: Int32Array) => all.slice(0, size);
      const placed = { size, row: of(rows), unit: of(units), week: of(weeks) };
      size = 0;
      return placed;
    },
  };
}

/** Those that have a value; `value` tells it, or UNKNOWN. */
export function entriesOf(placed: Placed, value: (chunk: Chunk, row: number) => number): Entries {
  const most = placed.reduce((sum, { size }) => sum + size, 0);
  const wide = () => new Int32Array(most);
  const into = { unit: wide(), week: wide(), value: wide(), person: wide(), agent: new Uint8Array(most) };
  let size = 0;
  for (const { chunk, size: own, row, unit, week, person, agent } of placed) {
    for (let at = 0; at < own; at++) {
      const measured = value(chunk, row[at] ?? 0);
      if (measured === UNKNOWN) continue;
      into.unit[size] = unit[at] ?? 0;
      into.week[size] = week[at] ?? 0;
      into.value[size] = measured;
      into.person[size] = person[at] ?? UNKNOWN;
      into.agent[size] = agent[at] ?? 0;
      size += 1;
    }
  }
  return {
    size,
    unit: into.unit.subarray(0, size),
    week: into.week.subarray(0, size),
    value: into.value.subarray(0, size),
    person: into.person.subarray(0, size),
    agent: into.agent.subarray(0, size),
  };
}

/** How many items each team finished in each week, team by team. */
export function finishedByWeek(
  { chunks }: Snapshot,
  repositories: Uint8Array,
  placement: Placement,
  units: number,
  { from, to }: { from: Week; to: Week },
): Float64Array {
  const weeks = to - from + 1;
  const counts = new Float64Array(units * weeks);
  for (const chunk of chunks) {
    if (chunk.week > to) continue;
    for (const slice of chunk.slices) {
      if (repositories[slice.repository] !== 1 || slice.kind === 'push') continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const week = chunk.mergeWeek[row] ?? UNKNOWN;
        if (week < from || week > to) continue;
        for (const unit of placement(chunk, row)) {
          const at = unit * weeks + week - from;
          counts[at] = (counts[at] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

/** Most items begin in the week of the one before them. */
function weekFinder({ weeks }: Snapshot): (minute: number) => Week {
  let [week, begin, end] = [UNKNOWN, 0, 0];
  return (minute) => {
    if (minute < begin || minute >= end) {
      week = weeks.weekOf(minute * MINUTE);
      begin = weeks.weekStart(week) / MINUTE;
      end = weeks.weekStart(week + 1) / MINUTE;
    }
    return week;
  };
}
