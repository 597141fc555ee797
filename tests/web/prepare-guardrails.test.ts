import { describe, expect, it } from 'vitest';
import { guardrailsAnswer } from '../../server/report/guardrails/guardrails.ts';
import { costsTable, levelsTable } from '../../web/charts/costs-table.ts';
import { guardrailTable } from '../../web/charts/guardrail-table.ts';
import { prepareCosts } from '../../web/charts/prepare-costs.ts';
import { prepareGuardrail } from '../../web/charts/prepare-guardrail.ts';
import { dozen, guardedHeld, times } from '../support/guarded-facts.ts';

const worse = guardrailsAnswer(guardedHeld(dozen(times(1.9))), {}).data;
const held = guardedHeld(dozen(times(1.9)));
const unstarted = guardrailsAnswer({ ...held, rollouts: [] }, {}).data;

const guardrail = (id: string) => {
  const found = worse.guardrails.find(({ definition }) => definition.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

describe('Rows of costs', () => {
  it('lie right of "as before" where it is worse, also of a share that should be high', () => {
    const { rows, zero, limit } = prepareCosts(worse, 600);
    expect(limit).toBeGreaterThan(zero);
    for (const id of ['revert-rate', 'ci-first-pass-rate', 'batch-size']) {
      const row = rows.find(({ change }) => change.measure === id);
      expect(row?.change.standing).toBe('worse');
      expect(row?.drawn?.from).toBeGreaterThan(zero);
      expect(row?.drawn?.at).toBeGreaterThan(row?.drawn?.from ?? 0);
    }
  });

  it('stay within the track, with an arrow where a range goes on', () => {
    const [change] = worse.guardrails.flatMap((one) => one.change ?? []);
    if (change?.change == null) throw new Error('no change');
    const far = { ...change, change: { ...change.change, high: 40 * (change.before.value ?? 1) } };
    const { rows } = prepareCosts(
      { ...worse, guardrails: [{ ...guardrail('revert-rate'), change: far }] },
      300,
    );
    expect(rows[0]?.drawn?.cut).toBe(true);
    expect(rows[0]?.drawn?.to).toBeLessThanOrEqual(300);
  });

  it('have a table of the same', () => {
    const { columns, rows, links } = costsTable(worse, (measure) => `/items?measure=${measure}`);
    expect(rows).toHaveLength(12);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(links[0]).toBe('/items?measure=revert-rate');
    expect(rows[0]?.at(-1)).toBe('worse');
  });
});

describe('A small chart of a guardrail', () => {
  it('begins at 0, and has the start between the weeks before and after', () => {
    const { yOf, start, dots, target, limit, labels } = prepareGuardrail(guardrail('revert-rate'), 300, 160);
    expect(yOf(0)).toBeGreaterThan(target ?? 0);
    expect(limit).toBeLessThan(target ?? 0);
    const before = dots.filter(({ at }) => Number(at) < 0);
    expect(Math.max(...before.map(({ x }) => x))).toBeLessThan(start ?? 0);
    expect(labels.map(({ text }) => text)).toContain('start');
  });

  it('names its two lines beside their ends, where no mark lies, and never one over the other', () => {
    const one = guardrail('revert-rate');
    const close = { ...one, target: 0.03, limit: 0.0301 };
    for (const drawn of [one, close]) {
      const { names, right, dots } = prepareGuardrail(drawn, 300, 160);
      expect(names.map(({ text }) => text)).toEqual(['before', 'limit']);
      expect(Math.max(...dots.map(({ x }) => x))).toBeLessThan(right);
      expect(Math.abs((names[0]?.y ?? 0) - (names[1]?.y ?? 0))).toBeGreaterThanOrEqual(13.99);
    }
    expect(prepareGuardrail({ ...one, target: null, limit: null }, 300, 160).right).toBe(300);
  });

  it('has gaps and never zeros where nothing is known', () => {
    const one = guardrail('revert-rate');
    const points = one.points.map((point, place) => (place === 3 ? { ...point, value: null } : point));
    const { path, dots } = prepareGuardrail({ ...one, points }, 300, 160);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(dots).toHaveLength(one.points.length - 1);
    const { rows } = guardrailTable({ ...one, points, axis: 'since-start' });
    expect(rows.toReversed()[3]?.[1]).toMatch(/^too few \(\d+\)$/);
  });
});

describe('Without a rollout', () => {
  it('each guardrail goes its way along the calendar, and the page says what to do', () => {
    expect(unstarted.axis).toBe('calendar');
    expect(unstarted.without).toMatch(/Say when each team began/);
    expect(unstarted.finding).toBe('Nothing to compare with yet: when did the rollout begin?');
    expect(unstarted.guardrails.every(({ change, target }) => change === null && target === null)).toBe(true);
    const [first] = unstarted.guardrails;
    if (first === undefined) throw new Error('none');
    expect(prepareGuardrail(first, 300, 160).start).toBeNull();
    expect(first.points.every(({ at }) => typeof at === 'string')).toBe(true);
    expect(levelsTable(unstarted, () => '/items').rows[0]?.[1]).toMatch(/reverted within 21 days/);
  });
});
