import type { Item } from '../../contract/items.ts';
import { isoInstant } from '../../model/instant.ts';
import type { Held } from '../live.ts';
import type { ItemsQuestion } from './items-question.ts';

export type Cell = string | number | null;

/** The columns of an item, in their order; unknown is null. Nobody's name is among them. */
export const itemColumns: readonly [name: string, value: (item: Item) => Cell][] = [
  ['id', ({ id }) => id],
  ['repository', ({ repository }) => repository],
  ['number', ({ number }) => number],
  ['title', ({ title }) => title],
  ['link', ({ link }) => link],
  ['state', ({ state }) => state],
  ['first_commit_at', ({ at }) => at.firstCommit],
  ['opened_at', ({ at }) => at.opened],
  ['ready_at', ({ at }) => at.ready],
  ['first_review_at', ({ at }) => at.firstReview],
  ['approved_at', ({ at }) => at.approved],
  ['merged_at', ({ at }) => at.merged],
  ['closed_at', ({ at }) => at.closed],
  ['deployed_at', ({ at }) => at.deployed],
  ['coding_hours', ({ hours }) => rounded(hours['coding-time'].hours)],
  ['pickup_hours', ({ hours }) => rounded(hours['pickup-time'].hours)],
  ['review_hours', ({ hours }) => rounded(hours['review-time'].hours)],
  ['merge_hours', ({ hours }) => rounded(hours['merge-time'].hours)],
  ['deploy_hours', ({ hours }) => rounded(hours['deploy-time'].hours)],
  ['time_to_merge_hours', ({ hours }) => rounded(hours['time-to-merge'].hours)],
  ['cycle_time_hours', ({ hours }) => rounded(hours['cycle-time'].hours)],
  ['lead_time_hours', ({ hours }) => rounded(hours['lead-time-for-changes'].hours)],
  ['lines', ({ lines }) => lines],
  ['files', ({ files }) => files],
  ['teams', ({ teams }) => teams.join('; ')],
  ['team_basis', ({ teamBasis }) => teamBasis],
  ['ai_level', ({ aiLevel }) => aiLevel],
  ['ai_tools', ({ aiTools }) => aiTools.join('; ')],
  ['standing', ({ standing }) => standing],
  ['why', ({ why }) => why],
];

/** To the minute, which is what is known of instants, without the tail of a third of an hour. */
export function rounded(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 1000) / 1000;
}

/** What the list was asked for, the same on every line. */
export function filterColumns(
  { teamNames, freshness }: Held,
  { asked, repositories }: ItemsQuestion,
): readonly [name: string, value: Cell][] {
  const { dataUntil } = repositories;
  return [
    ['asked_measure', asked.measure],
    ['asked_week', asked.week],
    ['asked_state', asked.state],
    ['asked_left_out', asked.leftOut],
    ['asked_title', asked.q],
    ['asked_ai', asked.ai.length === 0 ? null : asked.ai.join('; ')],
    ['asked_tool', asked.tool],
    ['grouped_by', asked.by],
    ['window', asked.window],
    ['window_from', asked.from],
    ['window_to', asked.to],
    ['asked_repository', asked.repo ?? 'all'],
    [
      'asked_team',
      asked.team.length === 0 ? 'all' : asked.team.map((id) => teamNames.get(id) ?? id).join('; '),
    ],
    ['data_until', dataUntil === null ? null : isoInstant(dataUntil)],
    ['data', freshness.some(({ source }) => source === 'demo') ? 'demo' : 'real'],
  ];
}
