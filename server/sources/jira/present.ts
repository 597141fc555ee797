import { DAY } from '../../model/instant.ts';
import type { Cursor } from './cursor.ts';
import { jqlOf } from './jql.ts';
import { IdPage, reader } from './payload.ts';
import { RECONCILE_EVERY, type Run } from './run.ts';
import type { InScope } from './scope.ts';
import { circling, nullIfRefused, SEARCHES } from './search.ts';

/** Ids a page; Cloud gives out 5,000 where nothing else is asked for. */
const CLOUD_PAGE = 5000;
const SERVER_PAGE = 1000;
/** So few issues may well vanish at once. */
const FEW = 20;

const readPage = reader(IdPage);

export type Look = Pick<Cursor, 'reconciledAt' | 'issues' | 'doubted'> & {
  /** As in `ProjectEnd`. */
  present: ReadonlySet<string> | null;
  limits: string[];
};

/** Whether it is time to look which issues there still are. */
export function isDue({ reconciledAt, doubted }: Cursor, { asker, config }: Run): boolean {
  return doubted || asker.date() - reconciledAt >= (config.reconcileEvery ?? RECONCILE_EVERY) * DAY;
}

/**
 * Which issues there are: deleted ones show up in no search. When most are missing, the token may see less than before: that is
 * believed only when it is so again in the next run. `read` are ids that this walk has read, which a search may not know yet.
 */
export async function lookAround(
  { id, project }: InScope,
  cursor: Cursor | null,
  read: ReadonlySet<string>,
  run: Run,
): Promise<Look> {
  const reconciledAt = run.asker.date();
  const present = await idsIn(id, run);
  for (const one of read) present.add(one);
  // What a first walk has handed over was there a moment ago.
  if (cursor === null)
    return { present: null, limits: [], issues: present.size, reconciledAt, doubted: false };
  const before = cursor.issues;
  if (before > FEW && present.size < before / 2 && !cursor.doubted) {
    const says = `Jira shows ${present.size} of ${before} issues of ${project.key}: they were deleted, or the token may see less than before. Nothing is taken for deleted until the next run finds the same.`;
    return {
      present: null,
      limits: [says],
      issues: before,
      reconciledAt: cursor.reconciledAt,
      doubted: true,
    };
  }
  return { present, limits: [], issues: present.size, reconciledAt, doubted: false };
}

/** Ids of our own, of all issues of a project. What a search lost its place in is begun again. */
async function idsIn(projectId: string, run: Run): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let searches = 0; searches < SEARCHES; searches += 1) {
    if (await listed(projectId, ids, run)) return ids;
  }
  throw circling(run);
}

/** False: the list broke off before its end. */
async function listed(projectId: string, ids: Set<string>, { asker, site }: Run): Promise<boolean> {
  const tokens = new Set<string>();
  let token: string | null = null;
  let after: string | null = null;
  for (;;) {
    const jql = jqlOf({ projects: [projectId], since: null, after: site.cloud ? null : after }, asker.date());
    const maxResults = site.cloud ? CLOUD_PAGE : SERVER_PAGE;
    const from = token === null ? {} : { nextPageToken: token };
    const asking = asker.post(site.cloud ? '/search/jql' : '/search', {
      ...{ jql, maxResults, fields: ['id'] },
      ...from,
    });
    const told = await (token === null && after === null ? asking : asking.catch(nullIfRefused));
    if (told === null) return false;
    const { issues, nextPageToken = null, total = Number.POSITIVE_INFINITY } = readPage(told, site.host);
    for (const { id } of issues) ids.add(`${site.trackerId}:${id}`);
    const last = issues.at(-1);
    if (!site.cloud && last === undefined) return after === null && total === 0;
    if (!site.cloud && total <= issues.length) return true;
    if (site.cloud && nextPageToken === null) return true;
    if (nextPageToken !== null && tokens.has(nextPageToken)) return false;
    if (nextPageToken !== null) tokens.add(nextPageToken);
    token = nextPageToken;
    if (last !== undefined) after = String(last.id);
  }
}
