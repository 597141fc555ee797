import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { setupRoutes as routes } from '../../contract/routes.ts';
import {
  AskedSource,
  BegunAnswer,
  type CheckedSource,
  CheckedSourceAnswer,
  RemovedSource,
  RemovedSourceAnswer,
  SetupAnswer,
} from '../../contract/setup.ts';
import { soFar } from '../../report/so-far.ts';
import { teamGuess } from '../../report/team-guess.ts';
import { mayEdit, refuseOthers } from '../access/editing.ts';
import { type Organised, organised } from '../organised.ts';
import type { SetupDesk } from '../setup-desk.ts';
import { failures } from './failures.ts';

const nothing = Type.Object({}, { additionalProperties: false });
const response = { 200: CheckedSourceAnswer, ...failures };

const read = {
  operationId: 'setup',
  summary: 'Where data come from, what is missing yet, and what is already true',
  querystring: nothing,
  response: { 200: SetupAnswer, ...failures },
};
const check = {
  operationId: 'checkSource',
  summary: 'Asks a source for real, and writes nothing',
  body: AskedSource,
  response,
};
const keep = {
  operationId: 'keepSource',
  summary: 'Asks a source for real and, where it can be read, writes it into the configuration',
  body: AskedSource,
  response,
};
const remove = {
  operationId: 'removeSource',
  summary: 'Takes a source out of the configuration; what was read of it stays',
  body: RemovedSource,
  response: { 200: RemovedSourceAnswer, ...failures },
};
const begin = {
  operationId: 'beginImport',
  summary: 'Takes over what is configured now, and begins the import',
  response: { 200: BegunAnswer, ...failures },
};

export const setupRoutes: FastifyPluginAsyncTypebox<Organised & { setup: SetupDesk }> = async (app, deps) => {
  const { setup, live, desk } = deps;
  app.get(routes.setup, { schema: read }, async (request, reply) => {
    const { file, channels, ...connected } = setup.connected();
    const may = mayEdit(request, deps);
    return organised(
      deps,
      reply,
      {},
      {
        ...{ mayEdit: may, file: may ? file : null },
        ...connected,
        channels: may ? channels : channels.map(({ channel }) => ({ channel, from: '', to: [] })),
        ...{ teams: live.held.teamNames.size, rollouts: (await desk.rollouts()).length },
        soFar: soFar(live.held, deps.running()),
        teamGuess: teamGuess(live.held),
      },
    );
  });
  app.register(async (restricted) => {
    const edits = restricted.withTypeProvider<TypeBoxTypeProvider>();
    edits.addHook('onRequest', refuseOthers(deps));
    edits.post(routes.check, { schema: check }, async ({ body }, reply) => {
      const found = await setup.check(body);
      return organised(deps, reply, {}, { ...found, kept: false, summary: summaryOf(found, false) });
    });
    edits.put(routes.source, { schema: keep }, async ({ body }, reply) => {
      const found = await setup.check(body);
      if (found.ok) setup.keep(body);
      return organised(deps, reply, {}, { ...found, kept: found.ok, summary: summaryOf(found, found.ok) });
    });
    edits.delete(routes.source, { schema: remove }, async ({ body: { name } }, reply) => {
      setup.remove(name);
      const summary = `${name} is read no more. What was read of it stays in the database, and its token in its file.`;
      return organised(deps, reply, {}, { summary });
    });
    edits.post(routes.begin, { schema: begin }, async (_request, reply) => {
      setup.begin();
      const summary = 'Starting anew with what is configured now; the import begins at once.';
      return organised(deps, reply, {}, { begun: true, summary });
    });
  });
};

function summaryOf({ checks, ok }: Pick<CheckedSource, 'checks' | 'ok'>, kept: boolean): string {
  if (!ok) return 'It cannot be read like this; nothing was kept. What is wrong stands below.';
  const amiss = checks.filter((one) => !one.ok).length;
  const but = amiss === 0 ? '.' : `, but ${amiss === 1 ? 'one thing is' : `${amiss} things are`} amiss.`;
  return kept ? `Connected${but}` : `It can be read${but}`;
}
