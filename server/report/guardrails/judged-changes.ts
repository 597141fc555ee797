import type { GuardrailChange, GuardrailSide, GuardrailStanding } from '../../contract/guardrails.ts';
import { benjaminiHochberg } from '../../stats/inference/multiplicity.ts';
import { percentOf } from '../../stats/inference/ratio.ts';
import { fourDigits } from '../four-digits.ts';
import { changeSentence, isSeldom, standingWords, whyUnknown } from './change-words.ts';
import type { Guarded } from './guarded.ts';
import type { Added } from './guardrail-cells.ts';
import { type Compared, told } from './guardrail-comparison.ts';
import type { GuardrailEstimate } from './guardrail-estimate.ts';
import { FALSE_ALARMS } from './limits.ts';

/**
 * What several guardrails say, in their order. A change is clear where its 95 % interval leaves zero out and it is still one after all
 * guardrails are counted. No clear change is "usual" only where a rise by half would have been
 * seen, and the range leaves it out.
 */
export function judgedChanges(all: readonly Compared[]): GuardrailChange[] {
  const adjusted = benjaminiHochberg(all.map((one) => (isSeldom(one) ? null : (told(one)?.p ?? null))));
  return all.map((one, place) => changeOf(one, adjusted[place] ?? null));
}

function isUnknown({ never, before, after }: Compared): boolean {
  return never !== null || before.whole === 0 || after.whole === 0;
}

function standingOf(one: Compared, adjusted: number | null): GuardrailStanding {
  if (isUnknown(one)) return 'not-known';
  const found = told(one);
  if (isSeldom(one) || found === null) return 'too-few';
  const clear = (found.lower > 0 || found.upper < 0) && adjusted !== null && adjusted <= FALSE_ALARMS;
  if (clear) return wayOf(one.guarded, found);
  return found.ruledOut ? 'usual' : 'too-few';
}

function wayOf({ worse }: Guarded, { value }: GuardrailEstimate): GuardrailStanding {
  if (worse === null) return 'changed';
  return value > 0 === (worse === 'more') ? 'worse' : 'better';
}

function changeOf(one: Compared, adjusted: number | null): GuardrailChange {
  const { guarded, own } = one;
  const { definition } = guarded.metric;
  const standing = standingOf(one, adjusted);
  const weeks = own.map((team) => team.weeks);
  const counted = standing === 'not-known' ? null : told(one);
  const change = {
    measure: definition.id,
    name: definition.name,
    unit: definition.unit,
    before: sideOf(guarded, one.before),
    after: sideOf(guarded, one.after),
    teams: own.length,
    weeks: { least: weeks.length === 0 ? 0 : Math.min(...weeks), most: Math.max(0, ...weeks) },
    change: counted === null ? null : scaled(guarded, counted),
    standing,
    reason: whyUnknown(one, standing),
  };
  return { ...change, short: standingWords(change), sentence: changeSentence(change, guarded.scale) };
}

/** Throws on a value that is no finite number: it would be a fault of ours. */
export function sideOf(
  { scale, per }: Pick<Guarded, 'scale' | 'per'>,
  { part, whole, n, events }: Added,
): GuardrailSide {
  if (whole === 0) return { value: null, n, events };
  const value = scale === 'log-mean' ? Math.exp(part / whole) : (per * part) / whole;
  if (!Number.isFinite(value)) throw new Error(`a guardrail is ${value}`);
  return { value: fourDigits(value), n, events };
}

function scaled({ scale }: Guarded, { value, lower, upper }: GuardrailEstimate): GuardrailChange['change'] {
  const say = (raw: number) => fourDigits(scale === 'share' ? raw : percentOf(raw));
  const points = scale === 'share' ? ('points' as const) : ('percent' as const);
  return { scale: points, value: say(value), low: say(lower), high: say(upper) };
}
