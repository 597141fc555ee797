import { named, type Told } from './change.ts';
import type { FakeChange, FakeIssue, FakeProject } from './issue.ts';
import { known, ownOrShared } from './own-or-shared.ts';
import type { FakeSite } from './site.ts';

/** Moves the issue, to the status and the type of the same names, and tells what changed. */
export function moved(site: FakeSite, issue: FakeIssue, to: FakeProject): FakeChange[] {
  const from = known(site.project(issue.projectId), issue.projectId);
  to.issues += 1;
  const key = `${to.key}-${to.issues}`;
  const changes = [
    change('project', 'project', [from.id, from.name], [to.id, to.name]),
    change('Key', 'issuekey', [null, issue.key], [null, key]),
  ];
  const status = named(site.statuses, issue.statusId);
  const there = ownOrShared(site.statuses, to, status[1] ?? 'To Do');
  if (there.id !== issue.statusId) changes.push(change('status', 'status', status, [there.id, there.name]));
  const type = named(site.types, issue.typeId);
  const kind = ownOrShared(site.types, to, type[1] ?? 'Story');
  if (kind.id !== issue.typeId) changes.push(change('issuetype', 'issuetype', type, [kind.id, kind.name]));
  Object.assign(issue, { projectId: to.id, key, statusId: there.id, typeId: kind.id });
  return changes;
}

function change(field: string, fieldId: string, [from, fromText]: Told, [to, toText]: Told): FakeChange {
  return { field, fieldId, kind: 'jira', from, fromText, to, toText };
}
