import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { GuardrailsAnswer } from '../../contract/guardrails.ts';
import { routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { guardrailsAnswer } from '../../report/guardrails/guardrails.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'guardrails',
  summary: 'What a gain may cost: every guardrail before and after each team’s own start',
  querystring: View,
  response: { 200: GuardrailsAnswer, ...failures },
};

export const guardrailsRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.guardrails, { schema }, async (request, reply) =>
    answered(deps, request, reply, (held) => guardrailsAnswer(held, request.query)),
  );
};
