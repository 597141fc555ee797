import type { Instant } from '../model/instant.ts';

/** A successful deployment of one repository. */
export type Reached = {
  succeededAt: Instant;
  /** Place on the default branch of the newest commit that it contains; null: not known. */
  position: number | null;
  /** By dates alone: it contains what landed until then; null: not known. */
  containsUntil: Instant | null;
};

/** The commit that merged something into the default branch. */
export type MergePlace = {
  /** Its place on the default branch; null: not known. */
  position: number | null;
  /** By the clock of whoever made it, which may be wrong. */
  committedAt: Instant;
};

/** When something merged was first deployed; null: never, or not known. */
export type DeploymentReach = (merge: MergePlace) => Instant | null;

/**
 * Tells what was first deployed when, of deployments in the order of their success. Where both places on the default branch are
 * known, their order alone decides; else dates do: what landed at or before `containsUntil` is contained.
 *
 * The first deployment on record may not have been the first of all: what it contains is unknown, not slow.
 */
export function deploymentReach(deployments: readonly Reached[]): DeploymentReach {
  const highest = highestSoFar(deployments);
  const unplaced = deployments.flatMap(({ position }, index) => (position === null ? [index] : []));
  const firstPlaced = deployments.findIndex(({ position }) => position !== null);
  const all = [...deployments.keys()];

  return (merge) => {
    const { position, committedAt } = merge;
    const byOrder =
      position === null ? deployments.length : firstWhere(highest, (place) => place >= position);
    const byDate = firstByDate(deployments, position === null ? all : unplaced, committedAt);
    const first = Math.min(byOrder, byDate);
    const found = deployments[first];
    if (found === undefined) return null;
    const placedBefore = position !== null && firstPlaced >= 0 && firstPlaced < first;
    const datedBefore = first > 0 && (deployments[0]?.succeededAt ?? committedAt) < committedAt;
    return placedBefore || datedBefore ? found.succeededAt : null;
  };
}

/** Of each deployment the highest place that was deployed by then, so that what contains a place first can be looked up. */
function highestSoFar(deployments: readonly Reached[]): number[] {
  let highest = Number.NEGATIVE_INFINITY;
  return deployments.map(({ position }) => {
    if (position !== null && position > highest) highest = position;
    return highest;
  });
}

/** The first of these that succeeded after the commit was made and contains its date. */
function firstByDate(deployments: readonly Reached[], among: readonly number[], at: Instant): number {
  const after = firstWhere(among, (index) => (deployments[index]?.succeededAt ?? 0) >= at);
  for (let place = after; place < among.length; place++) {
    const index = among[place] ?? deployments.length;
    const until = deployments[index]?.containsUntil ?? null;
    if (until !== null && until >= at) return index;
  }
  return deployments.length;
}

/** The first index from which on `holds` is true; the length where it never is. */
function firstWhere(values: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
