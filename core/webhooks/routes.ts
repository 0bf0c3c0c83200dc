/** `/api/v1/webhooks`. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { coreEvents } from '@stint/plugin';
import { Type } from 'typebox';
import { IdParams } from '../infra/fields.ts';
import type { Metrics } from '../infra/metrics.ts';
import { pageOf } from '../infra/page.ts';
import { ifMatch, withEtag } from '../infra/preconditions.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import {
  getDelivery,
  listDeliveries,
  replayDelivery,
  replaySpan,
  testWebhook,
} from './deliveries.ts';
import {
  Delivery,
  DeliveryDetail,
  DeliveryParams,
  DeliveryQuery,
  EventTypes,
  Queued,
  ReplaySpan,
  Webhook,
  WebhookCreate,
  WebhookPatch,
  WebhookQuery,
  WebhookWithSecret,
} from './schema.ts';
import { makeSender } from './sender.ts';
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
} from './service.ts';

const tags = ['Webhooks'];
const read = { access: { scope: 'read:webhooks' } } as const;
const write = { access: { scope: 'write:webhooks' } } as const;
const shownOnce = { ...write, shownOnce: 'secret' } as const;

export interface WebhookRouteDeps {
  keys: KeyRing;
  metrics: Metrics;
  /** Types of events of the plugins that run. */
  pluginEvents: () => string[];
}

export function webhookRoutes({
  keys,
  metrics,
  pluginEvents,
}: WebhookRouteDeps): FastifyPluginAsyncTypebox {
  return async (app) => {
    const sender = makeSender({ config: app.config, clock: app.clock, log: app.log, metrics });
    app.addHook('onClose', () => sender.close());

    app.get(
      '/webhooks',
      {
        config: read,
        schema: {
          tags,
          operationId: 'listWebhooks',
          summary: 'List your webhooks; an administrator all',
          querystring: WebhookQuery,
          response: { 200: pageOf(Webhook) },
        },
      },
      (request) => listWebhooks(request.context, request.query),
    );

    app.post(
      '/webhooks',
      {
        config: shownOnce,
        schema: {
          tags,
          operationId: 'createWebhook',
          summary: 'Have events sent to an address; the signing secret is shown once',
          body: WebhookCreate,
          response: { 201: WebhookWithSecret },
        },
      },
      async (request, reply) => {
        const created = await createWebhook(request.context, keys, request.body);
        reply.code(201).header('location', `/api/v1/webhooks/${created.id}`);
        return withEtag(reply, created);
      },
    );

    app.get(
      '/webhooks/event-types',
      {
        config: read,
        schema: {
          tags,
          operationId: 'listEventTypes',
          summary: 'List the types of events: those of the core, and of the plugins that run',
          response: { 200: EventTypes },
        },
      },
      async () => ({ data: [...Object.keys(coreEvents), ...pluginEvents()] }),
    );

    app.get(
      '/webhooks/:id',
      {
        config: read,
        schema: {
          tags,
          operationId: 'getWebhook',
          summary: 'Read one webhook',
          params: IdParams,
          response: { 200: Webhook },
        },
      },
      async (request, reply) =>
        withEtag(reply, await findWebhook(request.context, request.params.id)),
    );

    app.patch(
      '/webhooks/:id',
      {
        config: write,
        schema: {
          tags,
          operationId: 'updateWebhook',
          summary: 'Change a webhook, or switch it on or off',
          params: IdParams,
          body: WebhookPatch,
          response: { 200: Webhook },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const row = await updateWebhook(request.context, id, request.body, ifMatch(request));
        return withEtag(reply, row);
      },
    );

    app.delete(
      '/webhooks/:id',
      {
        config: write,
        schema: {
          tags,
          operationId: 'deleteWebhook',
          summary: 'Delete a webhook with its log',
          params: IdParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await deleteWebhook(request.context, request.params.id);
        reply.code(204);
        return null;
      },
    );

    app.post(
      '/webhooks/:id/rotate-secret',
      {
        config: shownOnce,
        schema: {
          tags,
          operationId: 'rotateWebhookSecret',
          summary: 'Make a new signing secret; for a day the one before signs, too',
          params: IdParams,
          response: { 200: WebhookWithSecret },
        },
      },
      async (request, reply) =>
        withEtag(reply, await rotateWebhookSecret(request.context, keys, request.params.id)),
    );

    app.post(
      '/webhooks/:id/test',
      {
        config: write,
        schema: {
          tags,
          operationId: 'testWebhook',
          summary: 'Send a test now, and see how it went',
          params: IdParams,
          response: { 200: DeliveryDetail },
        },
      },
      (request) => testWebhook(request.context, { keys, sender }, request.params.id),
    );

    app.post(
      '/webhooks/:id/replay',
      {
        config: write,
        schema: {
          tags,
          operationId: 'replaySpan',
          summary: 'Send once more what happened in a span of time',
          params: IdParams,
          body: ReplaySpan,
          response: { 200: Queued },
        },
      },
      async (request) => ({
        queued: await replaySpan(request.context, request.params.id, request.body),
      }),
    );

    app.get(
      '/webhooks/:id/deliveries',
      {
        config: read,
        schema: {
          tags,
          operationId: 'listDeliveries',
          summary: 'Read the log of the last 30 days',
          params: IdParams,
          querystring: DeliveryQuery,
          response: { 200: pageOf(Delivery) },
        },
      },
      (request) => listDeliveries(request.context, request.params.id, request.query),
    );

    app.get(
      '/webhooks/:id/deliveries/:delivery_id',
      {
        config: read,
        schema: {
          tags,
          operationId: 'getDelivery',
          summary: 'Read one delivery: what was sent, and each attempt',
          params: DeliveryParams,
          response: { 200: DeliveryDetail },
        },
      },
      (request) => getDelivery(request.context, request.params.id, request.params.delivery_id),
    );

    app.post(
      '/webhooks/:id/deliveries/:delivery_id/replay',
      {
        config: write,
        schema: {
          tags,
          operationId: 'replayDelivery',
          summary: 'Send one event once more',
          params: DeliveryParams,
          response: { 200: Queued },
        },
      },
      async (request) => {
        const { id, delivery_id } = request.params;
        return { queued: await replayDelivery(request.context, id, delivery_id) };
      },
    );
  };
}
