import { type Static, Type } from 'typebox';
import { DAY, HOUR, type Instant, isoInstant } from '../../model/instant.ts';

export const SCENARIOS = [
  'real-gain',
  'gain-with-cost',
  'everyone-faster',
  'no-change',
  'faded',
  'stalled',
  'too-early',
  'not-started',
] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** An organisation that does not exist. What is planted in each scenario stands in `rollout.ts` and is told by `plantedTruth`. */
export const DemoConfig = Type.Object(
  {
    scenario: Type.Enum([...SCENARIOS]),
    seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
    /** 1: 12 teams, 120 people, about 27,000 pull requests in two years; grows and shrinks in proportion. */
    size: Type.Optional(Type.Number({ minimum: 0.1, maximum: 100 })),
    /** Where the data end, `2026-11-16` or `2026-11-16T03:00:00Z`. */
    until: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?$' })),
  },
  { additionalProperties: false },
);
export type DemoConfig = Static<typeof DemoConfig>;

/** A configuration with nothing left open. */
export type Demo = { scenario: Scenario; seed: number; size: number; until: Instant };

/** With the usual seed what is planted in a scenario is found in it; twelve teams are few, and with seed 1 chance hides it. */
export function demoOf({ scenario, seed = 2, size = 1 }: DemoConfig, until: Instant): Demo {
  return { scenario, seed, size, until };
}

/** Where the data of a demo end: as it says, else on the last Monday, 03:00 UTC, so that it stays the same for a week. */
export function untilOf({ until }: DemoConfig, now: Instant): Instant {
  if (until !== undefined) return Date.parse(until);
  const firstMonday = 4 * DAY + 3 * HOUR;
  return now - ((now - firstMonday) % (7 * DAY));
}

/** The whole configuration in one line, so that two demos can be told apart. */
export function described({ scenario, seed, size, until }: Demo): string {
  return `${scenario}, seed ${seed}, size ${size}, until ${isoInstant(until)}`;
}
