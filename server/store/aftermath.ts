import type Database from 'better-sqlite3';
import { fixableFiles, saysFix } from '../facts/fix.ts';
import { type Aftermath, NO_AFTERMATH, type UnlinkedFact } from '../facts/pull-request-fact.ts';
import { bugRows } from './bug-rows.ts';
import { lineRework } from './line-rework.ts';
import type { MeasuredRows } from './measured.ts';
import { type MergedFiles, mergedFileRows } from './merged-file-rows.ts';
import { revertRows } from './revert-rows.ts';

/**
 * Keeps what an item that is measured tells of others, and marks those dirty where that changed; answers with what the others
 * tell of it, so far as they have been measured. Null rows: it is gone. `issues`: how many of known projects it names.
 */
export function aftermaths(
  db: Database.Database,
): (id: string, rows: MeasuredRows | null, fact: UnlinkedFact | null, issues: number) => Aftermath {
  const reverts = revertRows(db);
  const mergedFiles = mergedFileRows(db);
  const bugs = bugRows(db);
  const lines = lineRework(db);

  /** Null: not merged, not counted, or its files are not known. */
  function filesOf(rows: MeasuredRows, fact: UnlinkedFact, issues: number): MergedFiles | null {
    if (rows.kind === 'landing' || fact.leftOut !== null || fact.mergedAt === null) return null;
    const { id, title, headBranch, repositoryId, forge, landedShas } = rows.pullRequest;
    const { mergedAt } = fact;
    const files = fixableFiles(forge === null && landedShas.length === 0 ? null : rows.changes);
    if (files === null) return null;
    const fixesUntil = saysFix(title, headBranch) ? mergedAt : issues === 0 ? null : bugs.namedBugAt(id);
    // To take something back is not to mend it.
    const isFix = fixesUntil !== null && !reverts.isRevert(rows);
    return { repositoryId, files, mergedAt, fixesUntil: isFix ? fixesUntil : null };
  }

  return (id, rows, fact, issues) => {
    // A back-port takes back what another branch holds.
    reverts.tell(id, rows, fact === null || fact.leftOut === 'back-port' ? null : fact.mergedAt);
    const files = rows === null || fact === null ? null : filesOf(rows, fact, issues);
    const hotfixedAt = mergedFiles(id, files);
    if (rows === null || rows.kind === 'landing' || fact === null || fact.mergedAt === null)
      return NO_AFTERMATH;
    return {
      revertedAt: reverts.revertedAt(rows),
      filesKnown: files !== null,
      hotfixedAt,
      ...lines(rows.pullRequest),
      bugLinkedAt: issues === 0 ? null : bugs.linkedAt(id, fact.mergedAt),
    };
  };
}
