import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { AdoptionFigureAnswer, AdoptionName, AdoptionSummaryAnswer } from '../../contract/adoption.ts';
import { routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { adoptionFigureAnswer, adoptionSummaryAnswer } from '../../report/adoption/adoption-answers.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const asSummary = {
  operationId: 'adoption',
  summary: 'Whether people still use AI, how deeply, whether it lasts, and whether the thousandth run works',
  querystring: View,
  response: { 200: AdoptionSummaryAnswer, ...failures },
};

const asFigure = {
  operationId: 'adoptionFigure',
  summary: 'One figure of adoption: share, funnel, use, depth, retention, busy, fate, production, spread',
  params: Type.Object({ figure: AdoptionName }),
  querystring: View,
  response: { 200: AdoptionFigureAnswer, ...failures },
};

export const adoptionRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.adoption, { schema: asSummary }, async (request, reply) =>
    answered(deps, request, reply, (held) => adoptionSummaryAnswer(held, request.query)),
  );
  app.get(routes.adoptionFigure, { schema: asFigure }, async (request, reply) =>
    answered(deps, request, reply, (held) =>
      adoptionFigureAnswer(held, request.params.figure, request.query),
    ),
  );
};
