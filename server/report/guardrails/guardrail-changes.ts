import type { GuardrailChange } from '../../contract/guardrails.ts';
import type { Held } from '../live.ts';
import { type AskedChanges, guardrailComparison } from './guardrail-comparison.ts';
import { judgedChanges } from './judged-changes.ts';
import { type TeamApart, teamsApart } from './teams-apart.ts';

export { costLine } from './cost-line.ts';

/**
 * Every guardrail, and the size of changes last, before and after each asked team's own start: what a gain is never shown without.
 * Teams that may not be shown by themselves take no part.
 */
export function guardrailChanges(held: Held, asked: AskedChanges): readonly GuardrailChange[] {
  return judgedChanges(guardrailComparison(held, asked).map(({ started }) => started));
}

/** Teams in which something became worse that did not on the whole: their cost drowns in that of all. */
export function teamsThatPay(
  held: Held,
  asked: AskedChanges,
  changes: readonly GuardrailChange[],
): readonly TeamApart[] {
  return teamsApart(guardrailComparison(held, asked), changes);
}
