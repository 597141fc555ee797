import type Database from 'better-sqlite3';
import type { IssueStatus, TrackerVocabulary } from '../model/issue.ts';
import type { DirtyMarks } from './dirty.ts';
import * as schema from './schema-issues.ts';
import { upsert } from './upsert.ts';

export type VocabularyRows = {
  /** True when anything changed. What is no longer told is kept: histories still name it. */
  put(vocabulary: TrackerVocabulary): boolean;
  /** A status that only histories name, unless the tracker tells of it. */
  putStatus(trackerId: string, status: IssueStatus): void;
};

/** Names may change at any time; what a status, type or resolution means changes the facts of the tracker's issues. */
export function vocabularyRows(db: Database.Database, mark: DirtyMarks): VocabularyRows {
  const trackers = upsert(db, schema.tracker);
  const statuses = upsert(db, schema.issueStatus);
  const types = upsert(db, schema.issueType);
  const resolutions = upsert(db, schema.issueResolution);
  const knownStatus = db
    .prepare<[string, string], number>('SELECT 1 FROM issue_status WHERE tracker_id = ? AND id = ?')
    .pluck();

  return {
    put({ trackerId, url, statuses: allStatuses, types: allTypes, resolutions: allResolutions }) {
      const known = trackers.put({ id: trackerId, url });
      const changed = [
        ...allStatuses.map((status) =>
          statuses.put({ ...status, trackerId, waiting: Number(status.waiting) }),
        ),
        ...allTypes.map((type) => types.put({ ...type, trackerId })),
        ...allResolutions.map((one) =>
          resolutions.put({ ...one, trackerId, delivers: Number(one.delivers) }),
        ),
      ].includes(true);
      if (changed) mark.tracker(trackerId);
      return known || changed;
    },
    putStatus(trackerId, status) {
      if (knownStatus.get(trackerId, status.id) !== undefined) return;
      statuses.put({ ...status, trackerId, waiting: Number(status.waiting) });
    },
  };
}
