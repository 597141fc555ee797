import { DAY } from '../../../server/model/instant.ts';
import { type Answered, type FakeVendor, type Heard, startVendor } from './fake.ts';

export type CursorState = {
  /** Accepted lines by day and address; null: listed, but not active. */
  use: Map<string, Record<string, number | null>>;
  members: string[];
};

/** Cursor, as far as the Admin API's daily usage and members go; it takes 30 days a request at most. */
export function startCursor(state: CursorState): Promise<FakeVendor> {
  return startVendor((heard) => {
    const basic = `Basic ${Buffer.from('key_good:').toString('base64')}`;
    if (heard.headers.authorization !== basic) return { status: 401, body: { error: 'Invalid API key' } };
    if (heard.path === '/teams/members') return membersOf(state);
    return heard.path === '/teams/daily-usage-data' ? usageOf(heard, state) : { status: 404 };
  });
}

function membersOf({ members }: CursorState): Answered {
  return { body: { teamMembers: members.map((email) => ({ name: 'A member', email, role: 'member' })) } };
}

function usageOf({ body }: Heard, { use }: CursorState): Answered {
  const asked = {
    startDate: 0,
    endDate: 0,
    page: 1,
    pageSize: 10,
    ...(typeof body === 'object' ? body : {}),
  };
  if (asked.endDate - asked.startDate > 30 * DAY)
    return { status: 400, body: { error: 'Date range cannot exceed 30 days' } };
  const rows = [...use].flatMap(([day, people]) => {
    const date = Date.parse(`${day}T00:00:00Z`);
    if (date < asked.startDate || date > asked.endDate) return [];
    return Object.entries(people).map(([email, lines]) => ({
      ...{ date, day, email, userId: 'user_1', isActive: lines !== null },
      ...{
        totalLinesAdded: 100,
        totalLinesDeleted: 3,
        acceptedLinesAdded: lines ?? 0,
        acceptedLinesDeleted: 0,
      },
      ...{ totalApplies: 2, totalAccepts: 2, totalRejects: 0, totalTabsShown: 9, totalTabsAccepted: 4 },
      ...{ composerRequests: 1, chatRequests: 2, agentRequests: 3, cmdkUsages: 0, bugbotUsages: 0 },
      ...{ subscriptionIncludedReqs: 5, apiKeyReqs: 0, usageBasedReqs: 1, mostUsedModel: 'gpt-5' },
    }));
  });
  const first = (asked.page - 1) * asked.pageSize;
  const data = rows.slice(first, first + asked.pageSize);
  const hasNextPage = first + asked.pageSize < rows.length;
  return {
    body: {
      data,
      period: { startDate: asked.startDate, endDate: asked.endDate },
      pagination: { page: asked.page, pageSize: asked.pageSize, totalUsers: rows.length, hasNextPage },
    },
  };
}
