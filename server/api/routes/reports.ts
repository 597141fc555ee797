import type { FastifyPluginAsyncTypebox, TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { AskedTest, ReportsAnswer, SentAnswer } from '../../contract/reports.ts';
import { reportRoutes as routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { QuestionError } from '../../model/errors.ts';
import { envelope } from '../../report/envelope.ts';
import { digestLetter } from '../../report/letters/digest-letter.ts';
import { asTest, messageOf } from '../../report/letters/letter.ts';
import { reportsOf } from '../../report/letters/reports-answer.ts';
import { statusAnswer } from '../../report/status.ts';
import { verdictAnswer } from '../../report/verdict/verdict.ts';
import { mayEdit, refuseOthers } from '../access/editing.ts';
import type { AppDeps } from '../deps.ts';
import { knownNow } from '../known-now.ts';
import type { ReportDesk } from '../report-desk.ts';
import { failures } from './failures.ts';

const read = {
  operationId: 'reports',
  summary: 'The weekly digest as it would go out now, in the form of every channel',
  querystring: View,
  response: { 200: ReportsAnswer, ...failures },
};
const test = {
  operationId: 'testReport',
  summary: 'Sends the digest of this moment to one channel, as a test',
  body: AskedTest,
  response: { 200: SentAnswer, ...failures },
};

export const reportsRoutes: FastifyPluginAsyncTypebox<AppDeps & { reports: ReportDesk }> = async (
  app,
  deps,
) => {
  const { live, reports } = deps;
  const told = async (view: View) => {
    const known = await knownNow(deps);
    const { held } = live;
    const { dataLine } = statusAnswer(held, { ...known, version: deps.version }).data;
    return { held, dataLine, answer: verdictAnswer(held, view, known) };
  };
  app.get(routes.reports, { schema: read }, async (request, reply) => {
    // When it goes out, and whether it may be sent, are of no generation of the data.
    reply.header('cache-control', 'no-store');
    const { held, dataLine, answer } = await told(request.query);
    const { zone } = held.snapshot.weeks;
    const here = { zone, mayEdit: mayEdit(request, deps) };
    return { ...answer, data: reportsOf(answer, dataLine, reports.sending(), here) };
  });
  app.register(async (restricted) => {
    const sends = restricted.withTypeProvider<TypeBoxTypeProvider>();
    sends.addHook('onRequest', refuseOthers(deps));
    sends.post(routes.test, { schema: test }, async ({ body: { channel } }, reply) => {
      reply.header('cache-control', 'no-store');
      const { held, dataLine, answer } = await told({});
      const letter = asTest(digestLetter(answer, dataLine, reports.sending().address));
      const sent = await reports.send(channel, messageOf(letter));
      if (sent === null) throw new QuestionError('not-set-up', `${channel} is not set up here.`, 'channel');
      const summary = sent.failed ?? `The test went out by ${channel}.`;
      return envelope(held, {}, null, [], { channel, sent: sent.failed === null, summary });
    });
  });
};
