import { useQuery } from '@tanstack/react-query';
import type { Channel, ReportsAnswer, SentAnswer, View } from '../../server/contract/index.ts';
import { reportRoutes } from '../../server/contract/routes.ts';
import { queryOf } from './address.ts';
import { read, write } from './client.ts';

/** The weekly digest as it would go out now. */
export function useReports(view: View, settled: boolean) {
  const path = reportRoutes.reports + queryOf(view);
  return useQuery({
    queryKey: ['reports', path],
    queryFn: ({ signal }) => read<ReportsAnswer>(path, signal),
    enabled: settled,
    staleTime: 0,
  });
}

/** Sends a test to one channel; resolves to what came of it in a sentence. Rejects with an Error whose text can be shown. */
export async function sendTest(channel: Channel): Promise<string> {
  const { data } = await write<SentAnswer>('POST', reportRoutes.test, { channel });
  return data.summary;
}
