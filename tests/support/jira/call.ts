import type { Fault, Faults } from './faults.ts';
import type { Finder } from './found-issues.ts';
import type { PageTokens } from './page-token.ts';
import type { FakeSite } from './site.ts';

/** A request that has been understood so far that somebody can answer it. */
export type Call = {
  site: FakeSite;
  finder: Finder;
  tokens: PageTokens;
  faults: Faults;
  /** What is to go wrong with this very answer. */
  fault: Fault | null;
  anonymous: boolean;
  /** What the site's addresses begin with. */
  base: string;
  /** Parts of the path that the call leaves open, such as the project's key. */
  named: string[];
  search: URLSearchParams;
  /** Of a POST, what was sent; an empty object if it was no object. */
  body: Readonly<Record<string, unknown>>;
};

export function textIn(call: Call, name: string): string | undefined {
  const value = call.body[name] ?? call.search.get(name) ?? undefined;
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(call: Call, name: string): number | undefined {
  const value = call.body[name] ?? call.search.get(name) ?? undefined;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** A list in the body, or a text of parts between commas, or the same name several times in the address. */
export function listIn(call: Call, name: string): string[] | undefined {
  const value = call.body[name];
  if (Array.isArray(value)) return value.map(String);
  const texts = typeof value === 'string' ? [value] : call.search.getAll(name);
  return texts.length === 0 ? undefined : texts.flatMap((text) => text.split(','));
}
