import { describe, expect, test } from 'vitest';
import type { Account } from '../../server/model/account.ts';
import { isAgentAccount } from '../../server/people/agents.ts';
import { isAutomationAccount } from '../../server/people/automation.ts';
import { reviewerOf } from '../../server/people/reviewer.ts';
import { accountsOf } from '../support/accounts.ts';

const { agents, automation, people, reviewTools } = accountsOf();

describe('An account', () => {
  test.each(agents)('of a coding agent is $login ($kind)', (account) => {
    expect([isAgentAccount(account), isAutomationAccount(account)]).toEqual([true, false]);
  });

  test.each(automation)('of other automation is $login ($kind)', (account) => {
    expect([isAgentAccount(account), isAutomationAccount(account)]).toEqual([false, true]);
  });

  test.each(people)('of a person is $login ($kind)', (account) => {
    expect([isAgentAccount(account), isAutomationAccount(account)]).toEqual([false, false]);
  });
});

describe('A review', () => {
  const ada: Account = { login: 'Ada', kind: 'user' };
  const ben: Account = { login: 'ben', kind: 'user' };
  const copilot: Account = { login: 'copilot-swe-agent', kind: 'bot' };

  test.each([...agents, ...automation, ...reviewTools])("by $login ($kind) is a bot's", (account) => {
    expect(reviewerOf(account, { author: ada, owner: null })).toBe('bot');
  });

  test.each(people)('by $login ($kind) is independent', (account) => {
    expect(reviewerOf(account, { author: ben, owner: null })).toBe('independent');
  });

  test("by the author is the author's, however the login is written", () => {
    expect(reviewerOf({ login: 'aDA', kind: 'user' }, { author: ada, owner: null })).toBe('author');
    expect(
      reviewerOf({ ...copilot, login: 'Copilot-SWE-Agent[bot]' }, { author: copilot, owner: 'ada' }),
    ).toBe('author');
  });

  test('by a person is not that of the app of the same name', () => {
    const person: Account = { login: 'claude', kind: 'user' };
    const app: Account = { login: 'claude', kind: 'bot' };
    expect(reviewerOf(person, { author: app, owner: null })).toBe('independent');
    expect(reviewerOf(app, { author: person, owner: null })).toBe('bot');
  });

  test("by who asked an agent for the work is the owner's, however the login is written", () => {
    expect(reviewerOf(ada, { author: copilot, owner: 'ADA' })).toBe('owner');
    expect(reviewerOf(ben, { author: copilot, owner: 'ADA' })).toBe('independent');
  });

  test('by a deleted account is independent, unless the author is deleted too and may be the same', () => {
    expect(reviewerOf(null, { author: ada, owner: null })).toBe('independent');
    expect(reviewerOf(null, { author: null, owner: null })).toBe('author');
    expect(reviewerOf(ben, { author: null, owner: null })).toBe('independent');
  });
});
