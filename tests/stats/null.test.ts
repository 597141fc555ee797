import { describe, expect, it } from 'vitest';
import { authorWorlds } from '../support/null-worlds/authors.ts';
import { falseAlarms } from '../support/null-worlds/false-alarms.ts';
import { panelWorlds } from '../support/null-worlds/panels.ts';
import { rowWorlds, seriesWorlds } from '../support/null-worlds/rows.ts';

const sizes = [8, 12, 24];
const groups = [
  { kind: 'teams', worlds: panelWorlds, sizes },
  { kind: 'authors', worlds: authorWorlds, sizes },
  { kind: 'rows', worlds: rowWorlds, sizes },
  { kind: 'weeks', worlds: seriesWorlds, sizes: [24, 36, 72] },
];

/** A short look; `npm run bench:stats` takes thousands of runs. */
const looks = groups.flatMap(({ kind, worlds, sizes: own }) =>
  worlds.flatMap((world) =>
    own.map((size) => ({ name: world.name, size, kind, world, runs: world.dear ? 20 : 100 })),
  ),
);

describe('Where nothing happens', () => {
  it.each(looks)('$name cries in one of twenty cases, with $size $kind', ({ world, size, runs }) => {
    const found = falseAlarms(world, size, runs, 7);
    expect(found.refused).toBe(0);
    expect(found.share).toBeGreaterThanOrEqual(found.lowest);
    expect(found.share).toBeLessThanOrEqual(found.highest);
  });
});

describe('A test that cries too often', () => {
  it('is noticed by this very look', () => {
    const careless = {
      name: 'a p-value that is a third of what it should be',
      p: (chance: { uniform(): number }) => ({ p: chance.uniform() / 3 }),
    };
    const found = falseAlarms(careless, 8, 200, 7);
    expect(found.share).toBeGreaterThan(found.highest);
  });
});
