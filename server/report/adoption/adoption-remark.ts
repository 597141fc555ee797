import type { Rollout } from '../../model/rollout.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { adoptionShare, rolloutAdoption } from './adoption-share.ts';
import { percent } from './adoption-words.ts';
import { type AdoptionAsked, startedBy } from './asked-adoption.ts';
import { practising } from './people-asked.ts';
import { shapesTogether, tooSmall } from './share-words.ts';
import { markingOf, teamUses } from './team-use.ts';

export { type AdoptionShare, adoptionShare } from './adoption-share.ts';

/** From this share of marked work before the start on, the baseline is said to contain AI. */
const ALREADY = 0.02;
/** So many teams are named. */
const NAMED = 3;

/**
 * The verdict's third line: use falling back, marking changed, AI marks before the start; null: none of these.
 * @param teams that are asked about; none: all
 */
export function adoptionRemark(
  held: Held,
  rollout: Rollout | null,
  teams: readonly string[] = [],
): string | null {
  const before = adoptionShare(held, rollout, teams)?.before?.share ?? 0;
  const already =
    before < ALREADY
      ? []
      : [
          `${percent(before)} of the work already carried AI marks before the start: this measures the rollout, not AI.`,
        ];
  const said = [...fallenBack(rolloutAdoption(held, rollout, teams)), ...already];
  return said.length === 0 ? null : said.join(' ');
}

function fallenBack(asked: AdoptionAsked | null): string[] {
  if (asked === null || asked.few || asked.window === null) return [];
  const { weeks } = practising(asked);
  if (weeks !== null && markingOf(asked, weeks) !== null) {
    return ['Marking changed: marks in the work and the use that vendors tell have parted.'];
  }
  const { started, back } = shapesTogether(teamUses(asked));
  const fallen = back.filter(({ shape }) => shape.is === 'found' && shape.shape !== 'never took off');
  if (fallen.length === 0) return [];
  const where =
    fallen.length > NAMED
      ? `${number(fallen.length)} of ${count(started.length, 'team')} that started`
      : list(fallen.map(({ name }) => name));
  const small =
    fallen.length > NAMED ? tooSmall(started.length, startedBy(asked, asked.window.to).length) : '';
  return [`Use has fallen back in ${where}${small}.`];
}
