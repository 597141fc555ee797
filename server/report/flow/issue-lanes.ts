import type { About, Lane, Lanes } from '../../contract/flow.ts';
import { amount } from '../../words/amount.ts';
import { count, number } from '../../words/number.ts';
import type { IssueQuestion } from './issue-question.ts';
import { SHARE, STATISTIC } from './lanes-words.ts';
import { stretchOf } from './stretch.ts';

/** A lane before it is measured: minutes of each of the parts. */
export type IssueLane = {
  key: string;
  name: string;
  meaning: string;
  values: readonly (readonly number[])[];
};

/** Lanes of minutes, each with its statistic where there are enough; `of`: how many issues each part has that it could be of. */
export function measuredLanes(
  { question, weeks }: IssueQuestion,
  lanes: readonly IssueLane[],
  of: readonly number[],
): Lane[] {
  const { metric, view } = question;
  return lanes.map(({ key, name, meaning, values }) => ({
    ...{ key, name, meaning },
    measure: metric.definition.id,
    unknowable: null,
    parts: (weeks?.parts ?? []).map((part, at) =>
      stretchOf(part, metric, view.stat, {
        values: Int32Array.from(values[at] ?? []),
        merged: of[at] ?? 0,
      }),
    ),
    change: null,
  }));
}

/** What is said where nothing can be told. */
export function noIssueLanes({ question, weeks }: IssueQuestion, what: string, about: About): Lanes {
  const { never } = question;
  return {
    finding: never?.finding ?? (weeks === null ? 'Too early to say: no full week of issues yet' : what),
    howToRead: never?.whatToDo ?? 'Choose a longer window, or fewer filters.',
    description: `${about.name}: nothing to show.`,
    coverage: 'No finished issues.',
    n: 0,
    unknowable: never?.why ?? null,
    about,
    unit: 'hours',
    lanes: [],
  };
}

/** "Line: median": how a lane is drawn. */
export function laneReading({ question, weeks }: IssueQuestion): string {
  const statistic = STATISTIC[question.view.stat];
  const parted = weeks?.parts.length === 2 ? ' Above before the day, below since.' : '';
  return `Mark: ${statistic}. Bar: the middle half of issues.${parted}`;
}

/** For a screen reader: every lane in words. */
export function laneDescription({ question }: IssueQuestion, what: string, lanes: readonly Lane[]): string {
  const share = SHARE[question.view.stat];
  const told = lanes.map(({ name, parts }) => {
    const values = parts.map(({ part, value, n }) => {
      const when = part === 'whole' ? '' : part === 'before' ? ' before' : ' since';
      const said = value === null ? `too few (${number(n)})` : `${share} within ${amount(value, 'hours')}`;
      return `${said}${when}, ${count(n, 'issue')}`;
    });
    return `${name}: ${values.join('; ')}`;
  });
  return `${what}. ${told.join('. ')}.`;
}
