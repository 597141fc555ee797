import type { AdoptionBars, AdoptionFigure } from '../../contract/adoption.ts';
import type { About } from '../../contract/flow.ts';
import type { OwnWeeks } from '../../metrics/adoption/person-weeks.ts';
import { activeWeeks, type Practice, practiceOf } from '../../metrics/adoption/practice.ts';
import type { Who } from '../../model/tool-use.ts';
import { list } from '../../words/list.ts';
import { count, number } from '../../words/number.ts';
import { FEWEST } from '../too-close.ts';
import { NONE_SEEN, nothingToShow, percent } from './adoption-words.ts';
import { type AdoptionAsked, foundOnce } from './asked-adoption.ts';
import { mayTell, peopleRow } from './counted-people.ts';
import { enabledOf } from './enabled.ts';
import { weeksOfUse } from './held-use.ts';
import { everybody } from './people-asked.ts';

const ABOUT: About = {
  name: 'From enabled to habit',
  formula:
    'Enabled: has a seat, or is in a team after its start, at the end of the last full week. Tried: any evidence ever. Weekly: evidence in the latest active week. Habitual: in at least 3 of the last 4 active weeks. Lapsed: habitual once, and none in the last 4 active weeks. Once by marks in the work (AI-marked pull requests that were merged), once by the use that vendors report; the two are never mixed. An active week is one with merged work; on the vendors’ side also one with use. Idle: a seat without use in the last 4 full weeks; never used: without any that was told.',
  unit: 'people',
  minimum: `groups of ${FEWEST} people, and ${FEWEST} beside them`,
  emptyMeans: 'Nobody is enabled: no team has started, and no vendor tells of a seat.',
  limits: [
    NONE_SEEN,
    'Whoever merges nothing has no weeks in which marks could show, and counts as enabled only.',
    'A vendor that names somebody by an account that no work knows tells of another person here.',
    'No person is ever told apart.',
  ],
};
const FOUR = 4;

/** How far people have come with it: enabled, tried, weekly, habitual, lapsed; and what has become of the seats. */
export const funnelFigure = foundOnce((asked: AdoptionAsked): AdoptionFigure => {
  const { window, held } = asked;
  const work = everybody(asked);
  if (window === null || work === null) return nothingToShow('early', ABOUT);
  const enabled = enabledOf(asked, window.to);
  if (!enabled.known || enabled.people.size === 0) return nothingToShow(NOBODY, ABOUT);
  if (enabled.people.size < FEWEST) return nothingToShow('few', ABOUT);
  const { values } = held.snapshot.people;
  const own = new Map([...work.people].map(([who, weeks]): [Who, OwnWeeks] => [values[who] ?? '', weeks]));
  const all = enabled.people.size;
  const byMarks = [...enabled.people].map((who) => {
    const weeks = own.get(who);
    return practiceOf(weeks === undefined ? [] : activeWeeks(weeks.all, weeks.marked));
  });
  const told = weeksOfUse(held.use);
  const byTold =
    told === null
      ? null
      : [...enabled.people].map((who) => {
          const days = told.people.get(who);
          const merged = own.get(who)?.all;
          const weeks = Array.from({ length: told.to - told.from + 1 }, (_, week) => ({
            used: (days?.[week] ?? 0) > 0,
            active: (merged?.[told.from + week - work.from] ?? 0) > 0,
          }));
          return practiceOf(weeks.filter(({ used, active }) => used || active).map(({ used }) => used));
        });
  const bars = [
    stages('Marks in the work', byMarks),
    ...(byTold === null ? [] : [stages('Use reported by vendors', byTold)]),
    ...(told === null || enabled.seats.size < FEWEST ? [] : [seatsOf(enabled.seats, told)]),
  ];
  return {
    finding: findingOf(byMarks, byTold),
    howToRead:
      'Each bar counts people out of all who are enabled. The stages are not parts of a whole: somebody habitual has tried it, too. The two bases stand side by side and are never added.',
    description: `People by how far they have come: ${list(
      bars.map(
        ({ title, rows }) =>
          `${title}: ${list(rows.map(({ name, label }) => `${name.toLowerCase()} ${label}`))}`,
      ),
    )}.`,
    coverage: `people enabled at the end of the last full week${told === null ? '; no vendor tells of use' : ''}.`,
    n: all,
    about: ABOUT,
    cautions: [],
    bars,
    ...{ bases: [], weeks: [], lines: [] },
  };
});

const NOBODY = {
  finding: 'Nobody is known to be enabled',
  todo: 'State a rollout with the day on which each team starts, or connect a vendor that tells who has a seat.',
};

const STAGES = [
  ['Tried it', 'tried'],
  ['In their latest active week', 'weekly'],
  ['Habitual', 'habitual'],
  ['Lapsed', 'lapsed'],
] as const;

function stages(title: string, all: readonly Practice[]): AdoptionBars {
  const rows = STAGES.map(([name, stage]) =>
    peopleRow(name, all.filter((one) => one[stage]).length, all.length, stage === 'lapsed'),
  );
  return {
    ...{ title, kind: 'lengths', unit: 'people' },
    rows: [peopleRow('Enabled', all.length, all.length), ...rows],
  };
}

function seatsOf(
  seats: ReadonlySet<Who>,
  { people, from, to }: { people: ReadonlyMap<Who, Uint8Array>; from: number; to: number },
): AdoptionBars {
  const daysOf = (who: Who) => people.get(who) ?? new Uint8Array(to - from + 1);
  const idle = [...seats].filter(
    (who) =>
      !daysOf(who)
        .subarray(-FOUR)
        .some((days) => days > 0),
  ).length;
  const never = [...seats].filter((who) => !daysOf(who).some((days) => days > 0)).length;
  return {
    ...{ title: 'Seats', kind: 'lengths', unit: 'people' },
    rows: [
      peopleRow('People with a seat', seats.size, seats.size),
      peopleRow('Idle for four weeks', idle, seats.size, true),
      peopleRow('Never used', never, seats.size, true),
    ],
  };
}

function findingOf(byMarks: readonly Practice[], byTold: readonly Practice[] | null): string {
  const habit = (all: readonly Practice[]) => all.filter(({ habitual }) => habitual).length;
  const [marks, all] = [habit(byMarks), byMarks.length];
  const told = byTold === null ? null : habit(byTold);
  const beside =
    told === null || !mayTell(told, all) ? '' : `; by what vendors report for ${percent(told / all)}`;
  if (!mayTell(marks, all)) {
    return `For ${marks < FEWEST ? '' : 'all but '}fewer than ${FEWEST} of ${count(all, 'person', 'people')} enabled it is a habit that shows in their work${beside}`;
  }
  return `A habit that shows in their work for ${number(marks)} of ${number(all)} people enabled${beside}`;
}
