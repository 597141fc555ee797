import Database from 'better-sqlite3';
import { ingest } from '../../../server/ingest/ingest.ts';
import type { Asked } from '../../../server/ingest/sources.ts';
import type { Summary } from '../../../server/ingest/summary.ts';
import type { Instant } from '../../../server/model/instant.ts';
import { httpFetch } from '../../../server/net/http.ts';
import type { Store } from '../../../server/store/open.ts';
import { testWorld } from '../world.ts';
import { COPILOT_TOKEN } from './copilot.ts';

export const NOON = Date.UTC(2026, 10, 20, 12);

/** The program's own ingest of a fake vendor into a real store; waits are over at once, and noted. */
export function readUsage(
  store: Store,
  asked: Asked,
  url: string,
  {
    now = NOON,
    waited = [],
    secrets,
  }: { now?: Instant | (() => Instant); waited?: number[]; secrets?: Record<string, string> } = {},
): Promise<Summary> {
  const known = secrets ?? {
    COPILOT_TOKEN,
    ANTHROPIC_ADMIN_KEY: 'sk-ant-admin-good',
    CURSOR_API_KEY: 'key_good',
  };
  const world = testWorld({
    now: typeof now === 'number' ? () => now : now,
    env: { GITHUB_API_URL: url, ANTHROPIC_API_URL: url, CURSOR_API_URL: url },
    secret: (name) => Object.entries(known).find(([given]) => given === name)?.[1] ?? null,
    fetch: httpFetch,
    wait: async (ms, given) => {
      waited.push(ms);
      given.throwIfAborted();
    },
  });
  return ingest([asked], store, world, () => {}, new AbortController().signal);
}

type DayRow = { day: string; tool: string; identity: string; active: number; acceptedLines: number | null };
type SeatRow = { tool: string; identity: string; since: Instant; until: Instant | null };

/** What is stored of days and seats, as short lines in order. */
export function told({ file }: Store): string[] {
  const db = new Database(file, { readonly: true });
  const days = db
    .prepare<[], DayRow>(
      'SELECT day, tool, identity, active, accepted_lines AS acceptedLines FROM tool_day ORDER BY day, tool, identity',
    )
    .all();
  const seats = db
    .prepare<[], SeatRow>('SELECT tool, identity, since, until FROM seat ORDER BY since, identity')
    .all();
  db.close();
  return [
    ...days.map(({ day, tool, identity, active, acceptedLines }) =>
      [day, tool, named(identity), active === 1 ? 'active' : 'idle', acceptedLines ?? '-'].join(' '),
    ),
    ...seats.map(
      ({ tool, identity, since, until }) =>
        `seat ${tool} ${named(identity)} ${dayOf(since)} to ${until === null ? 'now' : dayOf(until)}`,
    ),
  ];
}

/** Without the port of the fake, which is another one each time. */
function named(identity: string): string {
  return identity.replace(/127\.0\.0\.1:\d+/, 'forge');
}

function dayOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}
