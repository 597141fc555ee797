import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { IssueSignsAnswer, LanesAnswer } from '../../contract/flow.ts';
import { routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { issueSignsAnswer } from '../../report/flow/issue-signs.ts';
import { issueStatusesAnswer } from '../../report/flow/issue-statuses.ts';
import { issueWayAnswer } from '../../report/flow/issue-way.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const asWay = {
  operationId: 'issueWay',
  summary: 'Finished issues from “in progress” over first commit, review and merge to finished',
  querystring: View,
  response: { 200: LanesAnswer, ...failures },
};

const asStatuses = {
  operationId: 'issueStatuses',
  summary: 'How long finished issues were in each status',
  querystring: View,
  response: { 200: LanesAnswer, ...failures },
};

const asSigns = {
  operationId: 'issueSigns',
  summary: 'How many issues and pull requests are linked, and whether more pull requests are more work',
  querystring: View,
  response: { 200: IssueSignsAnswer, ...failures },
};

export const issueFlowRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.issueWay, { schema: asWay }, async (request, reply) =>
    answered(deps, request, reply, (held) => issueWayAnswer(held, request.query)),
  );
  app.get(routes.issueStatuses, { schema: asStatuses }, async (request, reply) =>
    answered(deps, request, reply, (held) => issueStatusesAnswer(held, deps.statusStore, request.query)),
  );
  app.get(routes.issueSigns, { schema: asSigns }, async (request, reply) =>
    answered(deps, request, reply, (held) => issueSignsAnswer(held, request.query)),
  );
};
