import type { View } from '../../contract/view.ts';
import { personWeeks } from '../../metrics/adoption/person-weeks.ts';
import { QuestionError } from '../../model/errors.ts';
import type { Rollout } from '../../model/rollout.ts';
import { weekLabel } from '../../model/week.ts';
import { panelTeams } from '../flow/team-panels.ts';
import type { Held } from '../live.ts';
import { smallMarks } from '../small-marks.ts';
import { type AdoptionAsked, askedAdoption, startedBy, workOf } from './asked-adoption.ts';

/** AI-marked ones of all merged pull requests that were looked at; share is null with nothing merged. */
export type MarkedOf = { marked: number; merged: number; share: number | null };

export type AdoptionShare = {
  /** The teams that it is about: those that have started; empty: all, since none has or they may not be told apart. */
  teams: readonly string[];
  /** By week of merge, the last year of full weeks; `week` is the Monday. */
  weeks: readonly (MarkedOf & { week: string })[];
  /** The last four full weeks. */
  now: MarkedOf;
  /** The half year before the first of these teams started; null: none has, or nothing is known of it. */
  before: MarkedOf | null;
};

const NOW = 4;
const YEAR = 52;
const BEFORE = 26;

/** What of a rollout's adoption is asked of some teams, or of all (none); null: it would tell of too few people. */
export function rolloutAdoption(
  held: Held,
  rollout: Rollout | null,
  teams: readonly string[],
  window?: View['window'],
): AdoptionAsked | null {
  try {
    return askedAdoption(held, {
      ...(rollout === null ? {} : { rollout: rollout.id }),
      ...(teams.length === 0 ? {} : { team: [...teams] }),
      ...(window === undefined ? {} : { window }),
    });
  } catch (error) {
    if (error instanceof QuestionError && error.code === 'group-too-small') return null;
    throw error;
  }
}

/**
 * How much of the work is AI-marked in teams that have started, week by week; null: nothing to tell, or of too few people.
 * @param teams that are asked about; none: all
 */
export function adoptionShare(
  held: Held,
  rollout: Rollout | null,
  teams: readonly string[] = [],
): AdoptionShare | null {
  const all = rolloutAdoption(held, rollout, teams, 'all');
  if (all === null || all.window === null || all.few) return null;
  const told = new Set(panelTeams(held, all.question).teams.map(({ id }) => id));
  const started = startedBy(all, all.window.to)
    .filter((team) => told.has(team))
    .sort();
  const view = { ...all.question.view, team: started };
  const apart = started.length > 0 && smallMarks(held, view) === null;
  const asked = (apart ? rolloutAdoption(held, rollout, started, 'all') : null) ?? all;
  const { window } = asked;
  if (window === null) return null;
  const { total, from } = personWeeks(held.snapshot, workOf(asked, window.from, window.to));
  const within = (first: number, end: number): MarkedOf => {
    const sum = (counts: Uint32Array) =>
      counts.subarray(Math.max(0, first - from), Math.max(0, end - from)).reduce((all, one) => all + one, 0);
    return markedOf(sum(total.marked), sum(total.all));
  };
  const first = Math.min(...started.map((team) => asked.starts.get(team) ?? Number.POSITIVE_INFINITY));
  const before = within(first - BEFORE, first);
  return {
    teams: apart ? started : [],
    weeks: Array.from(total.all, (merged, place) => ({
      week: weekLabel(from + place),
      ...markedOf(total.marked[place] ?? 0, merged),
    })).slice(-YEAR),
    now: within(window.to + 1 - NOW, window.to + 1),
    before: apart && before.merged > 0 ? before : null,
  };
}

function markedOf(marked: number, merged: number): MarkedOf {
  return { marked, merged, share: merged === 0 ? null : marked / merged };
}
