import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { routes } from '../../contract/routes.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'openapi',
  summary: 'This description of the API (OpenAPI 3.1)',
  response: { 200: Type.Object({}, { additionalProperties: true }), ...failures },
};

export const openapiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(routes.openapi, { schema }, async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
    return { ...app.swagger() };
  });
};
