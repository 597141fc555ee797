import type { CommitNote } from '../../model/commit.ts';
import { type Git, GitFailure } from './client.ts';

/** All notes under `refs/notes/ai`; null when their contents are not in this clone. */
export async function readNotes(
  git: Git,
  repositoryId: string,
  signal?: AbortSignal,
): Promise<CommitNote[] | null> {
  try {
    const commits = new Map<string, string[]>();
    for (const line of (await git.text(['notes', '--ref=ai', 'list'], signal)).split('\n')) {
      const [note = '', sha = ''] = line.split(' ');
      if (sha !== '') commits.set(note, [...(commits.get(note) ?? []), sha]);
    }
    if (commits.size === 0) return [];
    const texts = await readBlobs(git, [...commits.keys()], signal);
    const notes = [...texts].flatMap(([note, text]) =>
      (commits.get(note) ?? []).map((sha) => ({ repositoryId, sha, text })),
    );
    return notes.sort((a, b) => (a.sha < b.sha ? -1 : 1));
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** `cat-file --batch` answers `ID blob SIZE`, a newline, as many bytes, a newline; or `ID missing`. */
async function readBlobs(
  git: Git,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const input = ids.map((id) => `${id}\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of git.stream(['cat-file', '--batch'], signal, input)) chunks.push(chunk);
  const output = Buffer.concat(chunks);
  const texts = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [id = '', kind, size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    texts.set(id, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
