import { describe, expect, it } from 'vitest';
import { withFacts } from '../../server/facts/columns/snapshot.ts';
import { DAY } from '../../server/model/instant.ts';
import { groupsOf } from '../../server/report/group-privacy.ts';
import type { Held } from '../../server/report/live.ts';
import { placingOf } from '../../server/report/placing.ts';
import { remembered } from '../../server/report/remembered.ts';
import { forgeFact, freshForge, heldOf, MONDAY } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';
import { randomOrganisation } from '../support/random-organisation.ts';

const named = (window: '12w' | '26w' | '52w' | 'all') => ({ window, from: null, to: null });

/** Eight weeks in which twelve people of two teams each merge something every week. */
function eightWeeks(): Held {
  const facts = Array.from({ length: 96 }, (_, number) =>
    forgeFact(number, {
      mergedAt: MONDAY + Math.floor(number / 12) * 7 * DAY,
      person: `p${number % 12}`,
      teams: [number % 2 === 0 ? 'a' : 'b'],
      teamBasis: 'stated',
    }),
  );
  return heldOf(facts, [freshForge(MONDAY + 56 * DAY)], 'UTC', ['a', 'b']);
}

describe('Which groups may be asked for', () => {
  it('is found once for a window, and for all windows that show the same weeks', () => {
    const held = eightWeeks();
    expect(groupsOf(held, named('52w'))).toBe(groupsOf(held, named('52w')));
    expect(groupsOf(held, named('all'))).toBe(groupsOf(held, named('52w')));
  });

  it('is found for whole weeks of one’s own as well', () => {
    const held = eightWeeks();
    const week = groupsOf(held, { window: '52w', from: '2026-08-10', to: '2026-08-16' });
    expect([week.people.teams.get('a'), [...week.teams].sort()]).toEqual([6, ['a', 'b']]);
    const before = groupsOf(held, { window: '52w', from: '2026-07-06', to: '2026-07-12' });
    expect([before.people.teams.get('a'), before.teams.size]).toEqual([0, 0]);
  });

  it('is not judged again where other facts show the same people in the same places', () => {
    const held = eightWeeks();
    const groups = groupsOf(held, named('all'));
    const changed = (lines: number, person = 'p1') => ({
      ...held,
      snapshot: withFacts(held.snapshot, {
        generation: 2,
        facts: [forgeFact(1, { mergedAt: MONDAY, person, teams: ['b'], teamBasis: 'stated', lines })],
        gone: [],
      }),
    });
    expect(groupsOf(changed(999), named('all'))).toBe(groups);
    const other = groupsOf(changed(40, 'somebody new'), named('all'));
    expect([groups.people.teams.get('b'), other.people.teams.get('b')]).toEqual([6, 7]);
  });
});

it('what is remembered is that which was asked for last', () => {
  const found: string[] = [];
  const of = remembered<string>(2);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) of(key, () => `${found.push(key)}`);
  expect(found.join(' ')).toBe('a b c b');
});

it.each([1, 2, 3, 4])(
  'how work is placed in teams is what looking at each row finds (organisation %i)',
  (seed) => {
    const { snapshot } = randomOrganisation(seed);
    const random = seededRandom(seed);
    const first = snapshot.chunks[0]?.week ?? 0;
    const deploying = new Uint8Array(snapshot.repositories.values.length);
    for (let round = 0; round < 40; round += 1) {
      const from = first - 2 + Math.floor(random() * 18);
      const to = from + Math.floor(random() * 20);
      const by = random() < 0.5 ? 'opening' : 'merge';
      const repositories = deploying.map(() => Number(random() < 0.7));
      let [stated, none] = [0, 0];
      for (const { week, size, ...chunk } of snapshot.chunks) {
        for (let row = 0; row < size; row += 1) {
          const at = by === 'opening' ? week : (chunk.mergeWeek[row] ?? 0);
          if (at < from || at > to || (chunk.mergeWeek[row] ?? -1) < 0 || chunk.leftOut[row] !== 0) continue;
          if (repositories[chunk.repository[row] ?? 0] !== 1) continue;
          if (chunk.teamBasis[row] === 0) none += 1;
          else stated += 1;
        }
      }
      const placing = placingOf(snapshot, { repositories, deploying, teams: null, from, to, by });
      expect(placing).toEqual({ stated, none, assumed: 0, repository: 0 });
    }
  },
);
