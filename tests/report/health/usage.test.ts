import { describe, expect, it } from 'vitest';
import type { UsageReading } from '../../../server/model/tool-usage.ts';
import { usageHealth } from '../../../server/report/health/usage-health.ts';

const reading: UsageReading = {
  ...{ id: 'copilot:github.com/acme', name: 'Copilot of acme', limits: [], keys: 0 },
  coveredUntil: Date.UTC(2026, 10, 16),
  ...{ users: 34, unmatched: ['login:github.com/nobody'], seats: 52 },
};

describe('What is said of the use of a tool', () => {
  it('are its seats, its users, and how many of them are matched', () => {
    const { sentence, matched } = usageHealth(reading);
    expect(sentence).toBe('52 seats. 34 people used it in the last four weeks, data to 15 Nov 2026.');
    expect(matched).toMatch(/^33 of them are known from work or a roster; the use of the other 1 account/);
    expect(usageHealth({ ...reading, unmatched: [] }).matched).toBe(
      'All of them are known from work or a roster.',
    );
  });

  it('is nothing exact where fewer than five people are concerned', () => {
    const few = usageHealth({ ...reading, users: 4, seats: 3, keys: 2 });
    expect(few.sentence).toBe(
      'Fewer than five people used it, and programs with 2 keys of their own in the last four weeks, data to 15 Nov 2026.',
    );
    expect(few.matched).toBe('');
  });

  it('is that nothing is read to its end, or that nobody used it', () => {
    expect(usageHealth({ ...reading, coveredUntil: null }).sentence).toBe('Not read to its end yet.');
    expect(usageHealth({ ...reading, users: 0, unmatched: [], seats: 0 }).sentence).toMatch(
      /^Nobody used it/,
    );
  });
});
