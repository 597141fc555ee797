import type { PullRequestInput } from '../facts/pull-request-input.ts';
import type { PullRequest } from '../model/pull-request.ts';
import { ownerOf } from '../people/agent-owner.ts';
import { authorOf } from '../people/author.ts';
import { isAutomation, isAutomationAccount } from '../people/automation.ts';
import { isBackPort } from '../people/back-port.ts';
import { isLongLivedMerge } from '../people/long-lived-branch.ts';
import { openedByAgent } from '../people/opened-by-agent.ts';
import { reviewerOf } from '../people/reviewer.ts';

/** What the store knows of a pull request, before anybody has judged who its people are. */
export type StoredInput = Pick<PullRequestInput, 'pullRequest' | 'commits' | 'changes' | 'deployedAt'> & {
  defaultBranch: string;
};

/** What a fact is made of, and whether a program made the work by itself: then it is no person's. */
export type JudgedInput = PullRequestInput & { byProgram: boolean };

/** Adds who is who, and which branch is what, to the rows that a fact is made of. */
export function inputOf({
  pullRequest,
  commits,
  changes,
  deployedAt,
  defaultBranch,
}: StoredInput): JudgedInput {
  const { title, forge, headBranch, baseBranch, fromFork } = pullRequest;
  const account = forge?.account ?? null;
  const agent = openedByAgent({ account, headBranch, commits });
  const owner = ownerOf(pullRequest, agent, commits?.map(({ message }) => message) ?? []);
  const automation = !agent && openedByAutomation(pullRequest);
  const author = authorOf(pullRequest, { agent, automation, owner });
  const reviewer = (of: Parameters<typeof reviewerOf>[0]) => reviewerOf(of, { author: account, owner });
  return {
    pullRequest,
    author: author.identity,
    byProgram: author.program,
    commits,
    changes: changesOf(pullRequest, changes),
    automation,
    longLived: isLongLivedMerge({ baseBranch, headBranch, fromFork, defaultBranch }),
    backPort: isBackPort({ title, headBranch, baseBranch, labels: forge?.labels ?? [], defaultBranch }),
    agent,
    reviewers: forge?.reviews.map((review) => reviewer(review.account)) ?? [],
    commenters: forge?.comments?.map((comment) => reviewer(comment.account)) ?? [],
    deployedAt,
  };
}

/** By its account; in a clone, and where the account is gone, by who wrote it. */
function openedByAutomation({ forge, author }: PullRequest): boolean {
  if (forge?.account) return isAutomationAccount(forge.account);
  return author !== null && isAutomation(author);
}

/** The files that the forge names, else those of the commits that landed it; what landed nothing has none of these. */
function changesOf(
  { forge, landedShas }: PullRequest,
  landed: PullRequestInput['changes'],
): PullRequestInput['changes'] {
  return forge?.files ?? (landedShas.length === 0 ? null : landed);
}
