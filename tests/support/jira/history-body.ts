import type { FakeHistory } from './issue.ts';
import { written } from './local-time.ts';
import { personBody } from './person-body.ts';
import type { FakeSite } from './site.ts';

/** A history as Jira tells it. Data Center does not tell the ids of fields, only their names. */
export function historyBody(
  { id, at, by, changes }: FakeHistory,
  site: FakeSite,
  base: string,
  created: unknown = written(at, site.zone),
): object {
  const author = personBody(by, site, base);
  const cloud = site.deployment === 'Cloud';
  return {
    id: String(id),
    // Of an account that was erased there is none.
    ...(author === null ? {} : { author }),
    created,
    items: changes.map(({ field, fieldId, kind, from, fromText, to, toText }) => ({
      field,
      fieldtype: kind,
      ...(cloud ? { fieldId } : {}),
      from,
      fromString: fromText,
      to,
      toString: toText,
    })),
  };
}
