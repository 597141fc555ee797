import type { Account } from '../model/account.ts';
import { AI_APPS } from '../model/ai-apps.ts';
import { AI_BRANCHES, JULES_BRANCH } from '../model/ai-branches.ts';
import { AGENT_MAILBOXES } from '../model/ai-mailboxes.ts';
import type { GitIdentity } from '../model/commit.ts';
import { signsOf } from './identity.ts';
import { isApp, plainLogin } from './login.ts';

/** GitHub's own agent acts under it in some of its interfaces, without being called an app. */
const COPILOT = 'copilot';

/**
 * Coding agents, whose pull requests stay in the measures. Asked before automation, since most of them are `[bot]` accounts.
 * The login is the app's name without `[bot]`.
 */
export const AGENT_APPS: ReadonlySet<string> = new Set([COPILOT, ...AI_APPS.map(({ login }) => login)]);

/** Those of them that are known without being called an app. The others are people's names and logins too: Claude, Devin, Cline. */
export const AGENT_LOGINS: ReadonlySet<string> = new Set([
  COPILOT,
  ...AI_APPS.flatMap(({ login, alone }) => (alone ? [login] : [])),
]);

/** Whether a coding agent acts as this account. */
export function isAgentAccount(account: Account): boolean {
  return (isApp(account) ? AGENT_APPS : AGENT_LOGINS).has(plainLogin(account.login));
}

/** Whether a coding agent wrote as this identity. */
export function isAgentIdentity(identity: GitIdentity): boolean {
  const { apps, account, email } = signsOf(identity);
  return apps.some((app) => AGENT_APPS.has(app)) || AGENT_LOGINS.has(account) || AGENT_MAILBOXES.has(email);
}

/** Strong, not certain: people push to such branches as well. */
export function isAgentBranch(branch: string): boolean {
  const lower = branch.toLowerCase();
  return AI_BRANCHES.some(([, , prefix]) => lower.startsWith(`${prefix}/`)) || JULES_BRANCH.test(branch);
}
