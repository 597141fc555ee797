import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { Definition } from './definition.ts';
import { OpenAge, Waiting } from './open-work.ts';
import { AiLevel, ResolvedView, View } from './view.ts';

const nullableString = Type.Union([Type.String(), Type.Null()]);
const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const nullableInteger = Type.Union([Type.Integer(), Type.Null()]);

/** Measures that each item has a value of: all but counts. */
export const ItemMeasure = Type.Enum([
  'cycle-time',
  'time-to-merge',
  'coding-time',
  'pickup-time',
  'review-time',
  'merge-time',
  'deploy-time',
  'lead-time-for-changes',
]);
export type ItemMeasure = Static<typeof ItemMeasure>;

export const ItemState = Type.Enum(['open', 'merged', 'closed', 'left-out']);
export type ItemState = Static<typeof ItemState>;

export const ItemLeftOut = Type.Enum([
  'automation',
  'long-lived-branch',
  'back-port',
  'direct-push',
  'branch-merge',
  'no-value',
]);
export type ItemLeftOut = Static<typeof ItemLeftOut>;

/** By when, by how long, or by how large; never by whom. */
export const ItemSort = Type.Enum(['opened', 'merged', ...ItemMeasure.enum, 'lines']);
export type ItemSort = Static<typeof ItemSort>;

/** What a list of items is narrowed to, beside what every question has. It selects work; nothing here selects people. */
export const narrowing = {
  measure: Type.Optional(
    Type.Enum(Definition.properties.id.enum, { description: 'Items behind this measure: those it counts.' }),
  ),
  week: Type.Optional(
    Type.String({ format: 'date', description: 'Items of one week, by its Monday: those behind one point.' }),
  ),
  state: Type.Optional(
    Type.Enum(ItemState.enum, {
      description:
        'What became of them; what is left out of measures is apart. Open ones are listed whenever they were opened.',
    }),
  ),
  leftOut: Type.Optional(
    Type.Enum(ItemLeftOut.enum, {
      description: 'Items that take no part, for this reason. no-value: of a measure, which has to be named.',
    }),
  ),
  waiting: Type.Optional(
    Type.Enum(Waiting.enum, { description: 'Items that are open and wait for this, where the data end.' }),
  ),
  age: Type.Optional(
    Type.Enum(OpenAge.enum, { description: 'Items that are open and have been so for this long.' }),
  ),
  id: Type.Optional(Type.String({ minLength: 1, maxLength: 400, description: 'One item, whenever it was.' })),
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Words that the title contains.' }),
  ),
};

export const ItemsView = Type.Object(
  {
    ...View.properties,
    ...narrowing,
    sort: Type.Optional(
      Type.Enum(ItemSort.enum, {
        description: 'Default: the measure’s value, the longest first; without one the newest first.',
      }),
    ),
    order: Type.Optional(Type.Enum(['asc', 'desc'], { description: 'Unknown values come last in either.' })),
    limit: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,4}$', description: 'Items of a page, 1 to 200. Default 40.' }),
    ),
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        description: 'The place of a page, from an earlier answer.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type ItemsView = Static<typeof ItemsView>;

export const AskedItems = Type.Object({
  ...ResolvedView.properties,
  measure: Type.Union([Definition.properties.id, Type.Null()]),
  /** A Monday. */
  week: nullableString,
  state: Type.Union([ItemState, Type.Null()]),
  leftOut: Type.Union([ItemLeftOut, Type.Null()]),
  waiting: Type.Union([Waiting, Type.Null()]),
  age: Type.Union([OpenAge, Type.Null()]),
  id: nullableString,
  q: nullableString,
  sort: ItemSort,
  order: Type.Enum(['asc', 'desc']),
  limit: Type.Integer(),
});
export type AskedItems = Static<typeof AskedItems>;

/** What an item has of one measure: hours or, where it has none, why: "without human review". */
export const ItemHours = Type.Object({ hours: nullableNumber, why: nullableString });
export type ItemHours = Static<typeof ItemHours>;

/** What an item is to a figure. `no-week`: by opening it belongs to no week, since nobody knows when it was opened. */
export const Standing = Type.Enum(['counted', 'missing', 'left-out', 'not-merged', 'no-week']);
export type Standing = Static<typeof Standing>;

export const Item = Type.Object({
  id: Type.String(),
  repository: Type.String(),
  /** Null: it never was a pull request. */
  number: nullableInteger,
  /** Null: it is gone from the store since. Addresses of people in it are masked. */
  title: nullableString,
  /** Where it can be read, at its forge; null: a clone or a demo has no such place. */
  link: nullableString,
  state: Type.Enum(['open', 'merged', 'closed']),
  /** ISO instants of the whole minute; null: it did not happen, or nobody knows. */
  at: Type.Object({
    firstCommit: nullableString,
    opened: nullableString,
    ready: nullableString,
    firstReview: nullableString,
    approved: nullableString,
    merged: nullableString,
    closed: nullableString,
    deployed: nullableString,
  }),
  hours: Type.Object({
    'cycle-time': ItemHours,
    'time-to-merge': ItemHours,
    'coding-time': ItemHours,
    'pickup-time': ItemHours,
    'review-time': ItemHours,
    'merge-time': ItemHours,
    'deploy-time': ItemHours,
    'lead-time-for-changes': ItemHours,
  }),
  lines: nullableInteger,
  files: nullableInteger,
  /** Names of its teams that may be asked for; work of smaller ones is not told apart. */
  teams: Type.Array(Type.String()),
  /** What the placing rests on; null: no team, or none that may be shown. */
  teamBasis: Type.Union([Type.Enum(['stated', 'assumed', 'repository']), Type.Null()]),
  /** How AI took part, `none` is none seen; null: not looked at yet. */
  aiLevel: Type.Union([AiLevel, Type.Null()]),
  /** Tools that took part. */
  aiTools: Type.Array(Type.String()),
  /** In the measure asked for or, without one, in any at all. */
  standing: Standing,
  /** The same in a few words: "Counts", "Without human review", "Left out: opened by automation". */
  why: Type.String(),
});
export type Item = Static<typeof Item>;

export const Items = Type.Object({
  /** What the list is, in a sentence: "12 pull requests count in pickup time in the week of 10 Aug 2026". */
  finding: Type.String(),
  /** The organisation's time zone, in which instants are to be shown. */
  zone: Type.String(),
  /** All that the question selects. */
  count: Type.Integer(),
  /** Those of them in the week that the data end in, which no figure counts among its full weeks. */
  running: Type.Integer(),
  /** How many come before this page. */
  before: Type.Integer(),
  items: Type.Array(Item),
  /** Cursors of the pages beside this one; null: there is none. */
  next: nullableString,
  previous: nullableString,
});
export type Items = Static<typeof Items>;

export const ItemsAnswer = answerOf(AskedItems, Items);
export type ItemsAnswer = Static<typeof ItemsAnswer>;

export const WhyView = Type.Object(
  { ...View.properties, id: Type.String({ minLength: 1, maxLength: 400, description: 'The item.' }) },
  { additionalProperties: false },
);
export type WhyView = Static<typeof WhyView>;

/** How AI took part in one item: the conclusion with all of its evidence, weak marks included, which decide nothing. */
export const WhyMarks = Type.Object({
  /** "A person did it with AI (Claude Code): 3 of 4 commits marked." */
  sentence: Type.String(),
  level: AiLevel,
  tools: Type.Array(Type.String()),
  strength: Type.Union([Type.Enum(['certain', 'strong']), Type.Null()]),
  markedCommits: nullableInteger,
  commits: nullableInteger,
  /** Lines that notes of git-ai attest; null: none do. */
  aiLines: Type.Union([Type.Object({ ai: Type.Integer(), human: Type.Integer() }), Type.Null()]),
  excluded: Type.Union([Type.Enum(['person', 'repository']), Type.Null()]),
  /** Of the rules and of what the organisation adds to them. */
  rulesVersion: Type.String(),
  /** Texts are as they were found; names and addresses of people in them are masked. */
  evidence: Type.Array(
    Type.Object({
      signal: Type.String(),
      tool: Type.String(),
      role: Type.Enum(['authored', 'assisted', 'suggestion', 'reviewed']),
      strength: Type.Enum(['certain', 'strong', 'weak']),
      where: Type.Enum([
        'account',
        'author',
        'body',
        'branch',
        'label',
        'message',
        'note',
        'reviewer',
        'title',
      ]),
      /** The first digits of its id; null: the pull request itself. */
      commit: nullableString,
      text: Type.String(),
    }),
  ),
});
export type WhyMarks = Static<typeof WhyMarks>;

/** What one measure makes of one item, in a sentence that says its instants and its value. */
export const Why = Type.Object({
  id: Type.String(),
  /** What holds for all measures, first: "Left out of every measure: opened by automation." Empty where each has its own. */
  summary: Type.String(),
  /** How AI took part; null: not looked at yet. */
  ai: Type.Union([WhyMarks, Type.Null()]),
  measures: Type.Array(
    Type.Object({
      measure: Definition.properties.id,
      name: Type.String(),
      standing: Standing,
      sentence: Type.String(),
    }),
  ),
});
export type Why = Static<typeof Why>;

export const WhyAnswer = answerOf(Type.Object({ ...ResolvedView.properties, id: Type.String() }), Why);
export type WhyAnswer = Static<typeof WhyAnswer>;
