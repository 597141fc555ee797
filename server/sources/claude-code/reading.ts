import type { Progress, Reading } from '../../model/rows.ts';
import type { StoredUsage, ToolDay, UsageStep } from '../../model/tool-usage.ts';
import { daysToAsk, endOfDay } from '../../net/report-days.ts';
import { type Vendor, type VendorOutside, vendor } from '../../net/vendor.ts';
import { checked, unexpected } from '../../net/vendor-answer.ts';
import type { ClaudeCodeConfig } from './config.ts';
import { type ClaudeUsage, Page } from './payload.ts';

export type ClaudeCodeOutside = VendorOutside & { url: string; key: string };

const NAMES = {
  vendor: 'Anthropic',
  secret: 'ANTHROPIC_ADMIN_KEY',
  needs:
    'It has to be an Admin API key (sk-ant-admin...), which somebody with the role of admin makes in the Console under Settings, Admin keys.',
};
/** Days that are asked for again, since a day is complete about an hour after its end. */
const AGAIN = 2;
const PATIENCE = 10;

/** Who used Claude Code on which day; one request a day, more for organisations of over a thousand terminals. */
export async function openClaudeCode(
  config: ClaudeCodeConfig,
  outside: ClaudeCodeOutside,
  stored: StoredUsage,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const { host } = new URL(outside.url);
  const account = { id: `claude-code:${host}`, name: 'Claude Code' };
  const asked = vendor(NAMES, outside, signal, config.patience ?? PATIENCE);
  const cursor = await stored.usageCursor(account.id);
  const now = outside.now();

  async function* steps(): AsyncGenerator<UsageStep> {
    const days = daysToAsk({ cursor, now, again: AGAIN, reach: config.days ?? 365 });
    for (const [place, day] of days.entries()) {
      progress({ what: 'days of Claude Code', done: place, total: days.length });
      yield { days: await dayOf(day, outside, asked), replaces: day, cursor: day };
    }
    yield { end: { coveredUntil: endOfDay(days.at(-1), now), limits: [] } };
  }
  async function* walk(): Reading['steps'] {
    yield { usage: { account, steps: steps() } };
  }
  return { steps: walk(), usage: asked.usage };
}

async function dayOf(day: string, { url, key }: ClaudeCodeOutside, asked: Vendor): Promise<ToolDay[]> {
  const found: ToolDay[] = [];
  const seen = new Set<string>();
  for (let page: string | null = null; ; ) {
    const query = new URLSearchParams({
      starting_at: day,
      limit: '1000',
      ...(page === null ? {} : { page }),
    });
    const { text } = await asked.ask({
      method: 'GET',
      url: `${url}/v1/organizations/usage_report/claude_code?${query}`,
      headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' },
    });
    const answer = checked(text, Page, NAMES.vendor);
    found.push(...answer.data.flatMap((usage) => toolDay(day, usage)));
    page = answer.has_more ? (answer.next_page ?? null) : null;
    if (page === null) return found;
    if (seen.has(page)) throw unexpected(NAMES.vendor, 'it names the same page twice');
    seen.add(page);
  }
}

function toolDay(day: string, { actor, core_metrics: metrics }: ClaudeUsage): ToolDay[] {
  const { email_address: email, api_key_name: key } = actor;
  const user = email !== undefined ? { email } : key !== undefined ? { key } : null;
  if (user === null) return [];
  const counts = {
    sessions: metrics.num_sessions,
    requests: null,
    suggestedLines: null,
    acceptedLines: metrics.lines_of_code.added,
  };
  return [{ tool: 'claude-code', day, user, active: true, ...counts }];
}
