import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ChangesAnswer, ChangesPage } from '../../contract/organisation.ts';
import { organisationRoutes as routes } from '../../contract/routes.ts';
import { QuestionError } from '../../model/errors.ts';
import { isoInstant } from '../../model/instant.ts';
import { type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const schema = {
  operationId: 'organisationChanges',
  summary: 'Every edit of the organisation, the newest first',
  querystring: ChangesPage,
  response: { 200: ChangesAnswer, ...failures },
};

export const changesRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.get(routes.changes, { schema }, async ({ query }, reply) => {
    const limit = Number(query.limit ?? 50);
    const found = await deps.desk.changes(
      limit + 1,
      query.cursor === undefined ? null : changeOf(query.cursor),
    );
    const changes = found.slice(0, limit).map((change) => ({ ...change, at: isoInstant(change.at) }));
    const next = found.length > limit ? cursorOf(changes.at(-1)?.id ?? 0) : null;
    return organised(deps, reply, { limit }, { changes, next });
  });
};

/** Changes are only ever added, so that the number of the last one shown is all there is to remember. */
function cursorOf(change: number): string {
  return Buffer.from(`change ${change}`).toString('base64url');
}

function changeOf(cursor: string): number {
  const number = /^change (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (number !== undefined) return Number(number);
  throw new QuestionError(
    'bad-cursor',
    'The cursor is none that was given here: begin without one.',
    'cursor',
  );
}
