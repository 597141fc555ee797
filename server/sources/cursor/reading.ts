import { DAY } from '../../model/instant.ts';
import type { Progress, Reading } from '../../model/rows.ts';
import type { Seat, StoredUsage, ToolDay, UsageStep } from '../../model/tool-usage.ts';
import { daysToAsk, endOfDay } from '../../net/report-days.ts';
import { type Vendor, type VendorOutside, vendor } from '../../net/vendor.ts';
import { checked } from '../../net/vendor-answer.ts';
import type { CursorConfig } from './config.ts';
import { type CursorUsage, Members, UsagePage } from './payload.ts';

export type CursorOutside = VendorOutside & { url: string; key: string };

const NAMES = {
  vendor: 'Cursor',
  secret: 'CURSOR_API_KEY',
  needs: 'It has to be an Admin API key, which an admin of the team makes in the dashboard under Settings.',
};
/** Days that are asked for again: what a laptop reports late is added to its day. */
const AGAIN = 3;
/** Days of one request at most, and users of a page. */
const SPAN = 30;
const PAGE = 500;
/** Pages of one request that are believed at most. */
const PAGES = 200;
const PATIENCE = 20;

/** Who used Cursor on which day, and who is in the team. */
export async function openCursor(
  config: CursorConfig,
  outside: CursorOutside,
  stored: StoredUsage,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const { host } = new URL(outside.url);
  const account = { id: `cursor:${host}`, name: 'Cursor' };
  const asked = vendor(NAMES, outside, signal, config.patience ?? PATIENCE);
  const cursor = await stored.usageCursor(account.id);
  const now = outside.now();

  async function* steps(): AsyncGenerator<UsageStep> {
    yield { seats: await seats(outside, asked), at: now };
    const days = daysToAsk({ cursor, now, again: AGAIN, reach: config.days ?? 365 });
    for (let at = 0; at < days.length; at += SPAN) {
      progress({ what: 'days of Cursor', done: at, total: days.length });
      const span = days.slice(at, at + SPAN);
      const found = Map.groupBy(await usageOf(span, outside, asked), ({ day }) => day);
      for (const day of span) yield { days: found.get(day) ?? [], replaces: day, cursor: day };
    }
    yield { end: { coveredUntil: endOfDay(days.at(-1), now), limits: [] } };
  }
  async function* walk(): Reading['steps'] {
    yield { usage: { account, steps: steps() } };
  }
  return { steps: walk(), usage: asked.usage };
}

async function usageOf(
  days: readonly string[],
  { url, key }: CursorOutside,
  asked: Vendor,
): Promise<ToolDay[]> {
  const [startDate, last] = [days.at(0), days.at(-1)].map((day) => Date.parse(`${day}T00:00:00Z`));
  const found: ToolDay[] = [];
  for (let page = 1; page <= PAGES; page += 1) {
    const { text } = await asked.ask({
      method: 'POST',
      url: `${url}/teams/daily-usage-data`,
      headers: { authorization: basic(key) },
      body: { startDate, endDate: (last ?? 0) + DAY - 1, page, pageSize: PAGE },
    });
    const { data, pagination } = checked(text, UsagePage, NAMES.vendor);
    found.push(...data.flatMap(toolDay));
    if (!pagination?.hasNextPage) break;
  }
  return found;
}

function toolDay(usage: CursorUsage): ToolDay[] {
  const { date, email, isActive, totalLinesAdded, acceptedLinesAdded } = usage;
  if (!email) return [];
  const asked = [usage.composerRequests, usage.chatRequests, usage.agentRequests, usage.cmdkUsages];
  const told = asked.filter((many) => many !== undefined && many !== null);
  return [
    {
      tool: 'cursor',
      day: new Date(date).toISOString().slice(0, 10),
      user: { email },
      active: isActive,
      sessions: null,
      requests: told.length === 0 ? null : told.reduce((sum, many) => sum + many, 0),
      suggestedLines: totalLinesAdded ?? null,
      acceptedLines: acceptedLinesAdded ?? null,
    },
  ];
}

async function seats({ url, key }: CursorOutside, asked: Vendor): Promise<Seat[]> {
  const { text } = await asked.ask({
    method: 'GET',
    url: `${url}/teams/members`,
    headers: { authorization: basic(key) },
  });
  return checked(text, Members, NAMES.vendor).teamMembers.flatMap(({ email, isRemoved }) =>
    isRemoved ? [] : [{ tool: 'cursor', user: { email }, since: null, lastActiveAt: null }],
  );
}

/** The key stands where a user's name does, and no password behind it. */
function basic(key: string): string {
  return `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}
