import { type Git, GitFailure } from './client.ts';

/** Where forges look for it, in GitHub's order; the first that is there counts. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Text of the CODEOWNERS of a commit; null: it has none, or the clone lacks its contents. */
export async function codeOwnersAt(sha: string, git: Git): Promise<string | null> {
  try {
    const listed = await git.text(['ls-tree', '-z', '--full-tree', sha, '--', ...PLACES]);
    const blobs = new Map(listed.split('\0').flatMap(entryOf));
    const blob = PLACES.map((place) => blobs.get(place)).find((found) => found !== undefined);
    return blob === undefined ? null : await git.text(['cat-file', 'blob', blob]);
  } catch (error) {
    if (error instanceof GitFailure) return null;
    throw error;
  }
}

/** `100644 blob 1f2e...<tab>CODEOWNERS`; a folder of this name is none. */
function entryOf(line: string): [string, string][] {
  const found = /^\d+ blob ([0-9a-f]+)\t(.+)$/s.exec(line);
  return found?.[1] === undefined || found[2] === undefined ? [] : [[found[2], found[1]]];
}
