/**
 * `status`, `config`, `test`, `sync` and `disconnect`, on the instance of every plugin that has
 * connections. Each caller reaches their own connection, and nobody else's.
 */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ERR_FORBIDDEN, ERR_ROUTE_NOT_FOUND } from '../../errors.ts';
import type { ActivePlugin } from './active-plugin.ts';
import { askAllSyncs, askSync, awaitSync } from './ask-sync.ts';
import { disconnect } from './disconnect.ts';
import { findOptions } from './find-options.ts';
import { originOf } from './origin.ts';
import { findRow } from './rows.ts';
import { saveConnection } from './save.ts';
import {
  ConfigInput,
  ConnectorForm,
  ConnectorStatus,
  DisconnectAnswer,
  NOT_CONFIGURED,
  OptionsAnswer,
  OptionsInput,
  SyncAnswer,
  SyncInput,
  TestAnswer,
} from './schema.ts';
import { showForm, showSaved, showStatus } from './status.ts';
import { trySettings } from './try-settings.ts';

const SYNC_PATIENCE_MS = 2000;
const ONLY_OWN = 'Only an administrator can synchronise the connections of others.';

export function addConnectorSurface(
  instance: FastifyInstance,
  prefix: string,
  plugin: ActivePlugin,
): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { id } = plugin;
  const tags = [id];
  const read = { access: { scope: `read:${id}` } } as const;
  const write = { access: { scope: `write:${id}` } } as const;
  const name = (verb: string) => `${verb}_${id}`;

  app.get(
    `${prefix}/status`,
    {
      config: read,
      schema: {
        tags,
        operationId: name('status'),
        summary: 'How your connection is',
        response: { 200: ConnectorStatus },
      },
    },
    (request) => showStatus(plugin, userOf(request), originOf(request)),
  );

  app.get(
    `${prefix}/config`,
    {
      config: read,
      schema: {
        tags,
        operationId: name('config'),
        summary: 'The form of your connection, and what is kept of it',
        response: { 200: ConnectorForm },
      },
    },
    (request) => showForm(plugin, userOf(request), originOf(request)),
  );

  app.post(
    `${prefix}/config`,
    {
      config: { ...write, shownOnce: 'generated' },
      schema: {
        tags,
        operationId: name('configure'),
        summary: 'Save your connection, which connects it',
        body: ConfigInput,
        response: { 200: ConnectorStatus },
      },
    },
    async (request) => {
      const generated = await saveConnection(
        request.context,
        plugin,
        userOf(request),
        request.body,
      );
      const status = await showSaved(plugin, userOf(request), originOf(request));
      return { ...status, ...(Object.keys(generated).length > 0 && { generated }) };
    },
  );

  app.post(
    `${prefix}/test`,
    {
      config: write,
      schema: {
        tags,
        operationId: name('test'),
        summary: 'Try settings, saved or not, with the other side',
        body: ConfigInput,
        response: { 200: TestAnswer },
      },
    },
    (request) => trySettings(plugin, userOf(request), request.body),
  );

  app.post(
    `${prefix}/options`,
    {
      config: write,
      schema: {
        tags,
        operationId: name('options'),
        summary: 'The choices of a field of the form, for what was typed so far',
        body: OptionsInput,
        response: { 200: OptionsAnswer },
      },
    },
    (request) => {
      userOf(request);
      return findOptions(request.context, plugin, request.body);
    },
  );

  if (plugin.definition.sync) {
    app.post(
      `${prefix}/sync`,
      {
        config: write,
        schema: {
          tags,
          operationId: name('sync'),
          summary: 'Synchronise now; 202 while it goes on',
          body: SyncInput,
          response: { 200: SyncAnswer, 202: SyncAnswer },
        },
      },
      async (request, reply) => {
        const { db } = plugin.deps;
        if (request.body.all) {
          if (request.context.actor.role !== 'admin') throw new ERR_FORBIDDEN(ONLY_OWN);
          reply.code(202);
          return { ok: true, state: 'queued', asked: await askAllSyncs(plugin.deps, id) };
        }
        const row = await findRow(db, id, userOf(request));
        const run = row && (await askSync(plugin.deps, id, row.id));
        if (!row || !run) return NOT_CONFIGURED;
        const { isOver, ...answer } = await awaitSync(db, id, row.id, run, SYNC_PATIENCE_MS);
        reply.code(isOver ? 200 : 202);
        return answer;
      },
    );
  }

  app.post(
    `${prefix}/disconnect`,
    {
      config: write,
      schema: {
        tags,
        operationId: name('disconnect'),
        summary: 'Disconnect: secrets go, the other settings stay',
        response: { 200: DisconnectAnswer },
      },
    },
    (request) => disconnect(request.context, plugin, userOf(request)),
  );
}

function userOf(request: FastifyRequest): number {
  const { user_id } = request.context.actor;
  if (user_id === undefined) throw new ERR_ROUTE_NOT_FOUND(request.url);
  return user_id;
}
