/** Where a page goes on, held by the client in a form that says nothing to it. */
export class PageTokens {
  readonly #now: () => number;
  #count = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Never the same twice. `of` is what the token may be used with again: the same query, the same issues. */
  issue(of: string, place: unknown): string {
    this.#count += 1;
    return Buffer.from(JSON.stringify([this.#count, of, place, this.#now()])).toString('base64url');
  }

  /** The place; undefined: no such token, or one for something else, or one that is older than `life` milliseconds. */
  read(token: string, of: string, life: number): unknown {
    try {
      const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
      if (!Array.isArray(parts) || parts[1] !== of) return undefined;
      const [, , place, since]: unknown[] = parts;
      return typeof since === 'number' && this.#now() - since <= life ? place : undefined;
    } catch {
      return undefined;
    }
  }
}
