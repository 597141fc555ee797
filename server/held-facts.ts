import type { OrganisationRows } from './model/organisation.ts';
import { rosterOf } from './people/roster.ts';
import { teamNames } from './people/team-id.ts';
import { usersByPerson } from './people/users.ts';
import type { FactStore } from './report/fact-store.ts';
import type { Store } from './store/open.ts';

/** The store as answering sees it: who is on which team follows from what the organisation states. */
export function heldFacts(store: Store): Store & FactStore {
  const organised = async <Read>(read: (rows: OrganisationRows) => Read) => read(await store.organisation());
  return {
    ...store,
    teamNames: () => organised(({ teams, accountTeams }) => teamNames(teams, accountTeams)),
    roster: () => organised(rosterOf),
    toolUseSince: async (version: number) => {
      const changes = await store.toolUseSince(version);
      return organised((rows) => usersByPerson(changes, rows));
    },
  };
}
