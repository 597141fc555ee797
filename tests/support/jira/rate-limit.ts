import { type Answer, json } from './answer.ts';
import type { LimitReason } from './faults.ts';
import type { Deployment } from './field.ts';

/** Cloud's and Data Center's limits: so many requests in so many seconds, then 429 until the time is over. */
export class RateLimit {
  /** Null: as many as anybody likes. */
  limit: number | null = null;
  seconds = 60;
  readonly #deployment: Deployment;
  readonly #now: () => number;
  #used = 0;
  #endsAt = 0;

  constructor(deployment: Deployment, now: () => number) {
    this.#deployment = deployment;
    this.#now = now;
  }

  /** The refusal; null: go on. */
  spend(): Answer | null {
    const now = this.#now();
    if (now >= this.#endsAt) {
      this.#used = 0;
      this.#endsAt = now + this.seconds * 1000;
    }
    if (this.limit === null || this.#used < this.limit) {
      this.#used += 1;
      return null;
    }
    return limitAnswer(this.#deployment, Math.ceil((this.#endsAt - now) / 1000), 'jira-burst-based', now);
  }

  headers(): Record<string, string> {
    if (this.limit === null) return {};
    const left = Math.max(0, this.limit - this.#used);
    if (this.#deployment === 'Server')
      return { 'x-ratelimit-limit': `${this.limit}`, 'x-ratelimit-remaining': `${left}`, ...interval };
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(left),
      ...(left * 5 < this.limit ? { 'x-ratelimit-nearlimit': 'true' } : {}),
    };
  }
}

const interval = { 'x-ratelimit-interval-seconds': '60', 'x-ratelimit-fillrate': '10' };

/** 429; `retryAfter` in seconds, null: it does not say. */
export function limitAnswer(
  deployment: Deployment,
  retryAfter: number | null,
  reason: LimitReason,
  now: number,
): Answer {
  const wait: Record<string, string> = retryAfter === null ? {} : { 'retry-after': String(retryAfter) };
  if (deployment === 'Server')
    return json(
      429,
      { message: 'Rate limit exceeded.' },
      { ...wait, 'x-ratelimit-remaining': '0', ...interval },
    );
  const reset = new Date(now + (retryAfter ?? 60) * 1000).toISOString().replace(/:\d\d\.\d+Z/, 'Z');
  const about = { 'ratelimit-reason': reason, 'x-ratelimit-reset': reset, 'x-ratelimit-remaining': '0' };
  return json(429, { errorMessages: ['Rate limit exceeded.'], errors: {} }, { ...wait, ...about });
}
