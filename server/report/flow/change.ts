import type { Change, Stretch } from '../../contract/flow.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { isCannot } from '../../stats/cannot.ts';
import { benjaminiHochberg } from '../../stats/inference/multiplicity.ts';
import { percentOf } from '../../stats/inference/ratio.ts';
import { amount } from '../../words/amount.ts';
import { count, number, twoDigits } from '../../words/number.ts';
import type { BeforeAfter } from './before-after.ts';
import { ENOUGH_WORK, FEWEST_OWNERS } from './owners.ts';

/** Fewest full weeks on each side of a comparison (STATISTICS (a)). */
export const FEWEST_WEEKS = 8;

/** False alarms among the differences called clear, of one question's measures (STATISTICS (i)). */
const FALSE_ALARMS = 0.1;

/** What is compared: two stretches, and how they differ. */
export type Compared = {
  name: string;
  definition: MetricDefinition;
  before: Stretch;
  after: Stretch;
  weeks: { before: number; after: number };
  /** Null: too few owners have work on both sides. */
  found: BeforeAfter | null;
};

/**
 * What several comparisons say, in their order. A difference is clear where its 95 % interval leaves zero out and it is still one after
 * all comparisons of the question are counted; nothing else is called better or worse.
 */
export function changesOf(compared: readonly Compared[]): Change[] {
  const told = compared.map((one) => estimateOf(one));
  const adjusted = benjaminiHochberg(told.map((estimate) => estimate?.p ?? null));
  return compared.map((one, index) => changeOf(one, told[index] ?? null, adjusted[index] ?? null));
}

/** On the scale of logarithms, or of the unit where one of the two is nothing. */
function estimateOf({ found, before, after, weeks }: Compared) {
  if (found === null || before.value === null || after.value === null) return null;
  if (Math.min(weeks.before, weeks.after) < FEWEST_WEEKS) return null;
  if (!isCannot(found.log)) return { ...found.log, percent: true };
  return isCannot(found.difference) ? null : { ...found.difference, percent: false };
}

type Told = NonNullable<ReturnType<typeof estimateOf>>;

function changeOf(compared: Compared, told: Told | null, adjusted: number | null): Change {
  const { name, before, after } = compared;
  if (told === null || before.value === null || after.value === null) return untold(compared);
  const percent = told.percent
    ? { value: percentOf(told.value), low: percentOf(told.lower), high: percentOf(told.upper) }
    : null;
  const range = percent === null ? null : `likely ${rangeInWords(percent.low, percent.high)}`;
  const within = range === null ? '' : ` (${range})`;
  const spansZero = told.lower <= 0 && told.upper >= 0;
  if (spansZero || adjusted === null || adjusted > FALSE_ALARMS) {
    const why = spansZero ? '' : ': of several phases, one differs this much by chance often enough';
    const sentence = `${name}: no clear difference${within}${why}`;
    return {
      ...NOTHING,
      verdict: 'no-clear-difference',
      percent,
      range,
      short: 'no clear difference',
      sentence,
    };
  }
  const by = amount(Math.abs(after.value - before.value), compared.definition.unit);
  const way = told.value < 0 ? 'less' : 'more';
  const judged = judgedOf(compared.definition, way);
  const also = judged === null ? '' : `: ${judged}`;
  return {
    verdict: 'clear',
    way,
    judged,
    percent,
    amount: by,
    range,
    short: `${by} ${way}${also}`,
    sentence: `${name} takes ${by} ${way}${within}${also}`,
  };
}

const NOTHING = { way: null, judged: null, percent: null, amount: null, range: null };

function judgedOf({ better }: MetricDefinition, way: 'less' | 'more'): Change['judged'] {
  if (better === 'neither') return null;
  return (way === 'less') === (better === 'lower') ? 'better' : 'worse';
}

function untold({ name, before, after, weeks, found }: Compared): Change {
  const [side, short] = weeks.before < weeks.after ? ['before', weeks.before] : ['after', weeks.after];
  if (short < FEWEST_WEEKS) {
    const sentence = `${name}: too early to compare, ${count(short, 'full week')} ${side}, and we wait for ${FEWEST_WEEKS}`;
    return { ...NOTHING, verdict: 'too-early', short: 'too early to compare', sentence };
  }
  const measured = before.value !== null && after.value !== null;
  if (measured && found !== null) {
    // Both are nothing, or all alike: there is no spread to make a range of.
    const short = 'no clear difference';
    return { ...NOTHING, verdict: 'no-clear-difference', short, sentence: `${name}: ${short}` };
  }
  const why = measured
    ? `fewer than ${FEWEST_OWNERS} people with ${ENOUGH_WORK} pull requests on each side`
    : `${number(before.n)} before, ${number(after.n)} after`;
  return {
    ...NOTHING,
    verdict: 'too-few',
    short: 'too few to compare',
    sentence: `${name}: too few to compare, ${why}`,
  };
}

/** "24 % to 51 % less", "18 % less to 12 % more" */
export function rangeInWords(low: number, high: number): string {
  const said = (value: number) => `${number(twoDigits(Math.abs(value)))} %`;
  const way = (value: number) => (value < 0 ? 'less' : 'more');
  if (way(low) !== way(high)) return `${said(low)} ${way(low)} to ${said(high)} ${way(high)}`;
  const [near, far] = low < 0 ? [high, low] : [low, high];
  return `${said(near)} to ${said(far)} ${way(low)}`;
}
