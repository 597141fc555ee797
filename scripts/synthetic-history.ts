import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A repository of `commits` commits: in turn a merged pull request of three, a squash merge and a direct push. */
export async function syntheticHistory(path: string, commits: number): Promise<void> {
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', path]);
  const importing = spawn('git', ['fast-import', '--quiet'], {
    cwd: path,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  for (const part of stream(commits)) {
    if (!importing.stdin.write(part)) await once(importing.stdin, 'drain');
  }
  importing.stdin.end();
  await once(importing, 'close');
}

function* stream(commits: number): Generator<string> {
  let mark = 0;
  let tip = 0;
  const commit = (message: string, parents: readonly number[]): string => {
    mark += 1;
    const who = `P${mark % 60} <p${mark % 60}@example.com> ${1_500_000_000 + mark * 600} +0000`;
    const body = Array.from({ length: 20 }, (_, line) => `${(mark * (line + 7)) % 9973}\n`).join('');
    const from = parents
      .filter((parent) => parent > 0)
      .map((parent, at) => `${at === 0 ? 'from' : 'merge'} :${parent}\n`);
    const file = `M 100644 inline src/${mark % 20}/file-${mark % 400}.ts\ndata ${body.length}\n${body}\n`;
    return `commit refs/heads/main\nmark :${mark}\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n${from.join('')}${file}`;
  };
  for (let number = 1; mark < commits; number++) {
    const base = tip;
    for (let own = 0; own < 3; own++) yield commit(`Step ${own}`, [own === 0 ? base : mark]);
    yield commit(`Merge pull request #${number * 2} from acme/work-${number}`, [base, mark]);
    yield commit(`Squashed (#${number * 2 + 1})`, [mark]);
    yield commit('Direct', [mark]);
    tip = mark;
  }
}
