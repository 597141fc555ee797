import type { FakeProject } from './issue.ts';

/** A status or a type by name or id: of the project itself if it is team-managed, else of the site. */
export function ownOrShared<T extends { id: string; name: string; projectId: string | null }>(
  list: readonly T[],
  project: FakeProject,
  nameOrId: string,
): T {
  const owner = project.teamManaged ? project.id : null;
  const fits = ({ id, name, projectId }: T) => id === nameOrId || (name === nameOrId && projectId === owner);
  return known(list.find(fits), nameOrId);
}

/** What a test is sure that there is. */
export function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The site has no ${name}`);
  return found;
}
