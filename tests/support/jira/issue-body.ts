import { EPIC_LINK_FIELD, POINTS_FIELD, SPRINT_FIELD, TEAM_POINTS_FIELD } from './field.ts';
import type { FakeIssue, FakeLink } from './issue.ts';
import { written } from './local-time.ts';
import { personBody } from './person-body.ts';
import type { FakeSite } from './site.ts';
import { sprintBody } from './sprint-body.ts';
import { apiOf, projectBody, resolutionBody, statusBody, typeBody } from './vocabulary-body.ts';

type Held = (issue: FakeIssue, site: FakeSite, base: string) => unknown;

const at: (ms: number | null, site: FakeSite) => string | null = (ms, { zone }) =>
  ms === null ? null : written(ms, zone);

/** How the value of each field is told, in the order that fields are told in. */
const held: Readonly<Record<string, Held>> = {
  summary: ({ summary }) => summary,
  project: ({ projectId }, site, base) => {
    const found = site.project(projectId);
    return found === undefined ? null : projectBody(found, site, base);
  },
  issuetype: ({ typeId }, site, base) => {
    const found = site.types.find(({ id }) => id === typeId);
    return found === undefined ? null : typeBody(found, site, base);
  },
  status: ({ statusId }, site, base) => {
    const found = site.statuses.find(({ id }) => id === statusId);
    return found === undefined ? null : statusBody(found, site, base);
  },
  resolution: ({ resolutionId }, site, base) => {
    const found = site.resolutions.find(({ id }) => id === resolutionId);
    return found === undefined ? null : resolutionBody(found, site, base);
  },
  resolutiondate: ({ resolvedAt }, site) => at(resolvedAt, site),
  assignee: ({ assigneeId }, site, base) => personBody(assigneeId, site, base),
  reporter: ({ reporterId }, site, base) => personBody(reporterId, site, base),
  created: ({ createdAt }, site) => at(createdAt, site),
  updated: ({ updatedAt }, site) => at(updatedAt, site),
  labels: ({ labels }) => labels,
  issuelinks: ({ links }, site, base) => links.map((link) => linkBody(link, site, base)),
  parent: ({ parentId, typeId }, site, base) => {
    const cloud = site.deployment === 'Cloud';
    const below = site.types.find(({ id }) => id === typeId)?.level === -1;
    return parentId !== null && (cloud || below) ? otherBody(parentId, site, base) : undefined;
  },
  [EPIC_LINK_FIELD]: ({ parentId, typeId }, site) => {
    if (site.deployment === 'Cloud') return undefined;
    const below = site.types.find(({ id }) => id === typeId)?.level === -1;
    return below || parentId === null ? null : (site.issues.get(parentId)?.key ?? null);
  },
  [SPRINT_FIELD]: ({ sprintIds }, site) =>
    sprintIds.length === 0 ? null : sprintIds.map((id) => sprintBody(id, site)),
  [POINTS_FIELD]: ({ points, projectId }, site) => (teamManaged(projectId, site) ? null : points),
  [TEAM_POINTS_FIELD]: ({ points, projectId }, site) => {
    if (site.deployment === 'Server') return undefined;
    return teamManaged(projectId, site) ? points : null;
  },
  customfield_10099: () => null,
};

/** `fields` as they were asked for: ids, `*all`, `*navigable`, `-id`. Names of no field are passed over. */
export function issueBody(issue: FakeIssue, fields: readonly string[], site: FakeSite, base: string): object {
  const all = fields.some((field) => field.startsWith('*'));
  const asked: Record<string, unknown> = {};
  for (const [field, tell] of Object.entries(held)) {
    if (fields.includes(`-${field}`) || !(all || fields.includes(field))) continue;
    const value = tell(issue, site, base);
    if (value !== undefined) asked[field] = value;
  }
  return {
    expand: 'operations,editmeta,changelog,renderedFields',
    ...named(issue, site, base),
    fields: asked,
  };
}

function linkBody({ id, kind, side, issueId }: FakeLink, site: FakeSite, base: string): object {
  const api = apiOf(site, base);
  return {
    id: String(id),
    self: `${api}/issueLink/${id}`,
    type: { ...kind, self: `${api}/issueLinkType/${kind.id}` },
    [side === 'outward' ? 'outwardIssue' : 'inwardIssue']: otherBody(issueId, site, base),
  };
}

/** An issue as others name it; undefined for one that is gone. */
function otherBody(id: number, site: FakeSite, base: string): object | undefined {
  const found = site.issues.get(id);
  if (found === undefined) return undefined;
  const told = ['summary', 'status', 'issuetype'].map((field) => [field, held[field]?.(found, site, base)]);
  return { ...named(found, site, base), fields: Object.fromEntries(told) };
}

function named({ id, key }: FakeIssue, site: FakeSite, base: string): object {
  return { id: String(id), self: `${apiOf(site, base)}/issue/${id}`, key };
}

function teamManaged(projectId: string, site: FakeSite): boolean {
  return site.project(projectId)?.teamManaged === true;
}
