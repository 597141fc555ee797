import { describe, expect, test } from 'vitest';
import { deploymentReach, type Reached } from '../../server/facts/deployment-reach.ts';
import { DAY, HOUR, SECOND } from '../../server/model/instant.ts';

const noon = Date.UTC(2026, 7, 10, 12);

/** A deployment some hours after noon, of the commit at a place on the default branch that is dated as late as it. */
function deployment(hours: number, position: number | null, over: Partial<Reached> = {}): Reached {
  const succeededAt = noon + hours * HOUR;
  return { succeededAt, position, containsUntil: succeededAt, ...over };
}

/** When the first deployment on record was, so that what comes after it is known to be new. */
const before = deployment(-24, 1);

const hoursAfterNoon = (at: number | null) => (at === null ? null : (at - noon) / HOUR);

describe('What was deployed first when', () => {
  test('is told by the order on the default branch, whatever date a commit has', () => {
    const reach = deploymentReach([before, deployment(2, 6), deployment(5, 8)]);
    const future = { position: 5, committedAt: noon + 400 * DAY };
    const past = { position: 7, committedAt: noon - 3000 * DAY };
    expect([future, past].map((merge) => hoursAfterNoon(reach(merge)))).toEqual([2, 5]);
  });

  test('tells two merges of one second apart, of which one was deployed', () => {
    const second = noon + 30 * SECOND;
    const reach = deploymentReach([before, deployment(1, 5, { containsUntil: second }), deployment(9, 6)]);
    const merges = [5, 6].map((position) => ({ position, committedAt: second }));
    expect(merges.map((merge) => hoursAfterNoon(reach(merge)))).toEqual([1, 9]);
  });

  test('is not moved by a roll-back: what an old commit contains was deployed before', () => {
    const reach = deploymentReach([before, deployment(2, 6), deployment(4, 3), deployment(8, 7)]);
    const merges = [3, 4, 6, 7].map((position) => ({ position, committedAt: noon }));
    expect(merges.map((merge) => hoursAfterNoon(reach(merge)))).toEqual([2, 2, 2, 8]);
  });

  test('of a release branch is what had landed where it left the default branch, however late it is deployed', () => {
    const ofBranch = deployment(50, 4, { containsUntil: noon + 40 * HOUR });
    const reach = deploymentReach([before, ofBranch, deployment(60, 9)]);
    const merges = [4, 5].map((position) => ({ position, committedAt: noon + HOUR }));
    expect(merges.map((merge) => hoursAfterNoon(reach(merge)))).toEqual([50, 60]);
  });

  test('is told by dates where a place is not known, of the merge or of the deployment', () => {
    const reach = deploymentReach([before, deployment(2, null), deployment(5, 8)]);
    expect(hoursAfterNoon(reach({ position: null, committedAt: noon + HOUR }))).toBe(2);
    expect(hoursAfterNoon(reach({ position: 7, committedAt: noon + HOUR }))).toBe(2);
    expect(hoursAfterNoon(reach({ position: null, committedAt: noon + 3 * HOUR }))).toBe(5);
    expect(hoursAfterNoon(reach({ position: 7, committedAt: noon + 3 * HOUR }))).toBe(5);
    const nothing = deploymentReach([before, deployment(2, null, { containsUntil: null })]);
    expect(nothing({ position: 7, committedAt: noon })).toBeNull();
  });

  test('is not known of what the first deployment on record contains: it may not have been the first', () => {
    const reach = deploymentReach([deployment(0, 5), deployment(3, 6)]);
    expect(reach({ position: 5, committedAt: noon - HOUR })).toBeNull();
    expect(hoursAfterNoon(reach({ position: 6, committedAt: noon - HOUR }))).toBe(3);
    const byDate = deploymentReach([deployment(0, null), deployment(3, null)]);
    expect(byDate({ position: null, committedAt: noon - HOUR })).toBeNull();
    expect(hoursAfterNoon(byDate({ position: null, committedAt: noon + HOUR }))).toBe(3);
  });

  test('is nothing where nothing contains it', () => {
    const reach = deploymentReach([before, deployment(2, 6)]);
    expect(reach({ position: 7, committedAt: noon - HOUR })).toBeNull();
    expect(deploymentReach([])({ position: 7, committedAt: noon })).toBeNull();
  });
});
