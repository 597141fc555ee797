type AiReviewer = readonly [signal: string, tool: string, logins: readonly string[], only?: 'app'];

/**
 * Programs that review, by their login without `[bot]`. Whatever they do beside it is told by commits; a review is never
 * authorship. `app`: it is also a person's login, so that the forge has to say that it is an app.
 */
export const AI_REVIEWERS: readonly AiReviewer[] = [
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
