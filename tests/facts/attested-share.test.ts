import { describe, expect, test } from 'vitest';
import { attestedShare } from '../../server/facts/attested-share.ts';
import { addedLines } from '../../server/facts/change-size.ts';

const change = (path: string, additions: number | null) => ({ path, additions, deletions: 9 });

describe('The lines that notes attest', () => {
  test('are told of all that were added, whoever wrote the others', () => {
    expect(attestedShare({ ai: 30, human: 5 }, 50)).toEqual({ linesByAi: 30, linesNoted: 50 });
  });

  test('are not known without a note that attests any', () => {
    expect(attestedShare(null, 50)).toEqual({ linesByAi: null, linesNoted: null });
  });

  test('are all there are where some were written again on the way', () => {
    expect(attestedShare({ ai: 60, human: 20 }, 50)).toEqual({ linesByAi: 60, linesNoted: 80 });
  });

  test('tell of no share where twice as many are attested as were added, or nobody knows how many were', () => {
    expect(attestedShare({ ai: 80, human: 20 }, 50).linesNoted).toBe(100);
    expect(attestedShare({ ai: 80, human: 21 }, 50)).toEqual({ linesByAi: 80, linesNoted: null });
    expect(attestedShare({ ai: 30, human: 0 }, 0).linesNoted).toBeNull();
    expect(attestedShare({ ai: 30, human: 0 }, null)).toEqual({ linesByAi: 30, linesNoted: null });
  });

  test('are of generated files too, as notes speak of these', () => {
    expect(addedLines([change('src/a.ts', 40), change('package-lock.json', 200)], null)).toBe(240);
    expect(addedLines([change('logo.png', null)], null)).toBe(0);
    expect(addedLines(null, null)).toBeNull();
  });
});
