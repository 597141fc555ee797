import type { AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import type { PersonWeeks } from '../../metrics/adoption/person-weeks.ts';
import type { UsersWeekly } from '../../metrics/adoption/users-weekly.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { mayTell } from './counted-people.ts';
import { everybody } from './people-asked.ts';
import { teamUses } from './team-use.ts';

/** In so many weeks on end at least this share of a team's active people shows use. */
const HELD = { weeks: 4, share: 0.5 };
const ABOUT: About = {
  name: 'How far it has spread',
  formula: `The smallest number of people who made half of all AI-marked work merged in the window. A practice holds in a team when at least half of its active people show use in each of the last ${HELD.weeks} full weeks.`,
  unit: 'people, teams',
  minimum: `${FEWEST} people; with fewer it is only said that they are fewer`,
  emptyMeans: 'No AI-marked work was merged in these weeks.',
  limits: ['Nobody is named, and nobody is ranked.', NONE_SEEN],
};

/** How many people make half of AI-marked work, and in how many teams the practice has held. */
export const spreadFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window } = asked;
  const weeks = everybody(asked);
  if (asked.few) return nothingToShow('few', ABOUT);
  if (window === null || weeks === null) return nothingToShow('early', ABOUT);
  const own = markedEach(weeks, window.from - window.first);
  if (own.length === 0) return nothingToShow('unmarked', ABOUT);
  const half = makeHalf(own);
  const told = mayTell(half, own.length);
  const teams = teamUses(asked).filter(({ id }) => id !== null);
  const held = teams.filter(({ marks }) => holds(marks));
  const people = told
    ? count(half, 'person', 'people')
    : half < FEWEST
      ? 'fewer than five people'
      : 'all but fewer than five of those who have any';
  const values = { low: null, high: null, isBeside: false };
  const rows = [
    { ...values, name: 'People who make half of it', value: told ? half : null, label: people },
    {
      ...values,
      name: 'People with any AI-marked work',
      value: own.length >= FEWEST ? own.length : null,
      label: own.length >= FEWEST ? number(own.length) : 'fewer than five',
      isBeside: true,
    },
  ];
  const practice =
    teams.length === 0
      ? ''
      : `; the practice holds in ${number(held.length)} of ${count(teams.length, 'team')}`;
  return {
    finding: `Half of AI-marked work comes from ${people}${practice}`,
    howToRead: `The fewer people make half of it, the less it has spread. ${
      held.length === 0
        ? 'In no team that may be told apart has the practice held for four weeks.'
        : `It has held for four weeks in ${list(held.map(({ name }) => name))}.`
    }`,
    description: `How far it has spread: ${list(rows.map(({ name, label }) => `${name}: ${label}`))}${practice}.`,
    coverage: 'people with AI-marked work merged in the window.',
    n: own.length,
    about: ABOUT,
    cautions: [],
    bars: [{ title: 'People', kind: 'lengths', unit: 'people', rows }],
    ...{ bases: [], weeks: [], lines: [] },
  };
});

/** Of each person with any, in no order that tells who. */
function markedEach({ people }: PersonWeeks, from: number): number[] {
  return [...people.values()]
    .map(({ marked }) => marked.subarray(from).reduce((sum, one) => sum + one, 0))
    .filter((marked) => marked > 0);
}

function makeHalf(own: readonly number[]): number {
  const all = own.reduce((sum, one) => sum + one, 0);
  let [reached, people] = [0, 0];
  for (const marked of own.toSorted((one, other) => other - one)) {
    if (2 * reached >= all) break;
    reached += marked;
    people += 1;
  }
  return people;
}

function holds({ users, people }: UsersWeekly): boolean {
  const last = people.length - HELD.weeks;
  return (
    last >= 0 &&
    Array.from({ length: HELD.weeks }, (_, week) => last + week).every(
      (week) => (people[week] ?? 0) >= FEWEST && (users[week] ?? 0) >= HELD.share * (people[week] ?? 0),
    )
  );
}
