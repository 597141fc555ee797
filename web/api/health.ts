import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HealthAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';

const everyMinute = 60_000;

/** Whether the numbers can be believed today; asked again each minute, and whenever an import begins or ends. */
export function useHealth(importing: boolean) {
  return useQuery({
    queryKey: ['health', importing],
    queryFn: ({ signal }) => read<HealthAnswer>(routes.health, signal),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });
}
