import { ingest } from '../../../server/ingest/ingest.ts';
import type { Summary } from '../../../server/ingest/summary.ts';
import { httpFetch } from '../../../server/net/http.ts';
import type { JiraSourceConfig } from '../../../server/sources/jira/config.ts';
import type { Store } from '../../../server/store/open.ts';
import type { FakeJira } from '../../support/jira/fake.ts';
import { openTestStore } from '../../support/open-store.ts';
import { testWorld } from '../../support/world.ts';

/** A store that nobody holds, since every ingest takes the right to write itself. */
export async function freeStore(): Promise<Store> {
  const store = await openTestStore();
  await store.freeLease({ holder: 'test', host: 'here', pid: 1 });
  return store;
}

export type ReadOptions = {
  env?: Record<string, string>;
  waited?: number[];
  signal?: AbortSignal;
  fetch?: typeof fetch;
};

/** The program's own ingest of a fake into a real store; waits are over at once. */
export async function read(
  fake: FakeJira,
  store: Store,
  config: JiraSourceConfig = {},
  { env = {}, waited, signal = new AbortController().signal, fetch: send = httpFetch }: ReadOptions = {},
): Promise<Summary> {
  const secrets: Record<string, string> = {
    ...(fake.site.deployment === 'Cloud'
      ? { JIRA_EMAIL: 'reader@example.com', JIRA_TOKEN: 'good-token' }
      : { JIRA_BEARER: 'good-token' }),
    ...env,
  };
  const world = testWorld({
    now: () => fake.site.now(),
    env: { JIRA_URL: fake.url, ...env },
    secret: (name) => secrets[name] || null,
    fetch: send,
    wait: async (ms, given) => {
      waited?.push(ms);
      given.throwIfAborted();
    },
  });
  return ingest([{ source: 'jira', config }], store, world, () => {}, signal);
}
