import type { DeliveryMeasure, DeliveryPoint } from '../../contract/delivery.ts';
import type { DeliveryDefinition } from '../../metrics/delivery/delivery-definition.ts';
import { isCannot } from '../../stats/cannot.ts';
import { newcombe } from '../../stats/proportions/newcombe.ts';
import { calendarDate } from '../../words/date.ts';
import { deliveryAmount } from '../../words/delivery.ts';
import { count, number, twoDigits } from '../../words/number.ts';
import type { CountedPart } from './delivery-parts.ts';

/** Fewer events on either side, and nothing is said about which of two shares is the higher. */
const FEWEST_EVENTS = 10;

/** The finding of one measure over the whole window, or before and after a day. */
export function deliveryFinding(
  definition: DeliveryDefinition,
  parts: readonly CountedPart[],
  alone: boolean,
): string {
  const [first, second] = parts;
  if (first === undefined) return 'No full week yet';
  if (second === undefined) return sentence(definition, first, alone);
  const since = `since ${calendarDate(second.from)}`;
  if (first.value === null || second.value === null) return `${sentence(definition, second, alone)} ${since}`;
  const before = `${deliveryAmount(first.value, definition.unit)} before`;
  return `${sentence(definition, second, alone)} ${since}, ${before}${verdict(definition, first, second)}`;
}

function sentence(
  definition: DeliveryDefinition,
  { state, value, n, of }: CountedPart,
  alone: boolean,
): string {
  switch (definition.id) {
    case 'deployment-frequency': {
      if (value === null) return 'No deployment on record';
      const times = `${number(twoDigits(value))} ${value === 1 ? 'time' : 'times'} a week`;
      return alone ? `Deployed ${times}` : `A repository deployed ${times}`;
    }
    case 'change-fail-rate':
      if (state === 'empty') return 'No deployment with new commits';
      return value === null
        ? `Too few deployments to judge (${number(n)} of ${number(of)} failed)`
        : `${deliveryAmount(value, 'share')} of deployments failed`;
    case 'deployment-rework-rate':
      if (state === 'empty') return 'No deployment on record';
      return value === null
        ? `Too few deployments to judge (${number(n)} of ${number(of)} for a failure)`
        : `${deliveryAmount(value, 'share')} of deployments were made for a failure`;
    case 'failed-deployment-recovery-time':
      if (state === 'empty') return 'No deployment is known to have failed';
      return value === null
        ? `Too few to judge (${number(n)} of ${number(of)} failed deployments recovered)`
        : `Half of failed deployments recovered within ${deliveryAmount(value, 'hours')}`;
  }
}

/** Of shares alone: how often one deploys and how long a repair takes differ from week to week more than any two counts say. */
function verdict({ unit, better }: DeliveryDefinition, before: CountedPart, after: CountedPart): string {
  if (unit !== 'share') return '';
  if (Math.min(before.n, after.n) < FEWEST_EVENTS) return `: too few to compare (${before.n}, ${after.n})`;
  const difference = newcombe(
    { successes: after.n, trials: after.of },
    { successes: before.n, trials: before.of },
  );
  if (isCannot(difference)) return '';
  if (difference.lower <= 0 && difference.upper >= 0) return ': no clear difference';
  const lower = difference.upper < 0;
  return lower === (better === 'lower') ? ': better' : ': worse';
}

export function deliveryHowToRead({ unit, minimum, items, weeks }: DeliveryDefinition): string {
  const point = weeks === 1 ? 'A point is one full week' : `A point is ${weeks} full weeks`;
  if (unit === 'deployments a week')
    return `${point}: deployments divided by the repositories that deploy. 0 means that none did.`;
  const gap = `A gap has fewer than ${minimum} ${items}.`;
  if (unit === 'hours') return `${point}: the median, with the middle half as a line. ${gap}`;
  return `${point}, with its 95 % interval as a line. ${gap}`;
}

/** For a screen reader: the drawn points, their extremes, the last and the gaps. */
export function deliveryDescription(
  definition: DeliveryDefinition,
  points: readonly DeliveryPoint[],
): string {
  const shown = points.flatMap(({ from, value }) => (value === null ? [] : [{ from, value }]));
  const ordered = shown.toSorted((one, other) => one.value - other.value);
  const [first] = points;
  if (first === undefined) return `${definition.name}: no point yet.`;
  const say = (name: string, point: { from: string; value: number } | undefined) =>
    point === undefined
      ? []
      : [`${name} ${deliveryAmount(point.value, definition.unit)} (from ${calendarDate(point.from)})`];
  const gaps = points.length - shown.length;
  return `${[
    `${definition.name}: ${count(points.length, 'point')} from ${calendarDate(first.from)}`,
    ...say('lowest', ordered[0]),
    ...say('highest', ordered.at(-1)),
    ...say('last', shown.at(-1)),
    ...(gaps > 0 ? [`${count(gaps, 'point')} with too few deployments`] : []),
  ].join('; ')}.`;
}

export function deliveryCoverage(
  { id, items }: DeliveryDefinition,
  parts: readonly CountedPart[],
  repositories: number,
): string {
  const sum = (of: (part: CountedPart) => number) => parts.reduce((all, part) => all + of(part), 0);
  const of = sum((part) => part.of);
  const n = sum((part) => part.n);
  if (id === 'failed-deployment-recovery-time') {
    return `${number(n)} of ${count(of, 'failed deployment')} recovered`;
  }
  if (id !== 'deployment-frequency') return `${number(n)} of ${number(of)} ${items}`;
  const repeated = sum(({ counts }) => counts.repeated);
  const byDate = sum(({ counts }) => counts.byDate);
  return [
    `${count(
      sum(({ counts }) => counts.deployments),
      'deployment',
    )} of ${count(repositories, 'repository', 'repositories')}`,
    ...(repeated > 0 ? [`${number(repeated)} of a commit that was there already not counted`] : []),
    ...(byDate > 0 ? [`${number(byDate)} placed by dates of commits alone`] : []),
  ].join('; ');
}

export type DeliveryWords = Pick<DeliveryMeasure, 'finding' | 'howToRead' | 'description' | 'coverage' | 'n'>;

/** Why nothing can be known, and what can be done about it. */
export function unknowableWords(
  { name, id }: DeliveryDefinition,
  why: NonNullable<DeliveryMeasure['unknowable']>,
): DeliveryWords {
  const nothing = { description: `${name}: nothing is drawn.`, coverage: 'No deployments', n: 0 };
  if (why === 'not-divisible') {
    return {
      ...nothing,
      finding: `${name}: deployments belong to repositories, not to teams`,
      howToRead:
        'One deployment carries the work of several teams. Take off the team, or choose a repository instead.',
    };
  }
  if (why === 'not-set-up') {
    return {
      ...nothing,
      finding: `${name}: deployments are not set up`,
      howToRead:
        'Name what counts as deployed with the key deployed: under the GitHub source in uptake.yaml, and import again. Nothing here is zero.',
    };
  }
  const what = id === 'deployment-rework-rate' ? 'made because of a failure' : 'failed';
  return {
    ...nothing,
    finding: `${name}: what counts as a failure is not set up`,
    howToRead: `To tell which deployments ${what === 'failed' ? 'failed' : `were ${what}`}, add the key delivery: to uptake.yaml with labels of hotfixes and incidents (an empty one takes the usual ones), and import again. Nothing here is zero.`,
  };
}
