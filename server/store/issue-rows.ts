import type Database from 'better-sqlite3';
import type { Sightings } from '../model/identity.ts';
import type { Instant } from '../model/instant.ts';
import type { IssueProject, TrackerVocabulary } from '../model/issue.ts';
import type { IssueRows, ProjectEnd } from '../model/rows.ts';
import { dirtyMarks } from './dirty.ts';
import { issueWriter } from './issue-writer.ts';
import { fence } from './lease.ts';
import { organisationState } from './organisation-state.ts';
import * as schema from './schema-issues.ts';
import { sightingRows } from './sighting-rows.ts';
import { upsert } from './upsert.ts';
import { vocabularyRows } from './vocabulary-rows.ts';

export type IssueTables = {
  /** What a tracker's ids stand for; issues are marked dirty where that changed. True when anything did. */
  writeVocabulary(holder: string, vocabulary: TrackerVocabulary): Promise<boolean>;
  /** Writes one batch of a project's walk in one transaction. Returns how many issues were new or different. */
  writeIssues(holder: string, project: IssueProject, rows: IssueRows, sightings?: Sightings): Promise<number>;
  /** Ends the walk of a project in one transaction: its cursor, and what was deleted. Returns how many issues were. */
  endProjectWalk(holder: string, project: IssueProject, end: ProjectEnd): Promise<number>;
  /** Notes that a project can no longer be read. Everything of it is kept; reading it again takes the note away. */
  loseProject(holder: string, projectId: string, why: string): Promise<void>;
};

export function issueTables(db: Database.Database): IssueTables {
  const hold = fence(db);
  const mark = dirtyMarks(db);
  const vocabulary = vocabularyRows(db, mark);
  const write = issueWriter(db, mark);
  const projects = upsert(db, schema.issueProject);
  const lose = db.prepare('UPDATE issue_project SET lost = ? WHERE id = ?');
  const walks = upsert(db, schema.projectWalk);
  const openWalks = upsert(db, schema.openProjectWalk);
  const close = db.prepare('DELETE FROM open_project_walk WHERE project_id = ?');
  const there = db
    .prepare<[string], string>('SELECT id FROM issue WHERE project_id = ? AND deleted_at IS NULL')
    .pluck();
  const bury = db.prepare<[Instant, string]>('UPDATE issue SET deleted_at = ? WHERE id = ?');
  const sight = sightingRows(db);
  const state = organisationState(db);
  const keyOf = db.prepare<[string], string>('SELECT key FROM issue_project WHERE id = ?').pluck();
  const putProject = (project: IssueProject) => {
    const before = keyOf.get(project.id);
    if (!projects.put({ ...project, lost: null })) return;
    // Which team owns a project may be told by its key, and so may what a pull request is about.
    state.changed();
    if (before === project.key) return;
    mark.named(project.key);
    if (before !== undefined) mark.named(before);
  };

  return {
    async writeVocabulary(holder, told) {
      return db
        .transaction(() => {
          hold(holder);
          return vocabulary.put(told);
        })
        .immediate();
    },
    async writeIssues(holder, project, rows, sightings) {
      return db
        .transaction(() => {
          hold(holder);
          putProject(project);
          if (rows.towards !== undefined) openWalks.put({ projectId: project.id, towards: rows.towards });
          if (sightings) sight(sightings);
          for (const status of rows.statuses ?? []) vocabulary.putStatus(project.trackerId, status);
          const written = rows.issues.filter((issue) => write(issue));
          mark.bugs(written.map(({ id }) => id));
          return written.length;
        })
        .immediate();
    },
    async endProjectWalk(holder, project, { cursor, coveredUntil, limits, present }) {
      return db
        .transaction(() => {
          hold(holder);
          putProject(project);
          const gone = present === null ? [] : there.all(project.id).filter((id) => !present.has(id));
          for (const id of gone) {
            bury.run(coveredUntil, id);
            mark.issue(id);
          }
          mark.bugs(gone);
          walks.put({ projectId: project.id, cursor, coveredUntil, limits: JSON.stringify(limits) });
          close.run(project.id);
          return gone.length;
        })
        .immediate();
    },
    async loseProject(holder, projectId, why) {
      db.transaction(() => {
        hold(holder);
        lose.run(why, projectId);
      }).immediate();
    },
  };
}
