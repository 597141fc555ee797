import { hostOf } from '../model/identity.ts';
import type { OrganisationRows } from '../model/organisation.ts';

/** The forges that accounts may be of, sorted. */
export function hostsOf({ repositories, accountTeams }: OrganisationRows): string[] {
  const ids = [...repositories, ...accountTeams].map(({ id }) => id).filter((id) => !id.startsWith('git:'));
  return [...new Set(ids.map(hostOf))].filter((host) => host !== '').sort();
}

/** The issue trackers that accounts may be of, sorted. */
export function trackersOf({ projects }: OrganisationRows): string[] {
  return [...new Set(projects.map(({ id }) => hostOf(id)))].sort();
}
