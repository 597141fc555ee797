import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { routes } from '../../contract/routes.ts';
import type { AppDeps } from '../deps.ts';
import { failure } from '../failure.ts';
import { failures } from './failures.ts';

const stream = { schema: Type.String({ description: 'Events named "import"; the data of each is JSON' }) };

const schema = {
  operationId: 'importEvents',
  summary: 'How a running import goes on, as server-sent events',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: {
    200: { description: 'Open until one side ends it', content: { 'text/event-stream': stream } },
    ...failures,
  },
};

export const importEventsRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, { importListeners }) => {
  app.addHook('preClose', async () => importListeners.close());
  // Asked for by HEAD it would be left open for nobody.
  app.get(routes.importEvents, { schema, exposeHeadRoute: false }, async (_request, reply) => {
    const { raw } = reply;
    if (!importListeners.mayCome()) {
      const message = 'Too many pages listen to the import already; ask for the status instead.';
      return reply.code(503).send(failure('too-many-listeners', message));
    }
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) raw.setHeader(name, value);
    }
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close',
    });
    importListeners.add(raw);
  });
};
