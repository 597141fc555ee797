import { cannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import { type GroupTime, type GroupTimeCell, influenceError } from './group-time.ts';

export type Aggregate = {
  readonly att: number;
  /** Analytic; too small with few teams, so the verdict takes the jackknife. */
  readonly se: number;
  readonly influence: Float64Array;
};

/** An aggregate for one cohort, event or period. */
export type Part = Aggregate & { readonly at: number };

export type Parts = { readonly overall: Aggregate; readonly parts: readonly Part[] };

/** All treated cells, weighted by the share of the cohort. */
export function simple(found: GroupTime): OrCannot<Aggregate> {
  return weighted(found, found.cells.filter(isTreated));
}

/** By periods since the start (the event study); overall the plain mean over those from the start on, within the window. */
export function dynamic(
  found: GroupTime,
  window: { from: number; to: number } = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
): OrCannot<Parts> {
  const event = ({ cohort, period }: GroupTimeCell) => period - cohort;
  const cells = found.cells.filter((cell) => event(cell) >= window.from && event(cell) <= window.to);
  return byPart(found, cells, event, (at) => at >= 0);
}

/** By period, of the cohorts that have started. */
export function calendar(found: GroupTime): OrCannot<Parts> {
  return byPart(
    found,
    found.cells.filter(isTreated),
    ({ period }) => period,
    () => true,
  );
}

/** By cohort, the plain mean over its periods; overall weighted by the share of the cohort. */
export function byCohort(found: GroupTime): OrCannot<Parts> {
  const parts = found.cohorts.map((cohort): Part => {
    const cells = found.cells.filter((cell) => cell.cohort === cohort && isTreated(cell));
    return {
      at: cohort,
      ...combined(
        found,
        cells.map(plain),
        cells.map(() => 1 / cells.length),
      ),
    };
  });
  const overall = shared(
    found,
    parts.map((part) => ({ ...part, cohort: part.at })),
  );
  return 'cannot' in overall ? overall : { overall, parts };
}

function isTreated({ cohort, period }: GroupTimeCell): boolean {
  return period >= cohort;
}

type Summand = { readonly att: number; readonly influence: Float64Array };

/** The base period of 'universal' is zero without doubt. */
function plain({ att, influence }: GroupTimeCell): Summand {
  return { att, influence: influence ?? new Float64Array(0) };
}

function byPart(
  found: GroupTime,
  cells: readonly GroupTimeCell[],
  partOf: (cell: GroupTimeCell) => number,
  counts: (at: number) => boolean,
): OrCannot<Parts> {
  const places = [...new Set(cells.map(partOf))].sort((a, b) => a - b);
  const parts: Part[] = [];
  for (const place of places) {
    const part = weighted(
      found,
      cells.filter((cell) => partOf(cell) === place),
    );
    if ('cannot' in part) return part;
    parts.push({ at: place, ...part });
  }
  const kept = parts.filter((part) => counts(part.at));
  if (kept.length === 0) return cannot('no such event time');
  return {
    overall: combined(
      found,
      kept,
      kept.map(() => 1 / kept.length),
    ),
    parts,
  };
}

function weighted(found: GroupTime, cells: readonly GroupTimeCell[]): OrCannot<Aggregate> {
  return shared(
    found,
    cells.map((cell) => ({ ...plain(cell), cohort: cell.cohort })),
  );
}

/**
 * Weighted by p_g = n_g / n over their sum S. The weights are estimated too, which adds
 * ATT_k ((1{G = g_k} - p_k) / S - p_k sum_j (1{G = g_j} - p_j) / S^2) to each unit's influence.
 */
function shared(found: GroupTime, summands: readonly (Summand & { cohort: number })[]): OrCannot<Aggregate> {
  if (summands.length === 0) return cannot('no such event time');
  const n = found.starts.length;
  const shares = summands.map(({ cohort }) => found.starts.filter((start) => start === cohort).length / n);
  const sum = shares.reduce((total, share) => total + share, 0);
  const { att, influence } = combined(
    found,
    summands,
    shares.map((share) => share / sum),
  );
  found.starts.forEach((start, unit) => {
    const surprise = summands.map(({ cohort }, k) => (start === cohort ? 1 : 0) - of(shares, k));
    const all = surprise.reduce((total, value) => total + value, 0);
    const added = summands.reduce(
      (total, summand, k) => total + summand.att * (of(surprise, k) / sum - (of(shares, k) * all) / sum ** 2),
      0,
    );
    influence[unit] = at(influence, unit) + added;
  });
  return { att, influence, se: influenceError(influence) };
}

function combined(found: GroupTime, summands: readonly Summand[], weights: readonly number[]): Aggregate {
  const influence = new Float64Array(found.starts.length);
  let att = 0;
  summands.forEach((summand, k) => {
    const weight = of(weights, k);
    att += weight * summand.att;
    summand.influence.forEach((value, unit) => {
      influence[unit] = at(influence, unit) + weight * value;
    });
  });
  return { att, influence, se: influenceError(influence) };
}
