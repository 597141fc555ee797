import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { describeFinding } from './house/finding.ts';
import { findingsIn } from './house/findings.ts';
import { readTree, type Tree } from './house/tree.ts';

describe('The house', () => {
  let tree: Tree = new Map();
  beforeAll(() => {
    tree = readTree(join(import.meta.dirname, '..'));
  });

  test('is looked at as a whole', () => {
    const looked = ['server/uptake.js', 'server/model/instant.ts', 'web/main.tsx', 'tests/house.test.ts'];
    expect([...tree.keys()]).toEqual(expect.arrayContaining(looked));
  });

  test('follows its rules', () => {
    expect(findingsIn(tree).map(describeFinding)).toEqual([]);
  });
});
