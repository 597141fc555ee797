import { Type } from 'typebox';
import { RATE_LIMIT } from './answer.ts';
import { chunks } from './chunks.ts';
import { pageSize } from './page-size.ts';
import { nullable, PageInfo, reader } from './payload.ts';
import type { Run } from './run.ts';

/** A list within something that has an id, to be read on to its end. */
export type Longer = {
  id: string;
  type: 'PullRequest' | 'PullRequestReviewThread' | 'Team' | 'Deployment';
  /** The list as text of a query, `after` being the name of a variable. */
  text: (after: string) => string;
  /** Null: from the beginning. */
  after: string | null;
};

const AT_ONCE = 10;

/** After this many pages the end is not in sight: a list that never ends, or a server that goes round in a circle. */
const MOST_PAGES = 1000;

const readList = reader(
  nullable(
    Type.Object({
      list: nullable(Type.Object({ pageInfo: PageInfo, nodes: nullable(Type.Array(Type.Unknown())) })),
    }),
  ),
);

type Open = Longer & { got: unknown[]; seen: Set<string | null>; done: boolean };

/**
 * The items that follow, for each of the lists, several in one request. A list ends early where a page brings nothing new or
 * GitHub fails on it; whoever asked compares with the count.
 */
export async function longer(lists: readonly Longer[], { asker, host }: Run): Promise<unknown[][]> {
  const open: Open[] = lists.map((list) => ({ ...list, got: [], seen: new Set([list.after]), done: false }));
  const size = pageSize(AT_ONCE, AT_ONCE);
  for (let round = 0; round < MOST_PAGES; round++) {
    const left = open.filter(({ done }) => !done);
    if (left.length === 0) break;
    for await (const { items, answer } of chunks(left, size, questionOf, asker)) {
      items.forEach((one, n) => {
        const value = answer === null ? null : (Reflect.get(Object(answer.data), `a${n}`) ?? null);
        advance(one, readList(value, host)?.list ?? null);
      });
    }
  }
  return open.map(({ got }) => got);
}

function advance(
  one: Open,
  page: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: unknown[] | null } | null,
): void {
  const nodes = page?.nodes ?? [];
  one.got.push(...nodes);
  const next = page?.pageInfo.endCursor ?? null;
  one.done = page?.pageInfo.hasNextPage !== true || nodes.length === 0 || one.seen.has(next);
  one.seen.add(next);
  one.after = next;
}

function questionOf(some: readonly Longer[]) {
  const numbers = [...some.keys()];
  const text = `query Longer(${numbers.map((n) => `$i${n}: ID!, $c${n}: String`).join(', ')}) {
  ${RATE_LIMIT}
  ${some.map(({ type, text: list }, n) => `a${n}: node(id: $i${n}) { ... on ${type} { list: ${list(`$c${n}`)} } }`).join('\n  ')}
}`;
  const variables = Object.fromEntries(
    some.flatMap(({ id, after }, n) => [
      [`i${n}`, id],
      [`c${n}`, after],
    ]),
  );
  return { text, variables };
}
