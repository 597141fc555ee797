import type { Guardrail, Guardrails, GuardrailsAnswer } from '../../contract/guardrails.ts';
import type { View } from '../../contract/view.ts';
import type { Rollout } from '../../model/rollout.ts';
import { count } from '../../words/number.ts';
import { envelope } from '../envelope.ts';
import type { Held } from '../live.ts';
import { type Question, resolveQuestion } from '../question.ts';
import { remembered } from '../remembered.ts';
import { askedRollout } from '../rollouts.ts';
import { spanOf } from '../span.ts';
import type { Warning } from '../warnings.ts';
import { costLine } from './cost-line.ts';
import { guardrailOf } from './guardrail.ts';
import { type GuardrailComparison, guardrailComparison } from './guardrail-comparison.ts';
import { ABOUT, pageFinding, withoutComparison } from './guardrails-words.ts';
import { judgedChanges } from './judged-changes.ts';
import { pageWords } from './page-words.ts';
import { teamsApart } from './teams-apart.ts';

/**
 * Every guardrail before and after each team's own start, teams that have not started beside it, and how it goes. Filters by AI
 * involvement mean nothing here: marked work stands beside the rest as a description. Throws QuestionError as every question does.
 */
export function guardrailsAnswer(held: Held, { ai, tool, ...view }: View): GuardrailsAnswer {
  const question = resolveQuestion(held, 'revert-rate', view);
  const warnings = question.warnings.filter(({ code }) => code.startsWith('repository-'));
  const rollout = askedRollout(held, view.rollout);
  const { from, to } = question.view;
  const own = [
    ...(from === null && to === null ? [] : [OWN_WINDOW]),
    ...(ai === undefined && tool === undefined ? [] : [NOT_BY_MARKS]),
  ];
  const found = known.get(held) ?? remembered<Guardrails>(QUESTIONS);
  known.set(held, found);
  const key = JSON.stringify([question.view, rollout]);
  const data = found(key, () => guardrails(held, question, rollout));
  return envelope(held, question.view, question.repositories.dataUntil, [...warnings, ...own], data);
}

const QUESTIONS = 8;

/** Found once for each state of the data and each question: it goes through all work a dozen times. */
const known = new WeakMap<Held, ReturnType<typeof remembered<Guardrails>>>();

const OWN_WINDOW: Warning = {
  code: 'window-not-used',
  message:
    'Before and after are counted from each team’s own start, up to a year: days of your own are not used for that.',
};

const NOT_BY_MARKS: Warning = {
  code: 'ai-not-applied',
  message:
    'The filter by AI involvement does not apply here: marked work stands beside the rest as a description.',
};

function guardrails(held: Held, question: Question, rollout: Rollout | null): Guardrails {
  const { view } = question;
  // Without a rollout nothing has a start, and yet each measure goes its way.
  const asked = {
    rollout: rollout ?? NO_ROLLOUT,
    team: view.team,
    ...(view.repo === null ? {} : { repo: view.repo }),
    most: mostWeeks(view.window),
  };
  const comparisons = guardrailComparison(held, asked);
  const changes = judgedChanges(comparisons.map(({ started }) => started));
  const others = judgedChanges(comparisons.map((one) => one.others));
  const without = withoutComparison(rollout, changes, question.repositories.dataUntil);
  const apart = without === null ? teamsApart(comparisons, changes) : [];
  const span = spanOf(held, question.repositories, view);
  const shown = comparisons.flatMap((comparison: GuardrailComparison, place): Guardrail[] => {
    const [change, other] = [changes[place] ?? null, others[place] ?? null];
    if (comparison.guarded.id === 'batch-size') return [];
    return [
      guardrailOf({ held, question, span, comparison, change: without === null ? change : null, other }),
    ];
  });
  const size = changes.find(({ measure }) => measure === 'batch-size');
  return {
    ...pageWords(changes, shown, without),
    finding: pageFinding({ without, apart, changes, rollout }),
    about: ABOUT,
    rollout: rollout === null ? null : { id: rollout.id, name: rollout.name },
    axis: without === null ? 'since-start' : 'calendar',
    without,
    apart: apartSentences(apart.map(({ sentence }) => sentence)),
    costLine: without === null ? costLine(changes, apart) : '',
    size: without === null ? (size ?? null) : null,
    guardrails: shown,
  };
}

/** Teams that are said one by one: an answer has its bounds. */
const MOST_APART = 12;

function apartSentences(all: readonly string[]): string[] {
  const more = all.length - MOST_APART;
  if (more <= 0) return [...all];
  return [...all.slice(0, MOST_APART), `And ${count(more, 'more team')}: choose a team above to see it.`];
}

const NO_ROLLOUT: Rollout = { id: '', name: '', tool: null, kind: 'other', starts: [], draw: null };

/** As many weeks on each side as the window has. */
function mostWeeks(window: Question['view']['window']): number {
  return window === 'all' ? Number.POSITIVE_INFINITY : Number.parseInt(window, 10);
}
