import { type Answer, json, refusal } from './answer.ts';
import { type Call, listIn, numberIn, textIn } from './call.ts';
import type { Found, Rank } from './found-issues.ts';
import { historyBody } from './history-body.ts';
import type { FakeIssue } from './issue.ts';
import { issueBody } from './issue-body.ts';
import { JqlError } from './jql-words.ts';

const known = 'jql fields fieldsByKeys expand properties reconcileIssues maxResults nextPageToken failFast';
const MOST_WITH_FIELDS = 100;
const MOST = 5000;
/** In a search, only the newest histories come along. */
const MOST_HISTORIES = 40;

/** `POST` and `GET search/jql` of Cloud. */
export function searchJql(call: Call): Answer {
  const strange = Object.keys(call.body).find((name) => !known.split(' ').includes(name));
  if (strange !== undefined)
    return refusal(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  const fresh = new Set((listIn(call, 'reconcileIssues') ?? []).map(Number));
  if (fresh.size > 50) return refusal(400, 'reconcileIssues may hold 50 ids at most.');
  const jql = textIn(call, 'jql') ?? '';
  const found = foundBy(call, jql, fresh);
  if (!('issues' in found)) return found;
  const fields = listIn(call, 'fields') ?? ['id'];
  const narrow = fields.every((field) => field === 'id' || field === 'key');
  const most = Math.min(narrow ? MOST : MOST_WITH_FIELDS, call.faults.issuesPerPage ?? MOST);
  const size = Math.min(Math.max(1, numberIn(call, 'maxResults') ?? 50), most);
  const token = textIn(call, 'nextPageToken');
  const begin = token === undefined ? 0 : placeIn(call, token, jql, found);
  if (begin === null || call.fault?.kind === 'expired-token')
    return refusal(400, 'The provided nextPageToken is invalid or has expired.');
  return json(200, page(call, found, { begin, size, fields, narrow, jql, token }));
}

type Wanted = {
  begin: number;
  size: number;
  fields: string[];
  narrow: boolean;
  jql: string;
  token: string | undefined;
};

function page(call: Call, found: Found, { begin, size, fields, narrow, jql, token }: Wanted): object {
  const { fault, tokens, site, base } = call;
  const from = fault?.kind === 'duplicates' ? Math.max(0, begin - 3) : begin;
  const end = fault?.kind === 'empty-page' ? begin : Math.max(begin + 1, from + size);
  const shown = fault?.kind === 'empty-page' ? [] : found.issues.slice(from, end);
  const last = found.issues[end - 1];
  const isLast = end >= found.issues.length && fault?.kind !== 'empty-page';
  const next = tokens.issue(jql, last === undefined ? [] : found.rankOf(last));
  const repeated = fault?.kind === 'repeated-token' ? token : undefined;
  return {
    issues: shown.map((issue) =>
      narrow
        ? narrowBody(issue, fields)
        : { ...issueBody(issue, fields, site, base), ...changelog(call, issue) },
    ),
    ...(isLast && repeated === undefined ? {} : { nextPageToken: repeated ?? next }),
    isLast: isLast && repeated === undefined,
  };
}

function narrowBody({ id, key }: FakeIssue, fields: readonly string[]): object {
  return fields.includes('key') ? { id: String(id), key } : { id: String(id) };
}

function changelog(call: Call, { histories }: FakeIssue): object {
  if (!textIn(call, 'expand')?.split(',').includes('changelog')) return {};
  const newest = histories.toReversed().slice(0, MOST_HISTORIES);
  const told = newest.map((history) => historyBody(history, call.site, call.base));
  return {
    changelog: { startAt: 0, maxResults: told.length, total: histories.length, histories: told },
  };
}

/** What the query finds, or the refusal of the query. */
export function foundBy(call: Call, jql: string, fresh: ReadonlySet<number> = new Set()): Found | Answer {
  const bounded = call.site.deployment === 'Cloud';
  const strict = call.body.validateQuery !== false;
  try {
    return call.finder.find(jql, { anonymous: call.anonymous, bounded, fresh, strict });
  } catch (error) {
    if (error instanceof JqlError) return refusal(400, error.message);
    throw error;
  }
}

/** Behind the issue that the page before ended with, wherever that is by now. */
function placeIn(call: Call, token: string, jql: string, { issues, rankOf, compare }: Found): number | null {
  const place = call.tokens.read(token, jql, call.faults.tokenLife);
  if (!isRank(place)) return null;
  if (place.length === 0) return 0;
  const at = issues.findIndex((issue) => compare(rankOf(issue), place) > 0);
  return at < 0 ? issues.length : at;
}

function isRank(place: unknown): place is Rank {
  return Array.isArray(place) && place.every((part) => typeof part === 'string' || typeof part === 'number');
}

/** `POST search/approximate-count` of Cloud. */
export function approximateCount(call: Call): Answer {
  const found = foundBy(call, textIn(call, 'jql') ?? '');
  return 'issues' in found ? json(200, { count: found.issues.length }) : found;
}
