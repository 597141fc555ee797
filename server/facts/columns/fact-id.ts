/** The id of a pull request follows from its repository and number; what has no number has an id of its own. */
export function impliedId({
  repositoryId,
  number,
}: {
  repositoryId: string;
  number: number | null;
}): string | null {
  return number === null ? null : `${repositoryId}#${number}`;
}

/** The repository and number that imply an id; null: none do. */
export function impliedBy(id: string): { repositoryId: string; number: number } | null {
  const at = id.lastIndexOf('#');
  const named = { repositoryId: id.slice(0, at), number: Number(id.slice(at + 1)) };
  return at >= 0 && impliedId(named) === id ? named : null;
}
