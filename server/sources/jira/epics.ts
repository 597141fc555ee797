import { Type } from 'typebox';
import { contentOf } from './fields.ts';
import { Id, type JiraIssue, reader } from './payload.ts';
import type { Run } from './run.ts';
import { circling, nullIfRefused, SEARCHES } from './search.ts';

/** Keys asked for at once. */
const TOGETHER = 500;

const KeyPage = Type.Object({
  issues: Type.Array(Type.Object({ id: Id, key: Type.String() })),
  total: Type.Optional(Type.Integer()),
});
const readPage = reader(KeyPage);

/** The key of the epic that an issue is a part of, in the field that a Data Center has for it; null: of none. */
export function epicKeyOf({ fields }: JiraIssue, epics: readonly string[]): string | null {
  const named = epics.map((id) => contentOf(fields, id)).find((value) => typeof value === 'string');
  return typeof named === 'string' && named !== '' ? named : null;
}

/** Jira's ids of the epics that these issues name, by key; one that the token may not see is missing. Throws SourceError. */
export async function epicIds(issues: readonly JiraIssue[], run: Run): Promise<ReadonlyMap<string, string>> {
  const named = issues.flatMap((issue) => epicKeyOf(issue, run.fields.epics) ?? []);
  const keys = [...new Set(named)].sort();
  const found = new Map<string, string>();
  for (let at = 0; at < keys.length; at += TOGETHER) await look(keys.slice(at, at + TOGETHER), found, run);
  return found;
}

/** Pages may be shorter than what is asked for: what is missing yet is asked for again, as long as anything comes. */
async function look(keys: readonly string[], found: Map<string, string>, run: Run): Promise<void> {
  for (let torn = 0; torn < SEARCHES; ) {
    const missing = keys.filter((key) => !found.has(key));
    if (missing.length === 0) return;
    const jql = `key in (${missing.map((key) => JSON.stringify(key)).join(', ')}) ORDER BY id ASC`;
    // Not validated: a key that is no more, or not shown to this token, would have all of them refused.
    const asked = { jql, fields: ['id'], maxResults: TOGETHER, validateQuery: false };
    const told = await run.asker.post('/search', asked).catch(nullIfRefused);
    if (told === null) return;
    const page = readPage(told, run.site.host);
    for (const { key, id } of page.issues) found.set(key, String(id));
    if (page.issues.length === 0 && (page.total ?? 0) === 0) return;
    // More than it shows where it shows nothing: an answer that is not whole.
    if (page.issues.length === 0) torn += 1;
    else if (missing.every((key) => !found.has(key))) return;
  }
  throw circling(run);
}
