import { type Static, Type } from 'typebox';
import { answerOf } from './answer.ts';
import { About } from './flow.ts';
import { Series } from './series.ts';
import { ResolvedView } from './view.ts';

const nullableNumber = Type.Union([Type.Number(), Type.Null()]);
const { finding, howToRead, description, coverage, n } = Series.properties;

/** The figures of adoption, in the order of their questions. */
export const AdoptionName = Type.Enum([
  'share',
  'funnel',
  'use',
  'depth',
  'retention',
  'busy',
  'fate',
  'production',
  'spread',
]);
export type AdoptionName = Static<typeof AdoptionName>;

/** One value with what stands beside it in words: "62 of 81 (77 %)". */
export const AdoptionRow = Type.Object({
  name: Type.String(),
  /** Null: not told, and `label` says why: too few people, or too young. */
  value: nullableNumber,
  /** The likely range, where there is one. */
  low: nullableNumber,
  high: nullableNumber,
  label: Type.String(),
  /** What it is to be read beside, drawn in the comparison's colour. */
  isBeside: Type.Boolean(),
});
export type AdoptionRow = Static<typeof AdoptionRow>;

/** Values on one scale: lengths from 0, or differences as dot and interval about 0. */
export const AdoptionBars = Type.Object({
  title: Type.String(),
  kind: Type.Enum(['lengths', 'differences']),
  unit: Type.Enum(['share', 'points', 'hours', 'people']),
  rows: Type.Array(AdoptionRow),
});
export type AdoptionBars = Static<typeof AdoptionBars>;

/** A share week by week. */
export const AdoptionLine = Type.Object({
  name: Type.String(),
  /** Shares, one a week; null: too few that week. */
  values: Type.Array(nullableNumber),
  /** The same on another basis, never added to the first; null: there is none. */
  beside: Type.Union([Type.Array(nullableNumber), Type.Null()]),
  /** Which of the weeks the start lies in; null: none. */
  start: Type.Union([Type.Integer(), Type.Null()]),
  /** "growing, 62 % in the last four weeks" */
  said: Type.String(),
});
export type AdoptionLine = Static<typeof AdoptionLine>;

export const AdoptionFigure = Type.Object({
  ...{ finding, howToRead, description, coverage, n },
  about: About,
  /** What to beware of in this figure. */
  cautions: Type.Array(Type.String()),
  bars: Type.Array(AdoptionBars),
  /** What the two lines of each panel are; empty where `lines` is. */
  bases: Type.Array(Type.String()),
  /** Mondays of the weeks of all lines. */
  weeks: Type.Array(Type.String()),
  lines: Type.Array(AdoptionLine),
});
export type AdoptionFigure = Static<typeof AdoptionFigure>;

export const AdoptionFigureAnswer = answerOf(ResolvedView, AdoptionFigure);
export type AdoptionFigureAnswer = Static<typeof AdoptionFigureAnswer>;

/** The page's first words: whether people still use it, how deeply, whether it lasts, and whether the thousandth run works. */
export const AdoptionSummary = Type.Object({ sentences: Type.Array(Type.String()) });
export type AdoptionSummary = Static<typeof AdoptionSummary>;
export const AdoptionSummaryAnswer = answerOf(ResolvedView, AdoptionSummary);
export type AdoptionSummaryAnswer = Static<typeof AdoptionSummaryAnswer>;
