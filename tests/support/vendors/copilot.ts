import type { components } from '@octokit/openapi-types';
import type { Credentials } from '../github/credentials.ts';
import { type Answered, type FakeVendor, type Heard, NOT_FOUND, startVendor } from './fake.ts';

type Links = components['schemas']['copilot-usage-metrics-1-day-report'];
type SeatDetails = components['schemas']['copilot-seat-details'];

/** A line of a report, in the fields that GitHub's reference of user-level metrics names. */
export type UserLine = {
  user_login: string;
  user_initiated_interaction_count: number;
  code_generation_activity_count: number;
  code_acceptance_activity_count: number;
  loc_suggested_to_add_sum: number;
  loc_added_sum: number;
};

export type CopilotState = {
  /** Texts of the reports by day. */
  reports: Map<string, string>;
  seats: { login: string; since: string; lastActive: string | null }[];
  /** An App, and whether it may read the use of Copilot where it is installed. */
  app?: { credentials: Credentials; allowed: boolean };
};

export const COPILOT_TOKEN = 'copilot-reader';

export function userLine(login: string, over: Partial<UserLine> = {}): UserLine {
  return {
    user_login: login,
    user_initiated_interaction_count: 3,
    code_generation_activity_count: 5,
    code_acceptance_activity_count: 2,
    loc_suggested_to_add_sum: 40,
    loc_added_sum: 12,
    ...over,
  };
}

/** A report as GitHub writes them: one JSON object a line. */
export function reportOf(lines: readonly UserLine[]): string {
  return lines.map((line) => JSON.stringify(line)).join('\n');
}

/** GitHub, as far as the use of Copilot goes; its reports lie behind signed links, which take no token. */
export function startCopilot(state: CopilotState): Promise<FakeVendor> {
  return startVendor((heard, url) => {
    if (heard.path.startsWith('/signed/')) return signed(heard, state);
    if (heard.path.startsWith('/app/')) return ofApp(heard, state);
    const holder = state.app?.credentials.holder(heard.headers.authorization) ?? null;
    if (heard.headers.authorization !== `Bearer ${COPILOT_TOKEN}` && holder !== 'installation')
      return { status: 401, body: { message: 'Bad credentials' } };
    if (holder === 'installation' && state.app?.allowed !== true)
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    if (heard.path === '/orgs/acme/copilot/billing/seats') return seatsOf(heard, state);
    const day = heard.query.get('day') ?? '';
    if (heard.path !== '/orgs/acme/copilot/metrics/reports/users-1-day') return NOT_FOUND;
    if (!state.reports.has(day)) return { status: 204 };
    const links: Links = { download_links: [`${url}/signed/${day}?sig=1`], report_day: day };
    return { body: links };
  });
}

/** What an App asks as itself: where it is installed, and for tokens there. */
function ofApp({ path, headers }: Heard, { app }: CopilotState): Answered {
  const credentials = app?.credentials;
  const against = credentials?.reasonAgainstApp(headers.authorization) ?? null;
  if (credentials === undefined || against !== null) return { status: 401, body: { message: against } };
  const installed = credentials.app?.installations ?? [];
  if (path === '/app/installations')
    return { body: installed.map(({ id, account }) => ({ id, account: { login: account } })) };
  const id = Number(/^\/app\/installations\/(\d+)\/access_tokens$/.exec(path)?.[1]);
  if (!installed.some((one) => one.id === id)) return NOT_FOUND;
  const { token, expiresAt } = credentials.grant(id);
  return {
    status: 201,
    body: { token, expires_at: expiresAt, permissions: {}, repository_selection: 'all' },
  };
}

function signed({ path, headers }: Heard, { reports }: CopilotState): Answered {
  if (headers.authorization !== undefined)
    return { status: 400, body: 'InvalidAuthenticationInfo: only one way to authenticate' };
  return { body: reports.get(path.slice('/signed/'.length)) ?? '' };
}

function seatsOf({ query }: Heard, { seats }: CopilotState): Answered {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 50)];
  const of = seats.slice((page - 1) * size, page * size).map(seatDetails);
  return { body: { total_seats: seats.length, seats: of } };
}

function seatDetails({ login, since, lastActive }: CopilotState['seats'][number]): SeatDetails {
  return {
    created_at: since,
    last_activity_at: lastActive,
    last_activity_editor: lastActive === null ? null : 'vscode/1.104',
    pending_cancellation_date: null,
    plan_type: 'business',
    assignee: {
      ...{ login, id: login.length, node_id: 'U_1', avatar_url: '', gravatar_id: '', url: '', html_url: '' },
      ...{ followers_url: '', following_url: '', gists_url: '', starred_url: '', subscriptions_url: '' },
      ...{ organizations_url: '', repos_url: '', events_url: '', received_events_url: '' },
      ...{ type: 'User', site_admin: false },
    },
  };
}
