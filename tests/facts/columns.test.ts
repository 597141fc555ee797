import { describe, expect, it } from 'vitest';
import { columnsOf, LANDINGS, LEFT_OUT, UNKNOWN } from '../../server/facts/columns/column.ts';
import { emptyColumns } from '../../server/facts/columns/columns-room.ts';
import { idOf } from '../../server/facts/columns/rows-holding.ts';
import { emptySnapshot, type Snapshot, withFacts } from '../../server/facts/columns/snapshot.ts';
import type { PullRequestFact } from '../../server/facts/pull-request-fact.ts';
import { DAY, HOUR, MINUTE } from '../../server/model/instant.ts';
import { weekTable } from '../../server/model/week.ts';
import { fact, MONDAY, push, snapshotOf } from '../support/facts.ts';
import { seededRandom } from '../support/random-history.ts';

/** Each field of a fact with another value than the one it has in `fact(1)`. */
const OTHERS: { [Field in keyof Required<PullRequestFact>]: PullRequestFact[Field] } = {
  id: 'other',
  repositoryId: 'git:example.com/acme/till',
  number: 7,
  landing: 'squash',
  leftOut: 'automation',
  author: 'bob@example.com',
  person: 'bob',
  teams: ['payments', 'search'],
  teamBasis: 'stated',
  agent: true,
  openedAt: MONDAY - HOUR,
  firstCommitAt: MONDAY - 2 * HOUR,
  readyAt: MONDAY - 3 * HOUR,
  firstReviewAt: MONDAY - 4 * HOUR,
  ownerCheckedAt: MONDAY - 5 * HOUR,
  firstBotResponseAt: MONDAY - 6 * HOUR,
  approvedAt: MONDAY - 7 * HOUR,
  mergedAt: MONDAY + HOUR,
  closedAt: MONDAY + 2 * HOUR,
  deployedAt: MONDAY + 3 * HOUR,
  draftInPickup: HOUR,
  draftInReview: 2 * HOUR,
  draftInMerge: 3 * HOUR,
  lines: 41,
  files: 3,
  aiLevel: 'assisted',
  aiTools: ['claude-code', 'cursor'],
  aiTrace: 'strong',
  linesByAi: 17,
  linesNoted: 40,
  issues: 2,
  reviewRounds: 3,
  reviewComments: 12,
  ciPassedFirst: 1,
  revertedAt: MONDAY + 4 * HOUR,
  filesKnown: true,
  hotfixedAt: MONDAY + 5 * HOUR,
  linesReworked: 8,
  linesWatched: 30,
  bugLinkedAt: MONDAY + 6 * HOUR,
};

const ofWork = columnsOf('pull-request');

describe('the columns', () => {
  it('hold every field of a fact but its id, each in one column', () => {
    const fields = Object.keys(OTHERS).filter((field) => field !== 'id');
    expect(ofWork.map(({ holds }) => holds).toSorted()).toEqual(fields.toSorted());
    expect(Object.keys(emptyColumns(0))).toEqual(expect.arrayContaining(ofWork.map(({ name }) => name)));
  });

  it.each(ofWork)('$name follows $holds and nothing else', ({ name, holds }) => {
    for (const field of Object.keys(fact(1))) {
      const other = { ...fact(1), ...Object.fromEntries(pick(field)), id: 'second' };
      const { chunks } = snapshotOf([fact(1), other]);
      const values = chunks.flatMap((chunk) => [...chunk[name]]);
      expect(values[0] !== values[1], field).toBe(field === holds);
    }
  });

  it('are whole minutes, so that a duration is off by less than one', () => {
    const [chunk] = snapshotOf([fact(1, { mergedAt: MONDAY + 59_999 })]).chunks;
    expect(chunk?.mergedAt[0]).toBe(MONDAY / MINUTE);
  });

  it('hold the lengths of draft spans as minutes, none as none', () => {
    const [chunk] = snapshotOf([fact(1, { draftInPickup: 90 * MINUTE, draftInMerge: 89_999 })]).chunks;
    expect([chunk?.draftInPickup[0], chunk?.draftInReview[0], chunk?.draftInMerge[0]]).toEqual([90, 0, 1]);
  });

  it('mark what is unknown, and never take it for zero', () => {
    const nothing = { number: null, author: null, firstCommitAt: null, lines: null, files: null };
    const [chunk] = snapshotOf([fact(1, nothing), fact(2, { lines: 0 })]).chunks;
    expect([chunk?.number[0], chunk?.author[0], chunk?.firstCommitAt[0], chunk?.openedAt[0]]).toEqual(
      Array(4).fill(UNKNOWN),
    );
    expect([...(chunk?.lines ?? [])]).toEqual([UNKNOWN, 0]);
  });

  it('keep a date of the year 9000 in the future', () => {
    const [chunk] = snapshotOf([fact(1, { mergedAt: Date.UTC(9000, 0, 1) })]).chunks;
    expect(chunk?.mergedAt[0]).toBe(2 ** 31 - 1);
  });

  it('refuse a landing or a reason that has no code', () => {
    expect(LANDINGS).toContain(null);
    expect(LEFT_OUT).toContain(null);
    const strange = fact(1);
    Reflect.set(strange, 'landing', 'catapult');
    expect(() => snapshotOf([strange])).toThrow('no code for catapult');
  });
});

describe('a chunk', () => {
  it('is of the week of opening, where that is unknown of the merge, else of the first commit', () => {
    const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
    const dates = {
      openedAt: day('2026-08-03'),
      mergedAt: day('2026-08-12'),
      firstCommitAt: day('2026-07-20'),
    };
    const { chunks, weeks } = snapshotOf([
      fact(1, dates),
      fact(2, { ...dates, openedAt: null }),
      fact(3, { ...dates, openedAt: null, mergedAt: null }),
    ]);
    expect(chunks.map(({ week, size }) => [weeks.weekStart(week), size])).toEqual([
      [Date.UTC(2026, 6, 20), 1],
      [Date.UTC(2026, 7, 3), 1],
      [Date.UTC(2026, 7, 10), 1],
    ]);
  });
});

describe('a snapshot', () => {
  const week = (number: number) => MONDAY + number * 7 * DAY;

  it('shares the chunks of weeks that nothing happened in', () => {
    const before = snapshotOf([fact(1), fact(2, { mergedAt: week(1) }), fact(3, { mergedAt: week(2) })]);
    const after = withFacts(before, {
      generation: 2,
      facts: [fact(2, { mergedAt: week(1), lines: 9 })],
      gone: [],
    });
    expect(after.generation).toBe(2);
    expect(after.chunks.map((chunk, index) => chunk === before.chunks[index])).toEqual([true, false, true]);
    expect([before.chunks[1]?.lines[0], after.chunks[1]?.lines[0]]).toEqual([40, 9]);
  });

  it('moves a fact whose week has changed, and leaves no empty chunk behind', () => {
    const before = snapshotOf([fact(1), fact(2, { mergedAt: week(1) })]);
    const after = withFacts(before, { generation: 2, facts: [fact(1, { mergedAt: week(3) })], gone: [] });
    expect(idsByWeek(after)).toEqual([['git:example.com/acme/shop#2'], ['git:example.com/acme/shop#1']]);
    expect(idsByWeek(before)).toHaveLength(2);
  });

  it('may have two descendants, which know nothing of each other', () => {
    const before = snapshotOf([fact(1), fact(2)]);
    const moved = withFacts(before, { generation: 2, facts: [fact(1, { mergedAt: week(3) })], gone: [] });
    const stayed = withFacts(before, { generation: 2, facts: [fact(1, { lines: 7 })], gone: [fact(2).id] });
    expect(idsByWeek(moved)).toEqual([[fact(2).id], [fact(1).id]]);
    expect(idsByWeek(stayed)).toEqual([[fact(1).id]]);
    expect(stayed.chunks[0]?.lines[0]).toBe(7);
  });

  it('loses what is gone and does not mind what it never had', () => {
    const after = withFacts(snapshotOf([fact(1), push('abc')]), {
      generation: 2,
      facts: [],
      gone: [push('abc').id, 'never'],
    });
    expect(idsByWeek(after)).toEqual([[fact(1).id]]);
  });

  it.each([1, 2, 3])('equals one built at once after any series of changes (seed %i)', (seed) => {
    const random = seededRandom(seed);
    const truth = new Map<string, PullRequestFact>();
    let snapshot = emptySnapshot(weekTable('Europe/Berlin'));
    const history: { snapshot: Snapshot; truth: PullRequestFact[] }[] = [];
    for (let generation = 1; generation <= 40; generation += 1) {
      const facts = Array.from({ length: Math.floor(random() * 8) }, () =>
        fact(Math.floor(random() * 30), {
          mergedAt: week(Math.floor(random() * 9)),
          lines: Math.floor(random() * 99),
        }),
      );
      const known = [...truth.keys()];
      const gone = known.filter((id) => random() < 0.1 && !facts.some((one) => one.id === id));
      for (const one of facts) truth.set(one.id, one);
      for (const id of gone) truth.delete(id);
      snapshot = withFacts(snapshot, { generation, facts, gone });
      history.push({ snapshot, truth: [...truth.values()] });
    }
    // Also the old ones, which others may still be reading.
    for (const moment of history) {
      expect(contents(moment.snapshot)).toEqual(contents(snapshotOf(moment.truth, 'Europe/Berlin')));
    }
  });
});

function pick(field: string): [string, unknown][] {
  return Object.entries(OTHERS).filter(([name]) => name === field);
}

function idsByWeek(snapshot: Snapshot): string[][] {
  return snapshot.chunks.map((chunk) =>
    Array.from({ length: chunk.size }, (_, row) => idOf(snapshot, chunk, row)),
  );
}

function contents(snapshot: Snapshot): unknown {
  const ids = idsByWeek(snapshot);
  return snapshot.chunks.map(({ week, merged, mergedAt, lines, number }, index) => ({
    week,
    merged,
    rows: ids[index]?.map((id, row) => [id, mergedAt[row], lines[row], number[row]]).sort(),
  }));
}
