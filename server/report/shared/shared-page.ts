import type { Shared, SharedLink } from '../../contract/shared.ts';
import { isoInstant } from '../../model/instant.ts';
import type { SharedPage } from '../../model/shared-page.ts';
import { date, fullDateAndTime } from '../../words/date.ts';
import { withColumn } from '../csv-column.ts';
import type { Kept } from './kept.ts';

/** What is said of a shared page, and where it opens; days in the organisation's zone. */
export function sharedLink(shared: SharedPage, zone: string): Omit<SharedLink, 'isNew'> {
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
