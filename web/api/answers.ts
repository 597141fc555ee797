import { QueryClient } from '@tanstack/react-query';
import { keptWhereEqual } from './answer-paths.ts';
import { ApiError } from './client.ts';

/** One more try when the server did not answer (it may be restarting); a refusal stays a refusal. */
function tryAgain(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ApiError && error.code === 'unreachable';
}

/** Answers change only when the data do (`useFreshAnswers` tells), so coming back to the window asks for nothing. */
export function createAnswers(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: tryAgain,
        retryDelay: 800,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        structuralSharing: keptWhereEqual,
      },
    },
  });
}
