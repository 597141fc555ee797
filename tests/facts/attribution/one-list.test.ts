import { describe, expect, test } from 'vitest';
import { AI_APPS } from '../../../server/model/ai-apps.ts';
import { AI_BRANCHES } from '../../../server/model/ai-branches.ts';
import { AGENT_MAILBOXES } from '../../../server/model/ai-mailboxes.ts';
import { isAgentAccount, isAgentBranch, isAgentIdentity } from '../../../server/people/agents.ts';
import { isAutomation } from '../../../server/people/automation.ts';
import { attributed, plainCommit } from '../../support/attributed.ts';

describe('Who is an agent', () => {
  test.each(AI_APPS)('is the same to marks and to people: the app $login', ({ login, alone }) => {
    const account = { login, kind: 'bot' as const };
    const asUser = { login, kind: 'user' as const };
    const author = { name: `${login}[bot]`, email: `12345+${login}[bot]@users.noreply.github.com` };
    expect([attributed({ account }).level, isAgentAccount(account)]).toEqual(['agent', true]);
    expect([attributed({ commits: [plainCommit({ author })] }).level, isAgentIdentity(author)]).toEqual([
      'agent',
      true,
    ]);
    expect([attributed({ account: asUser }).level === 'agent', isAgentAccount(asUser)]).toEqual(
      Array(2).fill(alone === true),
    );
  });

  test.each([...AGENT_MAILBOXES])('is no person and no other automation: %s', (email) => {
    const author = { name: 'Any Name', email };
    expect([isAgentIdentity(author), isAutomation(author)]).toEqual([true, false]);
  });

  test.each(AI_BRANCHES)('works on branches that both know: %s', (_, tool, prefix) => {
    const branch = `${prefix}/coupons`;
    expect([attributed({ branch }).tools, isAgentBranch(branch)]).toEqual([[tool], true]);
    expect([attributed({ branch: `${prefix}-coupons` }).level, isAgentBranch(`${prefix}-coupons`)]).toEqual([
      'none',
      false,
    ]);
  });
});
