import type { VerdictAnswer, View } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { useAnswer } from './flow.ts';

export function useVerdict(view: View, settled: boolean) {
  return useAnswer<VerdictAnswer>('verdict', routes.verdict + queryOf(view), settled);
}
