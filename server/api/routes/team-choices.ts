import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { routes } from '../../contract/routes.ts';
import { ChoicesAnswer, TeamsView } from '../../contract/teams.ts';
import { choicesAnswer } from '../../report/choices.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'choices',
  summary:
    'Teams and repositories that may be asked for over a window, and those shown only as part of others',
  querystring: TeamsView,
  response: { 200: ChoicesAnswer, ...failures },
};

export const teamChoicesRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.teams, { schema }, async (request, reply) =>
    answered(deps, request, reply, (held) => choicesAnswer(held, request.query)),
  );
};
