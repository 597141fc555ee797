import type { DeploymentRow } from './deployment-input.ts';

/**
 * change: it brought commits that were never deployed before; roll-back: it put an older state back; repeat: what it deployed was in
 * production already or once before, as when one release goes to several regions, or is put back after a roll-back.
 */
export type DeploymentKind = 'change' | 'roll-back' | 'repeat';

/**
 * What each deployment of one line did to production. Of two commits of the default branch their places tell which is older;
 * elsewhere, and where a place is not known, a commit is older than another that was first deployed after it.
 */
export function deploymentKinds(deployments: readonly DeploymentRow[]): DeploymentKind[] {
  const first = new Map<string, number>();
  return deployments.map((deployment, index): DeploymentKind => {
    const { sha } = deployment;
    const earlier = first.get(sha);
    if (earlier === undefined) first.set(sha, index);
    const before = deployments[index - 1];
    if (before === undefined) return 'change';
    if (before.sha === sha) return 'repeat';
    const older = olderByPlace(deployment, before);
    if (older ?? (earlier !== undefined && earlier < (first.get(before.sha) ?? 0))) return 'roll-back';
    return earlier === undefined ? 'change' : 'repeat';
  });
}

/** Null: their places do not tell. */
function olderByPlace(one: DeploymentRow, other: DeploymentRow): boolean | null {
  if (!one.onBranch || !other.onBranch || one.position === null || other.position === null) return null;
  return one.position < other.position;
}
