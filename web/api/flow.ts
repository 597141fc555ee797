import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  AgeingAnswer,
  AiWorkAnswer,
  DeliveryAnswer,
  IssueSignsAnswer,
  LanesAnswer,
  MeasureId,
  ScatterAnswer,
  TeamMultiplesAnswer,
  View,
} from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { read } from './client.ts';

/** As with series: the previous answer stays while a new one is fetched, or while it is not `settled` whether it may be asked. */
export function useAnswer<Answer>(name: string, address: string, settled: boolean) {
  return useQuery({
    queryKey: [name, address],
    queryFn: ({ signal }) => read<Answer>(address, signal),
    enabled: settled,
    placeholderData: keepPreviousData,
  });
}

export function useLanes(view: View, settled: boolean) {
  return useAnswer<LanesAnswer>('lanes', routes.lanes + queryOf(view), settled);
}

export function useScatter(measure: MeasureId, view: View, settled: boolean) {
  const path = routes.scatter.replace(':measure', measure);
  return useAnswer<ScatterAnswer>('scatter', path + queryOf(view), settled);
}

export function useAgeing(view: View, settled: boolean) {
  return useAnswer<AgeingAnswer>('ageing', routes.ageing + queryOf(view), settled);
}

export function useDelivery(view: View, settled: boolean) {
  return useAnswer<DeliveryAnswer>('delivery', routes.delivery + queryOf(view), settled);
}

export function useIssueWay(view: View, settled: boolean) {
  return useAnswer<LanesAnswer>('issue-way', routes.issueWay + queryOf(view), settled);
}

export function useIssueStatuses(view: View, settled: boolean) {
  return useAnswer<LanesAnswer>('issue-statuses', routes.issueStatuses + queryOf(view), settled);
}

export function useIssueSigns(view: View, settled: boolean) {
  return useAnswer<IssueSignsAnswer>('issue-signs', routes.issueSigns + queryOf(view), settled);
}

export function useAiWork(view: View, settled: boolean) {
  return useAnswer<AiWorkAnswer>('ai-work', routes.aiWork + queryOf(view), settled);
}

export function useTeamMultiples(measure: MeasureId, view: View, settled: boolean) {
  const path = routes.teamMultiples.replace(':measure', measure);
  return useAnswer<TeamMultiplesAnswer>('team-multiples', path + queryOf(view), settled);
}
