import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { routes } from '../../contract/routes.ts';
import { StatusAnswer } from '../../contract/status.ts';
import { statusAnswer } from '../../report/status.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'status',
  summary: 'How far the data reach, repository by repository, and what is being imported',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: StatusAnswer, ...failures },
};

export const statusRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.status, { schema }, async (request, reply) => {
    const now = { version: deps.version, running: deps.running(), failed: deps.failed() };
    return answered(deps, request, reply, (held) => statusAnswer(held, now), now);
  });
};
