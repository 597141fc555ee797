import type { Git } from './client.ts';
import { nulFields } from './payload.ts';
import type { Wanted } from './wanted.ts';

const DIFF_TREE = 'diff-tree --stdin -z -r --root --raw --no-renames --no-abbrev --always'.split(' ');
const ALL_OBJECTS = 'cat-file --batch-all-objects --unordered --batch-check=%(objectname)'.split(' ');
const SUBMODULE = '160000';

/**
 * Of these commits, those whose difference needs contents that a partial clone has left at its remote. Looks only at what is
 * here, names of contents and trees, so that no Git tries to fetch.
 */
export async function lackingContents(
  git: Git,
  wanted: readonly Wanted[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const here = await objectsHere(git, signal);
  const input = wanted.map(({ sha, parent }) => (parent === null ? `${sha}\n` : `${sha} ${parent}\n`));
  const lacking = new Set<string>();
  let commit = '';
  let pathFollows = false;
  for await (const fields of nulFields(git.stream(DIFF_TREE, signal, [input.join('')]))) {
    for (const field of fields) {
      if (pathFollows) pathFollows = false;
      else if (field.startsWith(':')) {
        pathFollows = true;
        const [before = '', after = '', from = '', to = ''] = field.slice(1).split(' ');
        if (needs(before, from, here) || needs(after, to, here)) lacking.add(commit);
      } else commit = field;
    }
  }
  return lacking;
}

function needs(mode: string, id: string, here: ReadonlySet<string>): boolean {
  return mode !== SUBMODULE && !/^0+$/.test(id) && !here.has(id);
}

async function objectsHere(git: Git, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const here = new Set<string>();
  let begun = '';
  for await (const chunk of git.stream(ALL_OBJECTS, signal)) {
    const lines = (begun + chunk.toString('latin1')).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) here.add(line);
  }
  return here;
}
