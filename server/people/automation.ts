import type { Account } from '../model/account.ts';
import type { GitIdentity } from '../model/commit.ts';
import { isAgentAccount, isAgentIdentity } from './agents.ts';
import { signsOf } from './identity.ts';
import { isApp, logins, plainLogin } from './login.ts';

/** Programs that keep dependencies, releases, translations and files up to date, by their login or their name. */
export const AUTOMATION = logins(
  `allcontributors autofix-ci azure-pipelines bors buildkite changeset-bot changesets codecov codecov-io crowdin-bot dependabot
  dependabot-preview depfu doc-sync-bot doks-bot fossabot gemini-cli-robot github-actions github-advanced-security
  github-merge-queue gitlab-bot gitlab-dependency-bot gitstream-cm google-github-actions-bot goreleaserbot greenkeeper
  greenkeeperio-bot imgbot jenkins k8s-ci-robot k8s-release-robot lerna-bot mergify openshift-merge-robot
  openshift-merge-bot prombot pre-commit-ci project-bot pyup-bot pyup.io-bot release-bot release-please release-plz
  renovate renovate-bot requires-io restyled rust-bors scala-steward semantic-release-bot snyk-bot sonarcloud stale
  svc-snyk-github transifex-integration travis-ci weblate whitesource-bolt-for-github`,
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
  if (isAgentIdentity(identity)) return false;
  const { apps, account, name, email } = signsOf(identity);
  if (apps.length > 0 || AUTOMATION_MAILBOXES.has(email)) return true;
  return AUTOMATION.has(account) || AUTOMATION.has(name.replaceAll(' ', '-'));
}

/** Whether a program that is no coding agent acts as this account: any app that is no agent, and the known machine users. */
export function isAutomationAccount(account: Account): boolean {
  if (isAgentAccount(account)) return false;
  return isApp(account) || AUTOMATION.has(plainLogin(account.login));
}
