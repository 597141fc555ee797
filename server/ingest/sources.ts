import type { AttributionSettings } from '../facts/attribution/settings.ts';
import { isGeneratedFile } from '../facts/generated-files.ts';
import type { DeliverySettings } from '../model/delivery.ts';
import type { Instant } from '../model/instant.ts';
import type { Progress, Reading, StoredProjects, StoredRows, Walk } from '../model/rows.ts';
import type { StoredUsage } from '../model/tool-usage.ts';
import type { ClaudeCodeConfig } from '../sources/claude-code/config.ts';
import { openClaudeCode } from '../sources/claude-code/reading.ts';
import type { CopilotConfig } from '../sources/copilot/config.ts';
import { openCopilot } from '../sources/copilot/reading.ts';
import type { CursorConfig } from '../sources/cursor/config.ts';
import { openCursor } from '../sources/cursor/reading.ts';
import { type DemoConfig, untilOf } from '../sources/demo/config.ts';
import { openDemo } from '../sources/demo/reading.ts';
import { openClone } from '../sources/git/clone.ts';
import type { GitSourceConfig } from '../sources/git/config.ts';
import { walkClone } from '../sources/git/walk.ts';
import type { GithubSourceConfig } from '../sources/github/config.ts';
import { openGithub, openOlderGithub } from '../sources/github/reading.ts';
import type { JiraSourceConfig } from '../sources/jira/config.ts';
import { openJira, openOlderJira } from '../sources/jira/reading.ts';
import type { UsageCsvConfig } from '../sources/usage-csv/config.ts';
import { openUsageCsv } from '../sources/usage-csv/reading.ts';
import { githubOutside } from './github-outside.ts';
import { jiraOutside } from './jira-outside.ts';
import { claudeCodeOutside, copilotOutside, cursorOutside } from './vendor-outside.ts';

/** One thing to read. The one register of sources: a new one is a line here and a folder in `sources`. */
export type Asked =
  | { source: 'git'; config: GitSourceConfig }
  | { source: 'github'; config: GithubSourceConfig }
  | { source: 'jira'; config: JiraSourceConfig }
  | { source: 'copilot'; config: CopilotConfig }
  | { source: 'claude-code'; config: ClaudeCodeConfig }
  | { source: 'cursor'; config: CursorConfig }
  | { source: 'usage'; config: UsageCsvConfig }
  | { source: 'demo'; config: DemoConfig };

/** The world outside, given by the hall. */
export type World = {
  now: () => Instant;
  env: Readonly<Record<string, string | undefined>>;
  /** The organisation's time zone. */
  zone: string;
  /** What the organisation adds to the rules that tell AI involvement. */
  attribution: AttributionSettings;
  /** What tells that a deployment has failed. */
  delivery: DeliverySettings;
  /** A secret by the vendor's own name for it; null: it is not set. */
  secret: (name: string) => string | null;
  fetch: typeof fetch;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  host: string;
  pid: number;
  alive: (pid: number) => boolean;
};

export function nameOf({ source, config }: Asked): string {
  if (source === 'git' || source === 'usage') return `${source} ${config.path}`;
  if (source === 'claude-code' || source === 'cursor') return source;
  if (source === 'copilot') return `${source} ${config.owner}`;
  if (source === 'demo') return `${source} ${config.scenario}`;
  if (source === 'jira') {
    const projects = config.projects?.join(', ') ?? [];
    return [source, config.site ?? [], projects].flat().join(' ');
  }
  return `${source} ${[config.owner ?? [], config.repositories ?? []].flat().join(', ')}`;
}

/** Begins to read; throws SourceError when the source cannot be reached at all. */
export async function openReading(
  asked: Asked,
  stored: StoredRows & StoredProjects & StoredUsage,
  world: World,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  if (asked.source === 'github') {
    return openGithub(asked.config, githubOutside(world, asked.config), stored, progress, signal);
  }
  if (asked.source === 'jira') {
    return openJira(asked.config, jiraOutside(asked.config, world), stored, progress, signal);
  }
  if (asked.source === 'copilot') {
    return openCopilot(asked.config, copilotOutside(world, asked.config), stored, progress, signal);
  }
  if (asked.source === 'claude-code') {
    return openClaudeCode(asked.config, claudeCodeOutside(world), stored, progress, signal);
  }
  if (asked.source === 'cursor') {
    return openCursor(asked.config, cursorOutside(world), stored, progress, signal);
  }
  const now = world.now();
  if (asked.source === 'usage') return openUsageCsv(asked.config, now);
  if (asked.source === 'demo')
    return openDemo(asked.config, untilOf(asked.config, now), stored, progress, signal);
  const countsLines = (path: string) => !isGeneratedFile(path);
  const clone = await openClone(asked.config, { git: 'git', env: world.env, now, countsLines });
  return oneWalk(await walkClone(clone, stored, now, progress, signal));
}

/** What a first import leaves for later because it is old; other sources leave nothing. */
export type AskedOlder = Extract<Asked, { source: 'github' | 'jira' }>;

/** Begins to read that, as far back as `until`; null: all of it. Throws as `openReading` does. */
export function openOlder(
  asked: AskedOlder,
  stored: StoredRows & StoredProjects,
  world: World,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
  until: Instant | null,
): Promise<Reading> {
  if (asked.source === 'github') {
    const outside = githubOutside(world, asked.config);
    return openOlderGithub(asked.config, outside, stored, progress, signal, until);
  }
  return openOlderJira(asked.config, jiraOutside(asked.config, world), stored, progress, signal, until);
}

/** A source that is one repository and asks nobody. */
function oneWalk(walk: Walk): Reading {
  async function* steps() {
    yield { walk };
  }
  return { steps: steps(), usage: () => ({ requests: 0, points: null, waits: [] }) };
}
