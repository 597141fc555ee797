import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ImpactAnswer } from '../../contract/impact.ts';
import { routes } from '../../contract/routes.ts';
import { VerdictAnswer } from '../../contract/verdict.ts';
import { View } from '../../contract/view.ts';
import { HOUR } from '../../model/instant.ts';
import { impactAnswer } from '../../report/effect/impact.ts';
import { verdictAnswer } from '../../report/verdict/verdict.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { knownNow } from '../known-now.ts';
import { failures } from './failures.ts';

const asVerdict = {
  operationId: 'verdict',
  summary: 'Whether work is really moving faster since the rollout began, how sure that is, and at what cost',
  querystring: View,
  response: { 200: VerdictAnswer, ...failures },
};

const asImpact = {
  operationId: 'impact',
  summary: 'What changed at the rollout, by how much, and everything that this rests on',
  querystring: View,
  response: { 200: ImpactAnswer, ...failures },
};

export const verdictRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.verdict, { schema: asVerdict }, async (request, reply) => {
    const known = await knownNow(deps);
    const also = { ...known, now: Math.floor(known.now / HOUR) };
    return answered(deps, request, reply, (held) => verdictAnswer(held, request.query, known), also);
  });
  app.get(routes.impact, { schema: asImpact }, async (request, reply) => {
    const known = await knownNow(deps);
    const also = { ...known, now: Math.floor(known.now / HOUR) };
    return answered(deps, request, reply, (held) => impactAnswer(held, request.query, known), also);
  });
};
