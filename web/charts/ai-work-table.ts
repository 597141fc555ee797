import type { AiWork } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { number } from '../../server/words/number.ts';
import type { LinkedTable } from './linked-table.ts';
import type { AiPart } from './prepare-ai-work.ts';

/** One row a level, then one a tool; then AI-marked work beside the rest, in the words of the figure. */
export function aiWorkTable(
  { levels, tools, beside }: AiWork,
  hrefOf: (part: AiPart) => string,
): LinkedTable {
  const said = beside === null ? [] : [beside.naive, beside.within];
  return {
    columns: ['How AI took part', 'Merged pull requests', 'Share of all'],
    rows: [
      ...levels.map(({ name, count, share }) => [name, number(count), amount(share, 'share')]),
      ...tools.map(({ name, count, share }) => [`With ${name}`, number(count), amount(share, 'share')]),
      ...said.map((sentence) => [sentence, '', '']),
    ],
    links: [
      ...levels.map(({ level, count }) => (level === null || count === 0 ? null : hrefOf({ ai: level }))),
      ...tools.map(({ tool }) => (tool === null ? null : hrefOf({ tool }))),
      ...said.map(() => null),
    ],
  };
}
