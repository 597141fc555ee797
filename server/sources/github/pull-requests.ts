import { Type } from 'typebox';
import type { Answer } from './answer.ts';
import { chunks } from './chunks.ts';
import type { Target } from './cursor.ts';
import type { PageSize } from './page-size.ts';
import { type Page, pages, type RawPage } from './pages.ts';
import { connection, GithubPullRequest, nullable, reader } from './payload.ts';
import { byIdsText, NEXT_TEXT, pageText } from './pull-request-query.ts';
import type { Run } from './run.ts';
import { vanished } from './vanished.ts';

const Next = Type.Object({ id: Type.String(), number: Type.Integer(), updatedAt: Type.String() });

const readPage = reader(
  Type.Object({ node: nullable(Type.Object({ pullRequests: connection(GithubPullRequest) })) }),
);
const readNext = reader(Type.Object({ node: nullable(Type.Object({ pullRequests: connection(Next) })) }));
const readNodes = reader(Type.Object({ nodes: Type.Array(nullable(GithubPullRequest)) }));

export type PullRequestPage = Page<GithubPullRequest, { id: string; number: number; updatedAt: string }>;

/** The repository that is read, for questions and sentences. */
export type Of = { nodeId: string; name: string };

/** All pull requests of a repository, the last updated first. Throws SourceError `repository-lost`. */
export function pullRequestPages(
  { nodeId: id, name }: Of,
  size: PageSize,
  after: string | null,
  run: Run,
): AsyncGenerator<PullRequestPage, void> {
  const { asker, host, parts } = run;
  const present = <T>(list: RawPage<T> | null | undefined, { refused }: Answer): RawPage<T> => {
    if (!list) throw vanished(name, host, refused);
    return list;
  };
  return pages(
    {
      question: (first, place) => ({
        text: pageText(parts.now()),
        variables: { id, first, after: place },
      }),
      read: (answer) =>
        parts.refused(answer.refused)
          ? 'again'
          : present(readPage(answer.data, host).node?.pullRequests, answer),
      size,
      after,
      next: {
        question: (place) => ({ text: NEXT_TEXT, variables: { id, after: place } }),
        read: (answer) => present(readNext(answer.data, host).node?.pullRequests, answer),
      },
    },
    asker,
  );
}

/** Throws SourceError `repository-lost` when GitHub no longer shows the repository. */
export async function assertThere({ nodeId: id, name }: Of, { asker, host }: Run): Promise<void> {
  const { data, refused } = await asker.ask({ text: NEXT_TEXT, variables: { id, after: null } });
  if (readNext(data, host).node === null) throw vanished(name, host, refused);
}

/** `found` is null for one that is gone; without `found` GitHub fails on this one. */
export type Fetched = { target: Target; found?: GithubPullRequest | null };

/** Pull requests by their ids; `whole`: with as much of each list as GitHub gives at once. */
export async function* pullRequestsByIds(
  targets: readonly Target[],
  { whole, size, tries }: { whole: boolean; size: PageSize; tries?: number },
  { asker, host, parts }: Run,
): AsyncGenerator<Fetched[], void> {
  let left = targets;
  while (left.length > 0) {
    const question = (some: readonly Target[]) => ({
      text: byIdsText(parts.now(), whole),
      variables: { ids: some.map(({ id }) => id) },
    });
    for await (const { items, answer } of chunks(left, size, question, asker, tries)) {
      // A part that the token may not see is left out from now on, and these are asked for once more.
      if (answer !== null && parts.refused(answer.refused)) break;
      left = left.slice(items.length);
      const found = answer === null ? null : readNodes(answer.data, host).nodes;
      yield items.map((target, n) => (found === null ? { target } : { target, found: found[n] ?? null }));
    }
  }
}
