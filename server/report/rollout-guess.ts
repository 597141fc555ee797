import type { RolloutGuess } from '../contract/rollouts.ts';
import { UNKNOWN } from '../facts/columns/column.ts';
import { isMarked } from '../metrics/marks.ts';
import { type Week, weekLabel } from '../model/week.ts';
import { calendarDate } from '../words/date.ts';
import { groupsOf } from './group-privacy.ts';
import type { Held } from './live.ts';
import { askedRepositories } from './repositories.ts';
import { spanOf } from './span.ts';

/** As STATISTICS (c) dates a start of which only use is known. */
const [SHARE, IN_A_ROW] = [0.25, 3];
/** A week with fewer people at work says nothing of a team. */
const FEWEST = 5;
/** A run that begins so early had no time before it. */
const FIRST_WEEKS = 4;
const BESIDE = 8;

const ALL = { window: 'all', from: null, to: null } as const;

const WARNING =
  'Ask whoever gave out the licences for the day instead, where you can. A start that is guessed from activity lies in a busy week more often than not, so the first weeks after it look better than they were: this alone can make an effect out of nothing. If you take a guess, leave its first four weeks out of what you conclude.';
const RULE = `The first of ${IN_A_ROW} weeks in a row in which at least ${SHARE * 100} % of a team’s people at work opened AI-marked pull requests. Weeks with fewer than ${FEWEST} people at work are passed over; tools that leave no mark are not seen.`;

type TeamWeek = { people: Set<number>; marked: Set<number>; opened: number; markedOpened: number };

/** When each team may have started, by the marks of AI tools alone; only of teams that may be shown by themselves. */
export function rolloutGuess(held: Held): RolloutGuess {
  const asked = askedRepositories(held, null);
  const span = spanOf(held, asked, ALL);
  const shown = groupsOf(held, ALL).teams;
  const weeks =
    span === null ? new Map<string, Map<Week, TeamWeek>>() : weeksOfTeams(held, asked.table, span.end);
  const teams = [...held.teamNames]
    .map(([team, name]) => {
      if (!shown.has(team))
        return { team, name, day: null, evidence: 'Too few people to be looked at by itself.' };
      return { team, name, ...guessed(weeks.get(team) ?? new Map(), span?.first ?? 0) };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }));
  return { warning: WARNING, rule: RULE, teams };
}

function guessed(weeks: ReadonlyMap<Week, TeamWeek>, first: Week): { day: string | null; evidence: string } {
  const judged = [...weeks]
    .filter(([, { people }]) => people.size >= FEWEST)
    .sort(([one], [other]) => one - other);
  const holds = judged.map(([, { people, marked }]) => marked.size >= SHARE * people.size);
  const at = holds.findIndex(
    (_, index) => holds.slice(index, index + IN_A_ROW).filter(Boolean).length === IN_A_ROW,
  );
  const week = judged[at]?.[0];
  if (week === undefined)
    return { day: null, evidence: 'No three weeks in a row with enough AI-marked work.' };
  if (week < first + FIRST_WEEKS) {
    return {
      day: null,
      evidence: 'AI-marked work from the first weeks of the data on: the start lies before them.',
    };
  }
  const [before, after] = [shareIn(weeks, week - BESIDE, week), shareIn(weeks, week, week + BESIDE)];
  return {
    day: weekLabel(week),
    evidence: `From the week of ${calendarDate(weekLabel(week))} on: ${about(after)} of its pull requests in the ${BESIDE} weeks from there are AI-marked, ${about(before)} in the ${BESIDE} weeks before.`,
  };
}

function shareIn(weeks: ReadonlyMap<Week, TeamWeek>, from: Week, end: Week): number {
  let [opened, marked] = [0, 0];
  for (let week = from; week < end; week++) {
    opened += weeks.get(week)?.opened ?? 0;
    marked += weeks.get(week)?.markedOpened ?? 0;
  }
  return opened === 0 ? 0 : marked / opened;
}

/** To tenths: closer would begin to tell of one person. */
function about(share: number): string {
  const tenths = Math.round(share * 10) * 10;
  return tenths === 0 ? 'next to none' : `about ${tenths} %`;
}

function weeksOfTeams(
  { snapshot }: Held,
  repositories: Uint8Array,
  end: Week,
): Map<string, Map<Week, TeamWeek>> {
  const teamsOf = snapshot.teamSets.values.map((set): readonly string[] => JSON.parse(set));
  const found = new Map<string, Map<Week, TeamWeek>>();
  for (const { week, person, teamSet, aiLevel, leftOut, openedAt, repository, size } of snapshot.chunks) {
    if (week >= end) continue;
    for (let row = 0; row < size; row++) {
      const who = person[row] ?? UNKNOWN;
      const counts = who !== UNKNOWN && leftOut[row] === 0 && openedAt[row] !== UNKNOWN;
      if (!counts || repositories[repository[row] ?? 0] !== 1) continue;
      for (const team of teamsOf[teamSet[row] ?? 0] ?? []) {
        const at = teamWeek(found, team, week);
        at.people.add(who);
        at.opened += 1;
        if (!isMarked(aiLevel[row] ?? 0)) continue;
        at.marked.add(who);
        at.markedOpened += 1;
      }
    }
  }
  return found;
}

function teamWeek(found: Map<string, Map<Week, TeamWeek>>, team: string, week: Week): TeamWeek {
  const weeks = found.get(team) ?? new Map<Week, TeamWeek>();
  found.set(team, weeks);
  const at = weeks.get(week) ?? { people: new Set(), marked: new Set(), opened: 0, markedOpened: 0 };
  weeks.set(week, at);
  return at;
}
