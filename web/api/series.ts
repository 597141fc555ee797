import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MeasureId, SeriesAnswer, View } from '../../server/contract/index.ts';
import { seriesAddress } from './address.ts';
import { read } from './client.ts';

/**
 * One measure by week under a question. The previous answer stays on the page while a new one is fetched, or while it is not
 * `settled` yet whether the question may be asked.
 */
export function useSeries(measure: MeasureId, view: View, settled: boolean) {
  const address = seriesAddress(measure, view);
  return useQuery({
    queryKey: ['series', address],
    queryFn: ({ signal }) => read<SeriesAnswer>(address, signal),
    enabled: settled,
    placeholderData: keepPreviousData,
  });
}
