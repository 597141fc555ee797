import type { AdoptionFigure, AdoptionLine } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import type { PersonWeeks } from '../../metrics/adoption/person-weeks.ts';
import type { UsersWeekly } from '../../metrics/adoption/users-weekly.ts';
import { weekLabel } from '../../model/week.ts';
import { list } from '../../words/list.ts';
import { FEWEST } from '../too-close.ts';
import { nothingToShow, percent } from './adoption-words.ts';
import type { AdoptionAsked } from './asked-adoption.ts';
import { everybody, practising, startedTeams } from './people-asked.ts';
import { bothBases } from './team-use.ts';

const ABOUT: About = {
  name: 'Use reported by vendors',
  formula:
    'Of the people who finished an issue in a week: the share of whom a vendor tells that they used a tool in it. Somebody who finished none in a week is taken as in their last week with any, for four weeks.',
  unit: 'share of people',
  minimum: `${FEWEST} people a week`,
  emptyMeans: 'No vendor tells of use, or nobody finished anything.',
  limits: [
    'No repository has been read, so there are no marks in the work to set it beside.',
    'Seats play no part in it: whoever gets one today changes nothing of the past.',
    'A vendor counts days of UTC, and may name somebody by an account that no work knows.',
  ],
};

export const CONNECT_VENDOR = 'Connect a vendor (GitHub Copilot, Claude Code, Cursor) or a file of use';

const FOUR = 4;

/** What vendors tell of the people who finish issues, where there is a tracker alone. */
export function toldUseFigure(asked: AdoptionAsked): AdoptionFigure {
  const { window } = asked;
  const all = everybody(asked);
  if (window === null || all === null) return nothingToShow('early', ABOUT);
  const bases = bothBases(asked, all);
  if (bases === null) return nothingToShow(NOT_TOLD, ABOUT);
  const { told } = bases;
  const [from, to] = [Math.max(window.from, bases.from), bases.from + told.people.length - 1];
  const started = startedTeams(asked).length === 0 ? null : practising(asked).weeks;
  const lines = [
    lineOf('Everybody', asked, all, from),
    ...(started === null ? [] : [lineOf('Teams that started', asked, started, from)]),
  ].flatMap((line) => line ?? []);
  return {
    finding: `Vendors tell of use by ${percent(lastShare(told))} of people who finish issues`,
    howToRead:
      'A line is the share of people with finished issues of whom vendors tell use, by week. A gap is a week with fewer than five people.',
    description: `Share of active people by week: ${list(lines.map(({ name, said }) => `${name}: ${said}`))}.`,
    coverage: 'people with finished issues in the last four weeks.',
    n: Math.round(told.people.at(-1) ?? 0),
    about: ABOUT,
    cautions: [],
    bars: [],
    bases: ['Use reported by vendors'],
    weeks: Array.from({ length: Math.max(0, to - from + 1) }, (_, week) => weekLabel(from + week)),
    lines,
  };
}

const NOT_TOLD = {
  finding: 'No vendor tells of use, and no repository has been read',
  todo: `${CONNECT_VENDOR}: then the share of people who use it is shown here.`,
};

function lineOf(name: string, asked: AdoptionAsked, weeks: PersonWeeks, from: number): AdoptionLine | null {
  const bases = bothBases(asked, weeks);
  if (bases === null) return null;
  const { people, users } = bases.told;
  const first = from - bases.from;
  return {
    name,
    values: Array.from(people.subarray(first), (of, week) =>
      of < FEWEST ? null : (users[first + week] ?? 0) / of,
    ),
    beside: null,
    start: null,
    said: `vendors ${percent(lastShare(bases.told))} of people in the last four weeks`,
  };
}

/** The share of the last four weeks. */
export function lastShare({ users, people }: UsersWeekly): number {
  const sum = (counts: Float64Array) => counts.subarray(-FOUR).reduce((all, one) => all + one, 0);
  return sum(people) === 0 ? 0 : sum(users) / sum(people);
}
