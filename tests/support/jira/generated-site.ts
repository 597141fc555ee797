import { Chance, DAY, MINUTE } from '../github/chance.ts';
import type { Deployment } from './field.ts';
import { type Cast, generatedCast, sprintsAt } from './generated-cast.ts';
import { live } from './generated-story.ts';
import type { FakeIssue } from './issue.ts';
import { FakeSite } from './site.ts';

export type SiteWishes = {
  deployment?: Deployment;
  /** Milliseconds since 1970: nothing happens before `from` or after `until`. */
  from?: number;
  until?: number;
  /** The site's clock; it stands still at `until` unless told. */
  now?: () => number;
};

const words = ['checkout', 'search', 'invoice', 'login', 'export', 'Überweisung', 'cart “empty”', 'map'];
const GONE = { id: '10090', name: 'Ready for QA' };

/** A Jira that was worked in for a while, of about `size` issues: the same for the same wishes, on every machine. */
export function generateSite(seed: number, size: number, wishes: SiteWishes = {}): FakeSite {
  const { deployment = 'Cloud', from = Date.UTC(2025, 0, 6), until = Date.UTC(2026, 2, 2) } = wishes;
  const site = new FakeSite(deployment, wishes.now ?? (() => until));
  const chance = new Chance(seed);
  const cast = generatedCast(site, size, from, until);
  site.statuses.push({ ...GONE, category: 'indeterminate', projectId: null });
  const births = Array.from(
    { length: size },
    () => from + Math.floor(chance.below(until - from) / 1000) * 1000,
  );
  const made = births.sort((a, b) => a - b).map((at) => bear(site, cast, chance, at, { from, until }));
  sweep(site, cast, made, from + 0.6 * (until - from));
  for (const issue of made) {
    if (issue.updatedAt + DAY < until && chance.happens(0.02))
      site.move(issue, elsewhere(issue, cast, chance), { at: issue.updatedAt + DAY / 2 });
    if (chance.happens(0.1)) site.comment(issue, Math.min(until, issue.updatedAt + 20 * MINUTE));
    if (chance.happens(0.05)) site.link(issue, chance.one(['Blocks', 'Relates'] as const), chance.one(made));
  }
  for (const issue of chance.some(made, Math.ceil(size / 100))) site.delete(issue);
  site.removeStatus(GONE.id);
  site.create({ project: 'SECRET', at: until });
  site.create({ project: 'OLD', at: from });
  return site;
}

function bear(
  site: FakeSite,
  cast: Cast,
  chance: Chance,
  at: number,
  { from, until }: { from: number; until: number },
) {
  const project = chance.one(cast.projects);
  const people = cast.people.map(({ id }) => id);
  const type = chance.happens(0.04) ? 'Epic' : chance.one(['Story', 'Story', 'Task', 'Bug', 'Sub-task']);
  const parent = parentFor(type, site, project.id, chance);
  const inDone = chance.happens(0.02);
  const issue = site.create({
    project: project.key,
    // What has nothing above it is no sub-task.
    type: type === 'Sub-task' && parent === null ? 'Task' : type,
    at,
    reporterId: chance.one(people),
    summary: `${chance.one(['Fix', 'Add', 'Rework', 'Drop'])} ${chance.one(words)} ${project.issues + 1}`,
    parentId: parent,
    ...(inDone ? { status: 'Done', resolutionId: '10000' } : {}),
    ...(chance.happens(0.7) ? { assigneeId: chance.one(people) } : {}),
    ...(chance.happens(0.5) ? { points: chance.one([0.5, 1, 2, 3, 5, 8, 13]) } : {}),
    ...(chance.happens(0.5) ? { sprintIds: sprintsAt(cast, project.key, at, from, chance) } : {}),
    ...(chance.happens(0.3) ? { labels: chance.some(['ui', 'api', 'debt', 'ai'], 2) } : {}),
  });
  const gone = project.teamManaged ? null : GONE.id;
  if (!inDone) live(issue, { site, chance, project, people, until, gone });
  return issue;
}

/** One of the project's last issues that may stand above one of this type. */
function parentFor(type: string, site: FakeSite, projectId: string, chance: Chance): number | null {
  if (type === 'Epic' || (type !== 'Sub-task' && chance.happens(0.5))) return null;
  const newest = 10_000 + site.issues.size;
  for (let id = newest; id > newest - 60; id -= 1) {
    const found = site.issues.get(id);
    const level = site.types.find((one) => one.id === found?.typeId)?.level;
    if (found?.projectId === projectId && level === (type === 'Sub-task' ? 0 : 1)) return id;
  }
  return null;
}

/** One day somebody lets the machine close whatever is still open and old. */
function sweep(site: FakeSite, { broom, projects }: Cast, issues: readonly FakeIssue[], day: number): void {
  for (const [n, issue] of issues.entries()) {
    const untouched =
      issue.histories.length === 0 && issue.updatedAt < day - 60 * DAY && issue.resolutionId === null;
    if (untouched && issue.projectId === projects[0]?.id)
      site.transition(issue, 'Done', { at: day + n * 1000, by: broom.id, resolution: "Won't Do" });
  }
}

function elsewhere({ projectId }: FakeIssue, { projects }: Cast, chance: Chance): string {
  return chance.one(projects.filter(({ id }) => id !== projectId)).key;
}
