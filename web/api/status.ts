import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { StatusAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';

const whileImporting = 1_000;
const otherwise = 15_000;

/** How far the data reach and what runs; asked every 15 seconds, and every second while an import runs. */
export function useStatus() {
  return useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => read<StatusAnswer>(routes.status, signal),
    refetchInterval: (query) => (query.state.data?.data.running ? whileImporting : otherwise),
  });
}

/** Asks every open question again when the data have changed, or when the server is back after it was away. */
export function useFreshAnswers(generation: number | undefined, away: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (generation === undefined || away) return;
    void client.invalidateQueries({
      predicate: ({ queryKey: [name], state }) =>
        name !== 'status' && (state.status === 'error' || generationOf(state.data) !== generation),
    });
  }, [client, generation, away]);
}

function generationOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'generation' in answer
    ? answer.generation
    : undefined;
}
