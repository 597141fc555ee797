import type { FakeIssue } from './issue.ts';

/**
 * The issue as a search knows it that has heard of nothing after `until`; null: it has not heard of the issue yet. Labels and
 * the like are not undone.
 */
export function asIndexed(issue: FakeIssue, until: number): FakeIssue | null {
  if (issue.updatedAt <= until) return issue;
  if (issue.createdAt > until) return null;
  const seen = { ...issue, updatedAt: issue.createdAt };
  for (const { at } of issue.histories) if (at <= until) seen.updatedAt = Math.max(seen.updatedAt, at);
  for (const { at, changes } of issue.histories.toReversed()) {
    if (at <= until) break;
    for (const { field, from, fromText } of changes) {
      if (field === 'status' && from !== null) seen.statusId = from;
      if (field === 'project' && from !== null) seen.projectId = from;
      if (field === 'Key' && fromText !== null) seen.key = fromText;
      if (field === 'assignee') seen.assigneeId = from;
      if (field === 'summary' && fromText !== null) seen.summary = fromText;
      if (field === 'resolution') {
        seen.resolutionId = from;
        if (from === null) seen.resolvedAt = null;
      }
    }
  }
  return seen;
}
