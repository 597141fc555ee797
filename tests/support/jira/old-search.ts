import { type Answer, json, refusal } from './answer.ts';
import { type Call, listIn, numberIn, textIn } from './call.ts';
import { historyBody } from './history-body.ts';
import type { FakeIssue } from './issue.ts';
import { issueBody } from './issue-body.ts';
import { foundBy } from './search.ts';

const REMOVED =
  'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046';
const MOST = 1000;

/** `search` as Data Center still has it: by number, with a total. Cloud has removed it. */
export function oldSearch(call: Call): Answer {
  if (call.site.deployment === 'Cloud') return refusal(410, REMOVED);
  const found = foundBy(call, textIn(call, 'jql') ?? '');
  if (!('issues' in found)) return found;
  const { fault, faults } = call;
  const { resultWindow } = call.site;
  const most = Math.min(MOST, faults.issuesPerPage ?? MOST);
  const maxResults = Math.min(numberIn(call, 'maxResults') ?? 50, most);
  const startAt = numberIn(call, 'startAt') ?? 0;
  if (resultWindow !== null && startAt + maxResults > resultWindow)
    return refusal(
      500,
      `Search limit exceeded. We couldn't complete your search because it requests ${startAt + maxResults} results which exceeded the search platform limit of ${resultWindow}.`,
    );
  const begin = fault?.kind === 'duplicates' ? Math.max(0, startAt - 3) : startAt;
  const shown = fault?.kind === 'empty-page' ? [] : found.issues.slice(begin, begin + maxResults);
  const fields = listIn(call, 'fields') ?? ['*navigable'];
  const expand = listIn(call, 'expand') ?? [];
  return json(200, {
    expand: 'schema,names',
    startAt,
    maxResults,
    total: found.issues.length,
    issues: shown.map((issue) => ({
      ...issueBody(issue, fields, call.site, call.base),
      ...(expand.includes('changelog') ? changelog(issue, call) : {}),
    })),
  });
}

/** All of it, the oldest first. */
function changelog({ histories }: FakeIssue, { site, base }: Call): object {
  const many = histories.length;
  const told = histories.map((history) => historyBody(history, site, base));
  return { changelog: { startAt: 0, maxResults: many, total: many, histories: told } };
}
