import { createHash } from 'node:crypto';
import { type Answer, json, refusal } from './answer.ts';
import { type Call, listIn, numberIn, textIn } from './call.ts';
import { historyBody } from './history-body.ts';
import type { FakeHistory, FakeIssue } from './issue.ts';
import { written } from './local-time.ts';

const MOST_ISSUES = 1000;
const MOST_FIELDS = 10;
const MOST_HISTORIES = 10_000;
const USUAL_HISTORIES = 1000;

type Entry = { issue: FakeIssue; history: FakeHistory };

/**
 * `POST changelog/bulkfetch` of Cloud: the histories of many issues, the oldest first, so that those of one issue are spread over
 * the pages. Issues that are not there are passed over.
 */
export function bulkChangelog(call: Call): Answer {
  const asked = listIn(call, 'issueIdsOrKeys');
  const fieldIds = listIn(call, 'fieldIds');
  const many = numberIn(call, 'maxResults') ?? USUAL_HISTORIES;
  if (asked === undefined || asked.length === 0 || asked.length > MOST_ISSUES)
    return refusal(400, `issueIdsOrKeys must hold between 1 and ${MOST_ISSUES} issues.`);
  if (fieldIds !== undefined && fieldIds.length > MOST_FIELDS)
    return refusal(400, `fieldIds must hold ${MOST_FIELDS} fields at most.`);
  if (many < 1 || many > MOST_HISTORIES)
    return refusal(400, `maxResults must be between 1 and ${MOST_HISTORIES}.`);
  const of = createHash('sha1')
    .update(JSON.stringify([asked, fieldIds]))
    .digest('base64url');
  const token = textIn(call, 'nextPageToken');
  const place = token === undefined ? 0 : call.tokens.read(token, of, call.faults.tokenLife);
  if (typeof place !== 'number' || call.fault?.kind === 'expired-token')
    return refusal(400, 'The provided nextPageToken is invalid or has expired.');
  const entries = entriesOf(call, asked, fieldIds);
  const size = Math.min(many, call.faults.historiesPerPage ?? many);
  return json(200, page(call, entries, { place, size, of, token }));
}

type Wanted = { place: number; size: number; of: string; token: string | undefined };

function page(call: Call, entries: readonly Entry[], { place, size, of, token }: Wanted): object {
  const kind = call.fault?.kind;
  const begin = kind === 'duplicates' ? Math.max(0, place - 2) : place;
  const end = kind === 'empty-page' ? place : Math.max(place + 1, begin + size);
  const byIssue = new Map<number, object[]>();
  for (const { issue, history } of kind === 'empty-page' ? [] : entries.slice(begin, end)) {
    const told = byIssue.get(issue.id) ?? [];
    told.push(historyBody(history, call.site, call.base, createdIn(history, call)));
    byIssue.set(issue.id, told);
  }
  const repeated = kind === 'repeated-token' ? token : undefined;
  const more = end < entries.length || kind === 'empty-page';
  return {
    issueChangeLogs: [...byIssue].map(([id, changeHistories]) => ({ issueId: String(id), changeHistories })),
    nextPageToken: repeated ?? (more ? call.tokens.issue(of, end) : null),
  };
}

function entriesOf(call: Call, asked: readonly string[], fieldIds: readonly string[] | undefined): Entry[] {
  const { site, anonymous, faults } = call;
  const issues = new Set(asked.map((keyOrId) => site.find(keyOrId)));
  const entries: Entry[] = [];
  for (const issue of issues) {
    if (issue === undefined || anonymous || !site.project(issue.projectId)?.browsable) continue;
    for (const history of issue.histories) {
      const changes = history.changes.filter(({ fieldId }) => fieldIds?.includes(fieldId) ?? true);
      const told = faults.changes === 'asked' ? { ...history, changes } : history;
      if (changes.length > 0) entries.push({ issue, history: told });
    }
  }
  return entries.sort(
    (a, b) => a.history.at - b.history.at || a.issue.id - b.issue.id || a.history.id - b.history.id,
  );
}

function createdIn({ at, id }: FakeHistory, { faults, site }: Call): unknown {
  const asNumber = faults.created === 'milliseconds' || (faults.created === 'mixed' && id % 2 === 0);
  return asNumber ? at : written(at, site.zone);
}
