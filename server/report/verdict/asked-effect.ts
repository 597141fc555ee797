import type { ResolvedView, View } from '../../contract/view.ts';
import type { Rollout } from '../../model/rollout.ts';
import { clockOf } from '../effect/clock.ts';
import { type Effect, effectOf, type NoEffect } from '../effect/effect.ts';
import type { Held } from '../live.ts';
import { resolveQuestion } from '../question.ts';
import { refuseSmallGroups } from '../refusal.ts';
import { askedRollout } from '../rollouts.ts';
import { mainSide } from '../side.ts';
import type { Warning } from '../warnings.ts';

export type AskedEffect = {
  asked: ResolvedView;
  rollout: Rollout | null;
  found: Effect | NoEffect;
  warnings: Warning[];
};

/** What else a question may hold, and means nothing where a rollout's own weeks are looked at. */
const ELSEWHERE = ['repo', 'ai', 'tool', 'window', 'from', 'to', 'stat', 'by', 'hours', 'since'] as const;

/**
 * The effect that a question is about: of one rollout, on all teams or on some. It looks at a year before the first start and at all
 * weeks since, whatever the window. Throws QuestionError on unknown filters and on teams of too few people.
 */
export function askedEffect(held: Held, view: View): AskedEffect {
  const { team, rollout: asked } = view;
  const some = {
    ...(team === undefined ? {} : { team }),
    ...(asked === undefined ? {} : { rollout: asked }),
  };
  // Everything is checked as for every figure, and what means nothing here is said.
  const side = mainSide(held);
  const measure = side === held ? 'merged-pull-requests' : 'issues-finished';
  const question = resolveQuestion(held, measure, { ...some, by: 'merge' });
  // By what is timed too: who merges pull requests may be others than who finishes issues.
  for (const judged of new Set([side, clockOf(held).side]))
    refuseSmallGroups(judged, { ...question.view, window: 'all' });
  const rollout = askedRollout(held, asked);
  const ignored = ELSEWHERE.filter((field) => view[field] !== undefined);
  const warnings = question.warnings.filter(({ code }) => code.startsWith('repository-'));
  return {
    asked: question.view,
    rollout,
    found: effectOf(held, rollout, question.view.team),
    warnings: ignored.length === 0 ? warnings : [...warnings, notUsed],
  };
}

const notUsed: Warning = {
  code: 'filters-not-used',
  message:
    'An effect looks at a year before the first start and at all weeks since, at all repositories and all work: of the filters only team and rollout apply.',
};
