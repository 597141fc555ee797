import type { Rollout } from '../../model/rollout.ts';
import type { Week } from '../../model/week.ts';
import type { Panel } from '../../stats/panel/panel.ts';
import type { Held } from '../live.ts';
import { type Counted, logPanel } from './cells.ts';
import { type Clock, clockOf } from './clock.ts';
import { type Entries, entriesOf, finishedByWeek, type Placed, placedItems } from './entries.ts';
import { type Frame, frameOf, MOST_BEFORE, PERIOD } from './frame.ts';
import { type Ordered, orderedOf } from './ordered.ts';
import { type Placing, peopleByWeek, placementOf } from './placement.ts';
import { type Unit, type Units, unitsOf } from './units.ts';

/** What an effect is found from: items and people of the teams compared, in the weeks around their starts. */
export type Gathered = {
  held: Held;
  rollout: Rollout;
  clock: Clock;
  teams: Units;
  units: readonly Unit[];
  frame: Frame;
  /** Items of the people held at the start, and of those the timed ones. */
  placed: Placed;
  entries: Entries;
  /** Their values, team by team and week by week; and the mean logs of them, which are compared. */
  ordered(): Ordered;
  panel(): Panel;
  /** The same of whoever was in the team at the time. */
  everyone(): Entries;
  /** What was finished, and the people on the roster. */
  counted(placing: Placing): Counted;
};

/** Why there is nothing to look at. */
export type Nothing = { nothing: 'no-data' | 'no-start'; clock: Clock };

/** Null dates and empty data end here; `shifted` moves all starts earlier by so many weeks, to see what data without a start would tell. */
export function gatheredOf(
  held: Held,
  rollout: Rollout | null,
  asked: readonly string[],
  shifted = 0,
): Gathered | Nothing {
  const clock = clockOf(held);
  if (clock.dataUntil === null) return { nothing: 'no-data', clock };
  if (rollout === null) return { nothing: 'no-start', clock };
  const teams = earlier(unitsOf(held, rollout, asked, clock.side), shifted);
  const { units, first } = teams;
  if (first === null) return { nothing: 'no-start', clock };
  const { snapshot } = clock.side;
  const running = snapshot.weeks.weekOf(clock.dataUntil);
  const weeks = { from: Math.min(first, running) - MOST_BEFORE * PERIOD, to: running };
  const placedBy = (placing: Placing) =>
    placedItems(snapshot, clock.repositories, placementOf(snapshot, units, placing), clock.began, weeks);
  const placed = placedBy('held');
  const entries = entriesOf(placed, clock.minutes);
  const frame = frameOf(clock, entries, units, first);
  if (frame === null) return { nothing: 'no-data', clock };
  const countedBy = (placing: Placing) => kept(() => countedOf(held, clock, units, frame, placing));
  const counted = { held: countedBy('held'), all: countedBy('all') };
  return {
    ...{ held, rollout, clock, teams, units, frame, placed, entries },
    ordered: kept(() => orderedOf(frame, entries, units.length)),
    panel: kept(() => logPanel(frame, units, entries)),
    everyone: () => entriesOf(placedBy('all'), clock.minutes),
    counted: (placing) => counted[placing](),
  };
}

/** Found when it is first asked for. */
function kept<Value>(find: () => Value): () => Value {
  let found: { value: Value } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function earlier({ units, first, ...rest }: Units, weeks: number): Units {
  const moved = (start: Week | null) => (start === null ? null : start - weeks);
  return {
    ...rest,
    first: moved(first),
    units: units.map((unit) => ({ ...unit, start: moved(unit.start) })),
  };
}

function countedOf(
  held: Held,
  clock: Clock,
  units: readonly Unit[],
  frame: Frame,
  placing: Placing,
): Counted {
  const weeks = { from: frame.from, to: frame.from + Math.max(1, frame.over * PERIOD) - 1 };
  const { snapshot } = clock.side;
  const placement = placementOf(snapshot, units, placing);
  return {
    items: finishedByWeek(snapshot, clock.repositories, placement, units.length, weeks),
    people: peopleByWeek(held, units, placing, weeks),
    weeks: weeks.to - weeks.from + 1,
  };
}
