import type { AiWork } from '../../server/contract/index.ts';
import { amount } from '../../server/words/amount.ts';
import { number } from '../../server/words/number.ts';
import type { LinkedTable } from './linked-table.ts';
import type { AiPart } from './prepare-ai-work.ts';

/** One row a level, then one a tool. */
export function aiWorkTable({ levels, tools }: AiWork, hrefOf: (part: AiPart) => string): LinkedTable {
  return {
    columns: ['How AI took part', 'Merged pull requests', 'Share of all'],
    rows: [
      ...levels.map(({ name, count, share }) => [name, number(count), amount(share, 'share')]),
      ...tools.map(({ name, count, share }) => [`With ${name}`, number(count), amount(share, 'share')]),
    ],
    links: [
      ...levels.map(({ level, count }) => (level === null || count === 0 ? null : hrefOf({ ai: level }))),
      ...tools.map(({ tool }) => (tool === null ? null : hrefOf({ tool }))),
    ],
  };
}
