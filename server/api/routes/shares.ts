import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { sharedRoutes } from '../../contract/routes.ts';
import * as contract from '../../contract/shared.ts';
import type { SharedPage } from '../../model/shared-page.ts';
import { reachOf } from '../../report/shared/kept.ts';
import { listedPages, sharedAnswers, sharedFile, sharedLink } from '../../report/shared/shared-page.ts';
import { mayEdit, refuseOthers } from '../access/editing.ts';
import { failure } from '../failure.ts';
import { type Organised, organised } from '../organised.ts';
import { packed, stateOf, unpacked } from '../packed-answers.ts';
import { pageAnswers } from '../page-answers.ts';
import { failures } from './failures.ts';

const share = {
  operationId: 'sharePage',
  summary: 'Keeps the numbers that a page shows now, so that they can be opened later as they are',
  body: contract.PageToShare,
  response: { 200: contract.SharedLinkAnswer, ...failures },
};

const open = {
  operationId: 'sharedPage',
  summary: 'A page that was shared, with every answer as it was',
  params: contract.SharedId,
  response: { 200: contract.SharedAnswer, ...failures },
};

const list = {
  operationId: 'sharedPages',
  summary: 'What has been shared, for whoever may take it back; nothing for others',
  response: { 200: contract.SharedPagesAnswer, ...failures },
};

const anyFile = { 'text/csv': { schema: Type.String({ description: 'RFC 4180' }) } };
const file = {
  operationId: 'sharedFile',
  summary: 'The numbers behind an answer of a shared page, as a file',
  params: contract.SharedId,
  querystring: contract.SharedFile,
  response: { 200: { description: 'The file', content: anyFile }, ...failures },
};

const remove = {
  operationId: 'deleteSharedPage',
  summary: 'Deletes a shared page; its link then opens nothing',
  params: contract.SharedId,
  response: { 200: contract.DeletedAnswer, ...failures },
};

/** So many of them are listed. */
const LISTED = 100;

/** Whoever has the link may open it; to share, and to take it back, takes the right to edit. */
export const sharesRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  const { pages, newId, now } = deps.sharing;
  const { zone } = deps.live.held.snapshot.weeks;

  app.get(sharedRoutes.shares, { schema: list }, async (request, reply) => {
    // Whoever has a link may open it, so that a list of them is for those alone who could make one.
    const allowed = mayEdit(request, deps);
    const found = allowed ? await pages.sharedPages(LISTED) : { pages: [], all: 0 };
    return organised(deps, reply, {}, { mayEdit: allowed, ...listedPages(found, zone) });
  });
  app.get(sharedRoutes.share, { schema: open }, async ({ params }, reply) => {
    const shared = await pages.sharedPage(params.id);
    if (shared === null) return noSuchPage(reply);
    return organised(deps, reply, {}, sharedAnswers(shared, await unpacked(shared.answers), zone));
  });
  app.get(sharedRoutes.file, { schema: file }, async ({ params, query }, reply) => {
    const shared = await pages.sharedPage(params.id);
    if (shared === null) return noSuchPage(reply);
    const found = sharedFile(shared, await unpacked(shared.answers), query.of);
    if (found === null) return noSuchPage(reply);
    reply.type('text/csv; charset=utf-8; header=present').header('content-disposition', found.disposition);
    return found.text;
  });
  app.register(async (restricted) => {
    const edits = restricted.withTypeProvider<TypeBoxTypeProvider>();
    edits.addHook('onRequest', refuseOthers(deps));
    edits.post(sharedRoutes.shares, { schema: share }, async ({ body }, reply) => {
      const kept = await pageAnswers(app, deps, body.calls);
      const page: SharedPage = {
        ...{ id: newId(), page: body.page, question: body.question, version: deps.version },
        title: body.title?.trim() || null,
        ...reachOf(kept),
        state: stateOf(body, deps.version, kept),
        sharedAt: now(),
        answers: await packed(kept),
      };
      const stored = await pages.sharePage(page);
      const link = { ...sharedLink(stored, zone), isNew: stored.id === page.id };
      return organised(deps, reply, {}, link);
    });
    edits.delete(sharedRoutes.share, { schema: remove }, async ({ params }, reply) =>
      organised(deps, reply, {}, { deleted: await pages.deleteSharedPage(params.id) }),
    );
  });
};

function noSuchPage(reply: FastifyReply): FastifyReply {
  const message = 'Nothing was shared under this link, or it was deleted since.';
  return reply.code(404).header('cache-control', 'no-store').send(failure('unknown-share', message));
}
