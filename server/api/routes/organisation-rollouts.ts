import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { EditedAnswer } from '../../contract/organisation.ts';
import { DrawnOrder, RolloutGuessAnswer, RolloutsAnswer, WrittenRollout } from '../../contract/rollouts.ts';
import { rolloutRoutes as routes } from '../../contract/routes.ts';
import type { RolloutDraft } from '../../organisation/rollout-draft.ts';
import type { DrawPlan } from '../../organisation/rollout-draw.ts';
import { rolloutGuess } from '../../report/rollout-guess.ts';
import { statedRollouts } from '../../report/stated-rollouts.ts';
import { mayEdit } from '../access/editing.ts';
import { edited, type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const nothing = Type.Object({}, { additionalProperties: false });
const params = Type.Object({ rollout: Type.String() });
const response = { 200: EditedAnswer, ...failures };

const list = {
  operationId: 'rollouts',
  summary: 'What is rolled out to which teams from which day on',
  querystring: nothing,
  response: { 200: RolloutsAnswer, ...failures },
};
const guess = {
  operationId: 'rolloutGuess',
  summary: 'Start dates as marks of AI tools suggest them; a guess, with what it rests on',
  querystring: nothing,
  response: { 200: RolloutGuessAnswer, ...failures },
};
const add = { operationId: 'addRollout', summary: 'States a rollout', body: WrittenRollout, response };
const change = {
  operationId: 'changeRollout',
  summary: 'States a rollout anew, with all its start dates',
  params,
  body: WrittenRollout,
  response,
};
const remove = { operationId: 'removeRollout', summary: 'Takes a rollout away', params, response };
const draw = {
  operationId: 'drawRollout',
  summary: 'Draws by lot the order in which teams start that have not started, and keeps it with its seed',
  params,
  body: DrawnOrder,
  response,
};

export const rolloutsRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  const { desk } = deps;
  app.get(routes.rollouts, { schema: list }, async (request, reply) => {
    const when = { now: deps.sharing.now(), zone: deps.live.held.snapshot.weeks.zone };
    const may = mayEdit(request, deps);
    return organised(deps, reply, {}, statedRollouts(await desk.rollouts(), await desk.teams(), when, may));
  });
  app.get(routes.guess, { schema: guess }, async (_request, reply) =>
    organised(deps, reply, {}, rolloutGuess(deps.live.held)),
  );
};

export const editRolloutsRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  const { desk, seed } = deps;
  app.post(routes.rollouts, { schema: add }, async ({ body }, reply) =>
    edited(deps, reply, desk.addRollout(draftOf(body))),
  );
  app.put(routes.rollout, { schema: change }, async ({ params, body }, reply) =>
    edited(deps, reply, desk.stateRollout(params.rollout, draftOf(body))),
  );
  app.delete(routes.rollout, { schema: remove }, async ({ params }, reply) =>
    edited(deps, reply, desk.removeRollout(params.rollout)),
  );
  app.post(routes.draw, { schema: draw }, async ({ params, body }, reply) =>
    edited(deps, reply, desk.drawRollout(params.rollout, planOf(body), seed())),
  );
};

function draftOf({ name, tool, kind, starts }: WrittenRollout): RolloutDraft {
  return { name, tool: tool ?? null, kind, starts: starts.map(({ team, day }) => ({ teamId: team, day })) };
}

function planOf({ teams, first, weeksApart = 4, together = 1 }: DrawnOrder): DrawPlan {
  return { teams, dates: first === undefined ? null : { first, weeksApart, together } };
}
