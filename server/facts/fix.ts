import type { FileChange } from '../model/commit.ts';
import { DAY, type Instant } from '../model/instant.ts';
import { isGeneratedFile } from './generated-files.ts';
import { issueKeysIn } from './issue-keys.ts';

/** A fix of the same files counts as a hotfix so long after a merge; a bug that is linked counts so long. */
export const HOTFIX_WITHIN = 7 * DAY;
export const BUG_WITHIN = 30 * DAY;

/** "fix: ...", "fix(till)!: ...", "bugfix: ..." of conventional commits, and "hotfix" anywhere in a title. */
const FIX_TITLE = /^(?:\[[^\]]{1,40}\]\s*)?(?:bug-?)?fix(?:\([^)]{1,60}\))?!?:|\bhot-?fix(?:es)?\b/i;
/** As a word between the marks of a branch's name: "fix" alone is too common in those. */
const FIX_BRANCH = /(?:^|[/_-])hot-?fix(?:[/_-]|$)/i;

/** Whether the texts of a pull request say that it is a fix. */
export function saysFix(title: string, headBranch: string | null): boolean {
  return FIX_TITLE.test(title) || FIX_BRANCH.test(headBranch ?? '');
}

/** Who changes more files than that touches on all of them in passing. */
const MOST_FILES = 200;
/** Every pull request adds its line to such a file. */
const CHRONICLE = /(?:^|\/)(?:changelog|changes|history|news|release[-_]?notes)(?:\.[a-z]{1,5})?$/i;

/**
 * Files by which a fix is told to be one of other work, each once: without generated ones, lock files and chronicles. Null: they
 * are not known, or too many to tell anything.
 */
export function fixableFiles(changes: readonly FileChange[] | null): string[] | null {
  if (changes === null) return null;
  const paths = new Set(changes.map(({ path }) => path));
  const files = [...paths].filter((path) => !isGeneratedFile(path) && !CHRONICLE.test(path));
  return files.length > MOST_FILES ? null : files;
}

/** Types of issues that report a fault, by the names that trackers and their users give them. */
const BUG_TYPE =
  /\b(?:bugs?|defects?|faults?|incidents?|regressions?|hot-?fix(?:es)?|fehler|defekt|bogue|anomalie|errore)\b/i;

export function isBugType(name: string): boolean {
  return BUG_TYPE.test(name);
}

/** Kinds of links that may say where a bug comes from; "blocks", "duplicates" and "clones" say nothing of it. */
const ORIGIN = /caus|introduc|br(?:eak|oke)|regress|relat|problem|incident|bug|defect|found in|discover/i;

export type Bug = {
  id: string;
  title: string;
  /** It is a part of the work of its parent. */
  subTask: boolean;
  parentId: string | null;
  links: readonly { kind: string; issueId: string }[];
  createdAt: Instant;
};

/** What a bug is told to come from: itself, issues by id, and keys that its title names. */
export function bugTargets({ id, title, subTask, parentId, links }: Bug): string[] {
  const linked = links.filter(({ kind }) => ORIGIN.test(kind)).map(({ issueId }) => issueId);
  const named = issueKeysIn({ title, body: '', branch: null, messages: [] });
  return [...new Set([id, ...linked, ...(subTask && parentId !== null ? [parentId] : []), ...named])];
}
