import type { TeamMultiples, TeamPanel } from '../../contract/flow.ts';
import { amount, amountPair } from '../../words/amount.ts';
import { coverage } from '../../words/coverage.ts';
import { list } from '../../words/list.ts';
import { count } from '../../words/number.ts';
import { itemWords } from '../item-words.ts';
import { unknowable } from '../unknowable.ts';
import type { QuantileQuestion } from './asked-metrics.ts';
import type { LeftOutCounts } from './asked-rows.ts';
import { SHARE, STATISTIC } from './lanes-words.ts';
import { mergedCoverage } from './merged-coverage.ts';

type Words = Pick<TeamMultiples, 'finding' | 'howToRead' | 'description' | 'coverage' | 'n' | 'unknowable'>;

export type Counted = {
  /** Measured, and merged at all; work of several teams once. */
  n: number;
  merged: number;
  /** Teams that may be shown and are not, since there are too many. */
  more: number;
  /** Weeks of a period. */
  weeks: number;
  leftOut: LeftOutCounts;
  /** Whether anybody has said who is in which team. */
  known: boolean;
};

export function multiplesWords(
  question: QuantileQuestion,
  panels: readonly TeamPanel[],
  { n, merged, leftOut, more, weeks, known }: Counted,
): Words {
  const { metric, repositories, view } = question;
  const never = unknowable(metric, repositories);
  const period = weeks === 1 ? 'A point is a week' : `A point is ${weeks} weeks`;
  const rest =
    more === 0
      ? ''
      : ` ${count(more, 'more team')} ${more === 1 ? 'is' : 'are'} not shown: choose teams above.`;
  const others = panels.some(({ team }) => team === null)
    ? ' Others: teams too small to show, and work in no team.'
    : '';
  return {
    finding: never?.finding ?? findingOf(question, panels, known),
    howToRead:
      never?.whatToDo ??
      (panels.length === 0
        ? 'Each team of five people or more gets a small chart of its own, all on one scale.'
        : `${metric.what}, ${STATISTIC[view.stat]}, all teams on one scale, by name. ${period}; work of several teams counts in each.${others}${rest}`),
    description: describe(question, panels),
    coverage: coverageOf(question, n, merged, leftOut),
    n,
    unknowable: never?.why ?? null,
  };
}

function coverageOf({ metric }: QuantileQuestion, n: number, merged: number, leftOut: LeftOutCounts): string {
  const without = `not ${metric.having}`;
  if (metric.definition.items !== 'issues') return mergedCoverage(n, merged, leftOut, without);
  return `${coverage(n, merged, 'finished issue', [{ count: merged - n, why: without }])}.`;
}

/** How far teams lie apart, without saying which is where: a team that looks for itself finds itself. */
function findingOf({ metric, view }: QuantileQuestion, panels: readonly TeamPanel[], known: boolean): string {
  const { name, unit } = metric.definition;
  const things = `${itemWords(metric.definition).noun}s`;
  const teams = panels.filter(({ team }) => team !== null);
  if (teams.length === 0) {
    return known
      ? 'No team is large enough to be shown by itself'
      : 'Nobody has said yet who is in which team';
  }
  const values = teams.flatMap(({ parts }) => parts.at(-1)?.value ?? []).sort((one, other) => one - other);
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined) return `Too few finished ${things} in each team to say`;
  if (values.length === 1) return `${name} of one team: ${SHARE[view.stat]} within ${amount(low, unit)}`;
  const [to, from] = amountPair(high, low, unit);
  return `${name} of ${count(values.length, 'team')}: ${STATISTIC[view.stat]} from ${from} to ${to}`;
}

function describe({ metric, view }: QuantileQuestion, panels: readonly TeamPanel[]): string {
  const said = panels.map(({ name, parts }) => {
    const each = parts.map(
      ({ part, value }) =>
        `${part === 'whole' ? '' : `${part} `}${value === null ? 'too few' : amount(value, metric.definition.unit)}`,
    );
    return `${name} ${each.join(', ')}`;
  });
  return `${metric.definition.name} by team, ${STATISTIC[view.stat]}, by name. ${said.length === 0 ? 'No team to show' : list(said)}.`;
}

export function noMultiples({ metric, repositories, never }: QuantileQuestion): TeamMultiples {
  const none = repositories.freshness.length === 0;
  return {
    finding:
      never?.finding ??
      (none ? 'Nothing to show yet: no repository has been imported' : 'Too early to say: no full week yet'),
    howToRead: never?.whatToDo ?? 'Each team has a small chart of its own.',
    description: `${metric.definition.name} by team: nothing to show yet.`,
    coverage: metric.definition.items === 'issues' ? 'No finished issues.' : 'No merged pull requests.',
    n: 0,
    unknowable: never?.why ?? null,
    definition: metric.definition,
    weeks: 1,
    periods: [],
    panels: [],
  };
}
