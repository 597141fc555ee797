import { type Answered, type FakeVendor, type Heard, startVendor } from './fake.ts';

/** One terminal's use of a day, as Anthropic's reference of the Claude Code Analytics API shows it. */
export function terminal(actor: { email: string } | { key: string }, sessions = 1, added = 30) {
  return {
    date: '2026-11-18T00:00:00Z',
    actor:
      'email' in actor
        ? { type: 'user_actor', email_address: actor.email }
        : { type: 'api_actor', api_key_name: actor.key },
    organization_id: 'b6f0b8f0-0000-4000-8000-000000000000',
    customer_type: 'api',
    terminal_type: 'vscode',
    core_metrics: {
      num_sessions: sessions,
      lines_of_code: { added, removed: 4 },
      commits_by_claude_code: 2,
      pull_requests_by_claude_code: 1,
    },
    tool_actions: {
      edit_tool: { accepted: 9, rejected: 1 },
      multi_edit_tool: { accepted: 0, rejected: 0 },
      notebook_edit_tool: { accepted: 0, rejected: 0 },
      write_tool: { accepted: 2, rejected: 0 },
    },
    model_breakdown: [
      {
        model: 'claude-sonnet-4-5',
        tokens: { input: 1000, output: 400, cache_read: 200, cache_creation: 100 },
        estimated_cost: { currency: 'USD', amount: 125 },
      },
    ],
  };
}

export type ClaudeState = { days: Map<string, ReturnType<typeof terminal>[]>; page: number };

/** Anthropic, as far as the use of Claude Code goes; `page` is how many rows it sends at once. */
export function startClaudeCode(state: ClaudeState): Promise<FakeVendor> {
  return startVendor((heard) => {
    const { 'x-api-key': key, 'anthropic-version': version } = heard.headers;
    if (key !== 'sk-ant-admin-good' || version !== '2023-06-01')
      return {
        status: 401,
        body: { type: 'error', error: { type: 'authentication_error', message: 'invalid x-api-key' } },
      };
    return heard.path === '/v1/organizations/usage_report/claude_code'
      ? pageOf(heard, state)
      : { status: 404 };
  });
}

function pageOf({ query }: Heard, { days, page: size }: ClaudeState): Answered {
  const rows = days.get(query.get('starting_at') ?? '') ?? [];
  const at = Number((query.get('page') ?? 'page_0').slice('page_'.length));
  const more = at + size < rows.length;
  return {
    body: { data: rows.slice(at, at + size), has_more: more, next_page: more ? `page_${at + size}` : null },
  };
}
