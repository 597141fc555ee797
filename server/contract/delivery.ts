import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Series } from './series.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const { finding, howToRead, description, coverage, n } = Series.properties;

/** What a measure of deployments is: as `Definition`, whose items are pull requests or issues. */
export const DeliveryDefinition = Type.Object({
  id: Type.Enum([
    'deployment-frequency',
    'change-fail-rate',
    'failed-deployment-recovery-time',
    'deployment-rework-rate',
  ]),
  name: Type.String(),
  unit: Type.Enum(['deployments a week', 'share', 'hours']),
  better: Type.Enum(['lower', 'higher', 'neither']),
  formula: Type.String(),
  /** Fewest deployments from which a value is given; 0: any number, also none. */
  minimum: Type.Integer(),
  /** What these are: "deployments with new commits". */
  items: Type.String(),
  /** Full weeks of one point. */
  weeks: Type.Integer(),
  emptyMeans: Type.String(),
  limits: Type.Array(Type.String()),
});
export type DeliveryDefinition = Static<typeof DeliveryDefinition>;

const stretch = {
  /** A Monday and a Sunday. */
  from: Type.String(),
  to: Type.String(),
  state: Type.Enum(['value', 'too-few', 'empty']),
  /** Deployments of one repository in a week, a share of 1, or median hours. */
  value: nullableNumber,
  /** Of a share the 95 % interval, of hours the middle half; else null. */
  low: nullableNumber,
  high: nullableNumber,
  /** Of a share those that count: failed, or made for a failure; of hours those that have recovered; else all deployments. */
  n: Type.Integer(),
  /** Deployments of which `n` are; of a frequency weeks of repositories that deploy. */
  of: Type.Integer(),
};

export const DeliveryPoint = Type.Object(stretch);
export type DeliveryPoint = Static<typeof DeliveryPoint>;

export const DeliveryPart = Type.Object({ part: Type.Enum(['whole', 'before', 'after']), ...stretch });
export type DeliveryPart = Static<typeof DeliveryPart>;

export const DeliveryMeasure = Type.Object({
  definition: DeliveryDefinition,
  finding,
  howToRead,
  description,
  coverage,
  n,
  /** Why nothing can be known of it here; null: it can be measured. */
  unknowable: Type.Union([Type.Enum(['not-set-up', 'no-failures', 'not-divisible']), Type.Null()]),
  /** Oldest first. */
  points: Type.Array(DeliveryPoint),
  /** One, the whole window; or two, before and after the day that was chosen. */
  parts: Type.Array(DeliveryPart),
});
export type DeliveryMeasure = Static<typeof DeliveryMeasure>;

export const Delivery = Type.Object({
  /** What counts here as a deployment, and as a failure, as sentences. */
  means: Type.Array(Type.String()),
  measures: Type.Array(DeliveryMeasure),
});
export type Delivery = Static<typeof Delivery>;

export const DeliveryAnswer = answerOf(ResolvedView, Delivery);
export type DeliveryAnswer = Static<typeof DeliveryAnswer>;
