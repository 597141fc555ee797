import { ADOPTION_FIGURES, adoptionFigureAnswer } from '../adoption/adoption-answers.ts';
import { guardrailsAnswer } from '../guardrails/guardrails.ts';
import type { Held, Live } from '../live.ts';
import { askedRollout } from '../rollouts.ts';
import { effectAhead } from './effect.ts';

/**
 * Finds the effect of the usual rollout, and what the pages of adoption and guardrails are asked without a filter, whenever the data
 * are another state, before anybody asks. To be called about once a second,
 * not while an import is at work: each of its steps would be one more state.
 */
export function effectsAhead(
  live: Pick<Live, 'held'>,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
): () => Promise<void> {
  let known: Held | null = null;
  let finding: Promise<void> | null = null;
  return async () => {
    const { held } = live;
    if (finding !== null || held === known || signal.aborted) return;
    finding = foundAhead(held, signal, othersServed);
    try {
      await finding;
      known = held;
    } finally {
      finding = null;
    }
  };
}

async function foundAhead(
  held: Held,
  signal: AbortSignal,
  othersServed: () => Promise<unknown>,
): Promise<void> {
  await effectAhead(held, askedRollout(held, undefined), signal, othersServed);
  const pages = [
    ...ADOPTION_FIGURES.map((name) => () => adoptionFigureAnswer(held, name, {})),
    () => guardrailsAnswer(held, {}),
  ];
  for (const find of pages) {
    await othersServed();
    if (signal.aborted) return;
    // Each keeps what it finds of this state.
    find();
  }
}
