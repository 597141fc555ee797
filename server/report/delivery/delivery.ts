import type { DeliveryAnswer, DeliveryMeasure } from '../../contract/delivery.ts';
import type { View } from '../../contract/view.ts';
import { type DeliveryDefinition, deliveryDefinitions } from '../../metrics/delivery/delivery-definition.ts';
import { deployedMeans } from '../deployed.ts';
import { envelope } from '../envelope.ts';
import { type Part, partingOf } from '../flow/parting.ts';
import type { Held } from '../live.ts';
import { type Span, spanOf } from '../span.ts';
import { askedDelivery, type DeliveryQuestion } from './asked-delivery.ts';
import { partsOf, pointsOf, withoutCounts } from './delivery-parts.ts';
import {
  deliveryCoverage,
  deliveryDescription,
  deliveryFinding,
  deliveryHowToRead,
  unknowableWords,
} from './delivery-words.ts';
import { failureMeans } from './failure-means.ts';

/**
 * How often deployments happen, how many fail, how long until they have recovered and how many are made for a failure: point by point
 * and over the window, or before and after a chosen day. Throws QuestionError as every question does.
 */
export function deliveryAnswer(held: Held, view: View): DeliveryAnswer {
  const asked = askedDelivery(held, view);
  const { question, deploying, judged } = asked;
  const span = spanOf(held, question.repositories, question.view);
  const full = span === null || span.from === span.end ? null : span;
  const parting = full === null ? { parts: [], warnings: [] } : partingOf(question, full);
  const measures = deliveryDefinitions.map((definition) =>
    measureOf(held, definition, asked, full, parting.parts),
  );
  const { rules } = held.delivery;
  const deployed = deployedMeans(question.repositories.freshness);
  const means = [
    ...(deployed === null ? [] : [deployed]),
    ...(judged.size === 0 ? [] : failureMeans(deploying.map((id) => rules.get(id) ?? null))),
  ];
  const warnings = [...asked.warnings, ...(span?.warnings ?? []), ...parting.warnings];
  return envelope(held, question.view, question.repositories.dataUntil, warnings, { means, measures });
}

function measureOf(
  { delivery }: Held,
  definition: DeliveryDefinition,
  asked: DeliveryQuestion,
  span: Span | null,
  parts: readonly Part[],
): DeliveryMeasure {
  const unknowable = whyNot(definition, asked);
  if (unknowable !== null || span === null) {
    const why = unknowable ?? 'not-set-up';
    const words = unknowable === null ? noWeek(definition) : unknowableWords(definition, why);
    return { definition, ...words, unknowable, points: [], parts: [] };
  }
  const { columns } = delivery;
  const repositories = definition.id === 'deployment-frequency' ? new Set(asked.deploying) : asked.judged;
  const points = pointsOf(columns, definition, repositories, span);
  const counted = partsOf(columns, definition, repositories, parts);
  return {
    definition,
    finding: deliveryFinding(definition, counted, asked.question.view.repo !== null),
    howToRead: deliveryHowToRead(definition),
    description: deliveryDescription(definition, points),
    coverage: deliveryCoverage(
      definition,
      counted,
      columns.repositories.filter((id) => repositories.has(id)).length,
    ),
    n: counted.reduce((sum, { of, n }) => sum + (definition.id === 'deployment-frequency' ? n : of), 0),
    unknowable: null,
    points,
    parts: counted.map(withoutCounts),
  };
}

function whyNot(
  { id }: DeliveryDefinition,
  { question, deploying, judged }: DeliveryQuestion,
): DeliveryMeasure['unknowable'] {
  if (deploying.length === 0) return 'not-set-up';
  if (question.teams.ids.length > 0) return 'not-divisible';
  return id !== 'deployment-frequency' && judged.size === 0 ? 'no-failures' : null;
}

function noWeek(definition: DeliveryDefinition) {
  return {
    finding: 'No full week yet',
    howToRead: deliveryHowToRead(definition),
    description: deliveryDescription(definition, []),
    coverage: 'No deployments',
    n: 0,
  };
}
