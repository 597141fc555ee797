import { describe, expect, it } from 'vitest';
import type { Said } from '../../../server/contract/impact.ts';
import { nextStep } from '../../../server/report/verdict/next-step.ts';

const stale: Said = {
  ...{ row: 'stale', tone: null, sentence: 'These numbers stop on 20 Aug 2026.', under: '' },
  ...{ cost: null, remark: null, look: '', isFinal: false },
};

describe('The next step, where the data have become old', () => {
  it('is to find out why, where an import failed', () => {
    expect(nextStep(stale, 'The clone is gone.').sentence).toBe(
      'Find out why the import failed, and import again.',
    );
  });

  it('speaks of no failure where none failed, and says how to import', () => {
    const { sentence, page } = nextStep(stale, null);
    expect(sentence).toContain('npm run uptake -- ingest');
    expect(sentence).not.toContain('failed');
    expect(page).toBe('/data');
  });
});
