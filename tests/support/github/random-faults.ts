import { Chance } from './chance.ts';
import type { Fault, FaultPlan, Heard } from './faults.ts';

export type RandomFaults = {
  /** Share of requests that go wrong. */
  rate: number;
  /** Seconds that a secondary limit asks to wait. */
  retryAfter?: number;
  /** Only these. */
  kinds?: readonly Fault['kind'][];
};

const mostInARow = 3;

/**
 * Faults that pass, drawn from a seed. The same request, whatever its page size, never meets more than three in a row, so that
 * a patient client gets through.
 */
export function randomFaults(seed: number, { rate, retryAfter = 1, kinds }: RandomFaults): FaultPlan {
  const chance = new Chance(seed);
  const inARow = new Map<string, number>();
  const all: readonly Fault[] = [
    { kind: 'server-error', status: 502 },
    { kind: 'server-error', status: 502, body: 'json' },
    { kind: 'server-error', status: 504 },
    { kind: 'server-error', status: 503 },
    { kind: 'server-error', status: 500 },
    { kind: 'secondary-limit', status: 200, retryAfter },
    { kind: 'secondary-limit', status: 403, retryAfter },
    { kind: 'secondary-limit', status: 429, retryAfter },
    { kind: 'resource-limit', says: 'something-went-wrong' },
    { kind: 'resource-limit', says: 'limits-exceeded' },
    { kind: 'truncated' },
    { kind: 'cut' },
    { kind: 'reset' },
    { kind: 'garbage' },
    { kind: 'empty' },
    { kind: 'slow', ms: 5 },
  ];
  const possible = all.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  return (request) => {
    const key = keyOf(request);
    const before = inARow.get(key) ?? 0;
    const fault = chance.happens(rate) ? chance.one(possible) : null;
    const spared = fault === null || before >= mostInARow || (request.kind === 'rest' && spoilsData(fault));
    inARow.set(key, spared ? 0 : before + 1);
    return spared ? null : fault;
  };
}

function spoilsData({ kind }: Fault): boolean {
  return kind === 'truncated' || kind === 'resource-limit';
}

/** What is asked for, without how much of it at once. */
function keyOf({ operation, variables }: Heard): string {
  const texts = Object.entries(variables).filter(([, value]) => typeof value !== 'number');
  return `${operation} ${JSON.stringify(texts)}`;
}
