import { EPIC_LINK_FIELD, POINTS_FIELD, SPRINT_FIELD, TEAM_POINTS_FIELD } from './field.ts';
import type { FakeChange, FakeIssue } from './issue.ts';
import type { FakeSite } from './site.ts';

/** What may be edited of an issue; what is left out stays. */
export type Edit = {
  summary?: string;
  /** Of an account, a type, a resolution: the id. */
  assigneeId?: string | null;
  typeId?: string;
  resolutionId?: string | null;
  labels?: string[];
  parentId?: number | null;
  sprintIds?: number[];
  points?: number | null;
};

type Named = { id: string; name: string };

/** Makes the edit and tells what changed, as the history has it; empty: nothing did. */
export function edited(site: FakeSite, issue: FakeIssue, edit: Edit, at: number): FakeChange[] {
  const changes: FakeChange[] = [];
  const note = (field: string, was: Told, is: Told, fieldId = field): void => {
    const kind = fieldId.startsWith('customfield_') ? 'custom' : 'jira';
    const [from, fromText] = was;
    const [to, toText] = is;
    if (from !== to || fromText !== toText)
      changes.push({ field, fieldId, kind, from, fromText, to, toText });
  };
  if (edit.summary !== undefined) {
    note('summary', [null, issue.summary], [null, edit.summary]);
    issue.summary = edit.summary;
  }
  if (edit.assigneeId !== undefined) {
    note('assignee', whoIs(site, issue.assigneeId), whoIs(site, edit.assigneeId));
    issue.assigneeId = edit.assigneeId;
  }
  if (edit.typeId !== undefined) {
    note('issuetype', named(site.types, issue.typeId), named(site.types, edit.typeId));
    issue.typeId = edit.typeId;
  }
  if (edit.resolutionId !== undefined && edit.resolutionId !== issue.resolutionId) {
    const { resolutions } = site;
    note('resolution', named(resolutions, issue.resolutionId), named(resolutions, edit.resolutionId));
    issue.resolutionId = edit.resolutionId;
    issue.resolvedAt = edit.resolutionId === null ? null : at;
  }
  if (edit.labels !== undefined) {
    note('labels', [null, issue.labels.join(' ')], [null, edit.labels.join(' ')]);
    issue.labels = edit.labels;
  }
  if (edit.parentId !== undefined) {
    const [was, is] = [parent(site, issue.parentId), parent(site, edit.parentId)];
    if (site.deployment === 'Cloud') note('IssueParentAssociation', was, is);
    else note('Epic Link', was, is, EPIC_LINK_FIELD);
    issue.parentId = edit.parentId;
  }
  if (edit.sprintIds !== undefined) {
    note('Sprint', sprints(site, issue.sprintIds), sprints(site, edit.sprintIds), SPRINT_FIELD);
    issue.sprintIds = edit.sprintIds;
  }
  if (edit.points !== undefined) {
    const own = site.project(issue.projectId)?.teamManaged === true;
    const [name, id] = own ? ['Story point estimate', TEAM_POINTS_FIELD] : ['Story Points', POINTS_FIELD];
    note(name, [null, number(issue.points)], [null, number(edit.points)], id);
    issue.points = edit.points;
  }
  return changes;
}

/** An id and what people read. */
export type Told = [id: string | null, text: string | null];

export function named(list: readonly Named[], id: string | null): Told {
  return [id, list.find((one) => one.id === id)?.name ?? null];
}

function whoIs(site: FakeSite, id: string | null): Told {
  return [id, id === null ? null : (site.people.get(id)?.displayName ?? id)];
}

function parent(site: FakeSite, id: number | null): Told {
  return id === null ? [null, null] : [String(id), site.issues.get(id)?.key ?? null];
}

function sprints(site: FakeSite, ids: readonly number[]): Told {
  return [ids.join(', '), ids.map((id) => site.sprints.get(id)?.name ?? id).join(', ')];
}

function number(points: number | null): string | null {
  return points === null ? null : String(points);
}
