import { type Static, Type } from 'typebox';

/** How AI took part, the strongest that applies; `none` is none seen. */
export const AiLevel = Type.Enum(['agent', 'assisted', 'suggestion', 'reviewed', 'none']);
export type AiLevel = Static<typeof AiLevel>;

/** `marked` are agent and assisted, `unmarked` all others. */
export const AiFilter = Type.Enum([...AiLevel.enum, 'marked', 'unmarked']);
export type AiFilter = Static<typeof AiFilter>;

/** The question in the URL: the page's address, the API's query string and exports all hold this one shape. */
export const View = Type.Object(
  {
    repo: Type.Optional(
      Type.String({ minLength: 1, maxLength: 300, description: 'Repository id; all when left out.' }),
    ),
    team: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
        minItems: 1,
        maxItems: 100,
        description: 'Team ids, each given as a filter of its own (team=a&team=b); all when left out.',
      }),
    ),
    window: Type.Optional(
      Type.Enum(['12w', '26w', '52w', '104w', 'all'], {
        description: 'Full weeks before the data end. Default 52w.',
      }),
    ),
    from: Type.Optional(
      Type.String({
        format: 'date',
        description:
          'First day of a window of your own, taken to the Monday of its week; instead of `window`.',
      }),
    ),
    to: Type.Optional(
      Type.String({
        format: 'date',
        description: 'Last day of a window of your own, taken to the Sunday of its week.',
      }),
    ),
    stat: Type.Optional(
      Type.Enum(['p50', 'p75', 'p85'], { description: 'Percentile of durations and sizes. Default p50.' }),
    ),
    by: Type.Optional(
      Type.Enum(['opening', 'merge'], {
        description:
          'Week that a duration belongs to. Default opening where it is known, else merge (a clone cannot know it).',
      }),
    ),
    hours: Type.Optional(
      Type.Enum(['calendar', 'working'], {
        description: 'Hours of the calendar, or working hours of the teams. Default calendar.',
      }),
    ),
    ai: Type.Optional(
      Type.Array(AiFilter, {
        minItems: 1,
        maxItems: 7,
        description:
          'How AI took part, each given as a filter of its own (ai=agent&ai=assisted, which is ai=marked; unmarked are all others); whatever it is when left out. None seen is not "no AI". Not applied to open work and to issues.',
      }),
    ),
    tool: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
        description: 'A tool that took part, such as claude-code.',
      }),
    ),
    rollout: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description:
          'Rollout id: whose start dates part before from after, team by team. Default: the one that began first. Only what compares with the start of a rollout depends on it.',
      }),
    ),
    since: Type.Optional(
      Type.String({
        format: 'date',
        description: 'The day that parts before from after, taken to the Monday of its week.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type View = Static<typeof View>;

/** The question with every default filled in, as it was answered. */
export const ResolvedView = Type.Object({
  repo: Type.Union([Type.String(), Type.Null()]),
  /** Sorted; empty: whatever the team. */
  team: Type.Array(Type.String()),
  /** Sorted; empty: whatever it is. */
  ai: Type.Array(AiFilter),
  tool: Type.Union([Type.String(), Type.Null()]),
  window: Type.Enum(['12w', '26w', '52w', '104w', 'all']),
  stat: Type.Enum(['p50', 'p75', 'p85']),
  by: Type.Enum(['opening', 'merge']),
  hours: Type.Enum(['calendar', 'working']),
  /** Mondays; null where the window says it. */
  from: Type.Union([Type.String(), Type.Null()]),
  /** Sundays. */
  to: Type.Union([Type.String(), Type.Null()]),
  /** As it was asked; null: the one that began first. */
  rollout: Type.Union([Type.String(), Type.Null()]),
  /** A Monday; null: nothing is parted. */
  since: Type.Union([Type.String(), Type.Null()]),
});
export type ResolvedView = Static<typeof ResolvedView>;

export const viewDefaults = { window: '52w', stat: 'p50', by: 'opening', hours: 'calendar' } as const;

/** A question without a filter, as it is answered. */
export const usualView: ResolvedView = {
  ...viewDefaults,
  repo: null,
  team: [],
  ai: [],
  tool: null,
  from: null,
  to: null,
  rollout: null,
  since: null,
};
