import type { Scatter } from '../../contract/flow.ts';
import { amount } from '../../words/amount.ts';
import { inSentence } from '../../words/in-sentence.ts';
import { count, number } from '../../words/number.ts';
import { unknowable } from '../unknowable.ts';
import type { QuantileQuestion } from './asked-metrics.ts';
import type { LeftOutCounts } from './asked-rows.ts';
import { mergedCoverage } from './merged-coverage.ts';

type Counted = {
  n: number;
  merged: number;
  shown: number;
  half: number | null;
  most: number | null;
  leftOut: LeftOutCounts;
};

type Words = Pick<Scatter, 'finding' | 'howToRead' | 'description' | 'coverage' | 'n' | 'unknowable'>;

export function scatterWords(question: QuantileQuestion, counted: Counted): Words {
  const { metric, repositories, view } = question;
  const never = unknowable(metric, repositories);
  const { n, merged, shown, half, most } = counted;
  const day = view.by === 'opening' ? 'opening' : 'merge';
  const sampled =
    shown < n ? ` ${number(shown)} of ${number(n)} are shown, always the same; the lines are of all.` : '';
  const name = inSentence(metric.definition.name);
  return {
    finding: never?.finding ?? findingOf(question, counted),
    howToRead:
      never?.whatToDo ??
      `A dot is a merged pull request, by day of ${day}. The scale is logarithmic, so that minutes and months both show.${sampled}`,
    description: `${count(shown, 'merged pull request')} by day of ${day} and ${name}, on a logarithmic scale.${
      half === null || most === null
        ? ''
        : ` Half took at most ${amount(half, metric.definition.unit)}, 85 % at most ${amount(most, metric.definition.unit)}.`
    }`,
    coverage: mergedCoverage(n, merged, counted.leftOut, `not ${metric.having}`),
    n,
    unknowable: never?.why ?? null,
  };
}

/** How far the slow ones are from the middle: what a median alone hides. */
function findingOf({ metric }: QuantileQuestion, { n, half, most }: Counted): string {
  if (n === 0) return 'No finished pull requests in this window';
  if (half === null || most === null) {
    return `Too few finished pull requests to say (${n} of ${metric.definition.minimum.p85} needed)`;
  }
  const slow = half > 0 ? most / half : Number.POSITIVE_INFINITY;
  const times = Number.isFinite(slow) && slow >= 1.5 ? `, ${number(Math.round(slow))} times the median` : '';
  return `One in seven took longer than ${amount(most, metric.definition.unit)}${times}`;
}

export function noScatter(question: QuantileQuestion): Scatter {
  const none = question.repositories.freshness.length === 0;
  return {
    finding: none
      ? 'Nothing to show yet: no repository has been imported'
      : 'Too early to say: no full week yet',
    howToRead: 'A dot is a merged pull request.',
    description: 'Merged pull requests one by one: nothing to show yet.',
    coverage: 'No merged pull requests.',
    n: 0,
    unknowable: null,
    definition: question.metric.definition,
    from: '',
    to: '',
    marks: { repository: [], number: [], day: [], hours: [] },
    repositories: [],
    p50: null,
    p85: null,
  };
}
