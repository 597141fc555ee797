import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import {
  CodeOwners,
  EditedAnswer,
  RepositoryOwners,
  RepositoryOwnersAnswer,
} from '../../contract/organisation.ts';
import { organisationRoutes as routes } from '../../contract/routes.ts';
import { edited, type Organised, organised } from '../organised.ts';
import { failures } from './failures.ts';

const list = {
  operationId: 'repositoryOwners',
  summary: 'Which team owns which repositories, for work whose author no team places',
  querystring: Type.Object({}, { additionalProperties: false }),
  response: { 200: RepositoryOwnersAnswer, ...failures },
};

const replace = {
  operationId: 'setRepositoryOwners',
  summary: 'Replaces the whole list of which team owns which repositories',
  body: RepositoryOwners,
  response: { 200: EditedAnswer, ...failures },
};

const codeOwners = {
  operationId: 'setCodeOwners',
  summary: 'Takes over the CODEOWNERS of one repository; the list of owners goes before it',
  body: CodeOwners,
  response: { 200: EditedAnswer, ...failures },
};

export const ownersRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.get(routes.repositoryOwners, { schema: list }, async (_request, reply) =>
    organised(deps, reply, {}, await deps.desk.repositoryOwners()),
  );
};

const LONGEST_LIST = 4 * 1024 * 1024;

export const editOwnersRoutes: FastifyPluginAsyncTypebox<Organised> = async (app, deps) => {
  app.put(routes.repositoryOwners, { schema: replace, bodyLimit: LONGEST_LIST }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.setRepositoryOwners(body)),
  );
  app.put(routes.codeOwners, { schema: codeOwners, bodyLimit: 512 * 1024 }, async ({ body }, reply) =>
    edited(deps, reply, deps.desk.setCodeOwners(body.repository, body.text)),
  );
};
