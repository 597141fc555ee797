import { expect, it } from 'vitest';
import type { BesideRow } from '../../../server/contract/impact.ts';
import { AI_TRACES } from '../../../server/facts/columns/column.ts';
import { impactAnswer } from '../../../server/report/effect/impact.ts';
import type { Held } from '../../../server/report/live.ts';
import { seededRandom } from '../../support/random-history.ts';
import { scenarioHeld } from '../../support/scenario-held.ts';

const LATER = { now: Date.UTC(2025, 11, 15), running: null, failed: null };
const NAMES = ['Exposure only', 'Strict attribution', 'Broad attribution'];

function rowsOf(held: Held): BesideRow[] {
  const { data } = impactAnswer(held, {}, LATER);
  return NAMES.map((name) => {
    const row = data.working?.sensitivities.find((one) => one.name === name);
    if (row === undefined) throw new Error(`no row ${name}`);
    return row;
  });
}

/** The same organisation with other traces; codes are those of the columns. */
function traced(name: string, traceOf: (code: number, random: () => number) => number): Held {
  const held = scenarioHeld(name);
  const random = seededRandom(4);
  const chunks = held.snapshot.chunks.map((chunk) => ({
    ...chunk,
    aiTrace: Uint8Array.from(chunk.aiTrace, (code) => traceOf(code, random)),
  }));
  return { ...held, snapshot: { ...held.snapshot, chunks } };
}

const [NONE, TRACE] = [AI_TRACES.indexOf('none'), AI_TRACES.indexOf('trace')];

it('looks much better where only marked work counts and fast people mark small pull requests, and says why that is no finding', () => {
  const [exposed, strict] = rowsOf(scenarioHeld('simpson_ai_prs'));
  expect(exposed?.percent?.low).toBeLessThan(0);
  expect(exposed?.percent?.high).toBeGreaterThan(0);
  expect(strict?.percent?.high).toBeLessThan(0);
  expect(strict?.meaning).toContain('People choose for which work they use AI');
  expect(exposed?.meaning).toContain('whatever marks it bears or lacks');
});

it('is broad with every trace: the same as exposure where all work bears one', () => {
  const [exposed, strict, broad] = rowsOf(
    traced('real_improvement', (code) => (code === NONE ? TRACE : code)),
  );
  expect(broad?.percent?.value).toBeCloseTo(exposed?.percent?.value ?? 0, 9);
  expect(strict?.percent?.value).not.toBeCloseTo(exposed?.percent?.value ?? 0, 2);
});

it('cannot be told without marks, nor of a few', () => {
  const [, strict, broad] = rowsOf(traced('real_improvement', () => NONE));
  expect([strict?.percent, broad?.percent]).toEqual([null, null]);
  expect(strict?.sentence).toBe('Cannot be told: no pull request since the starts carries such a mark.');
  const few = rowsOf(traced('real_improvement', (_, random) => (random() < 0.003 ? TRACE : NONE)));
  expect(few[2]?.sentence).toMatch(/^Cannot be told: \d+ pull requests since the starts carry one, too few/);
});
