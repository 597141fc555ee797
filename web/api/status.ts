import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { StatusAnswer } from '../../server/contract/index.ts';
import { routes } from '../../server/contract/routes.ts';
import { read } from './client.ts';
import { useImportEvents } from './import-events.ts';

/** What every page is given: the status as it was last told, and a way to ask again. */
export type PageProps = {
  status: StatusAnswer | undefined;
  /** The server did not answer when it was last asked. */
  away: boolean;
  retry: () => void;
};

const unheard = 1_000;
const elsewhere = 5_000;
const otherwise = 15_000;

/**
 * How far the data reach and what runs; asked every 15 seconds. While an import runs, the server tells how it goes on; should it
 * not, it is asked every second. Of an import in another process it knows no more than that it runs.
 */
export function useStatus() {
  const [heard, setHeard] = useState(false);
  const status = useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => read<StatusAnswer>(routes.status, signal),
    refetchInterval: ({ state }) => {
      const running = state.data?.data.running ?? null;
      if (running === null || heard) return otherwise;
      return running.elsewhere ? elsewhere : unheard;
    },
  });
  const running = status.data?.data.running ?? null;
  useImportEvents(running !== null && running.elsewhere !== true, setHeard);
  return status;
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
