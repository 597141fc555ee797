import type { Guardrail, GuardrailChange } from '../../contract/guardrails.ts';
import { weekLabel } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { count, number } from '../../words/number.ts';
import { fourDigits } from '../four-digits.ts';
import { itemWords } from '../item-words.ts';
import type { Held } from '../live.ts';
import type { Question } from '../question.ts';
import { selected } from '../selected.ts';
import { seriesAnswer } from '../series.ts';
import { sideOf } from '../side.ts';
import { smallMarks } from '../small-marks.ts';
import type { Span } from '../span.ts';
import { rangeWords, sideWords } from './change-words.ts';
import type { Guarded } from './guarded.ts';
import type { GuardrailComparison } from './guardrail-comparison.ts';
import { type Points, pointsByCalendar, pointsSinceStart } from './guardrail-points.ts';
import { changeFinding } from './guardrails-words.ts';
import { markedBeside } from './marked-beside.ts';

/** Of two teams the range says next to nothing. */
const FEWEST_OTHERS = 3;

type Asked = {
  held: Held;
  question: Question;
  span: Span | null;
  comparison: GuardrailComparison;
  /** Null: nothing is compared. */
  change: GuardrailChange | null;
  other: GuardrailChange | null;
};

/** One guardrail as it is drawn: since each team's start where something is compared, else along the calendar. */
export function guardrailOf({ held, question, span, comparison, change, other }: Asked): Guardrail {
  const { guarded, cells, started } = comparison;
  const known = span !== null && started.never === null;
  const marked = known ? besideMarked(held, question, span, guarded) : null;
  const { definition } = guarded.metric;
  if (change === null) return alone(held, question, guarded, marked);
  // Nobody links a bug where there is no tracker: that is no zero.
  const drawn = started.never === null ? pointsSinceStart(guarded, cells, started.own) : NOT_DRAWN;
  const target = change.before.value;
  const shown = other !== null && other.teams >= FEWEST_OTHERS && other.change !== null ? other : null;
  return {
    definition,
    finding: changeFinding(change),
    howToRead: howToRead(guarded),
    description: description(guarded, change, drawn),
    coverage: coverageOf(change, guarded, shown),
    n: change.before.n + change.after.n,
    unknowable: started.never?.why ?? null,
    ...drawn,
    target,
    limit: target === null ? null : limitOf(guarded, target),
    change,
    others: shown,
    marked,
  };
}

const NOT_DRAWN: Points = { weeks: 1, points: [] };

/** Half as much again of what nobody wants; null where no way is worse, or it would be beyond all. */
function limitOf({ worse, scale }: Guarded, target: number): number | null {
  if (worse === null) return null;
  const limit = worse === 'more' ? 1.5 * target : 1 - 1.5 * (1 - target);
  return scale === 'share' && (limit > 1 || limit < 0) ? null : fourDigits(limit);
}

/** As it goes, in the words of its own series. */
function alone(held: Held, question: Question, guarded: Guarded, marked: string | null): Guardrail {
  const { definition } = guarded.metric;
  const { ai: _ai, tool: _tool, from, to, repo, rollout, since: _since, ...view } = question.view;
  const asked = {
    ...{ window: view.window, stat: view.stat },
    ...(view.team.length === 0 ? {} : { team: view.team }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(repo === null ? {} : { repo }),
    ...(rollout === null ? {} : { rollout }),
  };
  const { data } = seriesAnswer(held, definition.id, asked);
  const points = pointsByCalendar(sideOf(held, guarded.metric), guarded, question);
  return {
    definition,
    ...{ finding: data.finding, howToRead: data.howToRead, description: data.description },
    ...{ coverage: data.coverage, n: data.n, unknowable: data.unknowable },
    ...(data.unknowable === null ? points : { weeks: 1, points: [] }),
    ...{ target: null, limit: null, change: null, others: null, marked },
  };
}

function howToRead({ worse, metric }: Guarded): string {
  const { finish } = itemWords(metric.definition);
  const again = worse === 'more' ? 'much again' : 'many failures again';
  const limit = worse === null ? '' : ` Dashed: half as ${again}.`;
  return `By ${finish}, in weeks since each team’s own start. Grey: before.${limit}`;
}

function description({ metric }: Guarded, change: GuardrailChange, { points }: Points): string {
  const { definition } = metric;
  const shown = points.flatMap(({ at, value }) => (value === null ? [] : [{ at: Number(at), value }]));
  const say = ({ at, value }: { at: number; value: number }) =>
    `${sideWords(definition, value)} (${at < 0 ? `${-at} weeks before` : `${at} weeks after`} the start)`;
  const ordered = shown.toSorted((one, other) => one.value - other.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  const extremes =
    lowest === undefined || highest === undefined ? '' : ` Lowest ${say(lowest)}, highest ${say(highest)}.`;
  return `${change.sentence}.${extremes}`;
}

/** "2,905 pull requests since the start and 2,577 before, of 6 teams, each 36 to 49 weeks." */
function coverageOf(change: GuardrailChange, { metric }: Guarded, others: GuardrailChange | null): string {
  const { before, after, teams, weeks, reason } = change;
  const { noun } = itemWords(metric.definition);
  const long = weeks.least === weeks.most ? `${weeks.least}` : `${weeks.least} to ${weeks.most}`;
  const range = change.change === null ? '' : ` ${upper(rangeWords(change.change))} (95 % range).`;
  const whole = `${number(after.n)} ${noun}s since the start and ${number(before.n)} before, of ${count(teams, 'team')}, ${long} full weeks on each side.`;
  const beside =
    others?.change == null
      ? ''
      : ` In ${count(others.teams, 'team')} without a start, over the same calendar: ${rangeWords(others.change)}.`;
  return `${whole}${range}${beside}${reason === null ? '' : ` ${reason}`}`;
}

function besideMarked(held: Held, question: Question, span: Span, guarded: Guarded): string | null {
  const { view } = question;
  if (smallMarks(held, { ...view, ai: ['marked'], tool: null }) !== null) return null;
  const { repositories, deploying, teams } = selected(held, question, { from: span.from, to: span.end - 1 });
  const weeks = { from: span.from, to: span.end - 1 };
  const found = markedBeside(held, guarded, { repositories, deploying, teams, ...weeks, by: 'merge' });
  if (found === null) return null;
  return `${found}, since ${calendarDate(weekLabel(span.from))}.`;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
