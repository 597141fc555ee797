import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChoicesAnswer, TeamsView } from '../../server/contract/index.ts';
import { choicesAddress } from './address.ts';
import { read } from './client.ts';

/** Teams and repositories that may be asked for over the window of a view. */
export function useChoices(view: TeamsView) {
  const address = choicesAddress(view);
  return useQuery({
    queryKey: ['choices', address],
    queryFn: ({ signal }) => read<ChoicesAnswer>(address, signal),
    placeholderData: keepPreviousData,
  });
}
