import { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { ItemsAnswer, ItemsView, WhyAnswer, WhyView } from '../../contract/items.ts';
import { routes } from '../../contract/routes.ts';
import { itemsAnswer } from '../../report/items/items-answer.ts';
import { itemsCsv, itemsCsvName } from '../../report/items/items-csv.ts';
import { whyAnswer } from '../../report/items/why-answer.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const asPage = {
  operationId: 'items',
  summary: 'The pull requests behind a number, page by page: timestamps, phases, and why each is counted',
  querystring: ItemsView,
  response: { 200: ItemsAnswer, ...failures },
};

/** Sent as it is made, for it may be long. */
const lines = Type.Unsafe<Readable>({ type: 'string', description: 'RFC 4180, one line an item' });
const csv = { 'text/csv': { schema: lines } };

const asCsv = {
  operationId: 'itemsCsv',
  summary: 'All pull requests behind a number, as a file for a spreadsheet; limit and cursor mean nothing',
  querystring: ItemsView,
  response: { 200: { description: 'The file', content: csv }, ...failures },
};

const asWhy = {
  operationId: 'itemWhy',
  summary: 'Why one item is counted in each measure or left out, and every mark that says how AI took part',
  querystring: WhyView,
  response: { 200: WhyAnswer, ...failures },
};

export const itemsRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  const { itemStore } = deps;
  app.get(routes.items, { schema: asPage }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    return answered(deps, request, reply, (held) => itemsAnswer(held, itemStore, request.query), version);
  });
  app.get(routes.itemsCsv, { schema: asCsv }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    const file = (held: typeof deps.live.held) => {
      const made = itemsCsv(held, itemStore, request.query);
      reply.type('text/csv; charset=utf-8; header=present');
      reply.header('content-disposition', `attachment; filename="${itemsCsvName(request.query)}"`);
      return Readable.from(made);
    };
    return answered(deps, request, reply, file, version);
  });
  app.get(routes.itemWhy, { schema: asWhy }, async (request, reply) => {
    const version = await itemStore.dataVersion();
    const attribution = await itemStore.attributionOf(request.query.id);
    return answered(deps, request, reply, (held) => whyAnswer(held, request.query, attribution), version);
  });
};
