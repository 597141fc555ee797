import { openClone } from '../sources/git/clone.ts';
import { checkGithub } from '../sources/github/check.ts';
import { checkJira } from '../sources/jira/check.ts';
import { checkUsage } from './check-usage.ts';
import { githubOutside } from './github-outside.ts';
import { jiraOutside } from './jira-outside.ts';
import type { Asked, World } from './sources.ts';

/** `what` is empty where the source has but one thing to check. */
export type SourceCheck = { what: string; ok: boolean; says: string };

/** Asks a source for real, one thing after another, without reading it. Throws SourceError when it cannot be asked at all. */
export async function checkSource(asked: Asked, world: World): Promise<SourceCheck[]> {
  if (asked.source === 'github') return checkGithub(asked.config, githubOutside(world, asked.config));
  if (asked.source === 'jira') return checkJira(asked.config, jiraOutside(asked.config, world));
  if (asked.source === 'demo') return [{ what: '', ok: true, says: 'a demo organisation needs nothing' }];
  if (asked.source !== 'git') return checkUsage(asked, world);
  const { repository } = await openClone(asked.config, { git: 'git', env: world.env, now: world.now() });
  return [{ what: '', ok: true, says: `${repository.name}, branch ${repository.defaultBranch}` }];
}
