import type { GithubSourceConfig } from './config.ts';
import { USUAL } from './page-size.ts';
import type { Part } from './pull-request-query.ts';
import { priceText } from './pull-request-query.ts';
import type { Run } from './run.ts';

/** Parts with a price, the cheapest first. */
const PRICED = [
  { part: 'checks', setting: 'checks' },
  { part: 'files', setting: 'files' },
  { part: 'reviewThreads', setting: 'comments' },
] as const satisfies { part: Part; setting: keyof NonNullable<GithubSourceConfig['ask']> }[];

/** A pull request with everything costs no more points than this; so a short walk needs no asking for prices. */
const AT_MOST = 1;

/** Parts that are asked for unless the price is too high. */
export function askedParts({ ask = {} }: GithubSourceConfig): Part[] {
  const wanted = PRICED.filter(({ setting }) => ask[setting] !== 'never').map(({ part }) => part);
  return ['closingIssuesReferences', ...wanted];
}

/**
 * Leaves out the parts that are too dear: the whole walk with them has to fit into half of the points that are left. Prices are
 * GitHub's own. `nodeId` is any repository to be read.
 */
export async function priceParts(expected: number, nodeId: string, run: Run): Promise<void> {
  const { asker, config, parts } = run;
  const left = asker.points()?.remaining;
  if (left === undefined || expected * AT_MOST <= left / 2) return;
  const open = PRICED.filter(({ setting }) => (config.ask?.[setting] ?? 'auto') === 'auto').map(
    ({ part }) => part,
  );
  const taken = new Set([...parts.now()].filter((part) => !open.some((one) => one === part)));
  const costOf = async (some: ReadonlySet<Part>): Promise<number> => {
    const { points } = await asker.ask({
      text: priceText(some),
      variables: { id: nodeId, first: USUAL },
      free: true,
    });
    return Math.ceil(expected / USUAL) * (points?.cost ?? 0);
  };
  if (open.length === 0 || (await costOf(parts.now())) <= left / 2) return;
  let cost = 0;
  for (const part of open) {
    const more = new Set([...taken, part]);
    cost = await costOf(more);
    if (cost <= left / 2) taken.add(part);
  }
  const out = open.filter((part) => !taken.has(part));
  const walk = `the ${expected.toLocaleString('en-GB')} pull requests to be read`;
  const points = Math.floor(left).toLocaleString('en-GB');
  parts.leaveOut(
    out,
    `With them, ${walk} would take more than half of the ${points} points that GitHub still gives this hour. Set ask to always to read them all the same.`,
  );
}
