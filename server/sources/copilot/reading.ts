import type { Progress, Reading } from '../../model/rows.ts';
import type { Seat, StoredUsage, ToolDay, UsageStep } from '../../model/tool-usage.ts';
import { daysToAsk, endOfDay } from '../../net/report-days.ts';
import { type Vendor, type VendorOutside, vendor } from '../../net/vendor.ts';
import { checked } from '../../net/vendor-answer.ts';
import type { CopilotConfig } from './config.ts';
import { type CopilotSeat, Links, SeatPage } from './payload.ts';
import { reportedDays } from './report.ts';

/**
 * `host` is the forge's, by which the logins are known: `github.com`. The token is asked for before every request, since that of a
 * GitHub App (`by`) ends within the hour.
 */
export type CopilotOutside = VendorOutside & {
  apiUrl: string;
  host: string;
  by: 'token' | 'app';
  token: (signal: AbortSignal) => Promise<string>;
};

const VENDOR = 'GitHub';
const ALLOWED = 'the organisation has to allow the metrics API in its Copilot policies.';
const NAMES = {
  token: {
    vendor: VENDOR,
    secret: 'the token',
    needs: `To read the use of Copilot it needs the permission "GitHub Copilot Business" (read) and "Organization Copilot metrics" (read), or as a classic token manage_billing:copilot and read:org; ${ALLOWED}`,
  },
  // By GitHub's list of what installation tokens may ask for, which has the seats and the reports of an organisation.
  app: {
    vendor: VENDOR,
    secret: 'the GitHub App',
    needs: `To read the use of Copilot the App needs the organization permissions "GitHub Copilot Business" (read) and "Organization Copilot metrics" (read), which the organisation has to accept where they were added later; ${ALLOWED} Or set COPILOT_TOKEN, which goes before the App.`,
  },
};
/** A report lags two full days and is completed for some more. */
const AGAIN = 5;
const PATIENCE = 10;
const PAGE = 100;
/** There is no report of a day, of an organisation, or none yet. */
const NO_REPORT = [204, 404];

/** Who used Copilot on which day, and who has a seat since when. */
export async function openCopilot(
  config: CopilotConfig,
  outside: CopilotOutside,
  stored: StoredUsage,
  progress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Reading> {
  const { owner } = config;
  const account = { id: `copilot:${outside.host}/${owner.toLowerCase()}`, name: `Copilot of ${owner}` };
  const asked = vendor(NAMES[outside.by], outside, signal, config.patience ?? PATIENCE);
  const as = { outside, asked, signal };
  const cursor = await stored.usageCursor(account.id);
  const now = outside.now();

  async function* steps(): AsyncGenerator<UsageStep> {
    yield { seats: await seatsOf(owner, as), at: now };
    const days = daysToAsk({ cursor, now, again: AGAIN, reach: config.days ?? 365 });
    let last: string | undefined;
    for (const [place, day] of days.entries()) {
      progress({ what: 'days of Copilot', done: place, total: days.length });
      const found = await dayOf(day, owner, as);
      if (found !== null) last = day;
      yield { days: found ?? [], replaces: found === null ? null : day, cursor: day };
    }
    const limits = last === undefined ? ['GitHub had no report of the days that were asked for.'] : [];
    yield { end: { coveredUntil: endOfDay(last ?? cursor ?? undefined, now), limits } };
  }
  async function* walk(): Reading['steps'] {
    yield { usage: { account, steps: steps() } };
  }
  return { steps: walk(), usage: asked.usage };
}

type As = { outside: CopilotOutside; asked: Vendor; signal: AbortSignal };

/** Null: there is no report of the day. */
async function dayOf(day: string, owner: string, { outside, asked, signal }: As): Promise<ToolDay[] | null> {
  const { apiUrl, host } = outside;
  const { status, text } = await asked.ask({
    method: 'GET',
    url: `${apiUrl}/orgs/${owner}/copilot/metrics/reports/users-1-day?day=${day}`,
    headers: headers(await outside.token(signal)),
    also: NO_REPORT,
  });
  if (status !== 200 || text.trim() === '' || text.trim() === '""') return null;
  const { download_links: links } = checked(text, Links, VENDOR);
  const found: ToolDay[] = [];
  for (const url of links) {
    // The address itself is the permission: a token beside it would be told to a stranger, who refuses it.
    const report = await asked.ask({ method: 'GET', url, also: NO_REPORT });
    if (report.status === 200) found.push(...reportedDays(report.text, day, host));
  }
  return links.length === 0 ? null : found;
}

async function seatsOf(owner: string, { outside, asked, signal }: As): Promise<Seat[]> {
  const { apiUrl, host } = outside;
  const found: CopilotSeat[] = [];
  for (let page = 1; ; page += 1) {
    const { text } = await asked.ask({
      method: 'GET',
      url: `${apiUrl}/orgs/${owner}/copilot/billing/seats?per_page=${PAGE}&page=${page}`,
      headers: headers(await outside.token(signal)),
    });
    const { seats } = checked(text, SeatPage, VENDOR);
    found.push(...seats);
    if (seats.length < PAGE) break;
  }
  return found.flatMap(({ created_at: since, last_activity_at: last, assignee }) =>
    assignee?.login === undefined
      ? []
      : [
          {
            tool: 'copilot',
            user: { login: assignee.login, host },
            since: instantOf(since),
            lastActiveAt: instantOf(last ?? ''),
          },
        ],
  );
}

function instantOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

function headers(token: string) {
  return {
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
    accept: 'application/vnd.github+json',
  };
}
