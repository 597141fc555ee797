import { describe, expect, test } from 'vitest';
import { repositoryLabel, repositoryOptions } from '../../web/filters/labels.ts';

const onForge = (name: string) => ({ id: `github:github.com/${name}`, name, source: 'github' });
const clone = { id: 'git:github.com/acme/shop', name: 'acme/shop', source: 'git' };

describe('The choice of a repository', () => {
  test('is by name, whatever order they were read in', () => {
    const options = repositoryOptions(['acme/till', 'acme/part-10', 'acme/part-9'].map(onForge));
    expect(options.map(({ label }) => label)).toEqual(['acme/part-9', 'acme/part-10', 'acme/till']);
    expect(options[2]?.value).toBe('github:github.com/acme/till');
  });

  test('tells a clone from GitHub’s copy of the same name', () => {
    const both = [clone, onForge('acme/shop'), onForge('acme/till')];
    expect(repositoryOptions(both).map(({ label }) => label)).toEqual([
      'acme/shop (clone)',
      'acme/shop (GitHub)',
      'acme/till',
    ]);
    expect(repositoryLabel(clone.id, both)).toBe('acme/shop (clone)');
    expect(repositoryLabel(clone.id, [clone])).toBe('acme/shop');
  });

  test('among many stands under its owner, by its own name, so that typing finds it', () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `${index % 2 ? 'acme' : 'acme-labs'}/part-${index}`,
    );
    const options = repositoryOptions([...names, 'scratch'].map(onForge));
    const grouped = Map.groupBy(options, ({ group }) => group);
    expect([...grouped].map(([group, { length }]) => [group, length])).toEqual(
      expect.arrayContaining([
        ['acme', 30],
        ['acme-labs', 30],
        [undefined, 1],
      ]),
    );
    expect(
      grouped
        .get('acme')
        ?.slice(0, 3)
        .map(({ label }) => label),
    ).toEqual(['part-1', 'part-3', 'part-5']);
    expect(repositoryLabel('github:github.com/acme/part-1', names.map(onForge))).toBe('acme/part-1');
  });
});
