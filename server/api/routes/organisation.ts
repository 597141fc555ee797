import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { refuseOthers } from '../access/editing.ts';
import type { Organised } from '../organised.ts';
import { changesRoutes } from './organisation-changes.ts';
import { identitiesRoutes } from './organisation-identities.ts';
import { editOwnersRoutes, ownersRoutes } from './organisation-owners.ts';
import { editRolloutsRoutes, rolloutsRoutes } from './organisation-rollouts.ts';
import { rolloutsCsvRoutes } from './organisation-rollouts-csv.ts';
import { rosterRoutes } from './organisation-roster.ts';
import { editTeamsRoutes, teamsRoutes } from './organisation-teams.ts';

/** Teams and what they own may be read by whoever reads; to edit, and to see names of people, takes the right to. */
export const organisationRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.register(teamsRoutes, deps);
  app.register(ownersRoutes, deps);
  app.register(rolloutsRoutes, deps);
  app.register(rolloutsCsvRoutes, deps);
  app.register(async (restricted) => {
    restricted.addHook('onRequest', refuseOthers(deps));
    restricted.register(editTeamsRoutes, deps);
    restricted.register(editOwnersRoutes, deps);
    restricted.register(editRolloutsRoutes, deps);
    restricted.register(rosterRoutes, deps);
    restricted.register(identitiesRoutes, deps);
    restricted.register(changesRoutes, deps);
  });
};
