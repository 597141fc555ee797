import { type Static, Type } from 'typebox';
import {
  type DeliveryRules,
  type DeliverySettings,
  NO_DELIVERY_RULES,
  USUAL_DELIVERY_RULES,
} from './model/delivery.ts';

const closed = { additionalProperties: false };
const Names = Type.Array(Type.String({ minLength: 1 }));

const rules = {
  hotfix: Type.Optional(
    Type.Object(
      {
        labels: Type.Optional(Names),
        branches: Type.Optional(Names),
        withinHours: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 24 * 30 })),
      },
      closed,
    ),
  ),
  incidents: Type.Optional(
    Type.Object({ labels: Type.Optional(Names), issueTypes: Type.Optional(Names) }, closed),
  ),
};
const Rules = Type.Object(rules);

/**
 * `delivery:` in `uptake.yaml`: what tells that a deployment has failed. Without the key nothing does; with it every key may be left
 * out. An exception has what it does not say itself from the whole; `failures: false` says that nothing is set up there.
 */
export const Delivery = Type.Object(
  {
    ...rules,
    perRepository: Type.Optional(
      Type.Array(
        Type.Object(
          {
            match: Type.String({ minLength: 1 }),
            ...rules,
            failures: Type.Optional(Type.Literal(false)),
          },
          closed,
        ),
      ),
    ),
  },
  closed,
);
type Delivery = Static<typeof Delivery>;

export function deliverySettings(file: Delivery | undefined): DeliverySettings {
  if (file === undefined) return NO_DELIVERY_RULES;
  const whole = rulesOf(file, USUAL_DELIVERY_RULES);
  return {
    rules: whole,
    exceptions: (file.perRepository ?? []).map(({ match, failures, ...own }) => ({
      match,
      rules: failures === false ? null : rulesOf(own, whole),
    })),
  };
}

function rulesOf({ hotfix, incidents }: Static<typeof Rules>, usual: DeliveryRules): DeliveryRules {
  return { hotfix: { ...usual.hotfix, ...hotfix }, incidents: { ...usual.incidents, ...incidents } };
}
