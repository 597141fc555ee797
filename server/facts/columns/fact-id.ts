import type { ItemKind } from './item.ts';

/**
 * The id of a pull request follows from its repository and number, `github:HOST/owner/repo#12`, that of an issue from its tracker
 * and number, `jira:HOST:10001`; what has no number has an id of its own.
 */
export function impliedId(
  { repositoryId, number }: { repositoryId: string; number: number | null },
  kind: ItemKind,
): string | null {
  if (number === null) return null;
  return `${placeOf(repositoryId, kind)}${SIGN[kind]}${number}`;
}

/** The place and number that imply an id; null: none do. */
export function impliedBy(id: string, kind: ItemKind): { place: string; number: number } | null {
  const at = id.lastIndexOf(SIGN[kind]);
  const [place, number] = [id.slice(0, at), Number(id.slice(at + 1))];
  return at >= 0 && `${place}${SIGN[kind]}${number}` === id ? { place, number } : null;
}

/** Within which numbers are told apart: a repository or, since issues keep theirs when they move, the tracker of a project. */
export function placeOf(repositoryId: string, kind: ItemKind): string {
  return kind === 'issue' ? repositoryId.slice(0, repositoryId.lastIndexOf('/')) : repositoryId;
}

const SIGN: Record<ItemKind, string> = { 'pull-request': '#', issue: ':' };

/** The number in an issue's id; null where that is none, or would not lead back to it. */
export function numberOfIssue({ id, projectId }: { id: string; projectId: string }): number | null {
  const implied = impliedBy(id, 'issue');
  const fits = implied !== null && implied.place === placeOf(projectId, 'issue');
  return fits && Number.isInteger(implied.number) && implied.number < 2 ** 31 ? implied.number : null;
}
