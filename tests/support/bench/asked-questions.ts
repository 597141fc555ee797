import { Definition, type MeasureId } from '../../../server/contract/definition.ts';
import { routes } from '../../../server/contract/routes.ts';
import type { Choices } from '../../../server/contract/teams.ts';
import { type ResolvedView, View } from '../../../server/contract/view.ts';
import { DAY } from '../../../server/model/instant.ts';
import { seededRandom } from '../random-history.ts';
import { END } from './synthetic-facts.ts';

/** Which teams and repositories may be asked for, by window. */
export type Offered = ReadonlyMap<ResolvedView['window'], Choices>;

export const WINDOWS = View.properties.window.enum;

/**
 * Distinct questions as the address bar would hold them, in an order that the seed decides: a third about everything, a third
 * about one repository, a third about one or two teams.
 */
export function someQuestions(many: number, seed: number, offered: Offered): string[] {
  const random = seededRandom(seed);
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const some = <Value>(values: readonly Value[], upTo: number) =>
    Array.from({ length: upTo }, () => one(values)).filter((value) => value !== undefined);
  const { stat, by } = View.properties;
  const asked = new Set<string>();
  while (asked.size < many) {
    const measure: MeasureId = one(Definition.properties.id.enum) ?? 'cycle-time';
    const window = one(WINDOWS) ?? '52w';
    const view = new URLSearchParams({ window });
    if (measure !== 'merged-pull-requests') {
      view.set('stat', one(stat.enum) ?? 'p50');
      view.set('by', one(by.enum) ?? 'opening');
    }
    const { teams = [], repositories = [] } = offered.get(window) ?? {};
    const about = Math.floor(random() * 3);
    if (about === 1) for (const id of some(freely(repositories), 1)) view.append('repo', id);
    if (about === 2) for (const id of some(freely(teams), random() < 0.3 ? 2 : 1)) view.append('team', id);
    asked.add(`${routes.series.replace(':measure', measure)}?${view}`);
  }
  return [...asked];
}

/** As many windows of whole weeks as are asked for, no two alike, which no list of windows names. */
export function ownWindows(many: number): string[] {
  return Array.from({ length: many }, (_, place) => {
    const from = new Date(END - (90 - 2 * place) * 7 * DAY);
    const to = new Date(END - (40 - place) * 7 * DAY);
    const dates = new URLSearchParams({ from: dayOf(from), to: dayOf(to) });
    return `${routes.teams}?${dates}`;
  });
}

/** Where a change waits before and after a day, each time another one, in two years of everything. */
export function partedQuestions(many: number): string[] {
  return Array.from({ length: many }, (_, place) => {
    const since = dayOf(new Date(END - (70 - place) * 7 * DAY));
    return `${routes.lanes}?${new URLSearchParams({ window: '104w', since })}`;
  });
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function freely(choices: readonly { id: string; folded: string | null }[]): string[] {
  return choices.filter(({ folded }) => folded === null).map(({ id }) => id);
}
