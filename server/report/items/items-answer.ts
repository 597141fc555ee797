import type { ItemsAnswer, ItemsView } from '../../contract/items.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import { itemsIn } from './item.ts';
import type { ItemStore } from './item-store.ts';
import { type ItemsQuestion, resolveItemsQuestion } from './items-question.ts';
import { listFinding } from './list-finding.ts';
import { type Page, pageOf, type Row } from './page.ts';
import { selected } from './selected.ts';
import { sortKey } from './sort-key.ts';
import { titledOf } from './title-search.ts';

/**
 * One page of the items that a question selects. Throws QuestionError at once on what may not be asked; only titles and the
 * search in them are waited for.
 */
export function itemsAnswer(held: Held, store: ItemStore, view: ItemsView): Promise<ItemsAnswer> {
  const question = resolveItemsQuestion(held, view);
  return answer(held, store, question);
}

async function answer(held: Held, store: ItemStore, question: ItemsQuestion): Promise<ItemsAnswer> {
  const { asked, span, warnings } = question;
  const { generation } = held.snapshot;
  const cursor = question.cursor?.generation === generation ? question.cursor : null;
  const outdated = question.cursor !== null && cursor === null ? [OUTDATED] : [];
  const page = pageOf(held.snapshot, {
    passing: selected(held, question, await titledOf(held, store, asked.q)),
    keyOf: sortKey(question),
    newestFirst: asked.order === 'desc',
    running: span !== null && span.to === span.end ? span.to : null,
    limit: asked.limit,
    cursor,
  });
  const titles = await store.itemTitles(page.rows.map(({ chunk, row }) => idOf(held.snapshot, chunk, row)));
  const itemOf = itemsIn(held, question);
  return envelope(held, asked, question.repositories.dataUntil, [...outdated, ...warnings], {
    finding: listFinding(question, page),
    zone: held.snapshot.weeks.zone,
    count: page.count,
    running: page.running,
    before: page.before,
    items: page.rows.map(({ chunk, row }) => itemOf(chunk, row, titles)),
    ...cursors(held, asked, page),
  });
}

export const OUTDATED = {
  code: 'cursor-outdated',
  message: 'The data have changed since that page was shown, so the list begins again.',
};

function cursors(
  { snapshot }: Held,
  asked: ItemsQuestion['asked'],
  { rows, count, before }: Page,
): { next: string | null; previous: string | null } {
  const beside = (side: Cursor['side'], found: Row | undefined) => {
    if (found === undefined) return null;
    const id = idOf(snapshot, found.chunk, found.row);
    return writeCursor({ side, generation: snapshot.generation, key: found.key, id }, asked);
  };
  return {
    next: before + rows.length < count ? beside('after', rows.at(-1)) : null,
    previous: before > 0 ? beside('before', rows[0]) : null,
  };
}
