import { onTestFinished } from 'vitest';
import { type FakeJira, type FakeJiraOptions, startFakeJira } from './fake.ts';
import type { Deployment } from './field.ts';
import { person } from './person.ts';
import { FakeSite } from './site.ts';

/** A fake for one test, which ends with it. */
export async function startedJira(options: FakeJiraOptions): Promise<FakeJira> {
  const fake = await startFakeJira(options);
  onTestFinished(() => fake.close());
  return fake;
}

export const NOON = Date.UTC(2026, 2, 3, 11);
export const HOUR = 3_600_000;

/** A small site at noon of 3 March 2026 with Ada and Ben, the company-managed SHOP and, on Cloud, the team-managed TEAM. */
export function smallSite(deployment: Deployment = 'Cloud'): FakeSite {
  const site = new FakeSite(deployment, () => NOON);
  site.addPerson(person('ada'));
  site.addPerson(person('ben', { emailSeen: 'hidden' }));
  site.addProject('SHOP', { name: 'The shop' });
  if (deployment === 'Cloud') site.addProject('TEAM', { name: 'A team', teamManaged: true });
  return site;
}

/** An issue of SHOP that went all the way, a week before noon. */
export function finished(site: FakeSite, at: number = NOON - 7 * 24 * HOUR) {
  const issue = site.create({ project: 'SHOP', at, assigneeId: '712020:ada' });
  site.transition(issue, 'In Progress', { at: at + HOUR, by: '712020:ada' });
  site.transition(issue, 'In Review', { at: at + 5 * HOUR, by: '712020:ada' });
  site.transition(issue, 'Done', { at: at + 9 * HOUR, by: '712020:ben' });
  return issue;
}
