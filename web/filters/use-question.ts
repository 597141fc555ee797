import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Choices } from '../../server/contract/index.ts';
import { type Answerable, answerable } from './answerable.ts';
import type { RepositoryChoice } from './labels.ts';
import { type Question, readQuestion, writeQuestion } from './question.ts';

/**
 * The question that the address holds. Asking another one is a step in the history, so that Back undoes it.
 * Without `repositories` it is not known yet which there are, and none is called unknown. What the page has in the
 * address of its `own` stays there when another question is asked.
 */
export function useQuestion(
  repositories?: readonly RepositoryChoice[],
  choices?: Choices,
  own: readonly string[] = nothing,
) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const read = useMemo((): Answerable => {
    const question = readQuestion(search, own);
    if (repositories === undefined || choices === undefined) return { ...question, folded: [] };
    return answerable(question, repositories, choices);
  }, [search, repositories, choices, own]);
  return useMemo(() => {
    const changed = read.unknown.length > 0 || read.folded.length > 0;
    const addressOf = (question: Question) => path + withOwn(writeQuestion(question), search, own);
    const ask = (question: Question) => {
      const next = addressOf(question);
      if (next !== addressOf(read) || changed) navigate(next);
    };
    return {
      ...read,
      ask,
      /** Every filter off; how the figures are shown stays. */
      clear: () => ask({ view: {}, show: read.show }),
      /** Takes what was not understood or may not be shown out of the address, without a step in the history. */
      forget: () => navigate(addressOf(read), { replace: true }),
    };
  }, [read, path, search, own, navigate]);
}

/** One array for all, so that nothing is read anew for its sake. */
const nothing: readonly string[] = [];

function withOwn(question: string, search: string, own: readonly string[]): string {
  const query = new URLSearchParams(question);
  for (const [name, value] of new URLSearchParams(search)) if (own.includes(name)) query.append(name, value);
  return query.size === 0 ? '' : `?${query}`;
}
