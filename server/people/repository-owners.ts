import { hostOf } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';
import { owningTeams } from './code-owners.ts';
import { repositoryMatcher } from './repository-glob.ts';
import { plainName, teamIds } from './team-id.ts';

type Rows = Pick<
  OrganisationRows,
  'teams' | 'accountTeams' | 'owners' | 'codeOwners' | 'repositories' | 'projects'
>;

/**
 * The teams that own each repository, sorted: the last setting that fits its name, else its CODEOWNERS. So for the projects of
 * issue trackers, by their keys. What nobody owns is missing.
 */
export function repositoryOwners(rows: Rows): ReadonlyMap<string, readonly string[]> {
  const settings = rows.owners.map(({ pattern, teamId }) => ({ fits: repositoryMatcher(pattern), teamId }));
  const texts = new Map(rows.codeOwners.map(({ repositoryId, text }) => [repositoryId, text]));
  const teamOf = handles(rows);
  const projects = rows.projects.map((project) => ({ ...project, codeOwners: null }));
  return new Map(
    [...rows.repositories, ...projects].flatMap((repository): [string, readonly string[]][] => {
      const stated = settings.findLast(({ fits }) => fits(repository));
      if (stated !== undefined) return [[repository.id, [stated.teamId]]];
      const named = owningTeams(texts.get(repository.id) ?? repository.codeOwners ?? '');
      const teams = named.flatMap((handle) => teamOf(hostOf(repository.id), handle) ?? []);
      return teams.length === 0 ? [] : [[repository.id, [...new Set(teams)].sort()]];
    }),
  );
}

/** A team by its handle, `org/team`: the forge's own, else one that is named so here. */
function handles({ teams, accountTeams }: Rows): (host: string, handle: string) => string | undefined {
  const idOf = teamIds(teams);
  const onForge = new Map(
    accountTeams.map(({ id, name }) => [id.slice(id.indexOf(':') + 1).toLowerCase(), idOf(name)]),
  );
  const bySlug = new Map(teams.map(({ id, name }) => [slug(name), id]));
  return (host, handle) =>
    onForge.get(`${host}/${handle}`.toLowerCase()) ?? bySlug.get(handle.slice(handle.indexOf('/') + 1));
}

function slug(name: string): string {
  return plainName(name).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
}
