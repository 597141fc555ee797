import type { Issue, IssueLink, TrackerAccount } from '../../model/issue.ts';
import { epicKeyOf } from './epics.ts';
import { contentOf, type SiteFields, sprintNames } from './fields.ts';
import { type Changes, changesIn } from './histories.ts';
import { instantOf } from './instant.ts';
import type { JiraHistory, JiraIssue, JiraLink, JiraUser } from './payload.ts';

export type Told = { issue: Issue; statusNames: Changes['statusNames'] };

/** `trackerId` is `jira:HOST`; `epics` are Jira's ids of epics by key. */
export function normalised(
  told: JiraIssue,
  histories: readonly JiraHistory[],
  trackerId: string,
  of: SiteFields,
  epics: ReadonlyMap<string, string> = new Map(),
): Told {
  const { fields } = told;
  const { statusNames, ...changes } = changesIn(histories);
  const resolution = fields.resolution?.id;
  // A Data Center tells the parent of a sub-task alone, and of others the key of their epic.
  const parent = fields.parent?.id ?? epics.get(epicKeyOf(told, of.epics) ?? '');
  const issue: Issue = {
    id: issueId(trackerId, told.id),
    projectId: `${trackerId}/${fields.project.id}`,
    key: told.key,
    title: fields.summary ?? '',
    typeId: String(fields.issuetype.id),
    statusId: String(fields.status.id),
    resolutionId: resolution === undefined ? null : String(resolution),
    assignee: fields.assignee ? accountOf(fields.assignee) : null,
    labels: fields.labels ?? [],
    parentId: parent === undefined ? null : issueId(trackerId, parent),
    sprints: of.sprints.flatMap((id) => sprintNames(contentOf(fields, id))),
    storyPoints: pointsOf(fields, of.points),
    links: (fields.issuelinks ?? []).flatMap((link) => linkOf(link, trackerId)),
    createdAt: instantOf(fields.created),
    updatedAt: instantOf(fields.updated),
    ...changes,
    formerKeys: changes.formerKeys.filter((key) => key !== told.key),
  };
  return { issue, statusNames: statusNames.set(issue.statusId, fields.status.name) };
}

export function issueId(trackerId: string, id: string | number): string {
  return `${trackerId}:${id}`;
}

/** Histories of Cloud name an account by its id, those of a Data Center by its key. */
function accountOf({ accountId, key, name, displayName, emailAddress }: JiraUser): TrackerAccount | null {
  const id = accountId ?? key ?? name;
  if (id === undefined) return null;
  return { id, email: emailAddress || null, name: displayName ?? '' };
}

function linkOf({ type, inwardIssue, outwardIssue }: JiraLink, trackerId: string): IssueLink[] {
  if (outwardIssue) return [{ kind: type.outward, issueId: issueId(trackerId, outwardIssue.id) }];
  return inwardIssue ? [{ kind: type.inward, issueId: issueId(trackerId, inwardIssue.id) }] : [];
}

function pointsOf(fields: object, ids: readonly string[]): number | null {
  const values = ids.map((id) => contentOf(fields, id));
  return values.find((value) => typeof value === 'number') ?? null;
}
