import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Choices } from '../../server/contract/index.ts';
import { type Answerable, answerable } from './answerable.ts';
import type { RepositoryChoice } from './labels.ts';
import { type Question, readQuestion, writeQuestion } from './question.ts';

/** What every list's address holds beside its question. */
type AnyPlace = { columns?: string; sort?: string; order?: string; cursor?: string };

/** A kind of list: the names of its own filters, and how an address is read and written. */
export type ListKind<Place extends AnyPlace> = {
  names: readonly string[];
  read(search: string): { place: Place; unknown: string[] };
  /** The place of the first page. */
  first(place: Place): Place;
  /** Columns and order alone. */
  bare(place: Place): Place;
  write(question: string, place: Place): string;
};

/**
 * A list that the address holds: the question, what it is narrowed to, its order, and the page of it. Each change is a step in
 * the history, so that Back undoes it; any but turning a page begins at the first one.
 */
export function useList<Place extends AnyPlace>(
  kind: ListKind<Place>,
  repositories?: readonly RepositoryChoice[],
  choices?: Choices,
) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const { question, place, unknown } = useMemo(() => {
    const own = kind.read(search);
    const read = readQuestion(search, kind.names);
    const found: Answerable =
      repositories === undefined || choices === undefined
        ? { ...read, folded: [] }
        : answerable(read, repositories, choices);
    return { question: found, place: own.place, unknown: [...found.unknown, ...own.unknown] };
  }, [kind, search, repositories, choices]);

  return useMemo(() => {
    const addressOf = (asked: Question, narrowed: Place) => path + kind.write(writeQuestion(asked), narrowed);
    const first = kind.first(place);
    return {
      question,
      place,
      unknown,
      /** Where the same list leads with something changed; undefined takes it away. */
      hrefWith: (change: Partial<Record<keyof Place & string, string | undefined>>) =>
        path + kind.write(writeQuestion(question), changed(kind, first, change)),
      ask: (asked: Question) => navigate(addressOf(asked, first)),
      go: (href: string) => navigate(href),
      /** Every filter off; columns and order stay. */
      clear: () => {
        const next = addressOf({ view: {}, show: question.show }, kind.bare(place));
        if (next !== path + (search === '' ? '' : `?${search}`)) navigate(next);
      },
      /** Takes what was not understood or may not be shown out of the address, without a step in the history. */
      forget: () => navigate(addressOf(question, place), { replace: true }),
      /** Back to the first page, without a step in the history: the place that the address holds is no more. */
      restart: () => navigate(addressOf(question, first), { replace: true }),
    };
  }, [kind, question, place, unknown, path, search, navigate]);
}

/** A value that is none is no filter; the address is read again in any case, and tells what it does not know. */
function changed<Place extends AnyPlace>(
  kind: ListKind<Place>,
  place: Place,
  change: Partial<Record<string, string | undefined>>,
): Place {
  const query = new URLSearchParams(kind.write('', place));
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return kind.read(query.toString()).place;
}
