import { weekLabel } from '../../model/week.ts';
import { isCannot } from '../../stats/cannot.ts';
import { shrinkage } from '../../stats/decision/shrinkage.ts';
import { at, mean, of } from '../../stats/numbers.ts';
import { outcomeAt } from '../../stats/panel/panel.ts';
import { untreatedFits } from '../../stats/panel/untreated-fit.ts';
import { medianOf, periodsDrawn, valuesByPeriod } from './drawn.ts';
import type { Gathered } from './gathered.ts';
import { sidesWithin } from './ordered.ts';
import { sidesOf } from './phases.ts';
import type { Primaries } from './primary.ts';

/** A team of its own, or all that may not be shown by themselves. Hours; `change` as logs. */
export type TeamEffect = {
  team: string | null;
  name: string;
  start: string | null;
  before: number | null;
  after: number | null;
  nBefore: number;
  nAfter: number;
  change: { value: number; low: number; high: number } | null;
  values: readonly (number | null)[];
};

/** The posterior of a team is normal about its shrunk value. */
const REACH = 1.96;

/** Values of all small charts together. */
const MOST_VALUES = 600;

/** By name, those together last. A team that has not started is parted at the rollout's first start. */
export function teamsOf(gathered: Gathered, primaries: Primaries): TeamEffect[] {
  const { units } = gathered;
  const changes = changesOf(primaries);
  const periods = periodsDrawn(gathered).length;
  // An answer that many read has its bounds: of many teams a point of the small charts is more than four weeks.
  const step = Math.max(1, Math.ceil((units.length * periods) / MOST_VALUES));
  const { frame } = gathered;
  const ordered = gathered.ordered();
  // A team that has not started is parted where the first one starts.
  const parted = (place: number) => units[place]?.start ?? frame.first;
  const rowOf = (
    places: readonly number[],
    own: Pick<TeamEffect, 'team' | 'name' | 'start' | 'change'>,
  ): TeamEffect => {
    const { before, after, nBefore, nAfter } = sidesOf(sidesWithin(frame, ordered, places, parted), 60);
    const values = valuesByPeriod(frame, ordered, places, step).map(medianOf);
    return { ...own, before, after, nBefore, nAfter, values };
  };
  const folded = units.flatMap(({ offered }, place) => (offered ? [] : [place]));
  const rows = units.flatMap(({ offered, id, name, start }, place) => {
    const week = start === null ? null : weekLabel(start);
    const own = { team: id, name, start: week, change: changes.get(place) ?? null };
    return offered ? [rowOf([place], own)] : [];
  });
  const others = { team: null, name: 'Others', start: null, change: null };
  return folded.length === 0 ? rows : [...rows, rowOf(folded, others)];
}

/**
 * Each team's mean effect against what was expected, drawn towards the mean of all. What is noise in it is told by how far untreated
 * periods lie from what is expected of them.
 */
function changesOf({ time }: Primaries): Map<number, NonNullable<TeamEffect['change']>> {
  const found = time.comparable;
  const cells = time.comparison?.cells ?? [];
  if (found === null || cells.length === 0) return new Map();
  const { panel, kept } = found;
  const fit = untreatedFits(panel)(null);
  if (fit === null) return new Map();
  let [squares, untreated] = [0, 0];
  const before = new Float64Array(panel.units);
  for (let unit = 0; unit < panel.units; unit++) {
    for (let period = 0; period < Math.min(panel.periods, at(panel.starts, unit)); period++) {
      const outcome = outcomeAt(panel, unit, period);
      const expected = fit.expected(unit, period);
      if (Number.isNaN(outcome) || expected === null) continue;
      squares += (outcome - expected) ** 2;
      untreated += 1;
      before[unit] = at(before, unit) + 1;
    }
  }
  const spread = squares / Math.max(1, untreated - panel.units - panel.periods + 1);
  const teams = [...Map.groupBy(cells, ({ unit }) => unit)];
  const values = teams.map(([, own]) => mean(own.map(({ effect }) => effect)));
  const errors = teams.map(([unit, own]) =>
    Math.sqrt(spread * (1 / own.length + 1 / Math.max(1, at(before, unit)))),
  );
  const shrunk = shrinkage(values, errors);
  if (isCannot(shrunk)) return new Map();
  // What all teams have in common is known no better than the effect itself: its error takes in what moves a team from week to week.
  const common = Math.max(
    isCannot(shrunk.mean) ? 0 : shrunk.mean.se,
    isCannot(time.findings.effect) ? 0 : time.findings.effect.se,
  );
  return new Map(
    teams.map(([unit], index) => {
      const { value, se } = of(shrunk.teams, index);
      const own = Math.hypot(se, common);
      return [of(kept, unit), { value, low: value - REACH * own, high: value + REACH * own }];
    }),
  );
}
