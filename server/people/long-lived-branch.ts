/** Names under which branches stay: a pull request from one moves work that was already reviewed elsewhere. */
const LONG_LIVED: readonly RegExp[] = [
  /^(?:main|master|trunk|default|develop|development|dev|devel|integration)$/,
  /^(?:next|canary|edge|nightly|unstable|alpha|beta|rc|lts|latest|current|maint|maintenance)$/,
  /^(?:stable|staging|stage|preprod|pre-prod|production|prod|live|release|releases|qa|uat|gh-pages)$/,
  // release/2.0, release-1.30, releases/v3, stable/4.x, maint-2.4, next/major, support/1.x
  /^(?:releases?|stable|maint|maintenance|support|lts)[/_-]v?\d[\w.-]{0,40}$/,
  /^(?:releases?|stable|lts)\/[\w.-]{1,60}$/,
  /^next[/_-](?:v?\d[\w.]{0,20}|major|minor)$/,
  // 4-2-stable, 1.x-stable
  /^v?\d{1,4}(?:[._-](?:\d{1,4}|x)){0,3}-(?:stable|maint|lts|branch|dev)$/,
  // v1, v1.x, 1.x, 2.3.x, 1.30
  /^v\d{1,4}(?:\.(?:\d{1,4}|x)){0,3}$/,
  /^\d{1,4}(?:\.(?:\d{1,4}|x)){1,3}$/,
];

/** Whether a head branch is one that lives on, not one piece of work. Case does not matter; a leading `origin/` is not part of it. */
export function isLongLived(branch: string, defaultBranch: string): boolean {
  const name = branch.trim().toLowerCase();
  return name === defaultBranch.toLowerCase() || LONG_LIVED.some((pattern) => pattern.test(name));
}

/** Where a pull request comes from and goes to; null: not known. */
export type Branches = {
  baseBranch: string | null;
  headBranch: string | null;
  /** A branch of a fork may bear any name, and is no long-lived branch of this repository. */
  fromFork: boolean | null;
  defaultBranch: string;
};

/** Whether one long-lived branch is merged into another. A base that nobody knows is the default branch, as in a clone. */
export function isLongLivedMerge({ baseBranch, headBranch, fromFork, defaultBranch }: Branches): boolean {
  if (headBranch === null || fromFork === true) return false;
  return isLongLived(headBranch, defaultBranch) && isLongLived(baseBranch ?? defaultBranch, defaultBranch);
}
