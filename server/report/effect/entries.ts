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

export type Measured = {
  began(chunk: Chunk, row: number): number;
  value(chunk: Chunk, row: number): number;
};

const AGENT = AI_LEVELS.indexOf('agent');

/** All finished items of some repositories whose time begins in some weeks, both included. */
export function entriesOf(
  snapshot: Snapshot,
  repositories: Uint8Array,
  placement: Placement,
  { began, value }: Measured,
  { from, to }: { from: Week; to: Week },
): Entries {
  const draft = growing();
  const weekOf = weekFinder(snapshot);
  for (const chunk of snapshot.chunks) {
    if (chunk.week > to) continue;
    for (const slice of chunk.slices) {
      if (repositories[slice.repository] !== 1 || slice.kind === 'push') continue;
      for (let row = slice.from; row < slice.countedUntil; row++) {
        const minute = began(chunk, row);
        const measured = value(chunk, row);
        if (minute === UNKNOWN || measured === UNKNOWN) continue;
        const week = weekOf(minute);
        if (week < from || week > to) continue;
        const agent = chunk.aiLevel[row] === AGENT ? 1 : 0;
        for (const unit of placement(chunk, row)) {
          draft.add(unit, week, measured, chunk.person[row] ?? UNKNOWN, agent);
        }
      }
    }
  }
  return draft.done();
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

/** Entries that come one by one. */
function growing() {
  let room = 4096;
  let size = 0;
  const wide = () => new Int32Array(room);
  let into: Omit<Entries, 'size'> = {
    ...{ unit: wide(), week: wide(), value: wide(), person: wide() },
    agent: new Uint8Array(room),
  };
  const widened = (narrow: Int32Array): Int32Array => {
    const wider = wide();
    wider.set(narrow);
    return wider;
  };
  return {
    add(unit: number, week: number, value: number, person: number, agent: number): void {
      if (size === room) {
        room *= 2;
        const agents = new Uint8Array(room);
        agents.set(into.agent);
        into = {
          unit: widened(into.unit),
          week: widened(into.week),
          value: widened(into.value),
          person: widened(into.person),
          agent: agents,
        };
      }
      into.unit[size] = unit;
      into.week[size] = week;
      into.value[size] = value;
      into.person[size] = person;
      into.agent[size] = agent;
      size += 1;
    },
    done: (): Entries => ({
      size,
      unit: into.unit.subarray(0, size),
      week: into.week.subarray(0, size),
      value: into.value.subarray(0, size),
      person: into.person.subarray(0, size),
      agent: into.agent.subarray(0, size),
    }),
  };
}
