import type { Account } from '../model/account.ts';
import type { GitIdentity } from '../model/commit.ts';
import { signsOf } from './identity.ts';
import { isApp, logins, plainLogin } from './login.ts';

/**
 * Coding agents, whose pull requests stay in the measures. Asked before automation, since most of them are `[bot]` accounts.
 * The login is the app's name without `[bot]`.
 */
export const AGENT_APPS = logins(
  `amazon-q-developer anthropic-code-agent augmentcode bolt-new-by-stackblitz chatgpt-codex-connector claude cline codex
  coderabbitai continue copilot copilot-swe-agent cursor cursoragent depthfirst-app devin-ai-integration ellipsis-dev
  factory-droid gemini-cli gemini-code-assist google-labs-jules gpt-engineer-app graphite-app greptile-apps jetbrains-junie
  kiloconnect kiro-agent lovable-dev openai-code-agent openai-codex opencode-agent openhands-agent seer-by-sentry
  sentry-autofix sentry-junior sourcery-ai sweep-ai v0`,
);

/** Those of them that are known without being called an app. The others are people's names and logins too: Claude, Devin, Cline. */
export const AGENT_LOGINS = logins(
  `anthropic-code-agent copilot copilot-swe-agent cursoragent devin-ai-integration google-labs-jules kiro-agent
  openai-code-agent openhands-agent`,
);

/** Taken whole, for the vendors' domains belong to people too. */
const AGENT_MAILBOXES =
  /^(?:(?:noreply|claude|claude-code)@anthropic\.com|242468646\+claude@users\.noreply\.github\.com|(?:noreply|codex)@openai\.com|(?:cursoragent|cursor-agent|noreply|composer)@cursor\.(?:com|sh)|copilot@github\.com|openhands@all-hands\.dev|noreply@opencode\.ai|crush@charm\.land|codesmith-bot@users\.noreply\.github\.com)$/;

/** Branches that agents work on; the last are those of Jules, which end in the number of its task. */
const AGENT_BRANCHES = /^(?:claude|codex|copilot|cursor|devin|openhands)\/|-\d{18,20}$/;

/** Whether a coding agent acts as this account. */
export function isAgentAccount(account: Account): boolean {
  return (isApp(account) ? AGENT_APPS : AGENT_LOGINS).has(plainLogin(account.login));
}

/** Whether a coding agent wrote as this identity. */
export function isAgentIdentity(identity: GitIdentity): boolean {
  const { apps, account, email } = signsOf(identity);
  return apps.some((app) => AGENT_APPS.has(app)) || AGENT_LOGINS.has(account) || AGENT_MAILBOXES.test(email);
}

/** Strong, not certain: people push to such branches as well. */
export function isAgentBranch(branch: string): boolean {
  return AGENT_BRANCHES.test(branch);
}
