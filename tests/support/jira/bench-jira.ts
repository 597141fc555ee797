import { Chance, DAY, HOUR } from '../github/chance.ts';
import { type FakeJira, startFakeJira } from './fake.ts';
import type { Deployment } from './field.ts';
import { generateSite } from './generated-site.ts';

const UNTIL = Date.UTC(2026, 2, 2);

/** A Jira of about so many issues whose clock stands still. One project is too large to be handed over at once. */
export function startBenchJira(deployment: Deployment, issues: number): Promise<FakeJira> {
  const site = generateSite(11, issues, { deployment, until: UNTIL });
  const [largest] = site.projects;
  for (let n = 0; largest !== undefined && n < 1100; n += 1)
    site.create({ project: largest.key, at: UNTIL - 30 * DAY + n * 60_000 });
  return startFakeJira({ site });
}

/** Lets a week go by and an hour, in which some issues change, some move and some are deleted; returns how many are gone. */
export function weekLater({ site }: FakeJira): number {
  const chance = new Chance(5);
  const now = site.now() + 7 * DAY + HOUR;
  site.now = () => now;
  const [from, to] = site.projects;
  const all = [...site.issues.values()].filter(({ projectId }) => projectId === from?.id);
  const [changed, moved, gone] = [chance.some(all, 40), chance.some(all, 5), chance.some(all, 7)];
  for (const issue of changed)
    site.transition(issue, 'In Progress', { at: now - chance.between(2, 90) * HOUR });
  for (const issue of moved) site.move(issue, to?.key ?? '', { at: now - HOUR });
  const before = site.issues.size;
  for (const issue of gone) if (site.issues.has(issue.id)) site.delete(issue);
  return before - site.issues.size;
}
