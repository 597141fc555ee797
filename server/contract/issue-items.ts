import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { ItemHours, Items, ItemsView, Standing } from './items.ts';
import { ResolvedView, View } from './view.ts';

const nullableString = Type.Union([Type.String(), Type.Null()]);
const nullableNumber = Type.Union([Type.Number(), Type.Null()]);

/** Measures whose items are issues. */
export const IssueMeasure = Type.Enum([
  'issues-finished-per-person',
  'issues-finished',
  'issue-lead-time',
  'issue-cycle-time',
  'flow-efficiency',
  'issues-in-progress',
  'age-of-issues-in-progress',
  'reopened-issues',
]);
export type IssueMeasure = Static<typeof IssueMeasure>;

/** `declined`: closed without having been delivered. */
export const IssueState = Type.Enum(['open', 'in-progress', 'finished', 'declined', 'left-out']);
export type IssueState = Static<typeof IssueState>;

export const IssueReason = Type.Enum(['epic', 'sub-task', 'deleted', 'no-value']);
export type IssueReason = Static<typeof IssueReason>;

/** By when or by how long; never by whom. */
export const IssueSort = Type.Enum([
  'created',
  'started',
  'finished',
  'issue-lead-time',
  'issue-cycle-time',
  'flow-efficiency',
]);
export type IssueSort = Static<typeof IssueSort>;

const { week, id, q, order, limit, cursor } = ItemsView.properties;

export const IssuesView = Type.Object(
  {
    ...View.properties,
    measure: Type.Optional(
      Type.Enum(IssueMeasure.enum, { description: 'Issues behind this measure: those it counts.' }),
    ),
    week,
    state: Type.Optional(
      Type.Enum(IssueState.enum, {
        description:
          'What became of them; what is left out of measures is apart. Open ones are listed whenever they were created.',
      }),
    ),
    leftOut: Type.Optional(
      Type.Enum(IssueReason.enum, {
        description:
          'Issues that take no part, for this reason. no-value: of a measure, which has to be named.',
      }),
    ),
    linked: Type.Optional(
      Type.Enum(['yes', 'no'], { description: 'Issues that a pull request names, or that none does.' }),
    ),
    id,
    q,
    sort: Type.Optional(
      Type.Enum(IssueSort.enum, {
        description: 'Default: the measure’s value, the longest first; without one the newest first.',
      }),
    ),
    ...{ order, limit, cursor },
  },
  { additionalProperties: false },
);
export type IssuesView = Static<typeof IssuesView>;

export const AskedIssues = Type.Object({
  ...ResolvedView.properties,
  measure: Type.Union([IssueMeasure, Type.Null()]),
  /** A Monday. */
  week: nullableString,
  state: Type.Union([IssueState, Type.Null()]),
  leftOut: Type.Union([IssueReason, Type.Null()]),
  linked: Type.Union([Type.Enum(['yes', 'no']), Type.Null()]),
  id: nullableString,
  q: nullableString,
  sort: IssueSort,
  order: Type.Enum(['asc', 'desc']),
  limit: Type.Integer(),
});
export type AskedIssues = Static<typeof AskedIssues>;

export const IssueItem = Type.Object({
  id: Type.String(),
  /** "SHOP-12"; null: it is gone from the store since. */
  key: nullableString,
  /** Addresses of people in it are masked. */
  title: nullableString,
  project: Type.String(),
  /** Where it can be read, in its tracker; null: a demo, or one that was deleted. */
  link: nullableString,
  /** What the tracker calls it, and its status now; null: it tells no more. */
  type: nullableString,
  status: nullableString,
  state: Type.Enum(['open', 'in-progress', 'finished', 'declined']),
  /** ISO instants of the whole minute; null: it did not happen, or nobody knows. */
  at: Type.Object({
    created: nullableString,
    started: nullableString,
    finished: nullableString,
    declined: nullableString,
    reopened: nullableString,
    firstCommit: nullableString,
    firstReview: nullableString,
    lastMerged: nullableString,
  }),
  leadTime: ItemHours,
  cycleTime: ItemHours,
  /** Of its cycle, the share in which somebody worked on it, 0 to 1; null with the reason. */
  activeShare: Type.Object({ share: nullableNumber, why: nullableString }),
  /** Pull requests that name it: how many, and the first of them. */
  pullRequests: Type.Integer(),
  linked: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), title: Type.String() })),
  /** As of a pull request: names of its teams that may be asked for, and what the placing rests on. */
  teams: Type.Array(Type.String()),
  teamBasis: Type.Union([Type.Enum(['stated', 'assumed', 'repository']), Type.Null()]),
  /** In the measure asked for or, without one, in any at all. */
  standing: Standing,
  /** The same in a few words: "Counted", "Not counted: never in progress", "Left out: an epic". */
  why: Type.String(),
});
export type IssueItem = Static<typeof IssueItem>;

const { items: _items, ...page } = Items.properties;

export const Issues = Type.Object({ ...page, issues: Type.Array(IssueItem) });
export type Issues = Static<typeof Issues>;

export const IssuesAnswer = answerOf(AskedIssues, Issues);
export type IssuesAnswer = Static<typeof IssuesAnswer>;

/** What each measure makes of one issue, in a sentence that says its instants and its value. */
export const IssueWhy = Type.Object({
  id: Type.String(),
  /** What holds for all measures, first. Empty where each has its own. */
  summary: Type.String(),
  /** Time by status, "In progress: 12 hours", in the order of the first entry. */
  statuses: Type.Array(Type.Object({ status: Type.String(), hours: Type.Number() })),
  measures: Type.Array(
    Type.Object({ measure: IssueMeasure, name: Type.String(), standing: Standing, sentence: Type.String() }),
  ),
});
export type IssueWhy = Static<typeof IssueWhy>;

export const IssueWhyAnswer = answerOf(
  Type.Object({ ...ResolvedView.properties, id: Type.String() }),
  IssueWhy,
);
export type IssueWhyAnswer = Static<typeof IssueWhyAnswer>;
