import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { RepositoryChoice } from './labels.ts';
import { type Question, readQuestion, withoutUnknownRepository, writeQuestion } from './question.ts';

/**
 * The question that the address holds. Asking another one is a step in the history, so that Back undoes it.
 * Without `repositories` it is not known yet which there are, and none is called unknown.
 */
export function useQuestion(repositories: readonly RepositoryChoice[] | undefined) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const read = useMemo(
    () =>
      repositories === undefined
        ? readQuestion(search)
        : withoutUnknownRepository(readQuestion(search), repositories),
    [search, repositories],
  );
  return useMemo(() => {
    const ask = (question: Question) => {
      const next = writeQuestion(question);
      if (next !== writeQuestion(read) || read.unknown.length > 0) navigate(path + next);
    };
    return {
      ...read,
      ask,
      /** Every filter off; how the figures are shown stays. */
      clear: () => ask({ view: {}, show: read.show }),
      /** Takes what was not understood out of the address, without a step in the history. */
      forgetUnknown: () => navigate(path + writeQuestion(read), { replace: true }),
    };
  }, [read, path, navigate]);
}
