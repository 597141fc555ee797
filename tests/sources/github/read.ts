import type { Progress, ReadingStep, Usage } from '../../../server/model/rows.ts';
import { httpFetch } from '../../../server/net/http.ts';
import type { GithubSourceConfig } from '../../../server/sources/github/config.ts';
import { type GithubOutside, openGithub } from '../../../server/sources/github/reading.ts';
import type { FakeGithub } from '../../support/github/fake-github.ts';
import { KeptRows } from './kept-rows.ts';

/** Waits are over at once, and kept; `after` is told of each before it is. */
export function outsideOf(
  fake: FakeGithub,
  over: Partial<GithubOutside> & { waited?: number[] } = {},
): GithubOutside {
  const { waited, ...others } = over;
  return {
    apiUrl: fake.url,
    auth: { token: 'good-token' },
    fetch: httpFetch,
    now: fake.now,
    wait: async (ms, signal) => {
      waited?.push(ms);
      signal.throwIfAborted();
    },
    ...others,
  };
}

export type ReadOptions = {
  rows?: KeptRows;
  outside?: Partial<GithubOutside> & { waited?: number[] };
  signal?: AbortSignal;
  progress?: (progress: Progress) => void;
  /** Leaves off after so many steps of walks, as a process does that is killed. */
  steps?: number;
};

export type Read = { rows: KeptRows; usage: Usage; failures: Error[]; ended: Error | null };

/** A whole run as the ingest does it; what fails in one repository or ends the source is kept, not thrown. */
export async function read(
  fake: FakeGithub,
  config: GithubSourceConfig = { owner: 'acme' },
  {
    rows = new KeptRows(),
    outside = {},
    signal = new AbortController().signal,
    progress = () => {},
    ...options
  }: ReadOptions = {},
): Promise<Read> {
  const failures: Error[] = [];
  let left = options.steps ?? Number.POSITIVE_INFINITY;
  const reading = await openGithub(config, outsideOf(fake, outside), rows, progress, signal);
  const take = async (step: ReadingStep): Promise<void> => {
    if (!('walk' in step)) {
      rows.take(step);
      return;
    }
    for await (const row of step.walk.steps) {
      if (left <= 0) return;
      left -= 1;
      rows.write(step.walk.repository, row);
    }
  };
  let ended: Error | null = null;
  try {
    for await (const step of reading.steps) {
      await take(step).catch((error: unknown) => failures.push(asError(error)));
      if (left <= 0) break;
    }
  } catch (error) {
    ended = asError(error);
  }
  return { rows, usage: reading.usage(), failures, ended };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
