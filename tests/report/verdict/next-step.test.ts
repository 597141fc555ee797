import { describe, expect, it } from 'vitest';
import type { Said } from '../../../server/contract/impact.ts';
import { nextStep } from '../../../server/report/verdict/next-step.ts';

const stale: Said = {
  ...{ row: 'stale', tone: null, sentence: 'These numbers stop on 20 Aug 2026.', under: '' },
  ...{ cost: null, remark: null, look: '', isFinal: false },
};

describe('The next step, where the data have become old', () => {
  it('is to find out why, where an import failed', () => {
    expect(nextStep(stale, { running: null, failed: 'The clone is gone.' }).sentence).toBe(
      'Find out why the import failed, and import again.',
    );
  });

  it('speaks of no failure where none failed, and says how to import', () => {
    const { sentence, page } = nextStep(stale, { running: null, failed: null });
    expect(sentence).toContain('npm run uptake -- ingest');
    expect(sentence).not.toContain('failed');
    expect(page).toBe('/data');
  });
});

describe('The next step, where nothing has been read', () => {
  const nothing: Said = { ...stale, row: 'no-data' };

  it('is to connect something', () => {
    expect(nextStep(nothing, { running: null, failed: null }).page).toBe('/setup');
  });

  it('is to watch the import, while one runs', () => {
    const running = {
      source: 'github',
      startedAt: '2026-11-16T03:00:00Z',
      what: 'repositories',
      done: 3,
      total: 9,
    };
    expect(nextStep(nothing, { running, failed: null }).sentence).toBe('Watch the import.');
  });
});
