import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Choices } from '../../server/contract/index.ts';
import { type Answerable, answerable } from './answerable.ts';
import type { RepositoryChoice } from './labels.ts';
import { type Question, readQuestion, writeQuestion } from './question.ts';

/**
 * The question that the address holds. Asking another one is a step in the history, so that Back undoes it.
 * Without `repositories` it is not known yet which there are, and none is called unknown.
 */
export function useQuestion(repositories?: readonly RepositoryChoice[], choices?: Choices) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const read = useMemo((): Answerable => {
    const question = readQuestion(search);
    if (repositories === undefined || choices === undefined) return { ...question, folded: [] };
    return answerable(question, repositories, choices);
  }, [search, repositories, choices]);
  return useMemo(() => {
    const changed = read.unknown.length > 0 || read.folded.length > 0;
    const ask = (question: Question) => {
      const next = writeQuestion(question);
      if (next !== writeQuestion(read) || changed) navigate(path + next);
    };
    return {
      ...read,
      ask,
      /** Every filter off; how the figures are shown stays. */
      clear: () => ask({ view: {}, show: read.show }),
      /** Takes what was not understood or may not be shown out of the address, without a step in the history. */
      forget: () => navigate(path + writeQuestion(read), { replace: true }),
    };
  }, [read, path, navigate]);
}
