import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { setupRoutes as routes } from '../../contract/routes.ts';
import {
  AskedChannel,
  CheckedSourceAnswer,
  RemovedChannel,
  RemovedSourceAnswer,
} from '../../contract/setup.ts';
import { messageOf } from '../../report/letters/letter.ts';
import { trialLetter } from '../../report/letters/trial-letter.ts';
import { refuseOthers } from '../access/editing.ts';
import { type Organised, organised } from '../organised.ts';
import type { SetupDesk } from '../setup-desk.ts';
import { failures } from './failures.ts';

const keep = {
  operationId: 'keepChannel',
  summary: 'Sends a message for real and, where it was taken, writes the channel into the configuration',
  body: AskedChannel,
  response: { 200: CheckedSourceAnswer, ...failures },
};
const remove = {
  operationId: 'removeChannel',
  summary: 'Takes a channel out of the configuration; nothing is sent there any more',
  body: RemovedChannel,
  response: { 200: RemovedSourceAnswer, ...failures },
};

export const setupChannelRoutes: FastifyPluginAsyncTypebox<Organised & { setup: SetupDesk }> = async (
  app,
  deps,
) => {
  const { channels } = deps.setup;
  app.register(async (restricted) => {
    const edits = restricted.withTypeProvider<TypeBoxTypeProvider>();
    edits.addHook('onRequest', refuseOthers(deps));
    edits.put(routes.channel, { schema: keep }, async ({ body }, reply) => {
      const { zone } = deps.live.held.snapshot.weeks;
      const failed = await channels.send(body, messageOf(trialLetter(channels.due(), zone)));
      if (failed === null) channels.keep(body);
      const ok = failed === null;
      const says = failed ?? `A message went out by ${body.channel}: look whether it has arrived.`;
      const summary = ok ? 'Sent, and kept.' : 'Nothing could be sent like this; nothing was kept.';
      return organised(deps, reply, {}, { checks: [{ what: '', ok, says }], ok, kept: ok, summary });
    });
    edits.delete(routes.channel, { schema: remove }, async ({ body: { channel } }, reply) => {
      channels.remove(channel);
      const summary = `Nothing is sent by ${channel} any more. What it was sent with stays in its file.`;
      return organised(deps, reply, {}, { summary });
    });
  });
};
