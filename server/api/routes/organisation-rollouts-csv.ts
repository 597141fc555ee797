import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedAnswer } from '../../contract/organisation.ts';
import { rolloutRoutes as routes } from '../../contract/routes.ts';
import { refuseOthers } from '../access/editing.ts';
import { edited, type Organised } from '../organised.ts';
import { failures } from './failures.ts';

const FORM =
  'rollout,tool,kind,team,start: one line a team; start is the day on which it is enabled, empty for not planned';
const csv = { 'text/csv': { schema: Type.String({ description: FORM }) } };

const read = {
  operationId: 'rolloutsCsv',
  summary: 'The rollouts, as a file that can be edited and sent back',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: { description: 'The file', content: csv }, ...failures },
};

const replace = {
  operationId: 'setRollouts',
  summary: 'States all rollouts of a file, or none where a line is at fault; every such line is named',
  consumes: ['text/csv'],
  body: Type.String({ description: FORM }),
  response: { 200: EditedAnswer, ...failures },
};

/** Dates name nobody, so that whoever reads may have the file. */
export const rolloutsCsvRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.get(routes.csv, { schema: read }, async (_request, reply) => {
    reply.type('text/csv; charset=utf-8; header=present').header('cache-control', 'no-store');
    reply.header('content-disposition', 'attachment; filename="uptake-rollouts.csv"');
    return deps.desk.exportRollouts();
  });
  const onRequest = refuseOthers(deps);
  app.put(routes.csv, { schema: replace, onRequest, bodyLimit: 1024 * 1024 }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.importRollouts(body)),
  );
};
