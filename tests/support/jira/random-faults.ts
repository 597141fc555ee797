import { Chance } from '../github/chance.ts';
import type { Fault, FaultPlan, Heard } from './faults.ts';

export type RandomFaults = {
  /** Share of requests that go wrong. */
  rate?: number;
  /** Seconds that a rate limit asks to wait. */
  retryAfter?: number;
  /** Only these. */
  kinds?: readonly Fault['kind'][];
};

const mostInARow = 3;

/** Faults that spoil pages can only come with answers that have pages. */
const ofPages: ReadonlySet<Fault['kind']> = new Set([
  'repeated-token',
  'empty-page',
  'duplicates',
  'expired-token',
]);

/**
 * Faults that pass, drawn from a seed. The same request, whatever its page token and size, never meets more than three in a row,
 * so that a patient client gets through.
 */
export function randomFaults(
  seed: number,
  { rate = 0.1, retryAfter = 1, kinds }: RandomFaults = {},
): FaultPlan {
  const chance = new Chance(seed);
  const inARow = new Map<string, number>();
  const all: readonly Fault[] = [
    { kind: 'server-error', status: 500 },
    { kind: 'server-error', status: 502, body: 'html' },
    { kind: 'server-error', status: 503, retryAfter },
    { kind: 'server-error', status: 503, body: 'html' },
    { kind: 'server-error', status: 504, body: 'html' },
    { kind: 'rate-limit', retryAfter },
    { kind: 'rate-limit', retryAfter, reason: 'jira-burst-based' },
    { kind: 'rate-limit', retryAfter: null },
    { kind: 'cut' },
    { kind: 'reset' },
    { kind: 'truncated' },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'proxy-page' },
    { kind: 'login-redirect' },
    { kind: 'gone' },
    { kind: 'slow', ms: 5 },
    { kind: 'repeated-token' },
    { kind: 'empty-page' },
    { kind: 'duplicates' },
    { kind: 'expired-token' },
  ];
  const possible = all.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  return (request) => {
    const key = keyOf(request);
    const before = inARow.get(key) ?? 0;
    const fault = chance.happens(rate) ? chance.one(possible) : null;
    const spared = fault === null || before >= mostInARow || !canSpoil(fault, request);
    inARow.set(key, spared ? 0 : before + 1);
    return spared ? null : fault;
  };
}

/** Whether a page is asked for that another one led to, and this can happen to it. */
function canSpoil({ kind }: Fault, { call, body }: Heard): boolean {
  if (!ofPages.has(kind)) return true;
  const numbered = kind === 'duplicates' || kind === 'empty-page';
  if (call === 'POST search') return numbered && typeof body.startAt === 'number' && body.startAt > 0;
  return typeof body.nextPageToken === 'string';
}

/** What is asked for, without where and how much of it at once. */
function keyOf({ call, body }: Heard): string {
  const { nextPageToken: _where, maxResults: _size, startAt: _from, ...rest } = body;
  return `${call} ${JSON.stringify(rest)}`;
}
