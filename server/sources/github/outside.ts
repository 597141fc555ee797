import type { Instant } from '../../model/instant.ts';

export type GithubAuth = { token: string } | { appId: string; privateKey: string; installationId?: string };

/** The world as this source needs it. */
export type GithubOutside = {
  /** `https://api.github.com`, or `https://HOST/api/v3` of GitHub Enterprise Server. */
  apiUrl: string;
  auth: GithubAuth;
  fetch: typeof fetch;
  now: () => Instant;
  /** Rejects with the signal's reason when that is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** The host that ids and sentences name: `github.com`, or the server's with its port. */
export function hostOf(apiUrl: string): string {
  const { host } = new URL(apiUrl);
  return host === 'api.github.com' ? 'github.com' : host;
}
