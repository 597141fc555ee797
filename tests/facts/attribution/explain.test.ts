import { describe, expect, test } from 'vitest';
import { explainLine } from '../../../server/facts/attribution/explain.ts';
import { RULES_VERSION } from '../../../server/facts/attribution/rules.ts';
import { rules } from '../../support/attributed.ts';

const COMMIT = {
  sha: 'c1',
  author_name: 'Ada Example',
  author_email: 'ada@example.com',
  committer_name: 'GitHub',
  committer_email: 'noreply@github.com',
  message: 'Coupons\n\nMade-with: Cursor\n',
};

const answer = (line: unknown) =>
  JSON.parse(explainLine(typeof line === 'string' ? line : JSON.stringify(line), rules));

describe('A line of explain', () => {
  test('is answered by one line with the level, the tools, the counts and every mark', () => {
    const line = explainLine(JSON.stringify({ commits: [COMMIT] }), rules);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      level: 'assisted',
      tools: ['cursor'],
      strength: 'certain',
      marked_commits: 1,
      commits: 1,
      evidence: [
        {
          signal: 'cursor-madewith',
          tool: 'cursor',
          role: 'assisted',
          strength: 'certain',
          where: 'message',
          commit: 'c1',
          text: 'Made-with: Cursor',
          rules_version: RULES_VERSION,
        },
      ],
      ai_lines: null,
      excluded: null,
      rules_version: RULES_VERSION,
    });
  });

  test('takes instants in words and in seconds, parents as a number and as a list', () => {
    const stamped = { ...COMMIT, message: 'C\n\nCo-authored-by: Claude <noreply@anthropic.com>' };
    expect(
      answer({ commits: [{ ...stamped, authored_at: 1_700_000_000, parents: ['a', 'b'] }] }).commits,
    ).toBe(0);
    expect(
      answer({ commits: [{ ...stamped, authored_at: '2026-02-02T09:00:00Z', parents: 1 }] }).commits,
    ).toBe(1);
  });

  test('takes accounts as logins and as objects', () => {
    expect(answer({ commits: [], author: 'devin-ai-integration[bot]' }).level).toBe('agent');
    expect(answer({ commits: [], author: { login: 'devin-ai-integration', kind: 'bot' } }).level).toBe(
      'agent',
    );
    expect(answer({ commits: [], author: { login: 'claude', kind: 'bot' } }).level).toBe('agent');
    expect(answer({ commits: [], author: { login: 'claude', kind: 'user' } }).level).toBe('none');
  });

  test('knows a branch by its ref, and with its owner', () => {
    for (const branch of ['codex/coupons', 'refs/heads/codex/coupons', 'acme:codex/coupons']) {
      expect(answer({ commits: [], branch }).tools).toEqual(['openai-codex']);
    }
  });

  test('needs the commits or the one that landed them, and no names', () => {
    const merge_commit = { sha: 'm1', message: 'Coupons\n\nMade-with: Cursor' };
    expect(answer({ merge_commit })).toMatchObject({
      level: 'assisted',
      marked_commits: null,
      commits: null,
    });
  });

  const wrong: [line: unknown, error: string][] = [
    ['{', 'The line is not JSON.'],
    ['[]', 'The line is not an object.'],
    ['{}', 'commits is missing.'],
    [{ commits: {} }, 'commits is not a list.'],
    [{ comits: [] }, 'commits is missing.'],
    [{ commits: [7] }, 'commits[0] is not an object.'],
    [{ commits: [COMMIT, { ...COMMIT, message: undefined }] }, 'commits[1].message is missing.'],
    [{ commits: [{ ...COMMIT, author_email: 7 }] }, 'commits[0].author_email is not a text.'],
    [{ commits: [{ ...COMMIT, authored_at: 'soon' }] }, 'commits[0].authored_at is no instant.'],
    [{ commits: [{ ...COMMIT, parents: 'two' }] }, 'commits[0].parents is neither a number nor a list.'],
    [{ commits: [], merge_commit: { sha: 'm1' } }, 'merge_commit.message is missing.'],
    [{ commits: [], labels: 'AI' }, 'labels is not a list.'],
    [{ commits: [], title: 7 }, 'title is not a text.'],
    [
      { commits: [], author: { login: 'x', kind: 'ghost' } },
      'author.kind is none of user, bot, mannequin, organization.',
    ],
  ];
  test.each(wrong)('says what is wrong with %j', (line, error) => {
    expect(answer(line)).toEqual({ error });
  });
});
