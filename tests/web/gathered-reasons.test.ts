import { describe, expect, it } from 'vitest';
import { gatheredReasons } from '../../web/pages/items/gathered-reasons.ts';

const open = (measure: string) => ({
  measure,
  standing: 'not-merged',
  sentence: `Not in ${measure} yet: it is still open.`,
});
const counted = (measure: string) => ({ measure, standing: 'counted', sentence: `Counts in ${measure}.` });
const words = (all: Parameters<typeof gatheredReasons>[0], asked: string | null = null) =>
  gatheredReasons(all, asked).map(({ sentence }) => sentence);

describe('Why an item counts or does not', () => {
  it('says a reason that many measures share once, below those that count', () => {
    expect(words([open('cycle time'), counted('time to merge'), open('coding time'), open('size')])).toEqual([
      'Counts in time to merge.',
      'Not in cycle time, coding time, size yet: it is still open.',
    ]);
  });

  it('keeps two with one reason, and different reasons, apart', () => {
    const other = { measure: 'pickup', standing: 'missing', sentence: 'Not in pickup: nobody reviewed it.' };
    expect(words([open('a'), open('b'), other])).toHaveLength(3);
    const closed = { measure: 'd', standing: 'not-merged', sentence: 'Not in d: it is still open.' };
    expect(words([open('a'), open('b'), open('c'), closed])).toEqual([
      'Not in a, b, c yet: it is still open.',
      'Not in d: it is still open.',
    ]);
  });

  it('answers first and by itself for the measure that was asked about', () => {
    expect(words([open('a'), counted('e'), open('b'), open('c'), open('d')], 'b')).toEqual([
      'Not in b yet: it is still open.',
      'Counts in e.',
      'Not in a, c, d yet: it is still open.',
    ]);
  });
});
