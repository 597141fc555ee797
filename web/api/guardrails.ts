import type { GuardrailsAnswer, View } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { useAnswer } from './flow.ts';

export function useGuardrails(view: View, settled: boolean) {
  return useAnswer<GuardrailsAnswer>('guardrails', routes.guardrails + queryOf(view), settled);
}
