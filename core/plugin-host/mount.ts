/**
 * The Fastify instance of one plugin, and how the core hands requests to it. An instance of its own is
 * what isolates: a route that throws, a hook that fails or a schema that does not compile ends here.
 */

import createError from '@fastify/error';
import { DataError, isReply, PluginError, Reject, type RouteDefinition } from '@stint/plugin';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildBase } from '../base.ts';
import { originOf } from './connectors/origin.ts';
import { withDeadline } from './deadline.ts';
import { ERR_PLUGIN_BUSY, ERR_PLUGIN_FAULT } from './errors.ts';
import { toFault } from './fault.ts';
import type { HostDeps } from './host-deps.ts';
import { runAs } from './owner.ts';
import { personOfActor } from './people.ts';
import { toRefusal } from './refusal.ts';

const DEFAULT_TIMEOUT_SECONDS = 10;

export function prefixOf(pluginId: string): string {
  return `/api/plugins/${pluginId}`;
}

export async function buildMount(
  deps: HostDeps,
  pluginId: string,
  routes: readonly RouteDefinition[],
  onFault: (error: Error) => void,
  openRequests: number,
  addMore: (app: FastifyInstance) => Promise<void> = async () => {},
): Promise<FastifyInstance> {
  const app = await buildBase({
    config: deps.config,
    db: deps.db,
    clock: deps.clock,
    logger: deps.log,
    metrics: deps.metrics,
  });
  try {
    limitOpenRequests(deps, app, pluginId, openRequests);
    for (const route of routes) addRoute(app, pluginId, route, onFault);
    await addMore(app);
    await app.ready();
  } catch (error) {
    await app.close().catch(() => {});
    throw error;
  }
  return app;
}

/** Those that hang are kept from piling up: who comes next is told at once. */
function limitOpenRequests(
  { metrics }: HostDeps,
  app: FastifyInstance,
  pluginId: string,
  most: number,
): void {
  let open = 0;
  app.addHook('onRequest', async (_request, { raw }) => {
    if (open >= most) {
      metrics.noteBusy(pluginId);
      throw new ERR_PLUGIN_BUSY(pluginId);
    }
    open += 1;
    let isOpen = true;
    const end = () => {
      if (isOpen) open -= 1;
      isOpen = false;
    };
    // Answered, or the caller went away.
    raw.once('finish', end).once('close', end);
  });
}

function addRoute(
  app: FastifyInstance,
  pluginId: string,
  route: RouteDefinition,
  onFault: (error: Error) => void,
): void {
  const { method, path, access = 'user', body, query, params, response } = route;
  const verb = method === 'GET' ? 'read' : 'write';
  app.route({
    method,
    url: prefixOf(pluginId) + path,
    bodyLimit: route.bodyLimit ?? 1_048_576,
    config: {
      access:
        access === 'public'
          ? 'public'
          : { scope: `${verb}:${pluginId}`, ...(access === 'admin' && { role: 'admin' }) },
    },
    schema: {
      tags: [pluginId],
      summary: route.summary,
      // Fastify warns of a schema that is there and undefined.
      ...(body && { body }),
      ...(query && { querystring: query }),
      ...(params && { params }),
      ...(response && { response }),
    },
    handler: (request, reply) => answer(pluginId, route, request, reply, onFault),
  });
}

async function answer(
  pluginId: string,
  route: RouteDefinition,
  request: FastifyRequest,
  reply: FastifyReply,
  onFault: (error: Error) => void,
): Promise<unknown> {
  const user = personOfActor(request.context?.actor);
  const seconds = route.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
  try {
    const result = await withDeadline(`${route.method} ${route.path}`, seconds * 1000, (signal) =>
      runAs(pluginId, () =>
        route.handler({
          user,
          body: request.body,
          query: request.query,
          params: request.params,
          headers: withoutCredentials(request.headers),
          origin: originOf(request),
          signal,
        } as never),
      ),
    );
    if (!isReply(result)) return result ?? null;
    reply.code(result.status).headers(result.headers);
    return result.body ?? null;
  } catch (error) {
    throw toAnswer(pluginId, toFault(error), onFault);
  }
}

/** A typed refusal is an answer; anything else is a fault of the plugin, and says little. */
function toAnswer(pluginId: string, error: Error, onFault: (error: Error) => void): Error {
  if (error instanceof Reject) return toRefusal(pluginId, error);
  if (error instanceof DataError && error.code)
    return new (createError(error.code, '%s', error.status))(error.message);
  onFault(error);
  if (
    error instanceof PluginError ||
    (error as { code?: string }).code === 'STINT_ERR_PLUGIN_TIMEOUT'
  ) {
    return new (createError(
      error instanceof PluginError ? error.code : 'STINT_ERR_PLUGIN_TIMEOUT',
      '%s',
      503,
    ))(error.message);
  }
  return new ERR_PLUGIN_FAULT(pluginId);
}

function withoutCredentials({
  authorization: _token,
  cookie: _session,
  ...headers
}: FastifyRequest['headers']) {
  return headers;
}
