import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImpactAnswer, View } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { read } from './client.ts';

/** What a rollout has changed; the previous answer stays while a new one is fetched, or while it is not `settled` whether it may be asked. */
export function useImpact(view: View, settled: boolean) {
  const address = routes.impact + queryOf(view);
  return useQuery({
    queryKey: ['impact', address],
    queryFn: ({ signal }) => read<ImpactAnswer>(address, signal),
    enabled: settled,
    placeholderData: keepPreviousData,
  });
}
