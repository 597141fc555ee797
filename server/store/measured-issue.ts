import type Database from 'better-sqlite3';
import type { IssueInput, LinkedPullRequest, StatusMeaning } from '../facts/issue-input.ts';
import type { Instant } from '../model/instant.ts';
import type { IssueLevel } from '../model/issue.ts';
import { unpackedChanges } from './packed-changes.ts';

/** All stored rows that the fact of an issue rests on. */
export type MeasuredIssue = IssueInput & { trackerId: string };

type IssueRow = {
  id: string;
  projectId: string;
  trackerId: string;
  statusId: string;
  resolutionId: string | null;
  assignee: string | null;
  level: IssueLevel | null;
  deletedAt: Instant | null;
  createdAt: Instant;
  storyPoints: number | null;
  statusChanges: string;
  resolutionChanges: string;
  assigneeChanges: string;
};
type Vocabulary = Pick<IssueInput, 'status' | 'delivers'>;

/** Dirty issues, the next ones in the order of their ids; rows are null when there are none any more. */
const NEXT = "SELECT id FROM dirty WHERE kind = 'issue' ORDER BY id LIMIT ?";

/** Reads what the facts of the next dirty issues rest on, all at once: one by one it takes four times as long. */
export function measuredIssues(
  db: Database.Database,
): (limit: number) => { id: string; rows: MeasuredIssue | null }[] {
  const next = db.prepare<[number], string>(NEXT).pluck();
  const issues = db.prepare<[number], IssueRow>(
    `SELECT i.id, i.project_id AS projectId, p.tracker_id AS trackerId, status_id AS statusId, resolution_id AS resolutionId,
       assignee, level, deleted_at AS deletedAt, created_at AS createdAt, story_points AS storyPoints,
       status_changes AS statusChanges, resolution_changes AS resolutionChanges, assignee_changes AS assigneeChanges
     FROM (${NEXT}) d JOIN issue i ON i.id = d.id JOIN issue_project p ON p.id = i.project_id
       LEFT JOIN issue_type t ON t.tracker_id = p.tracker_id AND t.id = i.type_id`,
  );
  const work = db.prepare<[number], LinkedPullRequest & { issueId: string }>(
    `SELECT DISTINCT k.issue_id AS issueId, f.id, f.first_commit_at AS firstCommitAt, f.first_review_at AS firstReviewAt,
       f.merged_at AS mergedAt
     FROM (${NEXT}) d JOIN issue_key k ON k.issue_id = d.id JOIN pull_request_key p ON p.key = k.key
       JOIN pull_request_fact f ON f.id = p.pull_request_id
     WHERE f.left_out IS NULL ORDER BY k.issue_id, f.id`,
  );
  const vocabularyOf = vocabularies(db);

  return (limit) => {
    const meanings = new Map<string, Vocabulary>();
    const pullRequests = Map.groupBy(work.iterate(limit), ({ issueId }) => issueId);
    const found = new Map(issues.all(limit).map((row) => [row.id, row]));
    return next.all(limit).map((id) => {
      const row = found.get(id);
      if (row === undefined) return { id, rows: null };
      const vocabulary = meanings.get(row.trackerId) ?? vocabularyOf(row.trackerId);
      meanings.set(row.trackerId, vocabulary);
      return { id, rows: { ...inputOf(row), ...vocabulary, pullRequests: pullRequests.get(id) ?? [] } };
    });
  };
}

function inputOf(row: IssueRow): Omit<MeasuredIssue, keyof Vocabulary | 'pullRequests'> {
  return {
    id: row.id,
    projectId: row.projectId,
    trackerId: row.trackerId,
    // A type that the tracker does not tell of is taken for an ordinary one.
    level: row.level ?? 'standard',
    deleted: row.deletedAt !== null,
    statusId: row.statusId,
    resolutionId: row.resolutionId,
    assignee: row.assignee,
    createdAt: row.createdAt,
    storyPoints: row.storyPoints,
    statusChanges: unpackedChanges(row.statusChanges),
    resolutionChanges: unpackedChanges(row.resolutionChanges),
    assigneeChanges: unpackedChanges(row.assigneeChanges),
  };
}

function vocabularies(db: Database.Database): (trackerId: string) => Vocabulary {
  const statuses = db.prepare<[string], { id: string; category: StatusMeaning['category']; waiting: number }>(
    'SELECT id, category, waiting FROM issue_status WHERE tracker_id = ?',
  );
  const undelivered = db
    .prepare<[string], string>('SELECT id FROM issue_resolution WHERE tracker_id = ? AND delivers = 0')
    .pluck();
  return (trackerId) => {
    const meanings = new Map(
      statuses.all(trackerId).map(({ id, category, waiting }) => [id, { category, waiting: waiting === 1 }]),
    );
    const never = new Set(undelivered.all(trackerId));
    return { status: (id) => meanings.get(id), delivers: (id) => !never.has(id) };
  };
}
