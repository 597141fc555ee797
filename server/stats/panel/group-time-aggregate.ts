import { cannot, type OrCannot } from '../cannot.ts';
import { at, of } from '../numbers.ts';
import { type GroupTime, type GroupTimeCell, influenceError } from './group-time.ts';

/** Influence and error are computed when asked for: a jackknife asks for neither. */
export type Aggregate = {
  readonly att: number;
  influence(): Float64Array;
  /** Analytic; too small with few teams, so the verdict takes the jackknife. */
  se(): number;
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
        cells.map((cell) => ofCell(found, cell)),
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

type Summand = { readonly att: number; influence(): Float64Array };

function ofCell(found: GroupTime, cell: GroupTimeCell): Summand {
  return { att: cell.att, influence: () => found.influence(cell) };
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
    cells.map((cell) => ({ ...ofCell(found, cell), cohort: cell.cohort })),
  );
}

/**
 * Weighted by p_g = n_g / n over their sum S. The weights are estimated too, which adds
 * ATT_k ((1{G = g_k} - p_k) / S - p_k sum_j (1{G = g_j} - p_j) / S^2) to each unit's influence.
 */
function shared(found: GroupTime, summands: readonly (Summand & { cohort: number })[]): OrCannot<Aggregate> {
  if (summands.length === 0) return cannot('no such event time');
  const n = found.starts.length;
  const sizes = new Map<number, number>();
  for (const start of found.starts) sizes.set(start, (sizes.get(start) ?? 0) + 1);
  const shares = summands.map(({ cohort }) => (sizes.get(cohort) ?? 0) / n);
  const sum = shares.reduce((total, share) => total + share, 0);
  const plain = combined(
    found,
    summands,
    shares.map((share) => share / sum),
  );
  const influence = (): Float64Array => {
    const pulls = plain.influence();
    found.starts.forEach((start, unit) => {
      const surprise = summands.map(({ cohort }, k) => (start === cohort ? 1 : 0) - of(shares, k));
      const all = surprise.reduce((total, value) => total + value, 0);
      const added = summands.reduce(
        (total, { att }, k) => total + att * (of(surprise, k) / sum - (of(shares, k) * all) / sum ** 2),
        0,
      );
      pulls[unit] = at(pulls, unit) + added;
    });
    return pulls;
  };
  return { att: plain.att, influence, se: () => influenceError(influence()) };
}

function combined(found: GroupTime, summands: readonly Summand[], weights: readonly number[]): Aggregate {
  const att = summands.reduce((total, summand, k) => total + of(weights, k) * summand.att, 0);
  const influence = (): Float64Array => {
    const pulls = new Float64Array(found.starts.length);
    summands.forEach((summand, k) => {
      summand.influence().forEach((value, unit) => {
        pulls[unit] = at(pulls, unit) + of(weights, k) * value;
      });
    });
    return pulls;
  };
  return { att, influence, se: () => influenceError(influence()) };
}
