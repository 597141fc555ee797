import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import { cannot, type OrCannot } from '../cannot.ts';
import { at, type Numbers, of } from '../numbers.ts';

/** A column of a design with its name. */
export type Column = { readonly name: string; readonly values: Numbers };

export type LeastSquares = {
  /** The columns that were kept, in order; a column that earlier ones already determine is aliased and dropped. */
  readonly names: readonly string[];
  readonly aliased: readonly string[];
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  readonly rss: number;
  readonly df: number;
  /** X = Q R with Q'Q = I; (X'X)^-1 = R^-1 R^-1'. */
  readonly q: Matrix;
  readonly rInverse: Matrix;
};

/** A column whose part not told by earlier ones is this small beside itself is aliased (R's tolerance). */
const ALIASED = 1e-7;

/** Least squares by QR, never by normal equations, which lose twice the digits. Rows and columns are few thousand and few hundred. */
export function leastSquares(outcome: Numbers, columns: readonly Column[]): OrCannot<LeastSquares> {
  const rows = outcome.length;
  if (rows === 0) return cannot('no observations');
  const { design, factors, kept, aliased } = independent(columns, rows);
  if (factors === null) return cannot('singular design');
  if (rows <= kept.length) return cannot('too few observations');
  const q = factors.orthogonalMatrix;
  const rInverse = inverse(factors.upperTriangularMatrix);
  const coefficients = rInverse
    .mmul(q.transpose().mmul(Matrix.columnVector(Array.from(outcome))))
    .to1DArray();
  const fitted = design.mmul(Matrix.columnVector(coefficients));
  const residuals = Float64Array.from({ length: rows }, (_, row) => at(outcome, row) - fitted.get(row, 0));
  const rss = residuals.reduce((total, residual) => total + residual ** 2, 0);
  const names = kept.map(({ name }) => name);
  return { names, aliased, coefficients, residuals, rss, df: rows - kept.length, q, rInverse };
}

/** The columns from the left that earlier ones do not determine. */
function independent(columns: readonly Column[], rows: number) {
  let kept = [...columns];
  const aliased: string[] = [];
  for (;;) {
    const design = new Matrix(
      Array.from({ length: rows }, (_, row) => kept.map(({ values }) => at(values, row))),
    );
    if (kept.length === 0) return { design, factors: null, kept, aliased };
    const factors = new QrDecomposition(design);
    const found = firstAliased(design, factors);
    if (found === null) return { design, factors, kept, aliased };
    aliased.push(of(kept, found).name);
    kept = kept.filter((_, index) => index !== found);
  }
}

function firstAliased(design: Matrix, factors: QrDecomposition): number | null {
  const { rows, columns } = design;
  const r = factors.upperTriangularMatrix;
  for (let column = 0; column < columns; column++) {
    if (column >= rows) return column;
    const length = Math.hypot(...design.getColumn(column));
    if (Math.abs(r.get(column, column)) <= ALIASED * length) return column;
  }
  return null;
}

/** (X'X)^-1. */
export function inverseCross({ rInverse }: LeastSquares): Matrix {
  return rInverse.mmul(rInverse.transpose());
}

/** The classical standard errors, sigma^2 (X'X)^-1. */
export function classicalErrors(fit: LeastSquares): number[] {
  const variance = fit.rss / fit.df;
  return inverseCross(fit)
    .diagonal()
    .map((diagonal) => Math.sqrt(variance * diagonal));
}

/** Indicator columns of every group but the first, beside an intercept. */
export function indicators(name: string, codes: Numbers, count: number): Column[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, group) => ({
    name: `${name}${group + 1}`,
    values: Float64Array.from({ length: codes.length }, (_, row) => (at(codes, row) === group + 1 ? 1 : 0)),
  }));
}

export function intercept(rows: number): Column {
  return { name: '(Intercept)', values: new Float64Array(rows).fill(1) };
}
