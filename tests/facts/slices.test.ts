import { describe, expect, it } from 'vitest';
import { isPush, UNKNOWN } from '../../server/facts/columns/column.ts';
import { impliedBy } from '../../server/facts/columns/fact-id.ts';
import { idOf, rowsHolding, wantedIds } from '../../server/facts/columns/rows-holding.ts';
import { withFacts } from '../../server/facts/columns/snapshot.ts';
import { DAY } from '../../server/model/instant.ts';
import { fact, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const TILL = 'git:example.com/acme/till';

function manyFacts(seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, (_, number) => {
    const over = {
      repositoryId: random() < 0.4 ? TILL : 'git:example.com/acme/shop',
      mergedAt: random() < 0.2 ? null : MONDAY + Math.floor(random() * 20) * DAY,
    };
    if (random() < 0.2) return push(`sha${number}`, { ...over, mergedAt: over.mergedAt ?? MONDAY });
    const opened = random() < 0.5 || over.mergedAt === null;
    const leftOut = random() < 0.2 ? ('automation' as const) : null;
    return fact(number, { ...over, leftOut, openedAt: opened ? MONDAY : null });
  });
}

describe('the slices of a chunk', () => {
  it('have every row once, each with those of its repository and kind, merged ones first', () => {
    const { chunks } = snapshotOf(manyFacts(1));
    for (const { size, slices, repository, leftOut, openedAt, mergedAt } of chunks) {
      expect(slices.map(({ from }) => from)).toEqual([0, ...slices.slice(0, -1).map(({ until }) => until)]);
      expect(slices.at(-1)?.until).toBe(size);
      expect(new Set(slices.map((slice) => `${slice.repository} ${slice.kind}`)).size).toBe(slices.length);
      for (const slice of slices) {
        for (let row = slice.from; row < slice.until; row += 1) {
          const opened = openedAt[row] === UNKNOWN ? 'unopened' : 'opened';
          expect(repository[row]).toBe(slice.repository);
          expect(isPush(leftOut[row] ?? 0) ? 'push' : opened).toBe(slice.kind);
          expect(mergedAt[row] !== UNKNOWN).toBe(row < slice.mergedUntil);
          expect(mergedAt[row] !== UNKNOWN && leftOut[row] === 0).toBe(row < slice.countedUntil);
        }
      }
    }
  });

  it('know the week of each merge', () => {
    const { chunks, weeks } = snapshotOf(manyFacts(2), 'America/New_York');
    for (const { mergedAt, mergeWeek } of chunks) {
      mergedAt.forEach((minute, row) => {
        expect(mergeWeek[row]).toBe(minute === UNKNOWN ? UNKNOWN : weeks.weekOf(minute * 60_000));
      });
    }
  });
});

describe('the ids of facts', () => {
  it('come back from repository and number, or were kept', () => {
    const facts = [...manyFacts(3), fact(7, { id: 'an id of its own', repositoryId: TILL })];
    const snapshot = snapshotOf(facts);
    const ids = snapshot.chunks.flatMap((chunk) =>
      Array.from({ length: chunk.size }, (_, row) => idOf(snapshot, chunk, row)),
    );
    expect(ids.sort()).toEqual(facts.map(({ id }) => id).sort());
    const kept = snapshot.chunks.reduce((sum, chunk) => sum + chunk.ids.size, 0);
    expect(kept).toBe(facts.filter(({ id }) => impliedBy(id, 'pull-request') === null).length);
  });

  it('find their rows, and no others', () => {
    const facts = manyFacts(4);
    const snapshot = snapshotOf(facts);
    const wanted = facts.filter((_, index) => index % 3 === 0).map(({ id }) => id);
    const sought = wantedIds(snapshot, [...wanted, 'never', `${TILL}#99999`, 'git:elsewhere#1']);
    const found = snapshot.chunks.flatMap((chunk) =>
      [...rowsHolding(chunk, sought)].map((row) => idOf(snapshot, chunk, row)),
    );
    expect(found.sort()).toEqual(wanted.sort());
  });

  it('tell a fact apart from another one with its number', () => {
    const one = fact(7, { id: 'an id of its own' });
    const after = withFacts(snapshotOf([one, fact(7)]), { generation: 2, facts: [], gone: [fact(7).id] });
    expect(after.chunks.flatMap((chunk) => [...chunk.ids.values()])).toEqual(['an id of its own']);
  });

  it.each(['', '#', 'shop#', 'shop#x', 'shop#1.5e', 'shop#01', 'shop@abc'])(
    'follow from no number: %j',
    (id) => {
      expect(impliedBy(id, 'pull-request')).toBeNull();
    },
  );
});
