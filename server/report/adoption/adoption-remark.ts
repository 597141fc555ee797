import type { Rollout } from '../../model/rollout.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { adoptionShare } from './adoption-share.ts';
import { percent } from './adoption-words.ts';
import { askedAdoption, startedBy } from './asked-adoption.ts';
import { practising } from './people-asked.ts';
import { shapesTogether, tooSmall } from './share-words.ts';
import { markingOf, teamUses } from './team-use.ts';

export { type AdoptionShare, adoptionShare } from './adoption-share.ts';

/** From this share of marked work before the start on, the baseline is said to contain AI. */
const ALREADY = 0.02;
/** So many teams are named. */
const NAMED = 3;

/** The verdict's third line: use falling back, marking changed, AI marks before the start; null: none of these. */
export function adoptionRemark(held: Held, rollout: Rollout | null): string | null {
  const before = adoptionShare(held, rollout)?.before?.share ?? 0;
  const already =
    before < ALREADY
      ? []
      : [
          `${percent(before)} of the work already carried AI marks before the start: this measures the rollout, not AI.`,
        ];
  const said = [...fallenBack(held, rollout), ...already];
  return said.length === 0 ? null : said.join(' ');
}

function fallenBack(held: Held, rollout: Rollout | null): string[] {
  const asked = askedAdoption(held, rollout === null ? {} : { rollout: rollout.id });
  if (asked.few || asked.window === null) return [];
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
