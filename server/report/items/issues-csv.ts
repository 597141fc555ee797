import type { IssueItem, IssuesView } from '../../contract/issue-items.ts';
import { idOf } from '../../facts/columns/rows-holding.ts';
import { isoInstant } from '../../model/instant.ts';
import type { Held } from '../live.ts';
import { type Cell, rounded } from './csv-columns.ts';
import { everyRow } from './every-row.ts';
import { issuesIn, toldOf } from './issue-item.ts';
import { type IssuesQuestion, resolveIssuesQuestion } from './issue-question.ts';
import { selectedIssues } from './issue-selected.ts';
import type { IssueStore } from './issue-store.ts';
import { issueSortKey, titledIssues } from './issues-answer.ts';
import { line } from './items-csv.ts';

/** So many lines leave at once: some milliseconds of work. */
const BATCH = 500;

/** The columns of an issue, in their order; unknown is null. Nobody's name is among them. */
const issueColumns: readonly [name: string, value: (issue: IssueItem) => Cell][] = [
  ['id', ({ id }) => id],
  ['key', ({ key }) => key],
  ['title', ({ title }) => title],
  ['link', ({ link }) => link],
  ['project', ({ project }) => project],
  ['type', ({ type }) => type],
  ['status', ({ status }) => status],
  ['state', ({ state }) => state],
  ['created_at', ({ at }) => at.created],
  ['started_at', ({ at }) => at.started],
  ['first_commit_at', ({ at }) => at.firstCommit],
  ['first_review_at', ({ at }) => at.firstReview],
  ['last_merged_at', ({ at }) => at.lastMerged],
  ['finished_at', ({ at }) => at.finished],
  ['declined_at', ({ at }) => at.declined],
  ['reopened_at', ({ at }) => at.reopened],
  ['lead_time_hours', ({ leadTime }) => rounded(leadTime.hours)],
  ['cycle_time_hours', ({ cycleTime }) => rounded(cycleTime.hours)],
  ['active_share', ({ activeShare }) => activeShare.share],
  ['pull_requests', ({ pullRequests }) => pullRequests],
  ['teams', ({ teams }) => teams.join('; ')],
  ['team_basis', ({ teamBasis }) => teamBasis],
  ['standing', ({ standing }) => standing],
  ['why', ({ why }) => why],
];

/** All issues that a question selects, as `itemsCsv`. Throws QuestionError at once on what may not be asked. */
export function issuesCsv(held: Held, store: IssueStore, view: IssuesView): AsyncGenerator<string> {
  const { cursor: _, limit: _limit, ...whole } = view;
  return lines(store, resolveIssuesQuestion(held, whole));
}

async function* lines(store: IssueStore, question: IssuesQuestion): AsyncGenerator<string> {
  const { snapshot } = question.side;
  const filters = filtersOf(question);
  yield line([...issueColumns.map(([name]) => name), ...filters.map(([name]) => name)]);
  const titled = await titledIssues(question, store);
  const rows = everyRow(snapshot, selectedIssues(question, titled), issueSortKey(question));
  const issueOf = issuesIn(question);
  const about = filters.map(([, value]) => value);
  for (let from = 0; from < rows.size; from += BATCH) {
    const some = rows.slice(from, from + BATCH);
    const told = await toldOf(
      store,
      some.map(({ chunk, row }) => idOf(snapshot, chunk, row)),
    );
    yield some
      .map(({ chunk, row }) => {
        const issue = issueOf(chunk, row, told);
        return line([...issueColumns.map(([, value]) => value(issue)), ...about]);
      })
      .join('');
  }
}

/** What the list was asked for, the same on every line. */
function filtersOf({ asked, repositories, side }: IssuesQuestion): readonly [name: string, value: Cell][] {
  const { dataUntil } = repositories;
  const teams = asked.team.map((id) => side.teamNames.get(id) ?? id).join('; ');
  return [
    ['asked_measure', asked.measure],
    ['asked_week', asked.week],
    ['asked_state', asked.state],
    ['asked_left_out', asked.leftOut],
    ['asked_linked', asked.linked],
    ['asked_title', asked.q],
    ['grouped_by', asked.by],
    ['window', asked.window],
    ['window_from', asked.from],
    ['window_to', asked.to],
    ['asked_team', teams === '' ? 'all' : teams],
    ['data_until', dataUntil === null ? null : isoInstant(dataUntil)],
    ['data', side.freshness.some(({ source }) => source === 'demo') ? 'demo' : 'real'],
  ];
}

/** "uptake-issues-issue-cycle-time-2026-08-10.csv" */
export function issuesCsvName({ measure, week }: IssuesView): string {
  return `${['uptake', 'issues', measure, week].filter((part) => part !== undefined).join('-')}.csv`;
}
