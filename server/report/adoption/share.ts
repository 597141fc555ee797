import type { AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import type { PersonWeeks } from '../../metrics/adoption/person-weeks.ts';
import { aiMarkedShare } from '../../metrics/ai-marked.ts';
import { weekLabel } from '../../model/week.ts';
import { SHAPE_LIMITS } from '../../stats/series/adoption-shape.ts';
import { list } from '../../words/list.ts';
import { number } from '../../words/number.ts';
import { fourDigits } from '../four-digits.ts';
import { NONE_SEEN, nothingToShow } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce, startedBy } from './asked-adoption.ts';
import { shapeWords, shareFinding } from './share-words.ts';
import { type TeamUse, teamUses } from './team-use.ts';

const ABOUT: About = {
  name: 'AI-marked share by team',
  formula: `${aiMarkedShare.definition.formula} The shape is that of the weekly share of people with AI-marked work since the team's start, by rules in this order: never took off (no four weeks reach 15 %), rose and fell back (the last four weeks lie 40 % below the highest and no longer move), fading, growing, plateau (within half a point a week), else unclear. Slopes are those of the last 12 full weeks (quasi-binomial, 95 %).`,
  unit: 'share of pull requests',
  minimum: `10 merged pull requests a week; a shape needs ${SHAPE_LIMITS.weeks} weeks since the start and ${SHAPE_LIMITS.people} people`,
  emptyMeans: 'Nothing was merged in the full weeks of the window.',
  limits: [
    'Somebody without merged work in a week is taken as in their last week with any, for four weeks: so a holiday is no week in which use fell.',
    'Teams with fewer than 10 people take the shape of all such teams that started, together.',
    'Where marks and the use that vendors tell part, no shape is named.',
    NONE_SEEN,
  ],
};
const ENOUGH = 10;
/** An answer holds no more values than this: of many teams and weeks a point is two weeks, or four. */
const MOST_VALUES = 5000;
const STEPS = [
  [1, 'by week'],
  [2, 'by two weeks'],
  [4, 'by four weeks'],
] as const;
const FOUR = 4;

/** How much of each team's work is AI-marked, week by week, with its start and the shape that its use has taken. */
export const shareFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window } = asked;
  if (asked.few) return nothingToShow('few', ABOUT);
  const teams = teamUses(asked);
  if (window === null || teams.length === 0) return nothingToShow('early', ABOUT);
  const shown = window.from - window.first;
  const wide = window.to - window.from + 1;
  const [step, by] = STEPS.find(([weeks]) => (teams.length * wide) / weeks <= MOST_VALUES) ?? STEPS[2];
  const lines = teams.map((team) => ({
    name: team.name,
    values: sharesOf(team.weeks, shown, step),
    beside: null,
    start:
      team.start === null || team.start < window.from ? null : Math.floor((team.start - window.from) / step),
    said: shapeWords(team.shape, level(team)),
  }));
  const sum = (of: 'all' | 'marked', from: number) =>
    teams.reduce((all, { weeks }) => all + weeks.total[of].subarray(from).reduce((a, b) => a + b, 0), 0);
  const [merged, marked] = [sum('all', shown), sum('marked', shown)];
  if (marked === 0 && teams[0]?.id === null) return nothingToShow('unmarked', ABOUT);
  const last = window.to + 1 - FOUR - window.first;
  const now = sum('all', Math.max(0, last));
  return {
    finding: shareFinding(
      teams,
      now === 0 ? null : sum('marked', Math.max(0, last)) / now,
      startedBy(asked, window.to).length,
    ),
    howToRead:
      teams[0]?.id === null
        ? `The line is the share of merged pull requests that are AI-marked, ${by}. Below it: what has become of the share of people who use AI.`
        : `Each line is a team’s share of merged pull requests that are AI-marked, ${by}; the upright line is its start. Below it: what has become of the share of its people who use AI. By name, never by value.`,
    description: `AI-marked share by team and week: ${list(lines.map(({ name, said }) => `${name}: ${said}`))}.`,
    coverage: `merged pull requests, ${number(marked)} of them AI-marked${teams.length > 1 ? '; work of several teams counts with each' : ''}.`,
    n: merged,
    about: ABOUT,
    cautions:
      asked.rollout === null
        ? ['No rollout is stated, so no team has a start: say in Settings when each began.']
        : [],
    bars: [],
    bases: ['AI-marked share'],
    weeks: Array.from({ length: Math.ceil(wide / step) }, (_, at) => weekLabel(window.from + at * step)),
    lines,
  };
});

/** From a week on, so many weeks a point. */
function sharesOf({ total }: PersonWeeks, from: number, step: number): (number | null)[] {
  const sum = (counts: Uint32Array, at: number) =>
    counts.subarray(from + at * step, from + (at + 1) * step).reduce((all, one) => all + one, 0);
  return Array.from({ length: Math.ceil((total.all.length - from) / step) }, (_, at) => {
    const all = sum(total.all, at);
    return all < ENOUGH ? null : fourDigits(sum(total.marked, at) / all);
  });
}

/** Of people, in the last four weeks. */
function level({ marks: { users, people } }: TeamUse): number {
  const sum = (counts: Float64Array) => counts.subarray(-FOUR).reduce((all, one) => all + one, 0);
  return sum(people) === 0 ? 0 : sum(users) / sum(people);
}
