import { describe, expect, test } from 'vitest';
import type { AdoptionBars } from '../../server/contract/index.ts';
import { prepareBars } from '../../web/charts/prepare-adoption.ts';

const bars = (title: string, name: string, label = '94 % of 3,368'): AdoptionBars => ({
  ...{ title, kind: 'lengths', unit: 'share' },
  rows: [{ name, value: 0.94, low: null, high: null, label, isBeside: false }],
});
const three = ['Merged', 'Not reverted', 'Time to merge'].map((title) => bars(title, 'Seventh hundred'));

describe('Bars of adoption', () => {
  test('stand three beside each other where there is room, else two, and on a phone below each other', () => {
    const columns = (width: number) => new Set(prepareBars(three, width).panels.map(({ x }) => x)).size;
    expect([columns(1120), columns(900), columns(358)]).toEqual([3, 2, 1]);
    const y = prepareBars(three, 1120).panels.map((panel) => panel.y);
    expect(y).toEqual([0, 0, 0]);
  });

  test('leave the last of four or two beside their neighbour', () => {
    const columns = (all: readonly AdoptionBars[]) =>
      new Set(prepareBars(all, 1120).panels.map(({ x }) => x)).size;
    expect(columns([...three, ...three.slice(0, 1)])).toBe(2);
    expect(columns(three.slice(0, 2))).toBe(2);
  });

  test('begin where the longest of their names has ended', () => {
    const [panel] = prepareBars([bars('People', 'People with any AI-marked work', '98')], 1120).panels;
    // Letters of 12 pixels are 7 wide at most.
    expect(panel?.zero).toBeGreaterThanOrEqual(7 * 'People with any AI-marked work'.length);
    expect(panel?.rows[0]?.nameLines).toHaveLength(1);
  });
});
