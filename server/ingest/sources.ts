import type { Instant } from '../model/instant.ts';
import type { Progress, StoredRows, Walk } from '../model/rows.ts';
import { openClone } from '../sources/git/clone.ts';
import type { GitSourceConfig } from '../sources/git/config.ts';
import { walkClone } from '../sources/git/walk.ts';

/** One thing to read. The one register of sources: a new one is a line here and a folder in `sources`. */
export type Asked = { source: 'git'; config: GitSourceConfig };

/** The world outside, given by the hall. */
export type World = {
  now: () => Instant;
  env: Readonly<Record<string, string | undefined>>;
  host: string;
  pid: number;
  alive: (pid: number) => boolean;
};

export function nameOf(asked: Asked): string {
  return `${asked.source} ${asked.config.path}`;
}

/** Begins to read; throws SourceError when the source cannot be reached at all. */
export async function openWalk(
  asked: Asked,
  stored: StoredRows,
  world: World,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Walk> {
  const now = world.now();
  const clone = await openClone(asked.config, { git: 'git', env: world.env, now });
  return walkClone(clone, stored, now, progress, signal);
}
