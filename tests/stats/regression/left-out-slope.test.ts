import { expect, it } from 'vitest';
import { leftOutSlope } from '../../../server/stats/regression/left-out-slope.ts';
import { intercept, leastSquares } from '../../../server/stats/regression/ordinary-least-squares.ts';
import { chanceOf } from '../../support/null-worlds/chance.ts';
import { can } from '../../support/reference.ts';

const chance = chanceOf(8);
const ROWS = 14;
const draws = () => Array.from({ length: ROWS }, () => chance.normal());
const columns = [intercept(ROWS), ...['one', 'two'].map((name) => ({ name, values: draws() }))];
/** An effect of the fifth row alone. */
const fifth = { name: 'fifth', values: Array.from({ length: ROWS }, (_, row) => Number(row === 4)) };
const outcome = draws();

it('is that of a fit without the row, for every row', () => {
  const fit = can(leastSquares(outcome, columns));
  for (let row = 0; row < ROWS; row++) {
    const without = (values: ArrayLike<number>) => Array.from(values).filter((_, place) => place !== row);
    const wanted = can(
      leastSquares(
        without(outcome),
        columns.map(({ name, values }) => ({ name, values: without(values) })),
      ),
    );
    [0, 1, 2].forEach((column) => {
      expect(can(leftOutSlope(fit, column, row))).toBeCloseTo(wanted.coefficients[column] ?? Number.NaN, 10);
    });
  }
});

it('stays without a row that has an effect of its own, which is lost', () => {
  const fit = can(leastSquares(outcome, [...columns, fifth]));
  expect(can(leftOutSlope(fit, 1, 4))).toBe(fit.coefficients[1]);
  expect(leftOutSlope(fit, 3, 4)).toEqual({ cannot: 'rests on one cluster' });
});

it('cannot be told where nothing would be left to judge the fit by', () => {
  const fit = can(leastSquares([1, 2, 4], [intercept(3), { name: 'one', values: [1, 2, 3] }]));
  expect(leftOutSlope(fit, 1, 0)).toEqual({ cannot: 'too few observations' });
});
