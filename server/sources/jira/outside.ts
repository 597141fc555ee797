import type { Instant } from '../../model/instant.ts';

/** An account's token (Cloud), or a token alone (Data Center). */
export type JiraAuth = { email: string; token: string } | { bearer: string };

/** The world as this source needs it. */
export type JiraOutside = {
  /** `https://acme.atlassian.net`, `https://jira.example.com/jira`, or `https://api.atlassian.com/ex/jira/ID` for a token with scopes. */
  url: string;
  auth: JiraAuth;
  fetch: typeof fetch;
  now: () => Instant;
  /** Rejects with the signal's reason when that is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};
