import { describe, expect, it } from 'vitest';
import type { Chunk } from '../../server/facts/columns/chunk.ts';
import { chunkAnew } from '../../server/facts/columns/chunk-anew.ts';
import { columnsOf, UNKNOWN } from '../../server/facts/columns/column.ts';
import { idOf, rowsHolding, wantedIds } from '../../server/facts/columns/rows-holding.ts';
import { slicesOf } from '../../server/facts/columns/slice.ts';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR } from '../../server/model/instant.ts';
import { forgeFact, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

const opened = MONDAY;

/** Two hundred of one week: merged or not, left out, pushed, in three repositories. */
function aWeek(random: () => number): PullRequestFact[] {
  return Array.from({ length: 200 }, (_, number) => oneOf(number, random));
}

function oneOf(number: number, random: () => number): PullRequestFact {
  const repositoryId = `github:github.com/acme/r${number % 3}`;
  if (number % 10 === 9) return push(`sha${number}`, { repositoryId, openedAt: null, mergedAt: opened });
  return forgeFact(number, {
    repositoryId,
    openedAt: opened,
    mergedAt: random() < 0.3 ? null : opened + Math.floor(random() * 400) * HOUR,
    leftOut: random() < 0.2 ? 'automation' : null,
    lines: Math.floor(random() * 900),
    draftInReview: random() < 0.1 ? 90 * DAY : 0,
    teams: random() < 0.5 ? ['pay'] : [],
  });
}

function onlyChunk({ chunks }: Snapshot): Chunk {
  const [chunk, ...others] = chunks;
  if (chunk === undefined || others.length > 0) throw new Error('all of it is one week');
  return chunk;
}

/** All that is known of each row, by its id. */
function rowsById(snapshot: Snapshot, chunk: Chunk): Map<string, number[]> {
  return new Map(
    Array.from({ length: chunk.size }, (_, row) => [
      idOf(snapshot, chunk, row),
      [
        ...columnsOf('pull-request').map(({ name }) => chunk[name][row] ?? UNKNOWN),
        chunk.mergeWeek[row] ?? UNKNOWN,
      ],
    ]),
  );
}

describe('A chunk made anew', () => {
  it.each([1, 2, 3, 4, 5, 6])('is as one made at once of what is there then (seed %i)', (seed) => {
    const random = seededRandom(seed);
    let facts = aWeek(random);
    const snapshot = snapshotOf(facts);
    let chunk = onlyChunk(snapshot);
    for (let round = 0; round < 8; round += 1) {
      // Now and then nothing but sizes changes, so that every row stays where it is.
      const calm = round % 3 === 0;
      const same = calm || round % 3 === 1;
      const changed = facts
        .filter(() => random() < 0.1)
        .map((fact) =>
          calm ? { ...fact, lines: Math.floor(random() * 900) } : oneOf(numberOf(fact), random),
        );
      const gone = same ? [] : facts.filter(() => random() < 0.03).map(({ id }) => id);
      const come = same ? [] : [oneOf(1000 + round * 10, random)];
      const after = new Map([...facts, ...changed, ...come].map((fact) => [fact.id, fact]));
      for (const id of gone) after.delete(id);
      facts = [...after.values()];
      const fresh = [...changed, ...come].filter(({ id }) => after.has(id));
      const without = rowsHolding(chunk, wantedIds(snapshot, [...gone, ...fresh.map(({ id }) => id)]));
      const descent = chunkAnew(chunk, without, fresh, snapshot, snapshot.weeks);
      if (descent === null) throw new Error('something is left');

      expect(descent.chunk.slices).toEqual(slicesOf(descent.chunk));
      // Packed with the same numbers, but for what the dictionaries did not know before.
      const expected = rowsById(snapshot, onlyChunk(repacked(facts, snapshot)));
      expect(rowsById(snapshot, descent.chunk)).toEqual(expected);
      expect(descent.chunk.merged).toEqual(onlyChunk(repacked(facts, snapshot)).merged);
      expect(descent.before).toBe(chunk);
      tellsWhatStays(descent.source, chunk, descent.chunk, snapshot, fresh);
      chunk = descent.chunk;
    }
  });

  it('shares the columns in which nothing has changed', () => {
    const facts = aWeek(seededRandom(7));
    const snapshot = snapshotOf(facts);
    const chunk = onlyChunk(snapshot);
    const [first] = facts;
    if (first === undefined) throw new Error('there are two hundred');
    const without = rowsHolding(chunk, wantedIds(snapshot, [first.id]));
    const after = chunkAnew(chunk, without, [{ ...first, lines: 1234 }], snapshot, snapshot.weeks)?.chunk;
    expect(
      columnsOf('pull-request')
        .filter(({ name }) => after?.[name] !== chunk[name])
        .map(({ name }) => name),
    ).toEqual(['lines']);
    expect(after?.mergeWeek).toBe(chunk.mergeWeek);
    expect(chunk.lines).not.toContain(1234);
  });

  it('is none where nothing is left', () => {
    const snapshot = snapshotOf([forgeFact(1)]);
    expect(chunkAnew(onlyChunk(snapshot), new Set([0]), [], snapshot, snapshot.weeks)).toBeNull();
  });
});

function numberOf({ id, number }: PullRequestFact): number {
  return number ?? Number(id.slice(id.indexOf('@sha') + 4));
}

/** Packed at once, with the dictionaries of another snapshot. */
function repacked(facts: readonly PullRequestFact[], { repositories, people, teamSets, authors }: Snapshot) {
  const made = snapshotOf(facts);
  const renumbered = {
    repository: (value: number) => repositories.add(made.repositories.values[value] ?? ''),
    person: (value: number) => people.add(made.people.values[value] ?? ''),
    author: (value: number) => authors.add(made.authors.values[value] ?? ''),
    teamSet: (value: number) => teamSets.add(made.teamSets.values[value] ?? ''),
  };
  for (const [name, renumber] of Object.entries(renumbered)) {
    for (const chunk of made.chunks) {
      const column =
        name === 'repository'
          ? chunk.repository
          : name === 'person'
            ? chunk.person
            : name === 'author'
              ? chunk.author
              : chunk.teamSet;
      column.forEach((value, row) => {
        if (value !== UNKNOWN) column[row] = renumber(value);
      });
    }
  }
  return { ...made, repositories, people, authors, teamSets };
}

/** Rows that are said to stay are the same facts in the same state, in the same order; all others are fresh. */
function tellsWhatStays(
  source: Int32Array,
  before: Chunk,
  after: Chunk,
  snapshot: Snapshot,
  fresh: readonly PullRequestFact[],
): void {
  const isFresh = new Set(fresh.map(({ id }) => id));
  let last = -1;
  source.forEach((from, row) => {
    const id = idOf(snapshot, after, row);
    expect(from < 0).toBe(isFresh.has(id));
    if (from < 0) return;
    expect(from).toBeGreaterThan(last);
    last = from;
    expect(id).toBe(idOf(snapshot, before, from));
  });
}
