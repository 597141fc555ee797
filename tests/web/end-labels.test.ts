import { expect, test } from 'vitest';
import { placeLabels } from '../../web/charts/end-labels.ts';

const label = (at: number) => ({ name: '', amount: '', at, strong: false });
const placed = (...values: number[]) => placeLabels(values.map(label), 100, 200, 30).map(({ y }) => y);

test('labels stand at their values where there is room', () => {
  expect(placed(75, 50, 25)).toEqual([50, 100, 150]);
});

test('labels that would touch move apart', () => {
  expect(placed(52, 50, 48)).toEqual([96, 126, 156]);
});

test('labels stay beside the plot, though their values lie at its edge or beyond', () => {
  expect(placed(400, 99)).toEqual([15, 45]);
  expect(placed(3, 2, 1)).toEqual([125, 155, 185]);
});
