import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedNoteAnswer, NotesAnswer, NotesView, WrittenNote } from '../../contract/notes.ts';
import { noteRoutes } from '../../contract/routes.ts';
import type { NoteDraft } from '../../model/note.ts';
import { notesAnswer } from '../../report/notes/notes-answer.ts';
import { mayEdit, refuseOthers } from '../access/editing.ts';
import { type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const list = {
  operationId: 'notes',
  summary: 'What happened on the time axis in the weeks of a question: freezes, holidays, changed rollouts',
  querystring: NotesView,
  response: { 200: NotesAnswer, ...failures },
};

const params = Type.Object({ note: Type.String({ pattern: '^\\d{1,9}$' }) });
const response = { 200: EditedNoteAnswer, ...failures };
const add = { operationId: 'addNote', summary: 'Writes a note', body: WrittenNote, response };
const change = {
  operationId: 'changeNote',
  summary: 'Puts other words or days in a note; puts back one that was removed',
  params,
  body: WrittenNote,
  response,
};
const remove = { operationId: 'removeNote', summary: 'Takes a note off the pages', params, response };

/** Notes may be read by whoever reads; to write them takes the right to. */
export const notesRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  const { noteDesk } = deps;
  app.get(noteRoutes.notes, { schema: list }, async (request, reply) => {
    // Written by hand and in this very process: no generation of the data tells that they have changed.
    reply.header('cache-control', 'no-store');
    const allowed = mayEdit(request, deps);
    return notesAnswer(deps.live.held, await noteDesk.notes(), request.query, allowed);
  });
  app.register(async (restricted) => {
    const edits = restricted.withTypeProvider<TypeBoxTypeProvider>();
    edits.addHook('onRequest', refuseOthers(deps));
    edits.post(noteRoutes.notes, { schema: add }, async ({ body }, reply) =>
      organised(deps, reply, {}, await noteDesk.add(draftOf(body))),
    );
    edits.put(noteRoutes.note, { schema: change }, async ({ params, body }, reply) =>
      organised(deps, reply, {}, await noteDesk.change(Number(params.note), draftOf(body))),
    );
    edits.delete(noteRoutes.note, { schema: remove }, async ({ params }, reply) =>
      organised(deps, reply, {}, await noteDesk.remove(Number(params.note))),
    );
  });
};

function draftOf({ kind, day, until, team, text }: WrittenNote): NoteDraft {
  return { kind, day, until: until ?? null, teamId: team ?? null, text };
}
