import type { RolloutVerdict, VerdictAnswer } from '../../contract/verdict.ts';
import type { View } from '../../contract/view.ts';
import { countsSentence } from '../effect/counts-words.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { reachedBy } from '../reached.ts';
import { askedEffect } from './asked-effect.ts';
import { nextStep } from './next-step.ts';
import { verdictNumbers } from './numbers.ts';
import { saidOfRollout } from './said.ts';
import type { Known } from './verdict-facts.ts';

/** Is work really moving faster since the rollout began, and at what cost? Throws QuestionError as every question does. */
export function verdictAnswer(held: Held, view: View, known: Known): VerdictAnswer {
  const { asked, rollout, found, warnings } = askedEffect(held, view);
  const said = saidOfRollout(held, found, known);
  const isShown = !('nothing' in found) && said.row !== 'no-data';
  const data: RolloutVerdict = {
    rollout: rollout === null ? null : { id: rollout.id, name: rollout.name },
    said,
    numbers: isShown ? verdictNumbers(held, found) : [],
    next: nextStep(said, known),
    grade:
      'nothing' in found || said.cost === null
        ? null
        : { letter: found.graded.grade, means: found.graded.means },
    countsSentence: isShown ? `${countsSentence(found)}.` : '',
  };
  return envelope(held, asked, reachedBy(held).dataUntil, warnings, data);
}
