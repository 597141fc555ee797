import { commentsText, FULL_PAGE, type ListName, listsOf, listText } from './connections.ts';
import type { Target } from './cursor.ts';
import { type Longer, longer } from './longer.ts';
import { pageSize } from './page-size.ts';
import { GithubPullRequest, reader } from './payload.ts';
import { type Fetched, pullRequestsByIds } from './pull-requests.ts';
import type { Run } from './run.ts';

const readAgain = reader(GithubPullRequest);

/** Times that one pull request is asked for alone. */
const ALONE = 4;

/** Lists of which items are missing, be it that GitHub has cut them short or that they go on. */
export function shortLists(pullRequest: GithubPullRequest): ListName[] {
  return listsOf(pullRequest).filter((name) => {
    const list = pullRequest[name];
    return isShort(list ?? null) || (name === 'reviewThreads' && shortThreads(pullRequest).length > 0);
  });
}

/**
 * Pull requests with all that GitHub gives of them: as much of each list as there is at once, alone where even that was cut
 * short, then the rest of the long lists. What is short after that, stays so.
 */
export async function completed(targets: readonly Target[], run: Run): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
  for await (const some of pullRequestsByIds(targets, { whole: true, size: run.sizes.whole }, run))
    fetched.push(...some);
  for (const [at, one] of fetched.entries()) fetched[at] = await notCutShort(one, run);
  const found = await withLongLists(
    fetched.flatMap((one) => one.found ?? []),
    run,
  );
  const byId = new Map(found.map((one) => [one.id, one]));
  return fetched.map((one) => (one.found ? { ...one, found: byId.get(one.found.id) ?? one.found } : one));
}

/** Alone, as long as GitHub leaves out of its lists what it counts. */
async function notCutShort(fetched: Fetched, run: Run): Promise<Fetched> {
  let last = fetched;
  for (let tries = 0; tries < ALONE && last.found && wasCutShort(last.found, tries); tries++) {
    const alone = { whole: true, size: pageSize(1, 1) };
    for await (const [again] of pullRequestsByIds([last.target], alone, run)) if (again?.found) last = again;
  }
  return last;
}

type List = { totalCount: number; nodes: readonly unknown[] | null };

function isShort(list: List | null, most = Number.POSITIVE_INFINITY): boolean {
  return list === null || (list.nodes?.length ?? 0) < Math.min(list.totalCount, most);
}

function shortThreads(pullRequest: GithubPullRequest) {
  const threads = (pullRequest.reviewThreads?.nodes ?? []).filter((thread) => thread !== null);
  return threads.filter(({ comments }) => isShort(comments));
}

/** Issues in repositories that the token may not see are counted and never shown: once more is enough to know. */
function wasCutShort(pullRequest: GithubPullRequest, tries: number): boolean {
  const lists = listsOf(pullRequest).filter((name) => tries === 0 || name !== 'closingIssuesReferences');
  return lists.some((name) => isShort(pullRequest[name] ?? null, FULL_PAGE));
}

async function withLongLists(pullRequests: GithubPullRequest[], run: Run): Promise<GithubPullRequest[]> {
  const jobs = pullRequests.flatMap((one, at) =>
    longListsOf(one).map((name) => ({ at, name, list: one[name] })),
  );
  const rests = await longer(
    jobs.map(({ at, name, list }): Longer => {
      const text = (after: string) => listText(name, FULL_PAGE, after);
      return {
        id: pullRequests[at]?.id ?? '',
        type: 'PullRequest',
        text,
        after: list?.pageInfo.endCursor ?? null,
      };
    }),
    run,
  );
  const whole: Record<string, unknown>[] = pullRequests.map((one) => ({ ...one }));
  jobs.forEach(({ at, name, list }, n) => {
    Object.assign(whole[at] ?? {}, { [name]: { ...list, nodes: joined(list?.nodes ?? [], rests[n] ?? []) } });
  });
  return withLongThreads(
    whole.map((one) => readAgain(one, run.host)),
    run,
  );
}

function longListsOf(pullRequest: GithubPullRequest): ListName[] {
  return listsOf(pullRequest).filter((name) => {
    const list = pullRequest[name];
    return list?.pageInfo.hasNextPage === true && isShort(list);
  });
}

/** Comments of long threads, from their beginning. */
async function withLongThreads(pullRequests: GithubPullRequest[], run: Run): Promise<GithubPullRequest[]> {
  const threads = pullRequests.flatMap(shortThreads);
  const comments = await longer(
    threads.map(({ id }) => ({ id, type: 'PullRequestReviewThread', text: commentsText, after: null })),
    run,
  );
  const byThread = new Map(threads.map(({ id }, n) => [id, comments[n] ?? []]));
  if (byThread.size === 0) return pullRequests;
  return pullRequests.map((one) => {
    const nodes = one.reviewThreads?.nodes?.map((thread) => {
      const all = thread && byThread.get(thread.id);
      return all ? { ...thread, comments: { ...thread.comments, nodes: all } } : thread;
    });
    return nodes ? readAgain({ ...one, reviewThreads: { ...one.reviewThreads, nodes } }, run.host) : one;
  });
}

/** Pages may overlap when something was added meanwhile. */
function joined(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  return [...new Map([...before, ...after].map((node) => [JSON.stringify(node), node])).values()];
}
