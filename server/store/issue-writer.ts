import type Database from 'better-sqlite3';
import type { Issue } from '../model/issue.ts';
import type { DirtyMarks } from './dirty.ts';
import { packedChanges } from './packed-changes.ts';
import * as schema from './schema-issues.ts';
import { upsert } from './upsert.ts';

/** Writes one issue with all its changes; true when anything stored changed. An issue that is read is there again. */
export function issueWriter(db: Database.Database, mark: DirtyMarks): (issue: Issue) => boolean {
  const issues = upsert(db, schema.issue);
  const keys = upsert(db, schema.issueKey);
  return (issue) => {
    const { id } = issue;
    const written = issues.put({
      id,
      projectId: issue.projectId,
      key: issue.key,
      title: issue.title,
      typeId: issue.typeId,
      statusId: issue.statusId,
      resolutionId: issue.resolutionId,
      assignee: issue.assignee?.id ?? null,
      labels: JSON.stringify(issue.labels),
      sprints: JSON.stringify(issue.sprints),
      parentId: issue.parentId,
      storyPoints: issue.storyPoints,
      links: JSON.stringify(issue.links.map(({ kind, issueId }) => [kind, issueId])),
      statusChanges: packedChanges(issue.statusChanges),
      resolutionChanges: packedChanges(issue.resolutionChanges),
      assigneeChanges: packedChanges(issue.assigneeChanges),
      createdAt: issue.createdAt,
      updatedAt: issue.updatedAt,
      deletedAt: null,
    });
    const fresh = [issue.key, ...issue.formerKeys].filter((key) => keys.put({ key, issueId: id }));
    // A key of a project that is known no longer is known by the issue alone.
    for (const key of fresh) if (key !== issue.key) mark.namedKey(key);
    const changed = written || fresh.length > 0;
    if (changed) mark.issue(id);
    return changed;
  };
}
