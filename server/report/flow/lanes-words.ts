import type { Change, Lane, Lanes, Stretch } from '../../contract/flow.ts';
import { QUANTILE_MINIMUM, type Statistic } from '../../metrics/definition.ts';
import { type Week, weekLabel } from '../../model/week.ts';
import { amount } from '../../words/amount.ts';
import { calendarDate } from '../../words/date.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import type { Question } from '../question.ts';
import { unknowable } from '../unknowable.ts';
import type { LeftOutCounts } from './asked-rows.ts';
import { FEWEST_WEEKS } from './change.ts';
import { mergedCoverage } from './merged-coverage.ts';
import { FEWEST_OWNERS } from './owners.ts';

export const SHARE: Record<Statistic, string> = { p50: 'half', p75: 'three quarters', p85: '85 %' };
export const STATISTIC: Record<Statistic, string> = {
  p50: 'median',
  p75: '75th percentile',
  p85: '85th percentile',
};

type Said = {
  /** The first week after the day that was chosen. */
  since: Week | null;
  /** Last weeks that were not followed long enough. */
  unfollowed: number;
  leftOut: LeftOutCounts;
  judgedBy: 'teams' | 'people' | null;
};

/** The lanes with what the figure owes its reader. */
export function lanesWords(question: Question, lanes: readonly Lane[], said: Said): Lanes {
  const { metric, repositories } = question;
  const never = unknowable(metric, repositories);
  const merged = sum(lanes[0]?.parts ?? []);
  return {
    finding: never?.finding ?? findingOf(question, lanes, said),
    howToRead: never?.whatToDo ?? howToRead(question, said),
    description: describe(question, lanes),
    coverage: coverageOf(lanes, merged, said.leftOut),
    n: merged,
    unknowable: never?.why ?? null,
    about: aboutIn(metric.definition.unit),
    unit: metric.definition.unit,
    lanes: [...lanes],
  };
}

export function noLanes({ metric, repositories }: Question): Lanes {
  const none = repositories.freshness.length === 0;
  return {
    finding: none
      ? 'Nothing to show yet: no repository has been imported'
      : 'Too early to say: no full week yet',
    howToRead: 'Import from GitHub with `uptake ingest github`: it knows openings, reviews and deployments.',
    description: 'The phases of a change: nothing to show yet.',
    coverage: 'No merged pull requests.',
    n: 0,
    unknowable: null,
    about: aboutIn(metric.definition.unit),
    unit: metric.definition.unit,
    lanes: [],
  };
}

function sum(parts: readonly Stretch[]): number {
  return parts.reduce((total, { of }) => total + of, 0);
}

function findingOf({ metric, view }: Question, lanes: readonly Lane[], { since }: Said): string {
  if (since !== null) return changeFinding(lanes, calendarDate(weekLabel(since)));
  const { unit } = metric.definition;
  const known = lanes
    .flatMap(({ name, parts }) => parts.flatMap(({ value }) => (value === null ? [] : [{ name, value }])))
    .sort((one, other) => other.value - one.value);
  const [longest, next] = known;
  if (longest === undefined) return 'Too few finished pull requests to say where they wait';
  const share = SHARE[view.stat];
  const then = next === undefined ? '' : `; next is ${next.name.toLowerCase()}, ${amount(next.value, unit)}`;
  return `${longest.name} takes longest: ${share} within ${amount(longest.value, unit)}${then}`;
}

/** One or two clear changes with how much they are, more by name. */
function changeFinding(lanes: readonly Lane[], day: string): string {
  const going = (way: 'less' | 'more') => lanes.filter(({ change }) => change?.way === way);
  const are = (verdict: Change['verdict']) =>
    lanes.filter(({ change }) => change?.verdict === verdict).length;
  const clear = lanes.filter(({ change }) => change?.verdict === 'clear');
  if (clear.length === 0) {
    if (are('no-clear-difference') > 0) return `No phase differs clearly since ${day}`;
    return `Too ${are('too-early') > 0 ? 'early' : 'few'} to compare before and after ${day}`;
  }
  const named = (which: readonly Lane[]) => list(which.map(({ name }) => name.toLowerCase()));
  const takes = (which: readonly Lane[]) => `${named(which)} ${which.length === 1 ? 'takes' : 'take'}`;
  const much = ({ name, change }: Lane) => `${name.toLowerCase()} takes ${change?.amount} ${change?.way}`;
  const [less, more] = [going('less'), going('more')];
  const said =
    clear.length <= 2
      ? clear.map(much)
      : [
          ...(less.length > 0 ? [`${takes(less)} less time`] : []),
          ...(more.length > 0 ? [`${takes(more)} more time`] : []),
        ];
  const rest = are('no-clear-difference');
  const others = rest === 0 ? '' : `; no clear difference in ${rest === 1 ? 'one other' : `${rest} others`}`;
  return `Since ${day}, ${list(said)}${others}`;
}

function howToRead({ view }: Question, { since, unfollowed, judgedBy }: Said): string {
  const week = view.by === 'merge' ? 'by week of merge' : 'by week of opening, once merged';
  const marks = `Line: ${STATISTIC[view.stat]}. Pale bar: the middle half of pull requests, ${week}.`;
  if (since === null) return `${marks} Choose a day to see before and after it.`;
  const cut =
    unfollowed === 0
      ? ''
      : ` The last ${unfollowed === 1 ? 'week is' : `${unfollowed} weeks are`} left out: the slow ones opened then are not through yet.`;
  const ranges = judgedBy === null ? '' : ` Likely ranges (95 %) rest on how ${judgedBy} differ.`;
  return `${marks} Grey: before; blue: since then.${cut}${ranges} It says nothing of why.`;
}

function describe({ metric, view }: Question, lanes: readonly Lane[]): string {
  const said = lanes.map(({ name, parts, change }) => {
    const each = parts.map(
      ({ part, value, n }) =>
        `${part === 'whole' ? '' : `${part} `}${value === null ? `too few (${number(n)})` : amount(value, metric.definition.unit)}`,
    );
    return `${name}: ${each.join(', ')}${change === null ? '' : `, ${change.short}`}`;
  });
  return `The phases of a change, ${STATISTIC[view.stat]} of each, never added up. ${said.join('; ')}.`;
}

function coverageOf(lanes: readonly Lane[], merged: number, leftOut: LeftOutCounts): string {
  if (merged === 0) return 'No merged pull requests.';
  const shares = lanes.map(({ name, parts }) => {
    const n = parts.reduce((total, part) => total + part.n, 0);
    return `${name.toLowerCase()} ${Math.round((100 * n) / merged)} %`;
  });
  return `${mergedCoverage(merged, merged, leftOut, '')} Known of them: ${list(shares)}.`;
}

function aboutIn(unit: Lanes['unit']): Lanes['about'] {
  const hours = unit === 'hours' ? 'Calendar hours' : 'Working hours';
  return {
    name: 'The phases of a change',
    formula: `${hours} of coding (first commit to ready for review), pickup (to the first human review), review (to the last approval), merge and deploy, each over the merged pull requests that have it. Before and after are the weeks of the window on either side of the chosen day. A range is that of the ratio of the two quantiles: each team (or, with fewer than eight, each person) is left out in turn, with Student’s t.`,
    unit: `${unit}; for coding neither way is better in itself, for the others lower is`,
    minimum: `${QUANTILE_MINIMUM.p50} pull requests for a median, ${QUANTILE_MINIMUM.p75} for the 75th and ${QUANTILE_MINIMUM.p85} for the 85th percentile; a comparison from ${FEWEST_WEEKS} full weeks and ${FEWEST_OWNERS} teams or people with enough work on each side`,
    emptyMeans:
      'No merged pull request has that phase: nobody reviewed, approved or deployed it. This is not zero hours.',
    limits: [
      'Medians of phases do not add up to the median of the whole: each phase has slow pull requests of its own.',
      'Before and after differ in more than the chosen day: season, people and kinds of work too.',
      'With five phases compared, a difference is called clear only where it would be one after all five are counted (Benjamini and Hochberg, one in ten false alarms).',
    ],
  };
}
