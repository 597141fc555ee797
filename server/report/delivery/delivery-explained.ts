import type { DeliveryExplained } from '../../contract/definitions.ts';
import type { FailureSign } from '../../facts/deployment-fact.ts';
import { type DeliveryDefinition, deliveryDefinitions } from '../../metrics/delivery/delivery-definition.ts';
import { type DeploymentCounts, deploymentCounts } from '../../metrics/delivery/deployment-weeks.ts';
import { type DeliveryMeasurement, measureDelivery } from '../../metrics/delivery/measure-delivery.ts';
import { type Week, weekLabel } from '../../model/week.ts';
import { calendarDate } from '../../words/date.ts';
import { deliveryAmount } from '../../words/delivery.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import type { Held } from '../live.ts';
import { spanOf } from '../span.ts';
import { askedDelivery, type DeliveryQuestion } from './asked-delivery.ts';

const SIGNS: Record<FailureSign, [one: string, several: string]> = {
  'roll-back': ['a roll-back', 'roll-backs'],
  hotfix: ['a hotfix', 'hotfixes'],
  revert: ['a revert', 'reverts'],
  incident: ['an incident', 'incidents'],
};

/** Every measure of deployments, worked out on all repositories and the last twelve full weeks. */
export function deliveryExplained(held: Held): DeliveryExplained[] {
  const asked = askedDelivery(held, { window: '12w' });
  const span = spanOf(held, asked.question.repositories, asked.question.view);
  return deliveryDefinitions.map((definition) => {
    if (span === null || span.from === span.end) {
      return { definition, steps: [], without: 'This database holds no full week yet.' };
    }
    return { definition, ...worked(held, definition, asked, span.from, span.end - 1) };
  });
}

function worked(
  held: Held,
  definition: DeliveryDefinition,
  { deploying, judged }: DeliveryQuestion,
  from: Week,
  to: Week,
): Omit<DeliveryExplained, 'definition'> {
  const all = definition.id === 'deployment-frequency';
  if (deploying.length === 0) return { steps: [], without: 'No repository here has deployments set up.' };
  if (!all && judged.size === 0) {
    return {
      steps: [],
      without: 'What counts as a failure is not set up: see the key delivery: in uptake.yaml.',
    };
  }
  const repositories = all ? new Set(deploying) : judged;
  const counts = deploymentCounts(held.delivery.columns, { repositories, from, to });
  const measured = measureDelivery(definition, counts);
  if (measured.state === 'empty') return { steps: [], without: definition.emptyMeans };
  const when = `In the ${count(to - from + 1, 'full week')} from ${calendarDate(weekLabel(from))} on`;
  const { weeks } = held.snapshot;
  const signs = (of: 'failedBy' | 'rework') =>
    signsOf(
      held.delivery.facts.flatMap((fact) => {
        const week = weeks.weekOf(fact.at);
        const sign = fact[of];
        return sign !== null && repositories.has(fact.repositoryId) && week >= from && week <= to
          ? [sign]
          : [];
      }),
    );
  return { steps: stepsOf(definition, when, counts, measured, signs), without: '' };
}

function stepsOf(
  { id, unit, minimum, items }: DeliveryDefinition,
  when: string,
  counts: DeploymentCounts,
  { value, low, high, n, of }: DeliveryMeasurement,
  signs: (of: 'failedBy' | 'rework') => string,
): string[] {
  const said = (hours: number) => deliveryAmount(hours, unit);
  const result =
    value === null
      ? [`That is fewer than ${minimum} ${items}: too few to judge (${number(n)} of ${number(of)}).`]
      : [];
  const range = value === null ? [] : [`${number(n)} / ${number(of)} = ${said(value)}`];
  const likely =
    low === null || high === null ? '' : `, likely ${said(low)} to ${said(high)} (Wilson’s interval).`;
  switch (id) {
    case 'deployment-frequency':
      return [
        `${when} there were ${count(counts.inThose, 'deployment')}${counts.repeated > 0 ? `, without ${number(counts.repeated)} of a commit that was in production already` : ''}.`,
        `The repositories that deploy were there for ${count(of, 'week')} together.`,
        ...range.map((one) => `${one} for each repository.`),
      ];
    case 'change-fail-rate':
      return [
        `${when} there were ${count(of, 'deployment')} with new commits.`,
        n === 0
          ? 'None of them is known to have failed.'
          : `${number(n)} failed, as told by ${signs('failedBy')}.`,
        ...range.map((one) => `${one}${likely}`),
        ...result,
      ];
    case 'deployment-rework-rate':
      return [
        `${when} there were ${count(of, 'deployment')}.`,
        n === 0
          ? 'None was made because of a failure.'
          : `${number(n)} were made because of a failure: ${signs('rework')}.`,
        ...range.map((one) => `${one}${likely}`),
        ...result,
      ];
    case 'failed-deployment-recovery-time':
      return [
        `${when} ${count(of, 'deployment')} failed; ${number(n)} of them had recovered where the data end.`,
        ...result,
        ...(value === null || low === null || high === null
          ? []
          : [
              `A quarter took at most ${said(low)}, three quarters at most ${said(high)}.`,
              `Their median is ${said(value)}.`,
            ]),
      ];
  }
}

/** "12 roll-backs, 9 hotfixes and a revert" */
function signsOf(signs: readonly FailureSign[]): string {
  const tallied = [...Map.groupBy(signs, (sign) => sign)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return list(
    tallied.map(([sign, { length }]) =>
      length === 1 ? SIGNS[sign][0] : `${number(length)} ${SIGNS[sign][1]}`,
    ),
  );
}
