import type { AdoptionBars, AdoptionFigure, AdoptionRow } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import { busyEffect, type PersonWeek, teamBusyEffect } from '../../metrics/adoption/busy-weeks.ts';
import { isCannot, type OrCannot } from '../../stats/cannot.ts';
import type { Estimate } from '../../stats/inference/estimate.ts';
import { benjaminiHochberg } from '../../stats/inference/multiplicity.ts';
import { median } from '../../stats/quantile.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { type BusyRows, busyRows } from './busy-rows.ts';
import { busyFinding, type Effects, FALSE_TEAMS, pointsWords } from './busy-words.ts';
import { ATTENDANCE } from './team-load.ts';

const ABOUT: About = {
  name: 'Use in busy weeks',
  formula: `Load: issues and pull requests open on Monday for each person of the team’s roster who is present in the week. Busy: the quarter of a team’s weeks since its start (without the first four) with the most load beside what was usual around them. How much likelier a week in which somebody opens pull requests shows use in a busy week than in others: an effect of each person in each quarter of a year, a trend of each team and, by marks, one of how many pull requests there were; jackknife over people, 95 %. Of one team by itself the weeks are left out one by one in their place; teams are told apart by Benjamini and Hochberg, ${percent(FALSE_TEAMS)}.`,
  unit: 'percentage points',
  minimum: `two people for a range, ${FEWEST} people a team`,
  emptyMeans: 'No team that may be told apart has started, or nothing was opened since.',
  limits: [
    `Weeks in which fewer than ${percent(ATTENDANCE)} of the roster are present are left out: Christmas is no busy week.`,
    'What is open is an imperfect sign of how busy people are: a true fall may be larger than the one found.',
    NONE_SEEN,
  ],
};
const NONE = {
  finding: 'No team has started long enough ago to see its busy weeks',
  todo: 'State a rollout with the day on which each team starts; the first four weeks of each are left out.',
};
const CLONES = {
  finding:
    'A clone does not tell what was open, or opened, in a week, so whether use lasts in a busy one is not known',
  todo: 'Read the same repositories from GitHub: it knows openings and open work.',
};
const QUARTERS = ['The calmest quarter', 'The second', 'The third', 'The busiest quarter'];

/** Whether use lasts when there is much to do. */
export const busyFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  if (asked.few) return nothingToShow('few', ABOUT);
  if (asked.question.repositories.freshness.every(({ source }) => source === 'git'))
    return nothingToShow(CLONES, ABOUT);
  const rows = busyRows(asked);
  if (rows.marks.length === 0) return nothingToShow(NONE, ABOUT);
  const marks = effectsOf(rows, rows.marks, true);
  const told = rows.told === null ? null : effectsOf(rows, rows.told, false);
  const bars = [
    quartersOf('AI marks in a person’s week, by load', rows.marks),
    ...(rows.told === null ? [] : [quartersOf('Use that vendors tell, by load', rows.told)]),
    differencesOf('Busy weeks beside others, by marks', marks),
    ...(told === null ? [] : [differencesOf('Busy weeks beside others, by vendors', told)]),
  ];
  return {
    finding: busyFinding(marks, told),
    howToRead:
      'Above: the share of active people’s weeks that show use, in the calmest to the busiest quarter of each team’s weeks. Below: how many points it is higher or lower in busy weeks, the same people beside themselves, with the likely range.',
    description: `Use by load: ${list(
      bars.map(
        ({ title, rows: all }) =>
          `${title}: ${list(all.map(({ name, label }) => `${name.toLowerCase()} ${label}`))}`,
      ),
    )}.`,
    coverage: `weeks of active people in ${count(rows.teams.length, 'team')} that started; ${number(rows.leftOut)} team weeks with too few present left out.`,
    n: rows.marks.length,
    about: ABOUT,
    cautions: aloneWords(marks),
    bars,
    ...{ bases: [], weeks: [], lines: [] },
  };
});

/** All teams together and each: found are those whose fall is hardly chance among so many. */
export function effectsOf({ teams }: BusyRows, rows: readonly PersonWeek[], byWork: boolean): Effects {
  const each = teams.map(({ name }, place) => {
    const own = rows.filter(({ team }) => team === place);
    const people = new Set(own.map(({ person }) => person)).size;
    const effect: OrCannot<Estimate> =
      people < FEWEST ? { cannot: 'too few observations' } : teamBusyEffect(own, byWork);
    return { name, effect };
  });
  const adjusted = benjaminiHochberg(each.map(({ effect }) => (isCannot(effect) ? null : effect.p)));
  return {
    pooled: busyEffect(rows, byWork),
    teams: each
      .map((team, place) => ({ ...team, isFound: (adjusted[place] ?? 1) < FALSE_TEAMS }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true })),
  };
}

/** What could be seen of one team by itself: mostly much less than of all, so that a team may go back unseen. */
function aloneWords({ teams }: Effects): string[] {
  const widths = teams.flatMap(({ effect }) => (isCannot(effect) ? [] : [(effect.upper - effect.lower) / 2]));
  if (widths.length < 2) return [];
  const points = Math.round(100 * median(Float64Array.from(widths)));
  return [
    `Of one team by itself, a fall of fewer than about ${points} points would mostly not be seen by marks.`,
  ];
}

function quartersOf(title: string, rows: readonly PersonWeek[]): AdoptionBars {
  return {
    ...{ title, kind: 'lengths', unit: 'share' },
    rows: QUARTERS.map((name, quarter): AdoptionRow => {
      const own = rows.filter((row) => row.quarter === quarter);
      const shows = own.filter((row) => row.shows).length;
      const people = new Set(own.map(({ person }) => person)).size;
      const value = people < FEWEST ? null : shows / own.length;
      const label = value === null ? 'too few people' : `${percent(value)} of ${count(own.length, 'week')}`;
      return { name, value, low: null, high: null, label, isBeside: quarter < 3 };
    }),
  };
}

function differencesOf(title: string, { pooled, teams }: Effects): AdoptionBars {
  const row = (name: string, effect: OrCannot<Estimate>, isBeside: boolean): AdoptionRow =>
    isCannot(effect)
      ? { name, value: null, low: null, high: null, label: 'cannot tell', isBeside }
      : {
          ...{ name, value: 100 * effect.value, low: 100 * effect.lower, high: 100 * effect.upper, isBeside },
          label: pointsWords(effect),
        };
  return {
    ...{ title, kind: 'differences', unit: 'points' },
    rows: [
      row('All teams that started', pooled, false),
      ...teams.map(({ name, effect, isFound }) => row(name, effect, !isFound)),
    ],
  };
}
