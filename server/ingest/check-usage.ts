import type { Reading } from '../model/rows.ts';
import type { StoredUsage } from '../model/tool-usage.ts';
import { SourceError } from '../net/source-error.ts';
import { openClaudeCode } from '../sources/claude-code/reading.ts';
import { openCopilot } from '../sources/copilot/reading.ts';
import { openCursor } from '../sources/cursor/reading.ts';
import { openUsageCsv } from '../sources/usage-csv/reading.ts';
import type { SourceCheck } from './check-source.ts';
import type { Asked, World } from './sources.ts';
import { claudeCodeOutside, copilotOutside, cursorOutside } from './vendor-outside.ts';

export type AskedUsage = Extract<Asked, { source: 'copilot' | 'claude-code' | 'cursor' | 'usage' }>;

/** So many days are asked for, which is enough for every vendor's delay. */
const DAYS = 7;
const nothing: StoredUsage = { usageCursor: async () => null };

/** Reads a week of use and keeps none of it. */
export async function checkUsage(asked: AskedUsage, world: World): Promise<SourceCheck[]> {
  const signal = new AbortController().signal;
  try {
    return [{ what: '', ok: true, says: await found(await opened(asked, world, signal)) }];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [{ what: '', ok: false, says: error.message }];
  }
}

function opened({ source, config }: AskedUsage, world: World, signal: AbortSignal): Promise<Reading> {
  const silent = () => {};
  const week = { ...config, days: DAYS, patience: 0 };
  if (source === 'usage') return openUsageCsv(config, world.now());
  if (source === 'copilot')
    return openCopilot({ ...config, ...week }, copilotOutside(world, config), nothing, silent, signal);
  return source === 'cursor'
    ? openCursor(week, cursorOutside(world), nothing, silent, signal)
    : openClaudeCode(week, claudeCodeOutside(world), nothing, silent, signal);
}

async function found(reading: Reading): Promise<string> {
  let [seats, users, last] = [0, 0, ''];
  for await (const step of reading.steps) {
    if (!('usage' in step)) continue;
    for await (const told of step.usage.steps) {
      if ('seats' in told) seats = told.seats.length;
      if (!('days' in told)) continue;
      users += told.days.filter(({ active }) => active).length;
      for (const { day } of told.days) last = day > last ? day : last;
    }
  }
  const days = users === 1 ? '1 day of use' : `${users} days of use`;
  return [seats > 0 ? `${seats} seats` : [], days, last === '' ? [] : `up to ${last}`].flat().join(', ');
}
