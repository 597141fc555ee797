import { describe, expect, it } from 'vitest';
import { UNKNOWN } from '../../server/facts/columns/column.ts';
import { keptArrays, keptTexts, layoutOf, snapshotKept } from '../../server/facts/columns/kept.ts';
import type { Snapshot } from '../../server/facts/columns/snapshot.ts';
import { DAY } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { fact, forgeFact, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { issueFactOf, issueSnapshotOf } from '../support/issue-facts.ts';

const facts = [
  fact(1),
  push('abc', { author: null, person: null }),
  forgeFact(2, { teams: ['payments', 'search'], teamBasis: 'stated', mergedAt: MONDAY + 20 * DAY }),
  forgeFact(3, { leftOut: 'automation', lines: null, mergedAt: MONDAY + 20 * DAY }),
];

function bytesOf(snapshot: Snapshot) {
  return snapshot.chunks.flatMap((chunk) => [...keptArrays(chunk, snapshot.kind)]);
}

function keptAgain(snapshot: Snapshot, shift = 0): Snapshot {
  const arrays = bytesOf(snapshot).map(({ data, ...one }) => {
    const within = new Uint8Array(data.length + shift);
    within.set(data, shift);
    return { ...one, data: within.subarray(shift) };
  });
  return snapshotKept(
    { generation: snapshot.generation, texts: keptTexts(snapshot), arrays },
    snapshot.weeks,
    snapshot.kind,
  );
}

/** All of a snapshot that can be compared: dictionaries are told by their values. */
function contents({ chunks, generation, repositories, authors, people, teamSets }: Snapshot): unknown {
  return [generation, chunks, ...[repositories, authors, people, teamSets].map(({ values }) => values)];
}

describe('a snapshot that was kept', () => {
  it('has issues as they were, too', () => {
    const snapshot = issueSnapshotOf([
      issueFactOf(1),
      issueFactOf(2, { finishedAt: null, declinedAt: MONDAY }),
    ]);
    expect(contents(keptAgain(snapshot))).toEqual(contents(snapshot));
    expect(keptAgain(snapshot).kind).toBe('issue');
  });

  it.each([0, 1, 2])('is as it was, wherever in memory its bytes come to lie (%i)', (shift) => {
    const snapshot = snapshotOf(facts, 'Europe/Berlin', 7);
    expect(contents(keptAgain(snapshot, shift))).toEqual(contents(snapshot));
  });

  it('keeps next to nothing of columns in which nothing is known, and shares them with others of their kind', () => {
    const snapshot = snapshotOf([forgeFact(1), forgeFact(2), forgeFact(3, { openedAt: MONDAY + 9 * DAY })]);
    const lengths = new Map(
      bytesOf(snapshot).map(({ week, name, data }) => [`${week} ${name}`, data.length]),
    );
    const [first, second] = keptAgain(snapshot).chunks;
    expect(lengths.get(`${first?.week} ownerCheckedAt`)).toBe(0);
    expect(lengths.get(`${first?.week} draftInMerge`)).toBe(1);
    expect(first?.ownerCheckedAt).toEqual(Int32Array.of(UNKNOWN, UNKNOWN));
    expect(first?.draftInMerge).toEqual(Uint16Array.of(0, 0));
    expect(first?.ownerCheckedAt.buffer).toBe(second?.ownerCheckedAt.buffer);
  });

  it('goes on numbering its texts where it had ended', () => {
    const { teamSets } = keptAgain(snapshotOf(facts));
    const many = teamSets.values.length;
    expect(teamSets.find('["payments","search"]')).toBeLessThan(many);
    expect([teamSets.add('["payments","search"]') < many, teamSets.add('["mobile"]')]).toEqual([true, many]);
  });

  it('of nothing is nothing', () => {
    expect(keptAgain(snapshotOf([])).chunks).toEqual([]);
  });

  it('lacks a column only by a fault, which is told', () => {
    const snapshot = snapshotOf(facts);
    const arrays = bytesOf(snapshot).filter(({ name }) => name !== 'teamSet');
    const kept = { generation: 1, texts: keptTexts(snapshot), arrays };
    expect(() => snapshotKept(kept, snapshot.weeks, snapshot.kind)).toThrow('teamSet was not kept');
  });
});

it('weeks of another zone are another layout', () => {
  const ofWork = (zone: string) => layoutOf(weekTable(zone), 'pull-request');
  expect(ofWork('UTC')).toBe(ofWork('UTC'));
  expect(ofWork('UTC')).not.toBe(ofWork('Europe/Berlin'));
});

it('issues are another layout', () => {
  expect(layoutOf(weekTable('UTC'), 'issue')).not.toBe(layoutOf(weekTable('UTC'), 'pull-request'));
});
