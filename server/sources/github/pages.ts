import { SourceError } from '../../net/source-error.ts';
import type { Answer } from './answer.ts';
import type { Asker, Passing, Question } from './asker.ts';
import type { PageSize } from './page-size.ts';
import { unanswered } from './sentences.ts';

/** A list as GitHub gives it, a page at a time. */
export type RawPage<T> = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: readonly (T | null)[] | null;
};

export type Page<T, S> = {
  nodes: readonly (T | null)[];
  total: number;
  /** Where the next page begins; null after the last. */
  after: string | null;
  /** Instead of a page: the one item that GitHub cannot give, however often it is asked. */
  skipped: S | null;
};

export type Listing<T, S> = {
  question: (first: number, after: string | null) => Question;
  /** Throws when the list itself is gone; `again`: what was refused is no longer part of the question. */
  read: (answer: Answer) => RawPage<T> | 'again';
  size: PageSize;
  /** Where to begin; null: at the beginning. */
  after: string | null;
  /** A question for the next item that GitHub can answer even if the item itself is too much for it. */
  next?: { question: (after: string | null) => Question; read: (answer: Answer) => RawPage<S> };
};

/** Tries of a single item before it is given up. */
const TRIES = 5;

const HOLLOW: Passing = {
  kind: 'passing',
  why: 'an empty page',
  less: true,
  error: unanswered('an empty page where more was promised', { host: 'GitHub' }),
};

/** Thrown when GitHub no longer knows the place to go on from: then a list is read from its beginning. */
export class PlaceLost extends SourceError {
  constructor() {
    super(
      'place-lost',
      'GitHub no longer knew where in a list to go on. The next run reads it from its beginning.',
    );
    this.name = 'PlaceLost';
  }
}

/**
 * All pages of a list. A page that fails is asked again in half; never again in the same size, but for a single item. Throws
 * `PlaceLost`, and SourceError when GitHub does not answer at all.
 */
export async function* pages<T, S = never>(
  { question, read, size, next, ...from }: Listing<T, S>,
  asker: Asker,
): AsyncGenerator<Page<T, S>, void> {
  let after = from.after;
  let failures = 0;
  let emptyEnds = 0;
  for (;;) {
    const first = size.now();
    const result = await asker.attempt(question(first, after));
    const page = 'answer' in result ? read(result.answer) : null;
    if (page === 'again') continue;
    if (page !== null && isEmpty(page) && !page.pageInfo.hasNextPage && after !== null) emptyEnds += 1;
    if (page !== null && isSound(page, after, emptyEnds)) {
      failures = 0;
      emptyEnds = 0;
      size.good('answer' in result ? (result.answer.points?.cost ?? null) : null);
      after = nextPlace(page);
      yield { nodes: page.nodes ?? [], total: page.totalCount, after, skipped: null };
      if (after === null) return;
      continue;
    }
    const failure = 'failure' in result ? result.failure : HOLLOW;
    if (failure.kind === 'lost-place') throw new PlaceLost();
    failures = first === 1 || !failure.less ? failures + 1 : 0;
    if (failures < TRIES) {
      if (failure.less) size.failed(first);
      await asker.pause(Math.max(1, failures), failure);
      continue;
    }
    if (next === undefined || !failure.less) throw asker.givenUp(failure);
    const skip = next.read(await asker.ask(next.question(after)));
    failures = 0;
    after = nextPlace(skip);
    yield { nodes: [], total: skip.totalCount, after, skipped: skip.nodes?.[0] ?? null };
    if (after === null) return;
  }
}

/**
 * A page without items says that the list ends. At its beginning or with more to come that cannot be; further on it can, when
 * the items have moved to the top meanwhile, but it has to be said twice.
 */
function isSound(page: RawPage<unknown>, after: string | null, emptyEnds: number): boolean {
  const { pageInfo, totalCount } = page;
  if (pageInfo.hasNextPage)
    return !isEmpty(page) && pageInfo.endCursor !== null && pageInfo.endCursor !== after;
  return !isEmpty(page) || totalCount === 0 || emptyEnds > 1;
}

function isEmpty({ nodes }: RawPage<unknown>): boolean {
  return nodes === null || nodes.length === 0;
}

function nextPlace({ pageInfo }: RawPage<unknown>): string | null {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}
