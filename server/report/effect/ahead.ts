import { ADOPTION_FIGURES, adoptionFigureAnswer } from '../adoption/adoption-answers.ts';
import { guardrailsAnswer } from '../guardrails/guardrails.ts';
import type { Held, Live } from '../live.ts';
import { askedRollout } from '../rollouts.ts';
import { effectAhead } from './effect.ts';

/** One import may follow the other: the data have stood still for so many looks. */
const STILL = 3;

/**
 * Finds the effect of the usual rollout, and what the pages of adoption and guardrails are asked without a filter, whenever the data
 * are another state, before anybody asks. To be called about once a second.
 * @param othersServed is waited for between steps
 * @param writing whether an import or a measuring is at work: each of its steps is one more state, and what was begun is left
 */
export function effectsAhead(
  live: Pick<Live, 'held'>,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
  writing: () => boolean,
): () => Promise<void> {
  let known: Held | null = null;
  let finding = false;
  let still: { held: Held; looks: number } | null = null;
  return async () => {
    const { held } = live;
    const wanted = () => live.held === held && !signal.aborted && !writing();
    if (finding || held === known) return;
    still = wanted() ? { held, looks: still?.held === held ? still.looks + 1 : 1 } : null;
    if (still === null || still.looks < STILL) return;
    finding = true;
    let left = false;
    try {
      await foundAhead(held, async () => {
        if (!left) await othersServed();
        left ||= !wanted();
        return !left;
      });
      if (!left) known = held;
    } finally {
      finding = false;
    }
  };
}

async function foundAhead(held: Held, goesOn: () => Promise<boolean>): Promise<void> {
  await effectAhead(held, askedRollout(held, undefined), goesOn);
  const pages = [
    ...ADOPTION_FIGURES.map((name) => () => adoptionFigureAnswer(held, name, {})),
    () => guardrailsAnswer(held, {}),
  ];
  for (const find of pages) {
    if (!(await goesOn())) return;
    // Each keeps what it finds of this state.
    find();
  }
}
