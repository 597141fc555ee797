import { type Answer, RATE_LIMIT } from './answer.ts';
import type { Asker, Question } from './asker.ts';
import type { PageSize } from './page-size.ts';

/** Some of the items and what GitHub answered; null: GitHub fails on this single item, however often it is asked. */
export type Chunk<T> = { items: readonly T[]; answer: Answer | null };

const TRIES = 5;
const PROBE = `query Probe { ${RATE_LIMIT} }`;

/**
 * Asks for given items, as many at once as GitHub can bear: what fails is asked again in halves. Throws SourceError when
 * GitHub does not answer anything else either.
 */
export async function* chunks<T>(
  items: readonly T[],
  size: PageSize,
  question: (some: readonly T[]) => Question,
  asker: Asker,
  tries: number = TRIES,
): AsyncGenerator<Chunk<T>, void> {
  let failures = 0;
  for (let at = 0; at < items.length; ) {
    const some = items.slice(at, at + size.now());
    const result = await asker.attempt(question(some));
    if ('answer' in result) {
      failures = 0;
      size.good(result.answer.points?.cost ?? null);
      at += some.length;
      yield { items: some, answer: result.answer };
      continue;
    }
    const { failure } = result;
    if (failure.kind === 'lost-place') throw failure.error;
    failures = some.length === 1 || !failure.less ? failures + 1 : 0;
    if (failures < tries) {
      if (failure.less) size.failed(some.length);
      await asker.pause(Math.max(1, failures), failure);
      continue;
    }
    if (!failure.less) throw asker.givenUp(failure);
    await asker.ask({ text: PROBE, variables: {} });
    failures = 0;
    at += 1;
    yield { items: some, answer: null };
  }
}
