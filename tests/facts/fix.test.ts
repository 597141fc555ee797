import { describe, expect, it } from 'vitest';
import { type Bug, bugTargets, fixableFiles, isBugType, saysFix } from '../../server/facts/fix.ts';

describe('a fix', () => {
  it.each([
    ['fix: the till opens', 'x'],
    ['fix(till)!: it opens', 'x'],
    ['[2.x] bugfix: it opens', 'x'],
    ['Hotfix: open the till', 'x'],
    ['Another hot-fix', 'x'],
    ['Open the till', 'hotfix/till'],
    ['Open the till', 'ada/hot-fix-till'],
  ])('is %j on the branch %j', (title, branch) => {
    expect(saysFix(title, branch)).toBe(true);
  });

  it.each([
    ['Fix a typo', 'fix-a-typo'],
    ['feat: fixtures for the till', 'x'],
    ['Prefix: all names', 'prefix'],
    ['Open the till', null],
  ])('is not %j on the branch %j', (title, branch) => {
    expect(saysFix(title, branch)).toBe(false);
  });

  it('shares no generated file, lock file or chronicle with what it fixes', () => {
    const change = (path: string) => ({ path, additions: 1, deletions: 0 });
    const paths = ['src/till.ts', 'package-lock.json', 'dist/till.js', 'CHANGELOG.md', 'src/till.ts'];
    expect(fixableFiles(paths.map(change))).toEqual(['src/till.ts']);
  });

  it('cannot be told of unknown files, nor of a change of hundreds', () => {
    const many = Array.from({ length: 201 }, (_, n) => ({ path: `${n}.ts`, additions: 1, deletions: 0 }));
    expect(fixableFiles(null)).toBeNull();
    expect(fixableFiles(many)).toBeNull();
    expect(fixableFiles(many.slice(1))).toHaveLength(200);
  });
});

describe('a bug', () => {
  it.each(['Bug', 'Software Defect', 'Production incident', 'Fehler', 'Bugs'])(
    'is an issue of type %s',
    (type) => {
      expect(isBugType(type)).toBe(true);
    },
  );

  it.each(['Story', 'Task', 'Debugging', 'Spike'])('is none of type %s', (type) => {
    expect(isBugType(type)).toBe(false);
  });

  it('comes from what it is linked with as a cause, from its parent as a sub-task, and from what its title names', () => {
    const bug: Bug = {
      id: 'jira:host:7',
      title: 'SHOP-3 broke the till',
      subTask: true,
      parentId: 'jira:host:2',
      links: [
        { kind: 'is caused by', issueId: 'jira:host:4' },
        { kind: 'relates to', issueId: 'jira:host:5' },
        { kind: 'blocks', issueId: 'jira:host:6' },
        { kind: 'duplicates', issueId: 'jira:host:8' },
      ],
      createdAt: 0,
    };
    const linked = ['jira:host:7', 'jira:host:4', 'jira:host:5'];
    expect(bugTargets(bug)).toEqual([...linked, 'jira:host:2', 'SHOP-3']);
    expect(bugTargets({ ...bug, subTask: false })).toEqual([...linked, 'SHOP-3']);
  });
});
