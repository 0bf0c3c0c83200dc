/**
 * The routes of inbound webhooks, on the instance of the plugin that declares them: receivers, which
 * take raw bytes of anybody who can sign them, and the list of what arrived.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { WebhookDefinition } from '@stint/plugin';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ERR_NOT_FOUND } from '../../errors.ts';
import { Nullable } from '../../infra/fields.ts';
import type { ActivePlugin } from '../connectors/active-plugin.ts';
import { ERR_PLUGIN_MANIFEST } from '../errors.ts';
import { acceptAnywhere, acceptAt } from './accept.ts';
import type { Answer } from './answer.ts';
import { getDelivery, listDeliveries, replayDelivery } from './deliveries.ts';
import { isSecretSetting } from './read-setting.ts';
import { DEFAULT_PATH, findReceiver, type Receiver } from './receivers.ts';
import { Refusals } from './refusals.ts';
import {
  DeliveryDetail,
  DeliveryInfo,
  DeliveryParams,
  DeliveryQuery,
  ReceiverParams,
} from './schema.ts';

const DEFAULT_LIMIT = 1_048_576;
const MAX_LIMIT = 26_214_400;

/** @throws STINT_ERR_PLUGIN_MANIFEST for a webhook that cannot work */
export async function addInboundSurface(
  app: FastifyInstance,
  prefix: string,
  plugin: ActivePlugin,
): Promise<void> {
  const byPath = Map.groupBy(plugin.webhooks, ([, { path = DEFAULT_PATH }]) => path);
  for (const [name, definition] of plugin.webhooks) checkDefinition(plugin, name, definition);
  await app.register(async (scope) => {
    // What is signed are the bytes, whatever they are said to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
      done(null, bytes),
    );
    for (const [path, webhooks] of byPath) {
      addReceiverRoute(scope, `${prefix}${path}/:receiver_id`, plugin, webhooks);
      const open = webhooks.find(([, { resolve }]) => resolve);
      if (open) addOpenRoute(scope, prefix + path, plugin, ...open);
    }
  });
  addDeliveryRoutes(app, prefix, plugin.id);
}

function checkDefinition(
  { schema, definition }: ActivePlugin,
  name: string,
  { secret, instanceSecret, bodyLimit = 0, path = DEFAULT_PATH }: WebhookDefinition,
): void {
  const instance = definition.settings?.instance ?? {};
  if (instanceSecret !== undefined && !isSecretSetting(instance, instanceSecret)) {
    throw new ERR_PLUGIN_MANIFEST(
      `the webhook ${name} has its secret at ${instanceSecret}, where settings.instance keeps none`,
    );
  }
  if (typeof secret !== 'string' || !isSecretSetting(schema, secret)) {
    throw new ERR_PLUGIN_MANIFEST(
      `the webhook ${name} has its secret at ${secret}, where settings.connection keeps none`,
    );
  }
  if (bodyLimit > MAX_LIMIT)
    throw new ERR_PLUGIN_MANIFEST(`the webhook ${name} takes more than ${MAX_LIMIT} bytes`);
  if (!/^(\/[a-z][a-z0-9_-]*)+$/.test(path))
    throw new ERR_PLUGIN_MANIFEST(`the path ${path} of the webhook ${name} is none`);
}

type Named = [name: string, definition: WebhookDefinition];

// A service that is told "too many" gives up: what it signs has its own limit, in size.
const open = { access: 'public', rateLimit: false } as const;

function addReceiverRoute(
  app: FastifyInstance,
  url: string,
  plugin: ActivePlugin,
  webhooks: Named[],
): void {
  const found = new WeakMap<FastifyRequest, [Receiver, WebhookDefinition]>();
  const definitions = new Map(webhooks);
  app.route<{ Params: { receiver_id: string } }>({
    method: 'POST',
    url,
    config: open,
    bodyLimit: Math.max(...webhooks.map(([, { bodyLimit = DEFAULT_LIMIT }]) => bodyLimit)),
    schema: { tags: [plugin.id], summary: 'Where a service reports', params: ReceiverParams },
    // Before the body: nobody uploads anything to an address that is not there.
    preParsing: async (request) => {
      const { receiver_id } = request.params;
      const receiver = await findReceiver(plugin.deps.db, plugin.id, receiver_id);
      const definition = receiver && definitions.get(receiver.name);
      if (!definition) throw new ERR_NOT_FOUND('receiver', receiver_id);
      refuseLarge(definition, Number(request.headers['content-length'] ?? 0));
      found.set(request, [receiver, definition]);
    },
    handler: async (request, reply) => {
      const [receiver, definition] = found.get(request) as [Receiver, WebhookDefinition];
      const rawBody = bytesOf(request);
      refuseLarge(definition, rawBody.length);
      const { headers } = request;
      return send(reply, await acceptAt(plugin, receiver, definition, { headers, rawBody }));
    },
  });
}

function addOpenRoute(
  app: FastifyInstance,
  url: string,
  plugin: ActivePlugin,
  name: string,
  definition: WebhookDefinition,
): void {
  const refusals = new Refusals(plugin.deps.config.RATE_LIMIT_PER_MINUTE);
  app.route({
    method: 'POST',
    url,
    config: open,
    bodyLimit: definition.bodyLimit ?? DEFAULT_LIMIT,
    schema: { tags: [plugin.id], summary: 'Where a service reports for everybody' },
    handler: async (request, reply) => {
      const { headers } = request;
      const inbound = { headers, rawBody: bytesOf(request) };
      const accepted = refusals.watch(request.ip, () =>
        acceptAnywhere(plugin, name, definition, inbound),
      );
      return send(reply, await accepted);
    },
  });
}

function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function refuseLarge({ bodyLimit = DEFAULT_LIMIT }: WebhookDefinition, bytes: number): void {
  if (bytes <= bodyLimit) return;
  const error = new Error(`The body has more than ${bodyLimit} bytes.`);
  throw Object.assign(error, { statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' });
}

function send(reply: FastifyReply, { status = 200, body = { ok: true } }: Answer) {
  reply.code(status);
  return body;
}

function addDeliveryRoutes(instance: FastifyInstance, prefix: string, id: string): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const tags = [id];
  const read = { access: { scope: `read:${id}` } } as const;

  app.get(
    `${prefix}/deliveries`,
    {
      config: read,
      schema: {
        tags,
        operationId: `deliveries_${id}`,
        summary: 'What arrived from the other side, newest first',
        querystring: DeliveryQuery,
        response: {
          200: Type.Object({
            data: Type.Array(DeliveryInfo),
            next_cursor: Nullable(Type.String()),
          }),
        },
      },
    },
    (request) => listDeliveries(request.context, id, request.query),
  );

  app.get(
    `${prefix}/deliveries/:delivery_id`,
    {
      config: read,
      schema: {
        tags,
        operationId: `delivery_${id}`,
        summary: 'One delivery, as it came',
        params: DeliveryParams,
        response: { 200: DeliveryDetail },
      },
    },
    (request) => getDelivery(request.context, id, request.params.delivery_id),
  );

  app.post(
    `${prefix}/deliveries/:delivery_id/replay`,
    {
      config: { access: { scope: `write:${id}` } },
      schema: {
        tags,
        operationId: `replay_${id}`,
        summary: 'Handle a delivery again',
        params: DeliveryParams,
        response: { 202: Type.Object({ ok: Type.Boolean() }) },
      },
    },
    async (request, reply) => {
      await replayDelivery(request.context, id, request.params.delivery_id);
      reply.code(202);
      return { ok: true };
    },
  );
}
