import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Instant } from '../../model/instant.ts';
import type { Repository } from '../../model/repository.ts';
import { SourceError } from '../../net/source-error.ts';
import { type Environment, type Git, GitFailure, gitClient, gitEnvironment } from './client.ts';
import { codeOwnersAt } from './code-owners.ts';
import type { GitSourceConfig } from './config.ts';
import { notRepository, openingFailure } from './failure.ts';
import { secondsToInstant } from './normalise.ts';
import {
  type Branch,
  branchNames,
  defaultBranch,
  namedBranch,
  parseRefs,
  REF_FORMAT,
  REF_PATTERNS,
  type Refs,
} from './refs.ts';
import { parseRemote, type Remote, shortName } from './remote.ts';

export type CloneTools = {
  git: string;
  env: Environment;
  now: Instant;
  /** Whether the lines of a file are somebody's work; without it those of every file are. */
  countsLines?: (path: string) => boolean;
};

/** A clone as it stood when it was opened; everything read afterwards starts from these ids, not from names. */
export type Clone = {
  repository: Repository;
  path: string;
  git: Git;
  remote: Remote | null;
  /** Null: no commit yet. */
  head: { sha: string; committedAt: Instant } | null;
  pullHeads: ReadonlyMap<number, string>;
  notes: string | null;
  /** Commits whose parents a shallow clone left behind. */
  shallow: ReadonlySet<string>;
  /** Contents may have been left at the remote, to be fetched on demand; we never fetch. */
  partial: boolean;
  /** Lines are followed, to see which are changed again. */
  rework: boolean;
  countsLines: (path: string) => boolean;
  /** When the branch was last asked for at the remote; null: unknown. */
  fetchedAt: Instant | null;
};

/**
 * Opens a clone for reading. Throws SourceError: `git-missing`, `path-missing`, `not-a-repository`, `dubious-ownership`,
 * `branch-missing`, `git-failed`. A clone without commits is no failure.
 */
export async function openClone(config: GitSourceConfig, tools: CloneTools): Promise<Clone> {
  const env = gitEnvironment(tools.env);
  await gitClient({ git: tools.git, env, cwd: dirname(process.execPath) }).text(['version']);
  const path = await existingFolder(config.path);
  try {
    return await readClone(path, config, { ...tools, env });
  } catch (error) {
    throw openingFailure(path, error);
  }
}

async function readClone(
  path: string,
  { branch: wanted, rework = true }: GitSourceConfig,
  tools: CloneTools,
): Promise<Clone> {
  // The ceiling keeps an ordinary folder inside some other repository from being taken for that repository.
  const ceiling = { ...tools.env, GIT_CEILING_DIRECTORIES: dirname(path) };
  const asked = gitClient({ git: tools.git, env: ceiling, cwd: path });
  const gitDir = resolve(path, await line(asked, ['rev-parse', '--git-dir']));
  const common = resolve(path, await line(asked, ['rev-parse', '--git-common-dir']));
  // Ownership is checked by now. From inside the git directory, and with an index that does not exist, no .gitattributes of a
  // checkout changes what counts as text.
  const fixed = { ...tools.env, GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'no-index') };
  const git = gitClient({ git: tools.git, env: fixed, cwd: gitDir });
  const refs = parseRefs(await git.text(['for-each-ref', `--format=${REF_FORMAT}`, ...REF_PATTERNS]));
  const branch = await chooseBranch(git, refs, wanted, path);
  const remote = parseRemote((await answerOrNull(git, ['config', '--get', 'remote.origin.url'])) ?? '');
  const fetchHeads = await Promise.all(
    [...new Set([gitDir, common])].map((folder) => fetchedAt(join(folder, 'FETCH_HEAD'), branch.name)),
  );
  return {
    repository: {
      ...describe(common, remote, branch.name),
      codeOwners: branch.sha === '' ? null : await codeOwnersAt(branch.sha, git),
    },
    path,
    git,
    remote,
    head: branch.sha === '' ? null : await readHead(git, branch.sha),
    pullHeads: refs.pullHeads,
    notes: refs.notes,
    shallow: new Set(words(await contentsOf(join(common, 'shallow')))),
    partial: await holdsPromisorPack(common),
    rework,
    countsLines: tools.countsLines ?? (() => true),
    fetchedAt: fetchHeads.reduce((latest, at) => (at !== null && at > (latest ?? 0) ? at : latest), null),
  };
}

async function existingFolder(path: string): Promise<string> {
  try {
    const real = await realpath(path);
    if ((await stat(real)).isDirectory()) return real;
  } catch (cause) {
    throw new SourceError(
      'path-missing',
      `There is no folder ${resolve(path)}. Give the path of a local Git clone.`,
      { cause },
    );
  }
  throw notRepository(resolve(path));
}

async function chooseBranch(git: Git, refs: Refs, wanted: string | undefined, path: string): Promise<Branch> {
  if (wanted === undefined) {
    const checkedOut = await answerOrNull(git, ['symbolic-ref', '-q', 'HEAD']);
    const branch = defaultBranch(refs, checkedOut);
    if (branch !== null) return branch;
    const detached = await answerOrNull(git, ['rev-parse', '-q', '--verify', 'HEAD^{commit}']);
    if (detached !== null) return { name: 'HEAD', sha: detached };
    if (refs.branches.size === 0) return { name: (checkedOut ?? 'main').replace('refs/heads/', ''), sha: '' };
  } else {
    const branch = namedBranch(refs, wanted);
    if (branch !== null) return branch;
    if (refs.branches.size === 0) return { name: wanted, sha: '' };
  }
  throw new SourceError(
    'branch-missing',
    `${path} has no branch ${wanted === undefined ? 'that is its default' : `"${wanted}"`}. There is: ${branchNames(refs).join(', ')}. Set "branch" to one of them.`,
  );
}

function describe(common: string, remote: Remote | null, branch: string): Omit<Repository, 'codeOwners'> {
  const shared = {
    source: 'git' as const,
    defaultBranch: branch,
    externalId: null,
    deployedBy: null,
  };
  if (remote !== null) return { id: `git:${remote.host}/${remote.path}`, name: shortName(remote), ...shared };
  const root = basename(common) === '.git' ? dirname(common) : common;
  const folder = basename(root) === 'repo' ? basename(dirname(root)) : basename(root);
  return { id: `git:${root}`, name: folder.replace(/\.git$/, ''), ...shared };
}

async function readHead(git: Git, sha: string): Promise<{ sha: string; committedAt: Instant }> {
  const seconds = await line(git, ['log', '-1', '--format=%ct', sha]);
  return { sha, committedAt: secondsToInstant(seconds) ?? 0 };
}

/** A fetch counts only if it asked for this branch; a failed one leaves the file empty. */
async function fetchedAt(file: string, branch: string): Promise<Instant | null> {
  if (!(await contentsOf(file)).includes(`branch '${branch}' of `)) return null;
  return Math.trunc((await stat(file)).mtimeMs);
}

async function contentsOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

async function line(git: Git, args: readonly string[]): Promise<string> {
  return (await git.text(args)).replace(/\r?\n$/, '');
}

/** Exit 1 is how `config` and `symbolic-ref -q` say "none". */
async function answerOrNull(git: Git, args: readonly string[]): Promise<string | null> {
  try {
    return await line(git, args);
  } catch (error) {
    if (error instanceof GitFailure && error.exit === 1) return null;
    throw error;
  }
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Git marks a pack so when the rest of its objects is promised by a remote; the mark outlives a lost configuration. */
async function holdsPromisorPack(common: string): Promise<boolean> {
  const files = await readdir(join(common, 'objects', 'pack')).catch(() => []);
  return files.some((name) => name.endsWith('.promisor'));
}
