import { DAY, HOUR, type Instant, MINUTE } from '../../model/instant.ts';

/** A search is eventually consistent, so each begins so long before the end of the last one. */
const OVERLAP = HOUR;

/** What a search is for; ids are Jira's own, which no renaming changes. */
export type Sought = {
  projects: readonly string[];
  /** Only what changed since then, by Jira's clock; null: everything. */
  since: Instant | null;
  /** Only what has not changed since then; left out: everything. */
  before?: Instant;
  /** The last issue of what was read before, within one project; null: from the first. */
  after: string | null;
};

/** Minutes to go back instead of a date, which would be taken in the time zone of the token's account. */
export function jqlOf({ projects, since, before, after }: Sought, now: Instant): string {
  const [only] = projects;
  const parts = [
    projects.length === 1 ? `project = ${only}` : `project in (${projects.join(', ')})`,
    since === null ? [] : `updated >= ${ago(now - since + OVERLAP, Math.ceil)}`,
    before === undefined ? [] : `updated <= ${ago(now - before - OVERLAP, Math.floor)}`,
    after === null ? [] : `id > ${after}`,
  ];
  return `${parts.flat().join(' AND ')} ORDER BY id ASC`;
}

/** So many minutes are the most that Jira reads as such. */
const MOST_MINUTES = 99_999;

/** A time before now, rounded away from what could be missed. */
function ago(ms: number, rounded: (value: number) => number): string {
  const minutes = Math.max(0, rounded(ms / MINUTE));
  return minutes > MOST_MINUTES ? `-${rounded(ms / DAY)}d` : `-${minutes}m`;
}
