import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { AiWorkAnswer } from '../../contract/ai-work.ts';
import { Definition } from '../../contract/definition.ts';
import { AgeingAnswer, LanesAnswer, ScatterAnswer, TeamMultiplesAnswer } from '../../contract/flow.ts';
import { routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { ageingAnswer } from '../../report/flow/ageing.ts';
import { aiWorkAnswer } from '../../report/flow/ai-work.ts';
import { lanesAnswer } from '../../report/flow/lanes.ts';
import { scatterAnswer } from '../../report/flow/scatter.ts';
import { teamMultiplesAnswer } from '../../report/flow/team-multiples.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const ofMeasure = { params: Type.Object({ measure: Definition.properties.id }), querystring: View };

const asLanes = {
  operationId: 'lanes',
  summary: 'The phases of a change, before and after a day',
  querystring: View,
  response: { 200: LanesAnswer, ...failures },
};

const asScatter = {
  operationId: 'scatter',
  summary: 'Merged pull requests one by one: when, and how long each took',
  ...ofMeasure,
  response: { 200: ScatterAnswer, ...failures },
};

const asAgeing = {
  operationId: 'ageing',
  summary: 'Open pull requests by age and by what they wait for',
  querystring: View,
  response: { 200: AgeingAnswer, ...failures },
};

const asTeamMultiples = {
  operationId: 'teamMultiples',
  summary: 'One measure by team, those too small together as others',
  ...ofMeasure,
  response: { 200: TeamMultiplesAnswer, ...failures },
};

const asAiWork = {
  operationId: 'aiWork',
  summary: 'Merged pull requests by how AI took part and by tool, and AI-marked ones beside the rest',
  querystring: View,
  response: { 200: AiWorkAnswer, ...failures },
};

export const flowRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.lanes, { schema: asLanes }, async (request, reply) =>
    answered(deps, request, reply, (held) => lanesAnswer(held, request.query)),
  );
  app.get(routes.scatter, { schema: asScatter }, async (request, reply) =>
    answered(deps, request, reply, (held) => scatterAnswer(held, request.params.measure, request.query)),
  );
  app.get(routes.ageing, { schema: asAgeing }, async (request, reply) =>
    answered(deps, request, reply, (held) => ageingAnswer(held, request.query)),
  );
  app.get(routes.aiWork, { schema: asAiWork }, async (request, reply) =>
    answered(deps, request, reply, (held) => aiWorkAnswer(held, request.query)),
  );
  app.get(routes.teamMultiples, { schema: asTeamMultiples }, async (request, reply) =>
    answered(deps, request, reply, (held) =>
      teamMultiplesAnswer(held, request.params.measure, request.query),
    ),
  );
};
