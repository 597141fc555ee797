import type { ReviewerRule } from '../rule.ts';

type Row = readonly [signal: string, tool: string, logins: readonly string[], only?: 'app'];

/**
 * Programs that review, by their login without `[bot]`. Whatever they do beside it is told by commits; a review is never
 * authorship. `app`: it is also a person's login, so that the forge has to say that it is an app.
 */
const REVIEWERS: readonly Row[] = [
  ['reviewer-copilot', 'github-copilot', ['copilot-pull-request-reviewer', 'copilot-swe-agent']],
  ['reviewer-copilot-plain', 'github-copilot', ['copilot']],
  ['reviewer-coderabbit', 'coderabbit', ['coderabbitai']],
  ['reviewer-greptile', 'greptile', ['greptile-apps']],
  ['reviewer-codex', 'openai-codex', ['chatgpt-codex-connector']],
  ['reviewer-cursor', 'cursor', ['cursor'], 'app'],
  ['reviewer-claude', 'claude-code', ['claude', 'anthropic-code-agent'], 'app'],
  ['reviewer-devin', 'devin', ['devin-ai-integration']],
  ['reviewer-gemini', 'gemini-code-assist', ['gemini-code-assist']],
  ['reviewer-gemini-cli', 'gemini-cli', ['gemini-cli'], 'app'],
  ['reviewer-jules', 'google-jules', ['google-labs-jules']],
  ['reviewer-ellipsis', 'ellipsis', ['ellipsis-dev']],
  ['reviewer-qodo', 'qodo', ['qodo-merge-pro', 'qodo-merge', 'qodo-code-review', 'codiumai-pr-agent']],
  ['reviewer-graphite', 'graphite', ['graphite-app']],
  ['reviewer-sourcery', 'sourcery', ['sourcery-ai']],
  ['reviewer-amazonq', 'amazon-q', ['amazon-q-developer']],
  ['reviewer-depthfirst', 'depthfirst', ['depthfirst-app']],
  ['reviewer-baz', 'baz', ['baz-reviewer']],
  ['reviewer-cubic', 'cubic', ['cubic-dev-ai']],
  ['reviewer-korbit', 'korbit', ['korbit-ai']],
  ['reviewer-bito', 'bito', ['bito-code-review']],
  ['reviewer-seer', 'sentry-seer', ['seer-by-sentry']],
  ['reviewer-kilo', 'kilo-code', ['kiloconnect']],
  ['reviewer-windsurf', 'windsurf', ['windsurf-bot']],
];

export const REVIEWER_RULES: readonly ReviewerRule[] = REVIEWERS.map(([signal, tool, logins, app]) => ({
  at: 'reviewer',
  signal,
  tool,
  strength: 'certain',
  logins,
  app: app !== undefined,
  source: 'read in public history',
  shows: logins.map((login) => `${login}[bot]`),
  unlike: [...logins.map((login) => `${login}-fan`), ...(app === undefined ? [] : [...logins])],
}));
