import type { Unit } from '../../server/words/amount.ts';
import { count, number } from '../../server/words/number.ts';

export type Tick<At> = { readonly at: At; readonly label: string };

/** An axis from zero: the ticks in the measure's own unit, and where it ends. */
export type Scale = { readonly top: number; readonly ticks: readonly Tick<number>[] };

type Step = {
  /** How much one of what is shown is in the measure's own unit. */
  readonly per: number;
  readonly name: (value: number) => string;
  /** Steps that suit a clock; otherwise round numbers do. */
  readonly sizes: readonly number[];
};

/** Hours up to three days, days beyond; other units as they are. */
function stepOf(unit: Unit, highest: number): Step {
  if (unit === 'lines') return { per: 1, name: (value) => count(value, 'line'), sizes: [] };
  if (unit === 'comments per 100 lines')
    return { per: 1, name: (value) => `${number(value)} per 100 lines`, sizes: [0.5, 1] };
  if (unit === 'pull requests') return { per: 1, name: (value) => count(value, 'pull request'), sizes: [] };
  if (unit === 'issues') return { per: 1, name: (value) => count(value, 'issue'), sizes: [] };
  if (unit === 'share' || unit.startsWith('share of'))
    return { per: 0.01, name: (value) => `${number(value)} %`, sizes: [5, 10, 20, 25] };
  if (unit === 'pull requests per person' || unit === 'issues per person')
    return { per: 1, name: (value) => `${number(value)} a person`, sizes: [0.5, 1] };
  if (unit === 'working hours')
    return { per: 1, name: (value) => count(value, 'working hour'), sizes: [1, 2, 4, 8] };
  if (highest < 2)
    return { per: 1 / 60, name: (value) => `${number(value)} min`, sizes: [5, 10, 15, 20, 30] };
  if (highest <= 72) {
    return { per: 1, name: (value) => count(value, 'hour'), sizes: [1, 2, 3, 4, 6, 8, 12, 18, 24] };
  }
  return { per: 24, name: (value) => count(value, 'day'), sizes: [] };
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below `least`; whole, since what is counted is whole. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return power * ([1, 2, 5].find((digit) => digit * power >= least) ?? 10);
}

/** At most six ticks from zero to just above the highest value; the top one names the unit. */
export function scaleFor(highest: number, unit: Unit): Scale {
  const { per, name, sizes } = stepOf(unit, highest);
  const reach = Math.max(highest / per, 1);
  const step = sizes.find((size) => size * 4 >= reach) ?? roundStep(reach / 5);
  const steps = Math.ceil(reach / step - 1e-9);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => ({
    at: index * step * per,
    label: index === steps ? name(index * step) : number(index * step),
  }));
  return { top: steps * step * per, ticks };
}

/** Those that find room above one another, the topmost always: all, every second, and so on. Lengths in one unit. */
export function fittingTicks<At>(
  ticks: readonly Tick<At>[],
  room: number,
  each: number,
): readonly Tick<At>[] {
  const last = ticks.length - 1;
  const every = Math.max(1, Math.ceil((each * last) / Math.max(room, 1)));
  return ticks.filter((_, index) => (last - index) % every === 0);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Calendar = { readonly year: number; readonly month: number; readonly day: number };

function calendar(week: string): Calendar {
  const [year = 0, month = 1, day = 1] = week.split('-').map(Number);
  return { year, month: month - 1, day };
}

/**
 * Labels under the weeks: days for up to a quarter of weeks, else the first week that begins in a month, every
 * first, second, third, sixth or twelfth month, so that no more than `most` stand side by side.
 */
export function weekTicks(weeks: readonly string[], most: number): readonly Tick<string>[] {
  if (weeks.length <= 14) {
    const every = Math.ceil(weeks.length / Math.max(most, 1));
    return weeks
      .filter((_, index) => index % every === 0)
      .map((week) => ({ at: week, label: dayLabel(week) }));
  }
  const firsts = weeks.filter((week) => calendar(week).day <= 7);
  const every = [1, 2, 3, 6, 12, 24, 60].find((each) => firsts.length / each <= most) ?? 120;
  const round = firsts.filter((week) => (calendar(week).year * 12 + calendar(week).month) % every === 0);
  const shown = (round.length > 0 ? round : firsts).slice(0, Math.max(1, round.length > 0 ? most : 1));
  return shown.map((week, index) => ({ at: week, label: monthLabel(week, index === 0) }));
}

/** How many labels find room under a plot; on a narrow one those at its edges are moved inwards, towards the next. */
export function mostLabels(plot: number): number {
  return Math.max(1, Math.floor(plot / (plot < 200 ? 90 : 62)));
}

const letter = 7.3;

/** Where the middle of a week's label lies: at its week, or beside it where it would reach beyond the edges of a drawing. Pixels. */
export function middleOf(label: string, at: number, width: number, em = 1): number {
  const half = (label.length * letter * em) / 2;
  return Math.max(half, Math.min(at, width - half));
}

function dayLabel(week: string): string {
  const { day, month } = calendar(week);
  return `${day} ${months[month] ?? ''}`;
}

function monthLabel(week: string, first: boolean): string {
  const { month, year } = calendar(week);
  return first || month === 0 ? `${months[month] ?? ''} ${year}` : (months[month] ?? '');
}
