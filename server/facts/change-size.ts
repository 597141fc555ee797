import type { FileChange } from '../model/commit.ts';
import type { ForgeDetails } from '../model/pull-request.ts';
import { isGeneratedFile } from './generated-files.ts';

export type ChangeSize = { lines: number | null; files: number | null };

/**
 * Added plus deleted lines, and distinct files, without generated and lock files. A binary file is a file without
 * lines. Several commits that touch one file (a rebase merge) add up their lines and count the file once.
 * Unknown changes have an unknown size, never 0.
 */
export function changeSize(changes: readonly FileChange[] | null): ChangeSize {
  if (changes === null) return { lines: null, files: null };
  const written = changes.filter((change) => !isGeneratedFile(change.path));
  const lines = written.reduce((sum, change) => sum + (change.additions ?? 0) + (change.deletions ?? 0), 0);
  return { lines, files: new Set(written.map((change) => change.path)).size };
}

/** Added lines of all files, generated ones too; null: unknown. */
export function addedLines(changes: readonly FileChange[] | null, forge: ForgeDetails | null): number | null {
  if (changes === null) return forge?.additions ?? null;
  return changes.reduce((sum, { additions }) => sum + (additions ?? 0), 0);
}

/**
 * The size of a pull request: of its files, where they are known, else the forge's own count of lines and files, in which
 * the generated ones are included.
 */
export function pullRequestSize(
  changes: readonly FileChange[] | null,
  forge: ForgeDetails | null,
): ChangeSize {
  if (changes !== null || forge === null) return changeSize(changes);
  return { lines: forge.additions + forge.deletions, files: forge.changedFiles };
}
