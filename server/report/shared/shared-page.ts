import type { Shared, SharedLink, SharedPages } from '../../contract/shared.ts';
import { isoInstant } from '../../model/instant.ts';
import type { ListedPage, SharedPage } from '../../model/shared-page.ts';
import { date, fullDateAndTime } from '../../words/date.ts';
import { withColumn } from '../csv-column.ts';
import type { Kept } from './kept.ts';

/** What is said of a shared page, and where it opens; days in the organisation's zone. */
export function sharedLink(shared: ListedPage, zone: string): Omit<SharedLink, 'isNew'> {
  const { id, page, question, dataUntil, sharedAt } = shared;
  const query = new URLSearchParams(question);
  query.append('asof', id);
  return {
    id,
    address: `${page}?${query}`,
    asOf: fullDateAndTime(dataUntil ?? sharedAt, zone),
    sharedOn: date(sharedAt, zone),
  };
}

/** What has been shared, for those who may take it back. */
export function listedPages(
  { pages, all }: { pages: readonly ListedPage[]; all: number },
  zone: string,
): Omit<SharedPages, 'mayEdit'> {
  return {
    pages: pages.map((one) => {
      const { page, question, title } = one;
      return { ...sharedLink(one, zone), page, question, title };
    }),
    more: all - pages.length,
  };
}

export function sharedAnswers(shared: SharedPage, { answers, files }: Kept, zone: string): Shared {
  const { page, question, version } = shared;
  return {
    ...sharedLink(shared, zone),
    page,
    question,
    version,
    answers: [...answers],
    files: files.map(({ path }) => path),
  };
}

/** A kept file, which says in every line what it is of; null: there is none of this call. */
export function sharedFile(shared: SharedPage, { files }: Kept, call: string): Kept['files'][number] | null {
  const file = files.find(({ path }) => path === call);
  if (file === undefined) return null;
  const dated = withColumn(file.text, 'shared_at', () => isoInstant(shared.sharedAt));
  return { ...file, text: withColumn(dated, 'asof', () => shared.id) };
}
