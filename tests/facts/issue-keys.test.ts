import { describe, expect, it } from 'vitest';
import { issueKeysIn } from '../../server/facts/issue-keys.ts';

const nothing = { title: '', body: '', branch: null, messages: [] };

describe('keys of issues', () => {
  it('are found in the title, the body, the branch and the messages, each once and in order', () => {
    const keys = issueKeysIn({
      title: 'SHOP-7: till',
      body: 'See https://jira.example.com/browse/PAY-12 and (SHOP-7).',
      branch: 'feature/ops-3-alerts',
      messages: ['SHOP-9 one\n\nRefs: SHOP-7'],
    });
    expect(keys).toEqual(['OPS-3', 'PAY-12', 'SHOP-7', 'SHOP-9']);
  });

  it.each([
    'CVE-2024-1234',
    'X-1',
    'SHOP-0',
    'SHOP-007',
    'shop-7 in a text',
    'myTHING-7',
    'SHOP-12345678',
    'A_VERY_LONG_PROJECT-7',
  ])('%s is none', (title) => {
    expect(issueKeysIn({ ...nothing, title })).toEqual([]);
  });

  it.each(['[SHOP-7]', 'SHOP-7.', 'fix(SHOP-7): x', 'merge SHOP-7-and-more', 'x/SHOP-7'])(
    '%s holds one',
    (title) => {
      expect(issueKeysIn({ ...nothing, title })).toEqual(['SHOP-7']);
    },
  );

  it('takes what looks like one: only who knows the projects can say that UTF-8 is none', () => {
    expect(issueKeysIn({ ...nothing, title: 'Read UTF-8, not SHA-256' })).toEqual(['SHA-256', 'UTF-8']);
  });

  it('reads the beginning of a text of any length, and of a list of releases a part', () => {
    const body = `${'a-'.repeat(500_000)} SHOP-1`;
    expect(issueKeysIn({ ...nothing, body })).toEqual([]);
    const many = Array.from({ length: 500 }, (_, at) => `SHOP-${at + 1}`).join(' ');
    expect(issueKeysIn({ ...nothing, body: many })).toHaveLength(20);
  });
});
