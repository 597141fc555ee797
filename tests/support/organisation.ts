import type { OrganisationRows } from '../../server/model/organisation.ts';

/** An organisation of which nothing is known. */
export const emptyOrganisation: OrganisationRows = {
  persons: new Map(),
  teams: [],
  spells: [],
  accountTeams: [],
  owners: [],
  codeOwners: [],
  repositories: [],
  projects: [],
  rollouts: [],
};
