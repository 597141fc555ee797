/** One of GitHub's hourly budgets: points of GraphQL or requests of REST. */
export class RateLimit {
  limit: number;
  used = 0;
  readonly resource: 'graphql' | 'core';
  readonly #now: () => number;
  #resetAt = 0;

  constructor(resource: 'graphql' | 'core', now: () => number, limit = 5000) {
    this.resource = resource;
    this.#now = now;
    this.limit = limit;
  }

  get remaining(): number {
    this.#begin();
    return Math.max(0, this.limit - this.used);
  }

  /** Seconds since 1970. */
  get reset(): number {
    this.#begin();
    return Math.ceil(this.#resetAt / 1000);
  }

  /** False: too little is left, and nothing was taken. */
  spend(points: number): boolean {
    if (this.remaining < points) return false;
    this.used += points;
    return true;
  }

  /** Everything is used up until the hour ends. */
  exhaust(): void {
    this.#begin();
    this.used = this.limit;
  }

  /** A new hour begins now. */
  refill(): void {
    this.#resetAt = 0;
  }

  headers(): Record<string, string> {
    return {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.remaining),
      'x-ratelimit-used': String(this.used),
      'x-ratelimit-reset': String(this.reset),
      'x-ratelimit-resource': this.resource,
    };
  }

  #begin(): void {
    const now = this.#now();
    if (now < this.#resetAt) return;
    this.#resetAt = now + 3_600_000;
    this.used = 0;
  }
}
