import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChoicesAnswer, View } from '../../server/contract/index.ts';
import { choicesAddress } from './address.ts';
import { read } from './client.ts';

/** Teams and repositories that may be asked for over a window. */
export function useChoices(window: View['window']) {
  const address = choicesAddress(window);
  return useQuery({
    queryKey: ['choices', address],
    queryFn: ({ signal }) => read<ChoicesAnswer>(address, signal),
    placeholderData: keepPreviousData,
  });
}
