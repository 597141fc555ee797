import type { FastifyPluginAsync } from 'fastify';
import { probeRoutes } from '../../contract/routes.ts';
import type { AppDeps } from '../deps.ts';
import { failure } from '../failure.ts';
import type { Meters } from '../meters.ts';

/** For whoever keeps the program running: they tell nothing of the data but their age. */
export const probesRoutes: FastifyPluginAsync<AppDeps & { meters: Meters }> = async (app, deps) => {
  const { registry, look } = deps.meters;
  app.get(probeRoutes.alive, { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'alive' };
  });
  app.get(probeRoutes.ready, { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      return { status: 'ready', generation: await deps.storedGeneration() };
    } catch (error) {
      request.log.error(error);
      return reply.code(503).send(failure('not-ready', 'The database cannot be read. The log says why.'));
    }
  });
  app.get(probeRoutes.meters, { schema: { hide: true } }, async (_request, reply) => {
    await look();
    reply.header('cache-control', 'no-store').type(registry.contentType);
    return registry.metrics();
  });
};
