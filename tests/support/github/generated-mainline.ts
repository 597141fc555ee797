import { type Chance, instant, MINUTE } from './chance.ts';
import { type FakeCommit, oidOf } from './commit.ts';
import type { FakePullRequest } from './pull-request.ts';
import type { FakeRepository } from './repository.ts';

/** A commit that a branch pointed at, and since when. */
export type Tip = { oid: string; at: number };

/** What `main` and `release/1.0` pointed at, one after another. */
export type Mainline = { main: Tip[]; release: Tip[] };

/**
 * The history of `main` and of `release/1.0`: every merged pull request lands by a squash, a merge or a rebase, in the order of
 * the merges, and now and then somebody pushes directly. Fills in the graph, the merge commits and the default branch.
 */
export function growMainline(repository: FakeRepository, chance: Chance, begun: number): Mainline {
  const { graph, owner, name } = repository;
  const add = (oid: string, at: number, parents: string[]): string => {
    graph[oid] = { parents, committedDate: instant(at) };
    return oid;
  };
  const root = { oid: add(oidOf(owner, name, 'first'), begun, []), at: begun };
  const main: Tip[] = [root];
  const release: Tip[] = [];
  const merged = repository.pullRequests
    .filter(({ mergedAt }) => mergedAt !== null)
    .sort((a, b) => Date.parse(a.mergedAt ?? '') - Date.parse(b.mergedAt ?? '') || a.number - b.number);
  for (const pullRequest of merged) {
    const at = Date.parse(pullRequest.mergedAt ?? '');
    const onMain = pullRequest.baseRefName === 'main';
    const branch = onMain ? main : release;
    const tip = branch.at(-1)?.oid ?? root.oid;
    const landed = land(pullRequest, repository, chance, (oid, parents) => add(oid, at, parents), tip);
    pullRequest.mergeCommit = landed;
    branch.push({ oid: landed.oid, at });
    const pushed = at + MINUTE;
    if (onMain && chance.happens(0.03))
      main.push({
        oid: add(oidOf(owner, name, 'push', pullRequest.number), pushed, [landed.oid]),
        at: pushed,
      });
  }
  repository.defaultBranch = { name: 'main', oid: main.at(-1)?.oid ?? root.oid };
  return { main, release };
}

function land(
  pullRequest: FakePullRequest,
  { owner }: FakeRepository,
  chance: Chance,
  add: (oid: string, parents: string[]) => string,
  tip: string,
): FakeCommit {
  const { number, title, commits, headRefName, mergedAt, mergedBy } = pullRequest;
  const how = chance.one(['squash', 'squash', 'squash', 'merge', 'rebase'] as const);
  const committedDate = mergedAt ?? '';
  const own = commits.at(-1);
  const login = mergedBy?.login ?? 'ada';
  const author = own?.author ?? { name: login, email: `${login}@example.com`, login };
  const base = { author, committer: { name: 'GitHub', email: 'noreply@example.com' }, checks: null };
  if (how === 'squash') {
    const trailers = commits.flatMap(({ message }) => message.match(/^Co-authored-by: .*$/gm) ?? []);
    const message = [`${title} (#${number})`, ...new Set(trailers)].join('\n\n');
    const oid = add(oidOf(tip, number), [tip]);
    return { ...base, oid, message, authoredDate: committedDate, committedDate };
  }
  if (how === 'merge') {
    let head = tip;
    for (const { oid } of commits) head = add(oid, [head]);
    const message = `Merge pull request #${number} from ${owner}/${headRefName}\n\n${title}`;
    const oid = add(oidOf(tip, number), [tip, head]);
    return { ...base, oid, message, authoredDate: committedDate, committedDate };
  }
  let last = tip;
  for (const { oid } of commits) last = add(oidOf(tip, oid), [last]);
  return {
    ...base,
    oid: last,
    message: own?.message ?? title,
    authoredDate: own?.authoredDate ?? committedDate,
    committedDate,
  };
}
