/** The references of a clone that matter to us, read once so that the walk sees one state. */
export type Refs = {
  /** Branches: full reference name to commit. */
  branches: ReadonlyMap<string, string>;
  /** What `refs/remotes/origin/HEAD` points at. */
  originHead: string | null;
  /** Heads of pull requests by number. */
  pullHeads: ReadonlyMap<number, string>;
  /** The commit of `refs/notes/ai`. */
  notes: string | null;
};

export type Branch = { name: string; sha: string };

export const REF_PATTERNS = [
  'refs/heads',
  'refs/remotes',
  'refs/pull',
  'refs/merge-requests',
  'refs/pull-requests',
  'refs/notes/ai',
];
export const REF_FORMAT = '%(refname)%00%(objectname)%00%(symref)';

const LOCAL = 'refs/heads/';
const ORIGIN = 'refs/remotes/origin/';
const PULL_HEAD =
  /^refs\/(?:remotes\/[^/]+\/)?(?:pull|pulls|pr|merge-requests|mr|pull-requests)\/(\d{1,9})(?:\/(?:head|from))?$/;

/** Reads the output of `git for-each-ref --format=REF_FORMAT`. */
export function parseRefs(output: string): Refs {
  const branches = new Map<string, string>();
  const pullHeads = new Map<number, string>();
  let originHead: string | null = null;
  let notes: string | null = null;
  for (const line of output.split('\n')) {
    const [name = '', sha = '', target = ''] = line.split('\0');
    const number = PULL_HEAD.exec(name)?.[1];
    if (name === '' || sha === '') continue;
    if (name === 'refs/notes/ai') notes = sha;
    else if (name === `${ORIGIN}HEAD`) originHead = target === '' ? null : target;
    else if (number !== undefined) {
      if (!pullHeads.has(Number(number))) pullHeads.set(Number(number), sha);
    } else if (name.startsWith(LOCAL) || name.startsWith('refs/remotes/')) branches.set(name, sha);
  }
  return { branches, originHead, pullHeads, notes };
}

/** A branch that the operator names: `main`, `origin/main` or the whole reference; the remote's copy is the fresher one. */
export function namedBranch(refs: Refs, name: string): Branch | null {
  return firstOf(refs, [`${ORIGIN}${name}`, `${LOCAL}${name}`, `refs/remotes/${name}`, name]);
}

/** The remote's default branch, else the one checked out, else `main` or `master`. */
export function defaultBranch(refs: Refs, checkedOut: string | null): Branch | null {
  const usual = ['main', 'master'].flatMap((name) => [`${ORIGIN}${name}`, `${LOCAL}${name}`]);
  return firstOf(
    refs,
    [refs.originHead, checkedOut, ...usual].filter((name) => name !== null),
  );
}

/** Names for the sentence "There is: ...", at most five. */
export function branchNames(refs: Refs): string[] {
  return [...new Set([...refs.branches.keys()].map(shortBranch))].sort().slice(0, 5);
}

function shortBranch(reference: string): string {
  const prefix = [LOCAL, ORIGIN, 'refs/remotes/'].find((start) => reference.startsWith(start)) ?? '';
  return reference.slice(prefix.length);
}

function firstOf(refs: Refs, candidates: readonly string[]): Branch | null {
  for (const reference of candidates) {
    const sha = refs.branches.get(reference);
    if (sha !== undefined) return { name: shortBranch(reference), sha };
  }
  return null;
}
