/** `ctx.data`: the core's REST API in the process, as a user, within the scopes of the manifest. */
import { type DataClient, DataError, type PluginData } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { acting } from '../../infra/acting.ts';
import { currentCausation } from '../causation.ts';

interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
}

export function makeData(
  app: () => FastifyInstance,
  plugin: string,
  scopes: readonly string[],
): PluginData {
  return {
    as(user_id, origin = {}): DataClient {
      async function call<T>({ method, path, query, body, headers }: Call): Promise<T> {
        const identity = {
          user_id,
          plugin,
          scopes,
          origin: { plugin, ...origin },
          causation: currentCausation(),
        };
        // Awaited inside: inject starts only when somebody waits for it.
        const reply = await acting.run(identity, async () =>
          app().inject({
            method,
            url: `/api/v1${path}`,
            headers,
            ...(query && { query: query as Record<string, string> }),
            ...(body !== undefined && { payload: body as object }),
          }),
        );
        const answer = reply.body ? reply.json() : undefined;
        if (reply.statusCode >= 400)
          throw new DataError(reply.statusCode, answer?.code ?? '', answer?.detail ?? '');
        return answer;
      }
      return {
        get: (path, query) => call({ method: 'GET', path, query }),
        post: (path, body = {}, { idempotencyKey } = {}) =>
          call({
            method: 'POST',
            path,
            body,
            headers: idempotencyKey ? { 'idempotency-key': idempotencyKey } : {},
          }),
        patch: (path, body, { ifMatch } = {}) =>
          call({ method: 'PATCH', path, body, headers: ifMatch ? { 'if-match': ifMatch } : {} }),
        put: (path, body) => call({ method: 'PUT', path, body }),
        delete: (path) => call({ method: 'DELETE', path }),
      };
    },
  };
}
