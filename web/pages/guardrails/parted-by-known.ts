import type { Guardrail } from '../../../server/contract/index.ts';

/** Of fewer than these each keeps its frame. */
const SEVERAL = 2;

/** Guardrails that are drawn, and those of which nothing is known here, whatever is asked. */
export function partedByKnown(guardrails: readonly Guardrail[]): {
  readonly drawn: readonly Guardrail[];
  readonly notKnown: readonly Guardrail[];
} {
  const notKnown = guardrails.filter(isNotKnown);
  if (notKnown.length < SEVERAL) return { drawn: guardrails, notKnown: [] };
  return { drawn: guardrails.filter((one) => !isNotKnown(one)), notKnown };
}

function isNotKnown({ unknowable, change, points }: Guardrail): boolean {
  const missing = unknowable !== null || change?.standing === 'not-known';
  return missing && points.every(({ value }) => value === null);
}
