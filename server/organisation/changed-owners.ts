import type { OrganisationRows } from '../model/organisation.ts';
import { repositoryOwners } from '../people/repository-owners.ts';

/** Ids of the repositories and projects that other teams own after an edit: a new name of a team may be one that a CODEOWNERS means. */
export function changedOwners(before: OrganisationRows, after: OrganisationRows): string[] {
  const [was, is] = [repositoryOwners(before), repositoryOwners(after)];
  const text = (teams: readonly string[] | undefined) => (teams ?? []).join(' ');
  return [...before.repositories, ...before.projects]
    .map(({ id }) => id)
    .filter((id) => text(was.get(id)) !== text(is.get(id)));
}
