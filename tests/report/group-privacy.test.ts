import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../server/contract/definition.ts';
import type { Held } from '../../server/report/live.ts';
import {
  allowedFilters,
  apart,
  type Filter,
  type Passing,
  passingBy,
  SHOWN,
  type Shown,
  type Window,
} from '../support/allowed-filters.ts';
import { demoMeasured } from '../support/demo-measured.ts';
import { randomOrganisation } from '../support/random-organisation.ts';

const ENOUGH = 5;
const words = ({ repo = 'all', team = [] }: Filter) => `${repo} ${team.join('+') || 'all'}`;

/** Pairs of allowed filters that tell of one to four people. */
function holes(held: Held, window: Window, by: Shown) {
  const passing = passingBy(held, window, by);
  const filters = allowedFilters(held, window, measureOf(by)).map((filter) => ({
    filter,
    ...passing(filter),
  }));
  const found: string[] = [];
  for (const [index, one] of filters.entries()) {
    for (const other of filters.slice(index + 1)) {
      const people = apart(one.people, other.people, ENOUGH);
      const told = people === 0 ? ownersApart(held, one, other) : people;
      if (told > 0 && told < ENOUGH) {
        found.push(`${told} of ${words(one.filter)} against ${words(other.filter)}`);
      }
    }
  }
  return { found, filters: filters.length };
}

/** A figure of what is open may be asked for less. */
function measureOf(by: Shown): MeasureId {
  return by === 'ready' || by === 'open' ? 'age-of-open-work' : 'cycle-time';
}

/** People whose work passes one filter and not the other; where it is much, there are enough of them. */
function ownersApart({ snapshot }: Held, one: Passing, other: Passing): number {
  const owners = new Set<number>();
  for (const [some, others] of [
    [one.work, other.work],
    [other.work, one.work],
  ] as const) {
    for (const work of some) {
      if (others.has(work)) continue;
      const chunk = snapshot.chunks[Math.floor(work / 2 ** 20)];
      owners.add(chunk?.person[work % 2 ** 20] ?? -1);
      if (owners.size >= ENOUGH) return ENOUGH;
    }
  }
  return owners.size;
}

describe('Of all pairs of filters that may be asked for, none tells of one to four people', () => {
  it.each(SHOWN)('by what was %s, in fifty random organisations', (by) => {
    const seen = { filters: 0, teams: 0, repositories: 0, pairs: 0 };
    for (let seed = 1; seed <= 50; seed += 1) {
      const held = randomOrganisation(seed);
      const { found } = holes(held, { window: '12w' }, by);
      expect(found.slice(0, 3), `${by}, organisation ${seed}`).toEqual([]);
      for (const { team, repo } of allowedFilters(held, { window: '12w' }, measureOf(by))) {
        seen.filters += 1;
        if (team?.length === 1 && repo === undefined) seen.teams += 1;
        if (repo !== undefined && team === undefined) seen.repositories += 1;
        if (repo !== undefined && team !== undefined) seen.pairs += 1;
      }
    }
    // The rule forbids some, not all.
    const enough = measureOf(by) === 'cycle-time' ? 60 : 25;
    expect(seen.teams).toBeGreaterThan(enough);
    expect(seen.repositories).toBeGreaterThan(enough / 1.5);
    expect(seen.pairs).toBeGreaterThan(enough / 12);
  });

  it.each([
    ['2026-09-07', '2026-09-13'],
    ['2026-08-24', '2026-10-11'],
    ['2026-10-19', '2026-11-29'],
  ])('over whole weeks of one’s own, from %s to %s, in thirty of them', (from, to) => {
    let filters = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const held = randomOrganisation(seed);
      for (const by of SHOWN) {
        const { found, filters: many } = holes(held, { from, to }, by);
        expect(found.slice(0, 3), `${by}, organisation ${seed}`).toEqual([]);
        filters += many;
      }
    }
    expect(filters).toBeGreaterThan(100);
  });

  it('in the demo organisation', async () => {
    const { held } = await demoMeasured({ scenario: 'real-gain', size: 1 });
    for (const window of ['12w', '52w'] as const) {
      for (const by of ['opened', 'open'] as const) {
        const { found, filters } = holes(held, { window }, by);
        expect(found, `${by} ${window}`).toEqual([]);
        expect(filters).toBeGreaterThan(by === 'opened' ? 1000 : 500);
      }
    }
  });
});
