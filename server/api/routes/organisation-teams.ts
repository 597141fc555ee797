import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedAnswer, TeamName, TeamsAnswer } from '../../contract/organisation.ts';
import { organisationRoutes as routes } from '../../contract/routes.ts';
import { edited, type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const list = {
  operationId: 'teams',
  summary: 'All teams, with how many people and repositories each has today',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: TeamsAnswer, ...failures },
};

const rename = {
  operationId: 'renameTeam',
  summary: 'Gives a team another name; its id, its members and its past stay',
  params: Type.Object({ team: Type.String() }),
  body: TeamName,
  response: { 200: EditedAnswer, ...failures },
};

export const teamsRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.get(routes.teams, { schema: list }, async (_request, reply) =>
    organised(deps, reply, {}, await deps.desk.teams()),
  );
};

export const editTeamsRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.patch(routes.team, { schema: rename }, async ({ params, body }, reply) =>
    edited(deps, reply, deps.desk.renameTeam(params.team, body.name)),
  );
};
