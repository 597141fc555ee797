import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedAnswer, IdentityPair, UnmatchedAnswer } from '../../contract/organisation.ts';
import { organisationRoutes as routes } from '../../contract/routes.ts';
import { reachedBy } from '../../report/reached.ts';
import { edited, type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const unmatched = {
  operationId: 'unmatched',
  summary: 'Accounts that no team places, in the order of the alphabet, and what that costs in coverage',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: UnmatchedAnswer, ...failures },
};

const pair = (operationId: string, summary: string) => ({
  operationId,
  summary,
  body: IdentityPair,
  response: { 200: EditedAnswer, ...failures },
});

export const identitiesRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.get(routes.unmatched, { schema: unmatched }, async (_request, reply) => {
    const { dataUntil } = reachedBy(deps.live.held);
    return organised(deps, reply, {}, await deps.desk.unmatched(dataUntil ?? 0));
  });
  const merge = pair('mergeIdentities', 'Says that two accounts are one person');
  app.post(routes.merge, { schema: merge }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.mergeIdentities(body.a, body.b)),
  );
  const separate = pair('separateIdentities', 'Says that two accounts are two people');
  app.post(routes.separate, { schema: separate }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.separateIdentities(body.a, body.b)),
  );
};
