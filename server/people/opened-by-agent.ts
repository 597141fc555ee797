import type { Account } from '../model/account.ts';
import type { GitIdentity } from '../model/commit.ts';
import { isAgentAccount, isAgentBranch, isAgentIdentity } from './agents.ts';
import { isAutomation, isAutomationAccount } from './automation.ts';

export type Opening = {
  /** Null: the account was deleted. */
  account: Account | null;
  headBranch: string | null;
  /** Its own, first to last; null: not known. */
  commits: readonly { author: GitIdentity; message: string }[] | null;
};

/**
 * Whether a coding agent opened a pull request: as itself, or under the account of the automation that it runs in (an agent
 * in a workflow opens and commits as `github-actions`), where its branch or the first commit gives it away. Later commits
 * tell nothing of who opened it: agents are also sent to repair what a dependency bot began. What a person opened is the
 * person's, whoever wrote it.
 */
export function openedByAgent({ account, headBranch, commits }: Opening): boolean {
  if (account === null) return false;
  if (isAgentAccount(account)) return true;
  if (!isAutomationAccount(account)) return false;
  const first = commits?.[0];
  return (headBranch !== null && isAgentBranch(headBranch)) || (first !== undefined && isAgents(first));
}

function isAgents({ author, message }: { author: GitIdentity; message: string }): boolean {
  return isAgentIdentity(author) || (isAutomation(author) && coAuthors(message).some(isAgentIdentity));
}

function coAuthors(message: string): GitIdentity[] {
  return [
    ...message.matchAll(/^co-authored-by:[ \t]{0,4}([^<\n]{0,100})<([^<>\n]{1,200})>[ \t\r]{0,4}$/gim),
  ].map(([, name = '', email = '']) => ({ name: name.trim(), email }));
}
