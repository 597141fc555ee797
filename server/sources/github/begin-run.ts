import type { Progress, StoredRows } from '../../model/rows.ts';
import { PATIENCE } from '../../net/patience.ts';
import { SourceError } from '../../net/source-error.ts';
import { appInstallation } from './app-installation.ts';
import { asker } from './asker.ts';
import { type GithubClient, githubClient } from './client.ts';
import type { GithubSourceConfig } from './config.ts';
import { type GithubOutside, hostOf } from './outside.ts';
import { pageSize, USUAL } from './page-size.ts';
import { takenParts } from './parts.ts';
import { askedParts } from './prices.ts';
import type { Run } from './run.ts';

/** Repositories read so far, of those to be read. */
export type Count = { done: number; of: number };

type Beginning = {
  stored: StoredRows;
  progress: (progress: Progress) => void;
  signal: AbortSignal;
  count: Count;
  /** How often the same is asked at most. */
  tries?: number;
};

const LONG_AT_ONCE = 10;

/** Everything that a run needs. Throws SourceError when there is nothing to read, or an App's credentials cannot be used. */
export async function beginRun(
  config: GithubSourceConfig,
  outside: GithubOutside,
  { stored, progress, signal, count, ...more }: Beginning,
): Promise<Run & { client: GithubClient }> {
  if (config.owner === undefined && (config.repositories ?? []).length === 0)
    throw new SourceError(
      'nothing-asked',
      'A github source names neither an owner nor repositories. Set "owner" to an organisation or a user, or "repositories" to a list of owner/name.',
    );
  const host = hostOf(outside.apiUrl);
  const leftOut: string[] = [];
  const client = githubClient(outside, await appInstallation(config, outside, signal));
  const ask = asker({
    ...{ client, outside, signal, ...more },
    place: { apiUrl: outside.apiUrl, host, app: 'appId' in outside.auth },
    minutes: config.patience ?? PATIENCE,
    maximumRequests: config.maximumRequests ?? Number.POSITIVE_INFINITY,
    soFar: () => `${count.done} of ${count.of} repositories done`,
  });
  return {
    ...{ client, asker: ask, host, config, stored, progress, leftOut },
    parts: takenParts(askedParts(config), (sentence) => leftOut.push(sentence)),
    sizes: { start: USUAL, together: pageSize(USUAL), whole: pageSize(LONG_AT_ONCE, LONG_AT_ONCE) },
  };
}
