import { describe, expect, test } from 'vitest';
import type { Account } from '../../server/model/account.ts';
import type { ForgeDetails } from '../../server/model/pull-request.ts';
import { ownerOf } from '../../server/people/agent-owner.ts';
import { openedByAgent } from '../../server/people/opened-by-agent.ts';
import requests from '../golden/people-requests.json' with { type: 'json' };
import { storedPullRequest } from '../support/measured-pull-request.ts';

const ada: Account = { login: 'Ada', kind: 'user' };
const copilot: Account = { login: 'copilot-swe-agent', kind: 'bot' };
const actions: Account = { login: 'github-actions', kind: 'bot' };

const identity = (name: string, email: string) => ({ name, email });
const asActions = identity('github-actions[bot]', '41898282+github-actions[bot]@users.noreply.github.com');
const asAda = identity('Ada', 'ada@example.com');
const asClaude = identity('Claude', 'noreply@anthropic.com');
const commit = (author: { name: string; email: string }, message = 'Take coupons\n') => ({ author, message });

describe('A pull request was opened by an agent', () => {
  const opened = (
    account: Account | null,
    headBranch: string | null,
    commits: ReturnType<typeof commit>[] = [],
  ) => openedByAgent({ account, headBranch, commits });

  test('when its account is one', () => {
    expect(opened(copilot, 'coupons')).toBe(true);
  });

  test.each([
    'claude/issue-7',
    'copilot/fix-7',
    'codex/coupons',
    'cursor/coupons-1a2b',
    'devin/1754000000-coupons',
    'openhands/coupons',
    'coupons-14039077492578475302',
  ])('when automation opened it from %s', (branch) => {
    expect(opened(actions, branch)).toBe(true);
    expect(opened(ada, branch)).toBe(false);
  });

  test.each(['claude', 'add-claude/opus', 'coupons', 'release-20260302', null])(
    'not when automation opened it from %s',
    (branch) => {
      expect(opened(actions, branch)).toBe(false);
    },
  );

  test('when automation opened it with a first commit by an agent, or with an agent', () => {
    const together = commit(asActions, 'Take coupons\n\nCo-Authored-By: Claude <noreply@anthropic.com>\r\n');
    expect(opened(actions, 'coupons', [commit(asClaude)])).toBe(true);
    expect(opened(actions, 'coupons', [together])).toBe(true);
  });

  test('not when an agent came later, or helped a person', () => {
    expect(opened(actions, 'coupons', [commit(asActions), commit(asClaude)])).toBe(false);
    const helped = commit(asAda, 'Take coupons\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n');
    expect(opened(actions, 'coupons', [helped])).toBe(false);
    expect(opened(ada, 'coupons', [commit(asClaude)])).toBe(false);
  });

  test('not when its account was deleted', () => {
    expect(opened(null, 'claude/issue-7', [commit(asClaude)])).toBe(false);
  });
});

describe("The owner of an agent's pull request", () => {
  const owner = (forge: Partial<ForgeDetails>, body = '', messages: string[] = []) => {
    const { pullRequest } = storedPullRequest({
      pullRequest: { body },
      forge: { account: copilot, ...forge },
    });
    return ownerOf(pullRequest, true, messages);
  };

  test('is the first assignee who is no program', () => {
    expect(owner({ assignees: ['Copilot', 'Claude', 'dependabot[bot]', 'ben', 'cleo'] })).toBe('ben');
    expect(owner({ assignees: ['ben'] }, 'Requested by: @cleo')).toBe('ben');
  });

  test.each(requests.named)('is else whom the text names: %j', (text, login) => {
    expect(owner({}, text)).toBe(login);
    expect(owner({}, '', [`Take coupons\n\n${text}`])).toBe(login);
  });

  test.each(requests.nobody)('is not taken from: %j', (text) => {
    expect(owner({ mergedBy: null }, text)).toBeNull();
  });

  test('is else who merged it, unless that is a program or nobody has', () => {
    expect(owner({ assignees: ['Copilot'], mergedBy: ada })).toBe('Ada');
    expect(owner({ mergedBy: { login: 'github-merge-queue', kind: 'bot' } })).toBeNull();
    expect(owner({ mergedBy: { login: 'bors', kind: 'user' } })).toBeNull();
    expect(owner({ mergedBy: null })).toBeNull();
  });

  test('is nobody where a person opened it, and in a clone', () => {
    const { pullRequest } = storedPullRequest({ forge: { assignees: ['ben'] } });
    expect(ownerOf(pullRequest, false, [])).toBeNull();
    expect(ownerOf({ ...pullRequest, forge: null }, true, [])).toBeNull();
  });
});
