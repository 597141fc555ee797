import type { FileChange } from '../model/commit.ts';

type Packed = [path: string, additions: number | null, deletions: number | null];

/** A JSON array of [path, additions, deletions]; null stays unknown. */
export function packedFiles(files: readonly FileChange[] | null): string | null {
  if (files === null) return null;
  return JSON.stringify(files.map((file): Packed => [file.path, file.additions, file.deletions]));
}

export function unpackedFiles(text: string): FileChange[] {
  const packed: Packed[] = JSON.parse(text);
  return packed.map(([path, additions, deletions]) => ({ path, additions, deletions }));
}
