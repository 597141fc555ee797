import { SourceError } from '../../net/source-error.ts';
import { jqlOf, type Sought } from './jql.ts';
import { IssuePage, type JiraIssue, reader } from './payload.ts';
import type { Run } from './run.ts';

const PAGE = 100;
/** How often a search is begun again whose place was lost. */
export const SEARCHES = 5;
const FIELDS = [
  ...['summary', 'project', 'issuetype', 'status', 'resolution', 'assignee', 'labels', 'parent'],
  ...['issuelinks', 'created', 'updated'],
];

const readPage = reader(IssuePage);

/** Issues by what is sought, in the order of their ids, a page at a time, none twice. Throws SourceError. */
export async function* searched(sought: Sought, run: Run): AsyncGenerator<JiraIssue[]> {
  const seen = new Set<string>();
  for await (const page of run.site.cloud ? byToken(sought, run) : byAnchor(sought, run)) {
    const fresh = page.filter(({ id }) => !seen.has(String(id)));
    for (const { id } of fresh) seen.add(String(id));
    if (fresh.length > 0) yield fresh;
  }
}

/**
 * Cloud pages by tokens. One that leads in a circle, or is no longer known, is left for a new search after the last issue, which
 * can be told within one project only.
 */
async function* byToken(sought: Sought, run: Run): AsyncGenerator<JiraIssue[]> {
  const tokens = new Set<string>();
  let from = sought;
  for (let searches = 0; searches < SEARCHES; searches += 1) {
    const jql = jqlOf(from, run.asker.date());
    let token: string | null = null;
    let last: string | null = null;
    for (;;) {
      const begins = { jql, ...(token === null ? {} : { nextPageToken: token }) };
      const page = await pageOf(begins, token !== null || from.after !== null, run);
      if (page === null) break;
      const isFirst = token === null;
      token = page.isLast === true ? null : (page.nextPageToken ?? null);
      // A page of nothing may still lead on.
      if (isFirst && token === null && isLost(page.issues, from.after)) break;
      yield page.issues;
      last = lastOf(page.issues) ?? last;
      if (token === null) return;
      if (tokens.has(token)) break;
      tokens.add(token);
    }
    if (sought.projects.length > 1) break;
    from = { ...from, after: last };
  }
  throw circling(run);
}

/** A Data Center fails on far pages, so each search begins after the last issue of the one before. */
async function* byAnchor(sought: Sought, run: Run): AsyncGenerator<JiraIssue[]> {
  let [from, lost] = [sought, 0];
  while (lost < SEARCHES) {
    const begins = { jql: jqlOf(from, run.asker.date()), expand: ['changelog'] };
    const page = await pageOf(begins, from.after !== null, run);
    // More than it shows where it shows nothing: an answer that is not whole.
    const isTorn = page?.issues.length === 0 && (page.total ?? 0) > 0;
    if (page === null || isTorn || isLost(page.issues, from.after)) {
      lost += 1;
      from = { ...from, after: null };
      continue;
    }
    yield page.issues;
    const last = lastOf(page.issues);
    const most = page.total ?? (page.issues.length < PAGE ? 0 : Number.POSITIVE_INFINITY);
    if (last === null || most <= page.issues.length) return;
    if (sought.projects.length > 1) break;
    from = { ...from, after: last };
  }
  throw circling(run);
}

/** Right after an issue that has moved away since, nothing is found; nor after the very last one, which is not told apart. */
function isLost(issues: readonly JiraIssue[], after: string | null): boolean {
  return after !== null && issues.length === 0;
}

/** Null: it was refused, and `anchored` at a place that may be no more. */
async function pageOf(asked: object, anchored: boolean, { asker, site, fields }: Run) {
  const names = [...FIELDS, ...fields.sprints, ...fields.points, ...fields.epics];
  const path = site.cloud ? '/search/jql' : '/search';
  const asking = asker.post(path, { ...asked, fields: names, maxResults: PAGE });
  const told = await (anchored ? asking.catch(nullIfRefused) : asking);
  return told === null ? null : readPage(told, site.host);
}

/** A refusal of a place to go on from, which a search from elsewhere may not meet. */
export function nullIfRefused(error: unknown): null {
  if (error instanceof SourceError && error.code === 'refused-query') return null;
  throw error;
}

export function circling({ site }: Run): SourceError {
  return new SourceError(
    'refused-query',
    `${site.host} led a search in a circle: what was to be the next page was not. The next run tries again.`,
  );
}

function lastOf(issues: readonly { id: string | number }[]): string | null {
  const last = issues.at(-1);
  return last === undefined ? null : String(last.id);
}
