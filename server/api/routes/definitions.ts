import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { DefinitionsAnswer } from '../../contract/definitions.ts';
import { routes } from '../../contract/routes.ts';
import { definitionsAnswer } from '../../report/definitions.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'definitions',
  summary: 'Every measure: its formula, unit, smallest sample, and what an empty week means',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: DefinitionsAnswer, ...failures },
};

export const definitionsRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.definitions, { schema }, async (request, reply) =>
    answered(deps, request, reply, definitionsAnswer),
  );
};
