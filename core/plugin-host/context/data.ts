/** `ctx.data`: the core's REST API in the process, as a user or for the instance, within the scopes of the manifest. */
import { type DataClient, DataError, type PluginData } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import { acting } from '../../infra/acting.ts';
import type { Origin } from '../../infra/context.ts';
import { currentCausation } from '../causation.ts';
import { readFile } from './data-file.ts';

const PAGE = 200;
const MAX_FILE_BYTES = 25 * 1024 * 1024;

interface Page<T> {
  data: T[];
  next_cursor?: string | null;
}

interface Call {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  payloadAsStream?: boolean;
}

export function makeData(
  app: () => FastifyInstance,
  plugin: string,
  scopes: readonly string[],
): PluginData {
  function makeClient(user_id: number | null, origin: Origin = {}): DataClient {
    function send({ method, path, query, body, headers, payloadAsStream }: Call) {
      const identity = {
        user_id,
        plugin,
        scopes,
        origin: { plugin, ...origin },
        causation: currentCausation(),
      };
      // Awaited inside: inject starts only when somebody waits for it.
      return acting.run(identity, async () =>
        app().inject({
          method,
          url: `/api/v1${path}`,
          headers,
          payloadAsStream,
          ...(query && { query: query as Record<string, string> }),
          ...(body !== undefined && { payload: body as object }),
        }),
      );
    }
    async function call<T>(request: Call): Promise<T> {
      const reply = await send(request);
      const answer = reply.body ? reply.json() : undefined;
      if (reply.statusCode >= 400)
        throw new DataError(reply.statusCode, answer?.code ?? '', answer?.detail ?? '');
      return answer;
    }
    return {
      get: (path, query) => call({ method: 'GET', path, query }),
      async find<T>(path: string, query?: Record<string, unknown>) {
        try {
          return await call<T>({ method: 'GET', path, query });
        } catch (error) {
          if (error instanceof DataError && error.status === 404) return undefined;
          throw error;
        }
      },
      async first<T>(path: string, query: Record<string, unknown> = {}) {
        const page: Page<T> = await call({ method: 'GET', path, query: { ...query, limit: 1 } });
        return page.data[0];
      },
      async *list<T>(path: string, query: Record<string, unknown> = {}) {
        let cursor: string | null | undefined;
        do {
          const page: Page<T> = await call({
            method: 'GET',
            path,
            query: { limit: PAGE, ...query, ...(cursor && { cursor }) },
          });
          yield* page.data;
          cursor = page.next_cursor;
        } while (cursor);
      },
      async file(path, query, { maxBytes = MAX_FILE_BYTES } = {}) {
        const reply = await send({ method: 'GET', path, query, payloadAsStream: true });
        return readFile(reply, path, maxBytes);
      },
      post: (path, body = {}, { idempotencyKey, ifMatch } = {}) =>
        call({
          method: 'POST',
          path,
          body,
          headers: {
            ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
            ...(ifMatch && { 'if-match': ifMatch }),
          },
        }),
      patch: (path, body, { ifMatch } = {}) =>
        call({ method: 'PATCH', path, body, headers: ifMatch ? { 'if-match': ifMatch } : {} }),
      put: (path, body) => call({ method: 'PUT', path, body }),
      delete: (path) => call({ method: 'DELETE', path }),
    };
  }

  return {
    as: (userId, origin) => makeClient(userId, origin),
    asInstance: (origin) => makeClient(null, origin),
  };
}
