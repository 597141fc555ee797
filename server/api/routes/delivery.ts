import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { DeliveryAnswer } from '../../contract/delivery.ts';
import { routes } from '../../contract/routes.ts';
import { View } from '../../contract/view.ts';
import { deliveryAnswer } from '../../report/delivery/delivery.ts';
import { answered } from '../answered.ts';
import type { AppDeps } from '../deps.ts';
import { failures } from './failures.ts';

const asDelivery = {
  operationId: 'delivery',
  summary: 'How often deployments happen, how many fail, and how soon they recover',
  querystring: View,
  response: { 200: DeliveryAnswer, ...failures },
};

export const deliveryRoutes: FastifyPluginAsyncTypebox<AppDeps> = async (app, deps) => {
  app.get(routes.delivery, { schema: asDelivery }, async (request, reply) =>
    answered(deps, request, reply, (held) => deliveryAnswer(held, request.query)),
  );
};
