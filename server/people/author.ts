import type { GitIdentity } from '../model/commit.ts';
import { hostOf, type Identity, loginIdentity } from '../model/identity.ts';
import type { PullRequest } from '../model/pull-request.ts';
import { isAgentIdentity } from './agents.ts';
import { isAutomation } from './automation.ts';
import { accountIdentity, emailIdentity } from './identity-key.ts';
import { plainLogin } from './login.ts';

/** Whose work something is. Null: nobody knows. A program's own identity is no person. */
export type Author = { identity: Identity | null; program: boolean };

export type Judged = {
  /** A coding agent opened it. */
  agent: boolean;
  /** Other automation did. */
  automation: boolean;
  /** Login of the person who asked an agent for it. */
  owner: string | null;
};

/** What an agent opened is the work of who asked for it; where nobody knows who that is, it is the agent's own. */
export function authorOf({ repositoryId, forge, author }: PullRequest, judged: Judged): Author {
  const host = hostOf(repositoryId);
  if (judged.owner !== null)
    return { identity: loginIdentity(host, plainLogin(judged.owner)), program: false };
  if (forge?.account) {
    return { identity: accountIdentity(host, forge.account), program: judged.agent || judged.automation };
  }
  return author === null ? { identity: null, program: false } : writerOf(author);
}

/** Who wrote a commit that no forge told of. */
export function writerOf(author: GitIdentity): Author {
  return { identity: emailIdentity(author.email), program: isAgentIdentity(author) || isAutomation(author) };
}
