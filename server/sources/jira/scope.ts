import { Type } from 'typebox';
import type { IssueProject, KnownProject } from '../../model/issue.ts';
import type { ReadingStep } from '../../model/rows.ts';
import type { JiraSourceConfig } from './config.ts';
import { type Cursor, parseCursor, parseTowards, type Towards } from './cursor.ts';
import { type JiraProject, Project, ProjectPage, reader } from './payload.ts';
import type { Run } from './run.ts';

/** A project that this run reads; `id` is Jira's own. */
export type InScope = {
  id: string;
  project: IssueProject;
  cursor: Cursor | null;
  towards: Towards | null;
  /** For progress: "project 3 of 30: SHOP". */
  label: string;
};

export type Scope = {
  projects: InScope[];
  /** What is lost, and what is left out on purpose. */
  steps: ReadingStep[];
  /** Projects that are named and not to be found, as sentences. */
  unseen: string[];
};

const PAGE = 100;
const readPage = reader(ProjectPage);
const readAll = reader(Type.Array(Project));

/** What is to be read by the configuration, what of it cannot be, and what is left out. */
export async function scopeOf(run: Run): Promise<Scope> {
  const { config, stored, site } = run;
  const all = await listed(run);
  const known = await stored.projects(`${site.trackerId}/`);
  const wanted = all.filter(({ key }) => isWanted(config, key));
  const steps: ReadingStep[] = [];
  const ids = new Set(all.map(({ id }) => `${site.trackerId}/${id}`));
  const lost = known.filter(({ id, key }) => !ids.has(id) && isWanted(config, key));
  for (const { id, key } of lost)
    steps.push({
      lostProject: {
        projectId: id,
        why: `${key} is no longer on ${site.host}, or not shown to this token. What was read of it stays.`,
      },
    });
  if (wanted.length < all.length)
    steps.push({
      leftOut: `Of ${site.host}'s ${all.length} projects ${all.length - wanted.length} are left out by name.`,
    });
  const named = (config.projects ?? []).filter((pattern) => !/[*?]/.test(pattern));
  const missing = named.filter((key) => ![...all, ...lost].some((one) => matches(key, one.key)));
  return {
    projects: wanted
      .map((one) => inScope(one, known, run))
      .sort((a, b) => (a.project.key < b.project.key ? -1 : 1)),
    steps,
    unseen: missing.map(
      (key) =>
        `There is no project ${key} on ${site.host}, or it is not shown to this token. Check "projects".`,
    ),
  };
}

function inScope({ id, key, name }: JiraProject, known: readonly KnownProject[], { site }: Run): InScope {
  const project: IssueProject = { id: `${site.trackerId}/${id}`, trackerId: site.trackerId, key, name };
  const before = known.find((one) => one.id === project.id);
  return {
    ...{ id: String(id), project, label: key },
    cursor: parseCursor(before?.cursor ?? null),
    towards: parseTowards(before?.towards ?? null),
  };
}

async function listed({ asker, site }: Run): Promise<JiraProject[]> {
  if (!site.cloud) return readAll(await asker.get('/project'), site.host);
  const all = new Map<string, JiraProject>();
  for (let from = 0; ; from += PAGE) {
    const query = { startAt: String(from), maxResults: String(PAGE) };
    const { isLast, values } = readPage(await asker.get('/project/search', query), site.host);
    for (const one of values) all.set(String(one.id), one);
    if (isLast || values.length === 0) return [...all.values()];
  }
}

function isWanted({ projects, exclude = [] }: JiraSourceConfig, key: string): boolean {
  const among = (patterns: readonly string[]) => patterns.some((pattern) => matches(pattern, key));
  return (projects === undefined || among(projects)) && !among(exclude);
}

/** `*` is any part of a key, `?` one character. */
function matches(pattern: string, key: string): boolean {
  const source = pattern
    .replace(/[^A-Za-z0-9_*?]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'i').test(key);
}
