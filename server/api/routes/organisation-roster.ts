import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedAnswer } from '../../contract/organisation.ts';
import { organisationRoutes as routes } from '../../contract/routes.ts';
import { edited, type Organised } from '../organised.ts';
import { failures } from './failures.ts';

const FORM =
  'team,login_or_email,from,to: one line a membership, days inclusive, empty for since ever and still';
const csv = { 'text/csv': { schema: Type.String({ description: FORM }) } };

const read = {
  operationId: 'rosterCsv',
  summary: 'The stated memberships, as a file that can be edited and sent back',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: { description: 'The file', content: csv }, ...failures },
};

const replace = {
  operationId: 'setRoster',
  summary: 'Replaces all stated memberships, or none where a line is at fault; every such line is named',
  consumes: ['text/csv'],
  body: Type.String({ description: FORM }),
  response: { 200: EditedAnswer, ...failures },
};

/** Bytes of some 100,000 memberships. */
const LONGEST_ROSTER = 8 * 1024 * 1024;

export const rosterRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.get(routes.rosterCsv, { schema: read }, async (_request, reply) => {
    reply.type('text/csv; charset=utf-8; header=present').header('cache-control', 'no-store');
    reply.header('content-disposition', 'attachment; filename="uptake-roster.csv"');
    return deps.desk.exportRoster();
  });
  app.put(routes.roster, { schema: replace, bodyLimit: LONGEST_ROSTER }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.importRoster(body)),
  );
};
