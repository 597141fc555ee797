import { describe, expect, test } from 'vitest';
import { type CompiledRules, compiledRules } from '../../../server/facts/attribution/compiled.ts';
import { RULES_VERSION } from '../../../server/facts/attribution/rules.ts';
import { attributionSettings, NO_SETTINGS } from '../../../server/facts/attribution/settings.ts';
import { attributed, ofMessage, plainCommit } from '../../support/attributed.ts';

const CLAUDE = 'Coupons\n\nCo-Authored-By: Claude <noreply@anthropic.com>';
const by = (settings: unknown): CompiledRules => compiledRules(attributionSettings(settings));

describe('What an organisation adds', () => {
  const rules = by({
    identities: [
      { tool: 'acme-agent', mailbox: 'Agent@Example.com' },
      { tool: 'acme-helper', login: 'acme-helper' },
    ],
    branchPrefixes: [{ tool: 'acme-agent', prefix: 'robot/' }],
    labels: [{ tool: 'unnamed', label: 'AI generated' }],
  });

  test('is its own agents, by mailbox and by account', () => {
    const author = { name: 'Robot', email: 'agent@example.com' };
    expect(attributed({ commits: [plainCommit({ author })] }, rules)).toMatchObject({
      level: 'agent',
      tools: ['acme-agent'],
      strength: 'certain',
    });
    expect(ofMessage('Coupons\n\nCo-authored-by: Robot <agent@example.com>', rules).level).toBe('assisted');
    expect(ofMessage('C\n\nCo-authored-by: H <1+acme-helper@users.noreply.github.com>', rules).tools).toEqual(
      ['acme-helper'],
    );
    expect(attributed({ account: { login: 'Acme-Helper', kind: 'user' } }, rules).level).toBe('agent');
    expect(attributed({ account: { login: 'acme-helper', kind: 'bot' } }, rules).level).toBe('agent');
  });

  test('is its branch prefixes and labels, which are strong', () => {
    expect(attributed({ branch: 'Robot/coupons' }, rules)).toMatchObject({
      level: 'assisted',
      strength: 'strong',
    });
    expect(attributed({ branch: 'feat/robot/coupons' }, rules).level).toBe('none');
    expect(attributed({ labels: ['bug', 'ai GENERATED'] }, rules).tools).toEqual(['unnamed']);
  });

  test('lets the words of people count where it wants so', () => {
    const text = 'Coupons\n\nMost of what is new was written by Claude.';
    expect(ofMessage(text).level).toBe('none');
    expect(ofMessage(text, by({ countProse: true })).level).toBe('assisted');
  });
});

describe('What an organisation leaves out', () => {
  const rules = by({
    excludedPeople: ['ada@example.com', 'BEN'],
    excludedRepositories: ['acme/toys', 'lab/*'],
  });

  test('is the commits of people, also by the login in their address', () => {
    const ada = plainCommit({ message: CLAUDE });
    const ben = plainCommit({
      message: CLAUDE,
      author: { name: 'Ben', email: '7+ben@users.noreply.github.com' },
    });
    const eve = plainCommit({ message: CLAUDE, author: { name: 'Eve', email: 'eve@example.com' } });
    expect(attributed({ commits: [ada, ben] }, rules)).toMatchObject({
      level: 'none',
      commits: 0,
      evidence: [],
    });
    expect(attributed({ commits: [ada, eve] }, rules)).toMatchObject({
      level: 'assisted',
      markedCommits: 1,
      commits: 1,
    });
  });

  test('is the squash of their work, too', () => {
    const eve = plainCommit({ author: { name: 'Eve', email: 'eve@example.com' } });
    const landed = plainCommit({ sha: 'm1', message: CLAUDE });
    expect(attributed({ commits: [eve], landed }, rules)).toMatchObject({ level: 'none', evidence: [] });
    expect(attributed({ commits: [eve], landed }).level).toBe('assisted');
  });

  test('is their pull requests, whoever else committed', () => {
    const eve = plainCommit({ message: CLAUDE, author: { name: 'Eve', email: 'eve@example.com' } });
    const account = { login: 'Ben', kind: 'user' } as const;
    expect(attributed({ account, commits: [eve] }, rules)).toMatchObject({
      level: 'none',
      excluded: 'person',
    });
    const landed = plainCommit({ message: CLAUDE });
    expect(attributed({ commits: null, landed }, rules)).toMatchObject({ excluded: 'person', commits: null });
  });

  test('is repositories, by name or pattern', () => {
    const commits = [plainCommit({ message: CLAUDE })];
    const of = (repository: string) =>
      attributed({ repository, commits }, by({ excludedRepositories: ['acme/toys', 'lab/*'] }));
    expect(of('Acme/Toys').excluded).toBe('repository');
    expect(of('lab/one').excluded).toBe('repository');
    expect(of('lab/one/two').excluded).toBeNull();
    expect(of('acme/toys-2').level).toBe('assisted');
  });
});

describe('The version of the rules', () => {
  test('tells the organisation’s settings, the same for the same', () => {
    const one = by({ excludedPeople: ['ada@example.com'] }).version;
    expect(compiledRules().version).toBe(RULES_VERSION);
    expect(by({}).version).toBe(RULES_VERSION);
    expect(one).toMatch(/^\d+\+[\da-f]{8}$/);
    expect(by({ excludedPeople: ['ada@example.com'] }).version).toBe(one);
    expect(by({ excludedPeople: ['ben@example.com'] }).version).not.toBe(one);
  });
});

describe('Settings of the wrong shape', () => {
  const wrong: [given: unknown, field: string][] = [
    [[], 'settings'],
    [{ people: [] }, 'people'],
    [{ labels: {} }, 'labels'],
    [{ labels: [{ label: 'AI' }] }, 'labels[0].tool'],
    [{ labels: [{ tool: 'My Tool', label: 'AI' }] }, 'labels[0].tool'],
    [{ identities: [{ tool: 'acme' }] }, 'identities[0]'],
    [{ identities: [{ tool: 'acme', mailbox: 'agent' }] }, 'identities[0].mailbox'],
    [{ branchPrefixes: [{ tool: 'acme', prefix: ' ' }] }, 'branchPrefixes[0].prefix'],
    [{ excludedPeople: [7] }, 'excludedPeople[0]'],
    [{ excludedPeople: Array.from({ length: 501 }, () => 'ada') }, 'excludedPeople'],
    [{ countProse: 'yes' }, 'countProse'],
  ];
  test.each(wrong)('%j are refused by field', (given, field) => {
    expect(() => attributionSettings(given)).toThrow(expect.objectContaining({ field }));
  });

  test('may leave everything out', () => {
    expect(attributionSettings({})).toEqual(NO_SETTINGS);
  });
});
