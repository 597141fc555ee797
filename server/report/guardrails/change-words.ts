import type { GuardrailChange, GuardrailSide, GuardrailStanding } from '../../contract/guardrails.ts';
import { amount } from '../../words/amount.ts';
import { count, number } from '../../words/number.ts';
import { fineShare, percentRange, pointsRange } from '../../words/share.ts';
import type { Guarded } from './guarded.ts';
import type { Compared } from './guardrail-comparison.ts';
import { FEWEST_EVENTS } from './limits.ts';
import { FEWEST_WEEKS } from './own-weeks.ts';

type Said = Omit<GuardrailChange, 'short' | 'sentence'>;

/** A value as it is said in a sentence: shares in two digits, since most of these are small. */
export function sideWords({ unit }: Pick<GuardrailChange, 'unit'>, value: number): string {
  return unit.startsWith('share') ? fineShare(value) : amount(value, unit);
}

/** "(22, 9)": before and after, without separators of thousands, which would make four numbers of them. */
export function eventsWords({ before, after }: Pick<GuardrailChange, 'before' | 'after'>): string {
  return `(${before.events}, ${after.events})`;
}

/** Of what is "too few to judge": it happened too seldom. Else often enough, but weeks and teams differ too much anyhow. */
export function isSeldom({ before, after }: Record<'before' | 'after', { events: number }>): boolean {
  return Math.min(before.events, after.events) < FEWEST_EVENTS;
}

export const HIDDEN_RISE = 'a rise by half cannot be ruled out';
export const UNCERTAIN = 'too uncertain to judge';

/** Whether the range itself leaves room for half as much again; of a share of most, of the rest. */
export function hidesRise({ change, before }: Pick<Said, 'change' | 'before'>): boolean {
  if (change === null) return true;
  if (change.scale === 'percent') return change.high >= 50;
  const share = before.value ?? 0;
  return change.high >= Math.min(share, 1 - share) / 2;
}

/** "worse", "within its usual range", "too few to judge (22, 9)" */
export function standingWords(said: Said): string {
  const { standing } = said;
  switch (standing) {
    case 'usual':
      return 'within its usual range';
    case 'too-few':
      if (isSeldom(said)) return `too few to judge ${eventsWords(said)}`;
      return hidesRise(said) ? HIDDEN_RISE : UNCERTAIN;
    case 'not-known':
      return 'not known here';
    default:
      return standing;
  }
}

export function changeSentence(said: Said, scale: Guarded['scale']): string {
  const { name, before, after, standing, reason } = said;
  if (standing === 'not-known') return `${name}: not known here. ${reason ?? ''}`.replace(/\.?\s*$/, '');
  const side = (one: GuardrailSide) => {
    if (one.value === null) return 'nothing';
    const counts = scale === 'share' ? ` (${number(one.events)} of ${number(one.n)})` : '';
    return `${sideWords(said, one.value)}${counts}`;
  };
  const range = said.change === null ? '' : `; ${rangeWords(said.change)}`;
  return `${name}: ${side(after)} after the start, ${side(before)} before${range}: ${standingWords(said)}`;
}

/** "likely 0.6 to 3.2 points more" */
export function rangeWords({ scale, low, high }: NonNullable<GuardrailChange['change']>): string {
  return `likely ${scale === 'points' ? pointsRange(low, high) : percentRange(low, high)}`;
}

/** Why a guardrail cannot be judged, and what would help; null: it can. */
export function whyUnknown(
  { guarded, own, short, never, before, after }: Compared,
  standing: GuardrailStanding,
): string | null {
  if (standing !== 'not-known' && standing !== 'too-few') return null;
  if (never !== null) return `${never.finding}. ${never.whatToDo}`;
  if (own.length === 0) {
    return short.teams === 0
      ? 'No team has started here.'
      : `Too early: ${count(short.weeks, 'full week')} that can be judged on each side of a start, and we wait for ${FEWEST_WEEKS}.`;
  }
  const { missing } = guarded.metric;
  if (before.whole + after.whole === 0) return missing.at(-1)?.todo ?? 'There is nothing to measure.';
  if (before.whole === 0) return 'It is not known of the weeks before the start.';
  if (after.whole === 0) return 'It is not known of the weeks since the start.';
  return isSeldom({ before, after })
    ? `It happened ${number(before.events)} times before and ${number(after.events)} times since; ten on each side are needed.`
    : 'Weeks and teams differ by as much anyhow. More weeks, or more teams, would tell.';
}
