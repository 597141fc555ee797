import { HOUR, type Instant, MINUTE } from '../../model/instant.ts';

/** A search is eventually consistent, so each begins so long before the end of the last one. */
const OVERLAP = HOUR;

/** What a search is for; ids are Jira's own, which no renaming changes. */
export type Sought = {
  projects: readonly string[];
  /** Only what changed since then, by Jira's clock; null: everything. */
  since: Instant | null;
  /** The last issue of what was read before, within one project; null: from the first. */
  after: string | null;
};

/** Minutes to go back instead of a date, which would be taken in the time zone of the token's account. */
export function jqlOf({ projects, since, after }: Sought, now: Instant): string {
  const [only] = projects;
  const parts = [
    projects.length === 1 ? `project = ${only}` : `project in (${projects.join(', ')})`,
    since === null ? [] : `updated >= -${Math.ceil((now - since + OVERLAP) / MINUTE)}m`,
    after === null ? [] : `id > ${after}`,
  ];
  return `${parts.flat().join(' AND ')} ORDER BY id ASC`;
}
