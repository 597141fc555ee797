import type { AdoptionFigure, AdoptionLine } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import type { PersonWeeks } from '../../metrics/adoption/person-weeks.ts';
import type { UsersWeekly } from '../../metrics/adoption/users-weekly.ts';
import { weekLabel } from '../../model/week.ts';
import { list } from '../../words/list.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { everybody, practising, startedTeams } from './people-asked.ts';
import { bothBases, markingOf } from './team-use.ts';
import { CONNECT_VENDOR, lastShare, toldUseFigure } from './told-use.ts';

const ABOUT: About = {
  name: 'Use on two bases',
  formula:
    'Of the people with merged work in a week: the share whose merged pull requests of that week include an AI-marked one, and the share of whom a vendor tells that they used a tool in it. Somebody without merged work in a week is taken as in their last week with any, for four weeks. Marking changed: one of the two falls by 40 % or more of its highest four weeks, by more than chance, while the other loses 15 % at most.',
  unit: 'share of people',
  minimum: `${FEWEST} people a week; 12 weeks to say that marking has changed`,
  emptyMeans: 'No vendor tells of use, or nobody merged anything.',
  limits: [
    NONE_SEEN,
    'Seats play no part in it: whoever gets one today changes nothing of the past.',
    'A vendor counts days of UTC, and may name somebody by an account that no work knows.',
  ],
};

/** Marks in the work and the use that vendors tell, of the same people in the same weeks, side by side. */
export const twoBasesFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window } = asked;
  const all = everybody(asked);
  if (asked.alone) return toldUseFigure(asked);
  if (asked.few) return nothingToShow('few', ABOUT);
  if (window === null || all === null) return nothingToShow('early', ABOUT);
  const bases = bothBases(asked, all);
  if (bases === null) return nothingToShow(NOT_TOLD, ABOUT);
  const started = practising(asked).weeks;
  const [from, to] = [Math.max(window.from, bases.from), bases.from + bases.marks.people.length - 1];
  const lines = [
    lineOf('Everybody', asked, all, from),
    ...(startedTeams(asked).length === 0 || started === null
      ? []
      : [lineOf('Teams that started', asked, started, from)]),
  ].flatMap((line) => line ?? []);
  const fallen = markingOf(asked, started ?? all) ?? markingOf(asked, all);
  const [marks, told] = [lastShare(bases.marks), lastShare(bases.told)];
  return {
    finding:
      fallen === 'marks'
        ? 'Marking changed: marks fell while the use that vendors tell held'
        : fallen === 'told'
          ? 'What vendors tell fell while marks in the work held'
          : `Use shows in the work of ${percent(marks)} of active people; vendors tell of ${percent(told)}`,
    howToRead:
      'One line is the share of people with merged work whose work shows AI marks, the other the share of the same people of whom vendors tell use. A gap is a week with fewer than five people.',
    description: `Share of active people by week on two bases: ${list(lines.map(({ name, said }) => `${name}: ${said}`))}.`,
    coverage: 'people with merged work in the last four weeks, on both bases the same.',
    n: Math.round(bases.marks.people.at(-1) ?? 0),
    about: ABOUT,
    cautions:
      fallen === null
        ? []
        : ['While the two part, no shape of use is named: it would be that of the marking.'],
    bars: [],
    bases: ['Marks in the work', 'Use reported by vendors'],
    weeks: Array.from({ length: Math.max(0, to - from + 1) }, (_, week) => weekLabel(from + week)),
    lines,
  };
});

const NOT_TOLD = {
  finding: 'No vendor tells of use, so marks in the work stand alone',
  todo: `${CONNECT_VENDOR}: then what it tells stands beside the marks.`,
};

function lineOf(name: string, asked: AdoptionAsked, weeks: PersonWeeks, from: number): AdoptionLine | null {
  const bases = bothBases(asked, weeks);
  if (bases === null) return null;
  const shares = ({ users, people }: UsersWeekly) =>
    Array.from(people.subarray(from - bases.from), (of, week) =>
      of < FEWEST ? null : (users[from - bases.from + week] ?? 0) / of,
    );
  return {
    name,
    values: shares(bases.marks),
    beside: shares(bases.told),
    start: null,
    said: `marks ${percent(lastShare(bases.marks))}, vendors ${percent(lastShare(bases.told))} of people in the last four weeks`,
  };
}
