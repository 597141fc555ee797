import { type Edit, edited, named } from './change.ts';
import { type Deployment, siteFields } from './field.ts';
import type { FakeChange, FakeIssue, FakeProject, FakeSprint } from './issue.ts';
import { moved } from './moved.ts';
import { known, ownOrShared } from './own-or-shared.ts';
import { type FakePerson, person } from './person.ts';
import { linkKinds, siteResolutions, siteStatuses, siteTypes } from './vocabulary.ts';

/** When something happens, by default now, and the id of who does it. */
export type Deed = { at?: number; by?: string };

export type NewIssue = Edit &
  Deed & {
    project: string;
    /** By name; a Story and the first status of the project unless told. */
    type?: string;
    status?: string;
    reporterId?: string;
  };

/** A Jira in memory, which a test holds in its hands. Whoever changes its parts without these methods calls `touched`. */
export class FakeSite {
  readonly deployment: Deployment;
  /** Milliseconds since 1970. */
  now: () => number;
  /** The time zone of the token's owner: searches and instants go by it. */
  zone = 'Europe/Berlin';
  /** What happened in so many milliseconds before now is not yet known to a search. */
  searchLag = 0;
  /** Data Center's: a search goes no further than so many issues; null on versions that know no limit. */
  resultWindow: number | null = 10_000;
  readonly projects: FakeProject[] = [];
  readonly statuses = [...siteStatuses];
  readonly types = [...siteTypes];
  readonly resolutions = [...siteResolutions];
  readonly fields;
  readonly people = new Map<string, FakePerson>();
  readonly sprints = new Map<number, FakeSprint>();
  readonly issues = new Map<number, FakeIssue>();
  /** Of moved issues. */
  readonly formerKeys = new Map<string, number>();
  /** The token's owner. */
  readonly owner: FakePerson;
  /** Goes up with every change. */
  revision = 0;
  changedAt = 0;
  #issueIds = 10_000;
  #historyIds = 100_000;
  #linkIds = 20_000;
  #keys = new Map<string, number>();

  constructor(deployment: Deployment = 'Cloud', now: () => number = Date.now) {
    this.deployment = deployment;
    this.now = now;
    this.fields = siteFields(deployment);
    this.owner = this.addPerson(person('reader'));
  }

  addPerson(one: FakePerson): FakePerson {
    this.people.set(one.id, one);
    return one;
  }

  addProject(key: string, given: Partial<FakeProject> = {}): FakeProject {
    const id = String(10_000 + this.projects.length);
    const usual = { teamManaged: false, archived: false, browsable: true, issues: 0, formerKeys: [] };
    const project = { ...usual, id, key, name: `Project ${key}`, ...given };
    this.projects.push(project);
    // A team-managed project has statuses and types of its own, of the usual names.
    if (project.teamManaged) {
      const own = (at: number): string => `${11_000 + 20 * this.projects.length + at}`;
      for (const [at, status] of siteStatuses.entries())
        this.statuses.push({ ...status, id: own(at), projectId: project.id });
      for (const [at, type] of siteTypes.entries())
        this.types.push({ ...type, id: own(at), projectId: project.id });
    }
    this.touched();
    return project;
  }

  project(keyOrId: string): FakeProject | undefined {
    const wanted = keyOrId.toUpperCase();
    const called = ({ id, key, formerKeys }: FakeProject) =>
      id === keyOrId || key === wanted || formerKeys.includes(wanted);
    return this.projects.find(called);
  }

  /** By key, former key or id. */
  find(keyOrId: string): FakeIssue | undefined {
    const key = keyOrId.toUpperCase();
    const id = /^\d+$/.test(key) ? Number(key) : (this.#keys.get(key) ?? this.formerKeys.get(key));
    return id === undefined ? undefined : this.issues.get(id);
  }

  /** The issue that a test is sure of. */
  issue(keyOrId: string): FakeIssue {
    return known(this.find(keyOrId), keyOrId);
  }

  create({ project: key, type = 'Story', status, at = this.now(), by, ...edit }: NewIssue): FakeIssue {
    const project = known(this.project(key), key);
    project.issues += 1;
    this.#issueIds += 1;
    const first = ownOrShared(this.statuses, project, status ?? 'To Do');
    const issue: FakeIssue = {
      id: this.#issueIds,
      projectId: project.id,
      key: `${project.key}-${project.issues}`,
      summary: `Work ${project.issues}`,
      typeId: ownOrShared(this.types, project, type).id,
      statusId: first.id,
      resolutionId: null,
      resolvedAt: null,
      assigneeId: null,
      reporterId: edit.reporterId ?? by ?? this.owner.id,
      ...{ labels: [], parentId: null, sprintIds: [], points: null, links: [], histories: [] },
      createdAt: at,
      updatedAt: at,
    };
    edited(this, issue, edit, at);
    this.issues.set(issue.id, issue);
    this.#keys.set(issue.key, issue.id);
    this.touched(at);
    return issue;
  }

  /** To a status of its project by name or id; into a done one it is resolved as told, by default "Done", out of it not at all. */
  transition(issue: FakeIssue, status: string, deed: Deed & { resolution?: string | null } = {}): void {
    const project = known(this.project(issue.projectId), issue.projectId);
    const to = ownOrShared(this.statuses, project, status);
    const { at = this.now(), resolution = to.category === 'done' ? 'Done' : null } = deed;
    const resolutionId = this.resolutions.find(({ name }) => name === resolution)?.id ?? null;
    const [from, fromText] = named(this.statuses, issue.statusId);
    const changes = edited(this, issue, { resolutionId }, at);
    issue.statusId = to.id;
    const change = { field: 'status', fieldId: 'status', kind: 'jira' as const };
    this.#happened(issue, [...changes, { ...change, from, fromText, to: to.id, toText: to.name }], deed);
  }

  edit(issue: FakeIssue, edit: Edit, deed: Deed = {}): void {
    const changes = edited(this, issue, edit, deed.at ?? this.now());
    if (changes.length > 0) this.#happened(issue, changes, deed);
  }

  /** Something that no history tells of. */
  comment(issue: FakeIssue, at = this.now()): void {
    issue.updatedAt = at;
    this.touched(at);
  }

  /** To another project: it keeps its id, and gets a key there, a status of the same name and a type. */
  move(issue: FakeIssue, projectKey: string, deed: Deed = {}): void {
    const to = known(this.project(projectKey), projectKey);
    this.formerKeys.set(issue.key, issue.id);
    this.#keys.delete(issue.key);
    const changes = moved(this, issue, to);
    this.#keys.set(issue.key, issue.id);
    this.#happened(issue, changes, deed);
  }

  /** It is never heard of again. Its sub-tasks go with it; stories lose their epic, which no history tells of. */
  delete(issue: FakeIssue): void {
    for (const child of this.issues.values()) {
      if (child.parentId !== issue.id) continue;
      if (this.types.find(({ id }) => id === child.typeId)?.level === -1) this.delete(child);
      else child.parentId = null;
    }
    this.issues.delete(issue.id);
    this.#keys.delete(issue.key);
    for (const one of this.issues.values())
      if (one.links.length > 0) one.links = one.links.filter(({ issueId }) => issueId !== issue.id);
    this.touched();
  }

  link(issue: FakeIssue, kind: (typeof linkKinds)[number]['name'], other: FakeIssue): void {
    const found = known(
      linkKinds.find(({ name }) => name === kind),
      kind,
    );
    this.#linkIds += 1;
    const both = { id: this.#linkIds, kind: found };
    issue.links.push({ ...both, side: 'outward', issueId: other.id });
    other.links.push({ ...both, side: 'inward', issueId: issue.id });
    this.touched();
  }

  /** The status is gone from the site, but not from histories; nothing may stand in it any more. */
  removeStatus(id: string): void {
    const at = this.statuses.findIndex((status) => status.id === id);
    if (at >= 0) this.statuses.splice(at, 1);
    this.touched();
  }

  touched(at = this.now()): void {
    this.revision += 1;
    this.changedAt = Math.max(this.changedAt, at);
  }

  #happened(issue: FakeIssue, changes: FakeChange[], { at = this.now(), by = this.owner.id }: Deed): void {
    this.#historyIds += 1;
    issue.histories.push({ id: this.#historyIds, at, by, changes });
    issue.updatedAt = Math.max(issue.updatedAt, at);
    this.touched(at);
  }
}
