import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Definition } from '../../contract/definition.ts';
import { routes } from '../../contract/routes.ts';
import { SeriesAnswer } from '../../contract/series.ts';
import { View } from '../../contract/view.ts';
import { seriesCsv, seriesCsvName } from '../../report/export-csv.ts';
import type { Held } from '../../report/live.ts';
import { notesAnswer } from '../../report/notes/notes-answer.ts';
import { withNotes } from '../../report/notes/notes-column.ts';
import { seriesAnswer } from '../../report/series.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const question = { params: Type.Object({ measure: Definition.properties.id }), querystring: View };

const asSeries = {
  operationId: 'series',
  summary: 'One measure, week by week',
  ...question,
  response: { 200: SeriesAnswer, ...failures },
};

const csv = { 'text/csv': { schema: Type.String({ description: 'RFC 4180, one line a week' }) } };

const asCsv = {
  operationId: 'seriesCsv',
  summary: 'One measure, week by week, as a file for a spreadsheet',
  ...question,
  response: { 200: { description: 'The file', content: csv }, ...failures },
};

export const seriesRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.series, { schema: asSeries }, async (request, reply) =>
    answered(deps, request, reply, (held) => seriesAnswer(held, request.params.measure, request.query)),
  );
  app.get(routes.seriesCsv, { schema: asCsv }, async (request, reply) => {
    const written = (await deps.organising?.noteDesk.notes()) ?? [];
    const csvOf = (held: Held) => {
      const answer = seriesAnswer(held, request.params.measure, request.query);
      reply.type('text/csv; charset=utf-8; header=present');
      reply.header('content-disposition', `attachment; filename="${seriesCsvName(answer)}"`);
      const { notes } = notesAnswer(held, written, request.query, false).data;
      return withNotes(seriesCsv(answer, held.teamNames), notes);
    };
    return answered(deps, request, reply, csvOf, written);
  });
};
