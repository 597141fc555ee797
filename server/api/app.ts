import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { refuseUnknown } from './access/reading.ts';
import { refuseStrangers } from './access/strangers.ts';
import type { AppDeps } from './deps.ts';
import { answerClientError, answerError } from './errors.ts';
import { filtersOf } from './filters.ts';
import { meters } from './meters.ts';
import { answerNotFound, pageOptions } from './pages.ts';
import { adoptionRoutes } from './routes/adoption.ts';
import { definitionsRoutes } from './routes/definitions.ts';
import { deliveryRoutes } from './routes/delivery.ts';
import { flowRoutes } from './routes/flow.ts';
import { guardrailsRoutes } from './routes/guardrails.ts';
import { healthRoutes } from './routes/health.ts';
import { importEventsRoutes } from './routes/import-events.ts';
import { issueFlowRoutes } from './routes/issue-flow.ts';
import { issuesRoutes } from './routes/issues.ts';
import { itemsRoutes } from './routes/items.ts';
import { logInRoutes } from './routes/log-in.ts';
import { notesRoutes } from './routes/notes.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { organisationRoutes } from './routes/organisation.ts';
import { probesRoutes } from './routes/probes.ts';
import { reportsRoutes } from './routes/reports.ts';
import { seriesRoutes } from './routes/series.ts';
import { setupRoutes } from './routes/setup.ts';
import { setupChannelRoutes } from './routes/setup-channels.ts';
import { sharesRoutes } from './routes/shares.ts';
import { statusRoutes } from './routes/status.ts';
import { teamChoicesRoutes } from './routes/team-choices.ts';
import { verdictRoutes } from './routes/verdict.ts';
import { securityHeaders } from './security-headers.ts';
import { serverTiming } from './server-timing.ts';

/** The HTTP API and the pages. It validates, asks the report and serialises; it computes nothing itself. */
export function buildApp(deps: AppDeps): FastifyInstance {
  const app = Fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    routerOptions: { querystringParser: filtersOf },
    // A filter that is not in the contract is refused, never dropped or bent into shape.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: true } },
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound(deps.webRoot));
  app.addHook('onRequest', securityHeaders);
  app.addHook('onRequest', refuseStrangers(deps));
  app.addHook('onRequest', refuseUnknown(deps));
  app.addHook('onSend', serverTiming);
  app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], globalDecompression: false });
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Uptake',
        version: deps.version,
        description: 'Whether an AI rollout has changed how teams deliver.',
      },
    },
  });
  const { guard } = deps.access;
  if (guard?.kind === 'password') app.register(logInRoutes, { ...deps, guard });
  const known = meters(deps);
  app.addHook('onResponse', known.measured);
  app.register(probesRoutes, { ...deps, meters: known });
  app.register(statusRoutes, deps);
  app.register(definitionsRoutes, deps);
  app.register(healthRoutes, deps);
  app.register(importEventsRoutes, deps);
  app.register(seriesRoutes, deps);
  app.register(flowRoutes, deps);
  app.register(adoptionRoutes, deps);
  app.register(issueFlowRoutes, deps);
  app.register(deliveryRoutes, deps);
  app.register(guardrailsRoutes, deps);
  app.register(teamChoicesRoutes, deps);
  app.register(verdictRoutes, deps);
  app.register(itemsRoutes, deps);
  app.register(issuesRoutes, deps);
  if (deps.organising !== null) {
    const organised = { ...deps, ...deps.organising };
    app.register(organisationRoutes, organised);
    app.register(notesRoutes, organised);
    app.register(sharesRoutes, organised);
    if (deps.setup !== null) {
      app.register(setupRoutes, { ...organised, setup: deps.setup });
      app.register(setupChannelRoutes, { ...organised, setup: deps.setup });
    }
  }
  if (deps.reports !== null) app.register(reportsRoutes, { ...deps, reports: deps.reports });
  app.register(openapiRoutes);
  if (deps.webRoot !== null) app.register(fastifyStatic, pageOptions(deps.webRoot));
  return app;
}
