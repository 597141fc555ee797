import type { GitIdentity } from '../model/commit.ts';

/**
 * Coding agents, whose pull requests stay in the measures. Asked before automation, since most of them are `[bot]` accounts.
 * The login is the account's name without `[bot]`; a mailbox is taken whole, for the vendors' domains belong to people too.
 */
const AGENT_LOGINS = new Set(
  `amazon-q-developer augmentcode bolt-new-by-stackblitz chatgpt-codex-connector claude cline codex coderabbitai continue
  copilot copilot-swe-agent cursor cursoragent depthfirst-app devin-ai-integration ellipsis-dev factory-droid gemini-cli
  gemini-code-assist google-labs-jules gpt-engineer-app graphite-app greptile-apps jetbrains-junie kiloconnect kiro-agent
  lovable-dev openai-codex opencode-agent seer-by-sentry sentry-autofix sentry-junior sourcery-ai sweep-ai v0`
    .split(/\s+/)
    .filter((login) => login !== ''),
);
const AGENT_MAILBOXES =
  /^(?:(?:noreply|claude|claude-code)@anthropic\.com|(?:noreply|codex)@openai\.com|(?:cursoragent|cursor-agent|noreply|composer)@cursor\.(?:com|sh)|copilot@github\.com|openhands@all-hands\.dev|noreply@opencode\.ai|crush@charm\.land|codesmith-bot@users\.noreply\.github\.com)$/;

/** Programs that keep dependencies, releases, translations and files up to date, by their login or their name. */
const AUTOMATION = new Set(
  `allcontributors autofix-ci azure-pipelines bors buildkite changeset-bot changesets codecov codecov-io crowdin-bot dependabot
  dependabot-preview depfu doc-sync-bot doks-bot fossabot gemini-cli-robot github-actions github-advanced-security
  github-merge-queue gitlab-bot gitlab-dependency-bot gitstream-cm google-github-actions-bot goreleaserbot greenkeeper
  greenkeeperio-bot imgbot jenkins k8s-ci-robot k8s-release-robot lerna-bot mergify openshift-merge-robot
  openshift-merge-bot prombot pre-commit-ci project-bot pyup-bot pyup.io-bot release-bot release-please release-plz
  renovate renovate-bot requires-io restyled rust-bors scala-steward semantic-release-bot snyk-bot sonarcloud stale
  svc-snyk-github transifex-integration travis-ci weblate whitesource-bolt-for-github`
    .split(/\s+/)
    .filter((login) => login !== ''),
);

/** Addresses that only programs write with. */
const AUTOMATION_MAILBOXES = new Set([
  'action@github.com',
  'actions@github.com',
  'bot@renovateapp.com',
  'bot@stepsize.com',
  'dependabot-preview@users.noreply.github.com',
  'greenkeeper@users.noreply.github.com',
  'hosted@weblate.org',
  'jenkins@localhost',
  'pre-commit-ci@users.noreply.github.com',
  'project_bot@noreply.gitlab.com',
  'release-bot@users.noreply.github.com',
  'renovate@whitesourcesoftware.com',
  'semantic-release-bot@martynus.net',
  'snyk-bot@snyk.io',
  'support@dependabot.com',
  'support@greenkeeper.io',
]);

/** Whether a program that is no coding agent wrote as this identity; its pull requests are counted beside the measures. */
export function isAutomation(identity: GitIdentity): boolean {
  const email = identity.email.trim().toLowerCase();
  const name = identity.name.trim().toLowerCase();
  const account = /^(?:\d{1,12}\+)?([^@\s]{1,100})@users\.noreply\.github\.com$/.exec(email)?.[1] ?? '';
  const names = [name, account, email.slice(0, Math.max(0, email.indexOf('@')))];
  const bots = names.filter((text) => text.endsWith('[bot]')).map((text) => text.slice(0, -5));
  if (bots.some((login) => AGENT_LOGINS.has(login)) || AGENT_MAILBOXES.test(email)) return false;
  if (AGENT_LOGINS.has(account)) return false;
  if (bots.length > 0 || AUTOMATION_MAILBOXES.has(email)) return true;
  return AUTOMATION.has(account) || AUTOMATION.has(name.replaceAll(' ', '-'));
}
