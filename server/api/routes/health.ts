import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { HealthAnswer } from '../../contract/health.ts';
import { routes } from '../../contract/routes.ts';
import { MINUTE } from '../../model/instant.ts';
import { healthAnswer } from '../../report/health/health.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'health',
  summary: 'Whether the numbers can be believed today: sources, runs, coverage, and what was left out',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: HealthAnswer, ...failures },
};

export const healthRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.health, { schema }, async (request, reply) => {
    const known = { ...(await deps.background()), running: deps.running(), failed: deps.failed() };
    const also = { ...known, now: Math.floor(known.now / MINUTE), running: known.running !== null };
    return answered(deps, request, reply, (held) => healthAnswer(held, known), also);
  });
};
