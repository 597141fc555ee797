import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../server/sources/git/client.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Real repositories, written by `git fast-import`: what tests need of history costs one process, and every id is the same on
// every machine.

export type CommitOptions = {
  /** Names of earlier commits; without it the one before. An empty list makes a first commit. */
  parents?: readonly string[];
  message?: string | Buffer;
  /** `Name <mailbox>`; the committer is the author unless given. */
  author?: string;
  committer?: string;
  /** Seconds since 1970; without it each commit is an hour later than the one before. */
  authoredAt?: number;
  committedAt?: number;
  /** Contents by path, one file of the commit's name unless given, none in a merge; null deletes, `{ rename }` moves, `{ submodule }` points at a commit elsewhere. */
  files?: Record<string, string | Buffer | null | { rename: string } | { submodule: string }>;
};

const START = Date.UTC(2026, 0, 5, 9) / 1000;
const HOUR = 3600;

export class GitRepository {
  readonly path: string;
  readonly env: Environment;
  private readonly marks = new Map<string, number>();
  private readonly shas = new Map<string, string>();
  private pending: (string | Buffer)[] = [];
  private last: string | null = null;

  constructor(folder = temporaryFolder(), name = 'shop') {
    this.path = join(folder, name);
    mkdirSync(this.path);
    this.env = { PATH: process.env.PATH, HOME: folder };
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('config', 'user.name', 'Nobody');
    this.git('config', 'user.email', 'nobody@example.com');
  }

  git(...args: string[]): string {
    const env = { ...this.env, GIT_CONFIG_NOSYSTEM: '1' };
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    return execFileSync('git', args, { cwd: this.path, env, encoding: 'utf8', stdio }).trim();
  }

  /** Writes a commit under a name of its own, by which later ones and the test refer to it. */
  commit(name: string, options: CommitOptions = {}): this {
    const mark = this.marks.size + 1;
    const time = START + mark * HOUR;
    const author = options.author ?? 'Ada <ada@example.com>';
    const committed = options.committedAt ?? time;
    const message = Buffer.from(options.message ?? name);
    const parents = options.parents ?? (this.last === null ? [] : [this.last]);
    this.pending.push(
      `commit refs/uptake-tests/${mark}\nmark :${mark}\n`,
      `author ${author} ${options.authoredAt ?? committed} +0000\n`,
      `committer ${options.committer ?? author} ${committed} +0000\n`,
      `data ${message.length}\n`,
      message,
      '\n',
      ...parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${this.marks.get(parent)}\n`),
      ...Object.entries(
        options.files ?? (parents.length > 1 ? {} : { [`${name}.txt`]: `${name}\n` }),
      ).flatMap(([path, change]) => fileChange(path, change)),
    );
    this.marks.set(name, mark);
    this.last = name;
    return this;
  }

  /** Stores a commit object as it is written here, for what no program would write. */
  hashCommit(name: string, text: string): this {
    const args = ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'];
    const options = { cwd: this.path, env: this.env, input: text, encoding: 'utf8' as const };
    this.shas.set(name, execFileSync('git', args, options).trim());
    return this;
  }

  /** The id of a named commit. */
  sha(name: string): string {
    this.write();
    const sha = this.shas.get(name);
    if (sha === undefined) throw new Error(`No commit is called ${name}`);
    return sha;
  }

  /** Points a reference (`main` or the whole `refs/...`) at a named commit; the last one unless given. */
  point(reference: string, name = this.last ?? ''): this {
    const full = reference.startsWith('refs/') ? reference : `refs/heads/${reference}`;
    this.git('update-ref', full, this.sha(name));
    return this;
  }

  /** Names of commits by their ids, for assertions that read. */
  names(shas: readonly string[]): string[] {
    this.write();
    const byId = new Map([...this.shas].map(([name, sha]) => [sha, name]));
    return shas.map((sha) => byId.get(sha) ?? sha);
  }

  private write(): void {
    if (this.pending.length === 0) return;
    const input = Buffer.concat(
      [...this.pending, 'done\n'].map((part) => (typeof part === 'string' ? Buffer.from(part) : part)),
    );
    this.pending = [];
    const marks = join(this.path, '.git', 'uptake-tests-marks');
    const options = ['--quiet', '--done', '--force', '--date-format=raw-permissive'];
    execFileSync(
      'git',
      ['fast-import', ...options, `--export-marks=${marks}`, `--import-marks-if-exists=${marks}`],
      {
        cwd: this.path,
        env: this.env,
        input,
      },
    );
    const names = [...this.marks.keys()];
    const lines = execFileSync(
      'git',
      ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/uptake-tests'],
      {
        cwd: this.path,
        env: this.env,
        encoding: 'utf8',
      },
    );
    for (const line of lines.trim().split('\n')) {
      const [reference = '', sha = ''] = line.split(' ');
      const name = names[Number(reference.split('/').at(-1)) - 1];
      if (name !== undefined) this.shas.set(name, sha);
    }
  }
}

type Change = NonNullable<CommitOptions['files']>[string];

function fileChange(path: string, change: Change): (string | Buffer)[] {
  if (change === null) return [`D ${quoted(path)}\n`];
  if (typeof change === 'object' && 'rename' in change)
    return [`R ${quoted(change.rename)} ${quoted(path)}\n`];
  if (typeof change === 'object' && 'submodule' in change)
    return [`M 160000 ${change.submodule} ${quoted(path)}\n`];
  const content = Buffer.from(change);
  return [`M 100644 inline ${quoted(path)}\ndata ${content.length}\n`, content, '\n'];
}

/** As fast-import wants paths with special characters. */
function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
