import { LISTS, type ListName } from './connections.ts';
import type { Gaps, Target } from './cursor.ts';

export const NO_GAPS: Gaps = { unread: [], incomplete: {} };

/** Numbers named in a sentence; the rest are counted. */
const NAMED = 5;

/** A pull request was read; `short` are the lists of which GitHub gave less than it counted. */
export function nowRead(gaps: Gaps, number: number, short: readonly ListName[]): Gaps {
  const incomplete: Record<string, number[]> = {};
  for (const name of new Set([...Object.keys(gaps.incomplete), ...short])) {
    const others = (gaps.incomplete[name] ?? []).filter((one) => one !== number);
    const numbers = short.some((one) => one === name) ? [...others, number] : others;
    if (numbers.length > 0) incomplete[name] = numbers;
  }
  return { unread: gaps.unread.filter((one) => one.number !== number), incomplete };
}

/** GitHub fails on a pull request. */
export function notRead(gaps: Gaps, target: Target): Gaps {
  return { ...gaps, unread: [...gaps.unread.filter(({ number }) => number !== target.number), target] };
}

/** What a reader must know of a repository, as sentences. */
export function limitsOf({ unread, incomplete }: Gaps): string[] {
  const sentences: string[] = [];
  if (unread.length > 0)
    sentences.push(`Left out: ${counted(unread.map(({ number }) => number))} on which GitHub fails.`);
  for (const [name, { called, most: limit }] of Object.entries(LISTS)) {
    const numbers = incomplete[name] ?? [];
    if (numbers.length === 0) continue;
    const most = limit === undefined ? '' : ` (it gives ${limit.toLocaleString('en-GB')} at most)`;
    sentences.push(
      `Some ${called} of ${counted(numbers)} are missing: GitHub gave less than it counted${most}.`,
    );
  }
  return sentences;
}

function counted(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const named = sorted.slice(0, NAMED).map((number) => `#${number}`);
  const rest = sorted.length - named.length;
  const noun = sorted.length === 1 ? 'pull request' : 'pull requests';
  return `${sorted.length} ${noun} (${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`;
}
