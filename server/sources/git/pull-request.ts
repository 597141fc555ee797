import { MINUTE } from '../../model/instant.ts';
import type { MainlineCommit, PullRequest } from '../../model/pull-request.ts';
import type { Repository } from '../../model/repository.ts';
import type { Node } from './graph.ts';
import type { Landing } from './landing.ts';
import type { Step } from './mainline.ts';
import { branchNamesOf } from './recognise.ts';
import type { Remote } from './remote.ts';

/** The pull request as a clone can tell it: `own` are its commits, null when they are not known. */
export function pullRequestOf(
  repository: Repository,
  remote: Remote | null,
  landing: Landing,
  own: readonly Node[] | null,
): PullRequest {
  const last = landing.steps.at(-1) ?? landing.steps[0];
  return {
    id: pullRequestId(repository.id, landing.number),
    repositoryId: repository.id,
    number: landing.number,
    title: landing.title,
    body: landing.body,
    state: 'merged',
    landing: landing.kind,
    baseBranch: repository.defaultBranch,
    headBranch: landing.headBranch,
    fromFork: isFromFork(landing, repository.defaultBranch, remote),
    author: authorOf(landing, own),
    openedAt: null,
    mergedAt: last.node.committedAt,
    closedAt: last.node.committedAt,
    mergeSha: last.node.sha,
    landedShas: landing.steps.map((step) => step.node.sha),
    ownShas: own?.map((node) => node.sha) ?? null,
    forge: null,
  };
}

export function pullRequestId(repositoryId: string, number: number): string {
  return `${repositoryId}#${number}`;
}

/**
 * A forge writes a squash commit with the moment of merging as its author date, which tells nothing of the work. If the author
 * date is older by more than a minute, an original commit was rebased or cherry-picked, and its date is the work's.
 */
export function keepsItsAuthorDate(node: Node): boolean {
  return node.committedAt - node.authoredAt > MINUTE;
}

/** What brought each step, in the mainline's order. */
export function mainlineRows(
  repositoryId: string,
  steps: readonly Step[],
  landings: readonly Landing[],
): MainlineCommit[] {
  const numbers = new Map(
    landings.flatMap(({ number, steps: landed }) => landed.map((step) => [step.node.sha, number])),
  );
  return steps.map(({ node, position }) => {
    const number = numbers.get(node.sha);
    const alone = node.parents.length > 1 ? 'branch-merge' : 'direct-push';
    return {
      repositoryId,
      position,
      sha: node.sha,
      landedBy: number === undefined ? alone : 'pull-request',
      pullRequestId: number === undefined ? null : pullRequestId(repositoryId, number),
    };
  });
}

/** No branch is merged into itself by a pull request, so one of the same name stood in a fork. */
function isFromFork(
  { headBranch, headOwner }: Landing,
  defaultBranch: string,
  remote: Remote | null,
): boolean | null {
  if (headOwner !== null && remote !== null) {
    return headOwner.toLowerCase() !== remote.path.split('/')[0]?.toLowerCase();
  }
  return headBranch !== null && branchNamesOf(defaultBranch).includes(headBranch) ? true : null;
}

/** Who began the work. The author of a merge commit is whoever merged, so without own commits nobody is known. */
function authorOf(landing: Landing, own: readonly Node[] | null): PullRequest['author'] {
  const [first, ...others] = own ?? [];
  if (first !== undefined)
    return others.reduce((early, node) => (node.authoredAt < early.authoredAt ? node : early), first).author;
  return landing.kind === 'merge' ? null : landing.steps[0].node.author;
}
