import { useQuery } from '@tanstack/react-query';
import type { DefinitionsAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';

/** Every measure as it is defined, worked out on rows of the database. */
export function useDefinitions() {
  return useQuery({
    queryKey: ['definitions'],
    queryFn: ({ signal }) => read<DefinitionsAnswer>(routes.definitions, signal),
  });
}
