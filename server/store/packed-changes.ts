import type { IssueChange } from '../model/issue.ts';

type Packed = [at: number, from: string | null, to: string | null];

/** A history as one text: it is always read and written as a whole, and six rows an issue would cost four times as much. */
export function packedChanges(changes: readonly IssueChange[]): string {
  return JSON.stringify(changes.map(({ at, from, to }): Packed => [at, from, to]));
}

export function unpackedChanges(json: string): IssueChange[] {
  const packed: Packed[] = JSON.parse(json);
  return packed.map((change) => ({ at: change[0], from: change[1], to: change[2] }));
}
