import type { View } from '../../contract/view.ts';
import type { Selection } from '../../metrics/selection.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { Week } from '../../model/week.ts';
import { marksOf } from '../asked-marks.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { remembered } from '../remembered.ts';
import { askedRollout, startWeeks } from '../rollouts.ts';
import { mainSide } from '../side.ts';
import { smallMarks } from '../small-marks.ts';
import { type Span, spanOf } from '../span.ts';

/** A question about adoption: who is asked about, since when they have started, and which full weeks there are. */
export type AdoptionAsked = {
  readonly held: Held;
  /** As a question about AI-marked work is asked, which its groups are judged as. */
  readonly question: Question;
  /** Null: none is stated. */
  readonly rollout: Rollout | null;
  /** The first week of each team with a date, by its id. */
  readonly starts: ReadonlyMap<string, Week>;
  /** The full weeks of the window, from the first to the last; null: there is none yet. */
  readonly window: { readonly from: Week; readonly to: Week; readonly first: Week } | null;
  /** Why nothing may be told: too few people have marked work, or other work. */
  readonly few: boolean;
  /** No repository has been read, so that nothing can carry marks: people are known by the issues that they finish. */
  readonly alone: boolean;
  readonly warnings: Question['warnings'];
};

/** Filters by AI involvement, percentiles and hours mean nothing here. Throws QuestionError as every question does. */
export function askedAdoption(held: Held, view: View): AdoptionAsked {
  const { ai: _ai, tool: _tool, by: _by, stat: _stat, hours: _hours, since: _since, ...asked } = view;
  const side = mainSide(held);
  if (side !== held) return askedOfIssues(held, side, asked);
  const plain = resolveQuestion(held, 'ai-marked-share', asked);
  const marked = { ...plain.view, ai: ['marked' as const] };
  const few = smallMarks(held, marked) !== null;
  // Judged as what is AI-marked is, so that teams are told apart only where it may be.
  const question = { ...plain, view: marked, marks: marksOf(held, ['agent', 'assisted'], null) };
  const rollout = askedRollout(held, view.rollout);
  const starts = rollout === null ? new Map<string, Week>() : startWeeks(rollout);
  const span = spanOf(held, plain.repositories, plain.view);
  const warnings = plain.warnings.filter(({ code }) => code.startsWith('repository-'));
  return { held, question, rollout, starts, window: windowOf(span), few, alone: false, warnings };
}

/** Where there is a tracker alone: nothing of marks may be told, and of what vendors tell all that groups of people with issues allow. */
function askedOfIssues(held: Held, side: Held, view: View): AdoptionAsked {
  const question = resolveQuestion(held, 'issues-finished', view);
  const rollout = askedRollout(held, view.rollout);
  const window = windowOf(spanOf(side, question.repositories, question.view));
  const warnings = question.warnings.filter(({ code }) => code.startsWith('project-'));
  const starts = rollout === null ? new Map<string, Week>() : startWeeks(rollout);
  return { held: side, question, rollout, starts, window, few: true, alone: true, warnings };
}

function windowOf(span: Span | null): AdoptionAsked['window'] {
  if (span === null || span.from === span.end) return null;
  return { from: span.from, to: span.end - 1, first: span.first };
}

/** Merged or opened work of the groups asked about in some weeks, whatever took part in it. */
export function workOf(
  { question: { repositories, teams } }: AdoptionAsked,
  from: Week,
  to: Week,
  by: Selection['by'] = 'merge',
): Selection {
  return {
    ...{ repositories: repositories.table, deploying: repositories.deploying },
    ...{ teams: teams.table, marks: null, from, to, by },
  };
}

/** Teams asked about that have started by a week. */
export function startedBy({ starts, question: { view } }: AdoptionAsked, week: Week): string[] {
  const asked = view.team.length === 0 ? [...starts.keys()] : view.team;
  return asked.filter((team) => (starts.get(team) ?? Number.POSITIVE_INFINITY) <= week);
}

const QUESTIONS = 16;

/** What is found of a question: once for each state of the data and each question. */
export function foundOnce<Value>(find: (asked: AdoptionAsked) => Value): (asked: AdoptionAsked) => Value {
  const known = new WeakMap<Held, ReturnType<typeof remembered<Value>>>();
  return (asked) => {
    const ofHeld = known.get(asked.held) ?? remembered<Value>(QUESTIONS);
    known.set(asked.held, ofHeld);
    const key = JSON.stringify([asked.question.view, asked.rollout?.id ?? null]);
    return ofHeld(key, () => find(asked));
  };
}
