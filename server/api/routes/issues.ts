import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IssuesAnswer, IssuesView, IssueWhyAnswer } from '../../contract/issue-items.ts';
import { WhyView } from '../../contract/items.ts';
import { routes } from '../../contract/routes.ts';
import { issueWhyAnswer } from '../../report/items/issue-why.ts';
import { issuesAnswer } from '../../report/items/issues-answer.ts';
import { issuesCsv, issuesCsvName } from '../../report/items/issues-csv.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const asPage = {
  operationId: 'issues',
  summary: 'The issues behind a number, page by page: timestamps, times, links, and why each is counted',
  querystring: IssuesView,
  response: { 200: IssuesAnswer, ...failures },
};

/** Sent as it is made, for it may be long. */
const lines = Type.Unsafe<Readable>({ type: 'string', description: 'RFC 4180, one line an issue' });
const csv = { 'text/csv': { schema: lines } };

const asCsv = {
  operationId: 'issuesCsv',
  summary: 'All issues behind a number, as a file for a spreadsheet; limit and cursor mean nothing',
  querystring: IssuesView,
  response: { 200: { description: 'The file', content: csv }, ...failures },
};

const asWhy = {
  operationId: 'issueWhy',
  summary: 'Why one issue is counted in each measure or left out, and how long it was in each status',
  querystring: WhyView,
  response: { 200: IssueWhyAnswer, ...failures },
};

export const issuesRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  const { itemStore } = deps;
  app.get(routes.issues, { schema: asPage }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    return answered(deps, request, reply, (held) => issuesAnswer(held, itemStore, request.query), version);
  });
  app.get(routes.issuesCsv, { schema: asCsv }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    const file = (held: typeof deps.live.held) => {
      const made = issuesCsv(held, itemStore, request.query);
      reply.type('text/csv; charset=utf-8; header=present');
      reply.header('content-disposition', `attachment; filename="${issuesCsvName(request.query)}"`);
      return Readable.from(made);
    };
    return answered(deps, request, reply, file, version);
  });
  app.get(routes.issueWhy, { schema: asWhy }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    const statuses = await itemStore.statusTimes(request.query.id);
    return answered(deps, request, reply, (held) => issueWhyAnswer(held, request.query, statuses), version);
  });
};
