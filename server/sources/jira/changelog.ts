import { CHANGING_FIELDS } from './histories.ts';
import { ChangelogPage, type JiraHistory, type JiraIssue, reader } from './payload.ts';
import type { Run } from './run.ts';
import { circling, nullIfRefused, SEARCHES } from './search.ts';

/** Histories a page, as many as Cloud allows. */
const PAGE = 10_000;

const readPage = reader(ChangelogPage);

export type Histories = {
  /** By Jira's id of the issue. */
  of: ReadonlyMap<string, readonly JiraHistory[]>;
  /** Issues of whose history the beginning is missing. */
  short: number;
};

/** All changes of these issues, at most 1,000 of them. A Data Center has sent them with the issues. */
export async function historiesOf(issues: readonly JiraIssue[], run: Run): Promise<Histories> {
  if (run.site.cloud) return { of: await asked(issues, run), short: 0 };
  return {
    of: new Map(issues.map(({ id, changelog }) => [String(id), changelog?.histories ?? []])),
    short: issues.filter(isShort).length,
  };
}

function isShort({ changelog }: JiraIssue): boolean {
  return changelog === undefined || (changelog.total ?? 0) > changelog.histories.length;
}

/** The histories of one issue may be spread over pages. */
async function asked(issues: readonly JiraIssue[], run: Run): Promise<Map<string, JiraHistory[]>> {
  const of = new Map<string, JiraHistory[]>();
  if (issues.length === 0) return of;
  const ask = (next: object) => run.asker.post('/changelog/bulkfetch', next);
  const body = {
    issueIdsOrKeys: issues.map(({ id }) => String(id)),
    fieldIds: CHANGING_FIELDS,
    maxResults: PAGE,
  };
  for (let tries = 0; tries < SEARCHES; tries += 1) {
    const tokens = new Set<string>();
    let token: string | null = null;
    do {
      const next: object = { ...body, ...(token === null ? {} : { nextPageToken: token }) };
      const told = await (token === null ? ask(next) : ask(next).catch(nullIfRefused));
      if (told === null) break;
      const page = readPage(told, run.site.host);
      for (const { issueId, changeHistories } of page.issueChangeLogs) {
        const id = String(issueId);
        of.set(id, [...(of.get(id) ?? []), ...changeHistories]);
      }
      token = page.nextPageToken ?? null;
      if (token === null) return of;
      if (tokens.has(token)) break;
      tokens.add(token);
    } while (token !== null);
  }
  throw circling(run);
}
