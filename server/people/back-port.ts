import { isLongLived } from './long-lived-branch.ts';

export type Copied = {
  title: string;
  headBranch: string | null;
  baseBranch: string | null;
  labels: readonly string[];
  defaultBranch: string;
};

const COPY = '(?:back-?port|cherry[- ]?pick)(?:ed|s|ing)?';
const REFERENCE = String.raw`(?:#|\bgh-|\bpull/)\d`;

const TITLES: readonly RegExp[] = [
  // "[Backport 1.x] Fix", "[cherry-pick] Fix"
  new RegExp(String.raw`^\[(?:auto-?)?${COPY}\b[^\]]{0,80}\]`),
  // "Backport: Fix", "Backport #12", "Backport of #12", "Automated cherry pick of #12: Fix", "cherrypick: [1.x] Fix"
  new RegExp(
    String.raw`^(?:automated |auto-?)?${COPY}(?:\([^)]{0,80}\))?(?::| (?:of|from|to|pr|commit)\b| ${REFERENCE})`,
  ),
  // "Backport the fix of the till (#12)"
  new RegExp(`^${COPY} .{1,200}${REFERENCE}`),
  // "Fix (backport #12)", "[8.x](backport #12) Fix", "Fix (cherry picked from commit 1a2b3c4)"
  new RegExp(String.raw`\(${COPY}(?: (?:of|from|commit|pr)\b){0,3} [^)]{0,40}(?:\d|[\da-f]{7})\)`),
];

const BRANCHES: readonly RegExp[] = [
  // backport/12-to-1.x, backport-12-to-1.x, cherry-pick/fix, automated-cherry-pick-of-#12-upstream-release-1.30
  new RegExp(`^(?:automated-|auto-?)?${COPY}[/_#-]`),
  // ada/backport-12, but not chore/backport-script
  new RegExp(String.raw`^[\w.-]{1,40}/${COPY}[/_#-].{0,80}\d`),
  /^mergify\/(?:bp|copy)\//,
];

const LABEL = new RegExp(String.raw`^(?:[\w ]{1,20}[:/] ?)?${COPY}(?:-approved)?$`);

/**
 * Whether a pull request takes finished work over to another branch that lives on: such a branch is its base, not the
 * default one, and its title, head branch or a label says so. A fix that was made for an old release alone is work of its own.
 */
export function isBackPort({ title, headBranch, baseBranch, labels, defaultBranch }: Copied): boolean {
  if (baseBranch === null || baseBranch.toLowerCase() === defaultBranch.toLowerCase()) return false;
  if (!isLongLived(baseBranch, defaultBranch)) return false;
  const said = title.trim().toLowerCase();
  const head = (headBranch ?? '').toLowerCase();
  return (
    TITLES.some((pattern) => pattern.test(said)) ||
    isMarkedForBase(said, baseBranch.toLowerCase()) ||
    BRANCHES.some((pattern) => pattern.test(head)) ||
    labels.some((label) => LABEL.test(label.trim().toLowerCase()))
  );
}

/** "[1.x] Fix (#12)", "[release/1.x] Fix (GH-12)": the base in brackets, and the number of the original. */
function isMarkedForBase(title: string, baseBranch: string): boolean {
  const mark = /^\[([^\]]{1,80})\]/.exec(title)?.[1]?.trim();
  return mark !== undefined && version(mark) === version(baseBranch) && new RegExp(REFERENCE).test(title);
}

/** The version within a branch's name, else the name itself: `1.x` in `release/v1.x`. */
function version(branch: string): string {
  return /(?:^|[/_-])v?(\d[\w.-]{0,40})$/.exec(branch)?.[1] ?? branch;
}
