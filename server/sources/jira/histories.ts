import type { IssueChange } from '../../model/issue.ts';
import { instantOf } from './instant.ts';
import type { JiraHistory } from './payload.ts';

/** Fields whose changes are asked for; a move changes project and key at once. */
export const CHANGING_FIELDS = ['status', 'resolution', 'assignee', 'project', 'issuekey'];

export type Changes = {
  statusChanges: IssueChange[];
  resolutionChanges: IssueChange[];
  assigneeChanges: IssueChange[];
  formerKeys: string[];
  /** Names of the statuses that occur, by id. */
  statusNames: Map<string, string>;
};

/** Histories come in any order, and one on the edge of a page may come twice. */
export function changesIn(histories: readonly JiraHistory[]): Changes {
  const once = new Map(histories.map((history) => [String(history.id), history]));
  const ordered = [...once.values()]
    .map((history) => ({ ...history, at: instantOf(history.created) }))
    .sort((a, b) => a.at - b.at || order(a.id) - order(b.id));
  const of = (field: string): IssueChange[] =>
    ordered.flatMap(({ at, items }) =>
      items
        .filter((item) => item.field === field)
        .map(({ from, to }) => ({ at, from: from || null, to: to || null })),
    );
  const items = ordered.flatMap((history) => history.items);
  const keys = items.flatMap(({ field, fromString }) => (field === 'Key' && fromString ? [fromString] : []));
  return {
    statusChanges: of('status'),
    resolutionChanges: of('resolution'),
    assigneeChanges: of('assignee'),
    formerKeys: [...new Set(keys)],
    statusNames: statusNamesIn(items),
  };
}

function statusNamesIn(items: JiraHistory['items']): Map<string, string> {
  return new Map(
    items.flatMap(({ field, from, fromString, ...item }): [string, string][] => {
      if (field !== 'status') return [];
      // Every object has a `toString`; only the item's own is a name.
      const own: unknown = Object.hasOwn(item, 'toString') ? Reflect.get(item, 'toString') : null;
      const to = typeof own === 'string' ? own : '';
      return [...named(from, fromString ?? ''), ...named(item.to, to)];
    }),
  );
}

function named(id: string | null | undefined, name: string): [string, string][] {
  return id ? [[id, name]] : [];
}

/** Ids rise with time, so they order what happened in the same instant. */
function order(id: string | number): number {
  return Number(id) || 0;
}
