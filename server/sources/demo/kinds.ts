import type { FileChange } from '../../model/commit.ts';
import { DAY, type Instant } from '../../model/instant.ts';
import { chance, purpose } from './chance.ts';
import { ratherQuick } from './fate.ts';
import type { Opening } from './opening.ts';
import { type Organisation, weekAt } from './organisation.ts';

/** Something that landed and may have to be taken back, mended or carried over. */
export type Landed = {
  id: string;
  number: number;
  title: string;
  sha: string;
  mergedAt: Instant;
  files: readonly FileChange[];
};

/** What a pull request is for. `of`: the earlier one that it answers. */
export type Kind = { is: 'work'; of: null } | { is: 'revert' | 'hotfix' | 'back-port'; of: Landed };

/** Shares of all pull requests before a start. */
const REVERTS = 0.026;
const HOTFIXES = 0.02;
const WITHIN = { revert: 14 * DAY, hotfix: 6 * DAY };

/** Taking back and mending are part of the day's work: they take the place of something new, and as long as that. */
export function kindOf(
  organisation: Organisation,
  { at, team, seed }: Opening,
  slowness: number,
  landed: readonly Landed[],
): Kind {
  const draws = chance(seed, purpose.kind);
  const { reverts } = weekAt(organisation, team, at);
  const unit = draws.unit();
  const revert = ratherQuick(REVERTS * reverts, slowness);
  const is =
    unit < revert ? 'revert' : unit < revert + ratherQuick(HOTFIXES * reverts, slowness) ? 'hotfix' : 'work';
  if (is === 'work') return { is, of: null };
  const of = recent(landed, at, WITHIN[is], draws.unit());
  return of === null ? { is: 'work', of } : { is, of };
}

/** One of those merged before `at`, and not longer ago than `within`; null when there is none. */
export function recent(landed: readonly Landed[], at: Instant, within: number, unit: number): Landed | null {
  const candidates = landed.filter(({ mergedAt }) => mergedAt < at && mergedAt > at - within);
  return candidates[Math.floor(unit * candidates.length)] ?? null;
}

export function titleOf({ is, of }: Kind, title: string, maintained: string | null): string {
  if (is === 'revert') return `Revert "${of.title}"`;
  if (is === 'hotfix') return `Hotfix: ${of.title.replace(/^Hotfix: /, '')}`;
  return is === 'back-port' ? `[${maintained}] ${of.title} (#${of.number})` : title;
}
