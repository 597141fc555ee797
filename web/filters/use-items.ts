import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Choices } from '../../server/contract/index.ts';
import { type Answerable, answerable } from './answerable.ts';
import { type ItemsPlace, itemsNames, readItems, withItems } from './items-filters.ts';
import type { RepositoryChoice } from './labels.ts';
import { type Question, readQuestion, writeQuestion } from './question.ts';

/**
 * The list of items that the address holds: the question, what it is narrowed to, its order, and the page of it. Each change is
 * a step in the history, so that Back undoes it; any but turning a page begins at the first one.
 */
export function useItems(repositories?: readonly RepositoryChoice[], choices?: Choices) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { question, place, unknown } = useMemo(() => {
    const own = readItems(search);
    const read = readQuestion(search, itemsNames);
    const found: Answerable =
      repositories === undefined || choices === undefined
        ? { ...read, folded: [] }
        : answerable(read, repositories, choices);
    return { question: found, place: own.place, unknown: [...found.unknown, ...own.unknown] };
  }, [search, repositories, choices]);

  return useMemo(() => {
    const addressOf = (asked: Question, narrowed: ItemsPlace) =>
      path + withItems(writeQuestion(asked), narrowed);
    const { cursor: _, ...first } = place;
    const { columns, sort, order } = place;
    return {
      question,
      place,
      unknown,
      /** Where the same list leads with something changed; undefined takes it away. */
      hrefWith: (change: Partial<Record<keyof ItemsPlace, string | undefined>>) =>
        path + withItems(writeQuestion(question), changed(first, change)),
      ask: (asked: Question) => navigate(addressOf(asked, first)),
      go: (href: string) => navigate(href),
      /** Every filter off; columns and order stay. */
      clear: () => {
        const kept = { ...(columns && { columns }), ...(sort && { sort }), ...(order && { order }) };
        const next = addressOf({ view: {}, show: question.show }, kept);
        if (next !== path + (search === '' ? '' : `?${search}`)) navigate(next);
      },
      /** Takes what was not understood or may not be shown out of the address, without a step in the history. */
      forget: () => navigate(addressOf(question, place), { replace: true }),
      /** Back to the first page, without a step in the history: the place that the address holds is no more. */
      restart: () => navigate(addressOf(question, first), { replace: true }),
    };
  }, [question, place, unknown, path, search, navigate]);
}

/** A value that is none is no filter; the address is read again in any case, and tells what it does not know. */
function changed(
  place: ItemsPlace,
  change: Partial<Record<keyof ItemsPlace, string | undefined>>,
): ItemsPlace {
  const query = new URLSearchParams(withItems('', place));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return readItems(query.toString()).place;
}

export type Items = ReturnType<typeof useItems>;
