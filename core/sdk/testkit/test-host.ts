/** A real core with one plugin on a real database, in one line of a test. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackageJson } from '@stint/plugin';
import type { FastifyInstance } from 'fastify';
import type { Knex } from 'knex';
import type { Logger } from '../../infra/logger.ts';
import { fanOutTo } from '../../plugin-host/fan-out.ts';
import type { PluginHost } from '../../plugin-host/host.ts';
import { schemaOf } from '../../plugin-host/migrations.ts';
import { connectWith } from '../../plugin-host/oauth/finish.ts';
import { defaultSettings } from '../../settings/schema.ts';
import { type Answer, type Caller, type PersonOptions, urlOf } from './callers.ts';
import type { TestClock } from './clock.ts';
import { shapeEvent } from './made-up-event.ts';
import { bootPlugins } from './plugin-core.ts';

export interface TestHostOptions {
  /** Folder of the plugin: where its `package.json` is. */
  plugin: string | URL;
  /** Settings of the instance, saved before the test begins. */
  settings?: Record<string, unknown>;
  /** Where the clock stands. @default '2025-01-27T12:00:00Z', a Monday */
  now?: string;
  /** Variables of the process, as in docs/admin/configuration.md. */
  env?: Record<string, string>;
  /** Where the lines of the host and of the plugin go. @default nowhere */
  log?: Logger;
}

export interface RequestOptions {
  /** Who asks. Nobody when absent. */
  as?: Caller;
  /** @default 'GET', or 'POST' with a body */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
}

/** An event as a test makes it up; what is absent is filled in. */
export interface TestEvent {
  type: string;
  /** Of the row after the change. Its `id` and `version` become the entity's id and `seq`. */
  data: Record<string, unknown>;
  previous?: Record<string, unknown>;
  /** Type of the entity. @default the one that the type is about */
  entity?: string;
  /** Who did it. */
  user_id?: number;
}

/** What a token endpoint answers: RFC 6749, section 5.1. */
export interface GrantedTokens {
  access_token: string;
  refresh_token?: string;
  /** Seconds. */
  expires_in?: number;
}

export interface TestPlugin {
  id: string;
  /** The path of one of its routes: `route('/goals')`. */
  route(path: string): string;
  /** `active`, or why not: `{ state, error }` as administrators see them. */
  state(): Promise<{ state: string; error: string | null }>;
  /** SQL in the plugin's own schema. */
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Saves settings of the instance, or of one user, as the page does. */
  saveSettings(values: Record<string, unknown>, of?: Caller): Promise<Answer>;
  /**
   * Connects somebody as if the service of the manifest's `oauth` had just given these tokens, and returns the
   * connection's id. Renewing them asks its token endpoint, which `env` may put elsewhere.
   */
  grant(person: Caller, tokens: GrantedTokens): Promise<number>;
  enable(): Promise<void>;
  disable(): Promise<void>;
  /** Uninstalls it with its data. */
  purge(): Promise<void>;
}

export interface TestHost {
  app: FastifyInstance;
  /** The core's tables. A plugin has no such thing: only its tests do. */
  db: Knex;
  /** For whoever has to look inside. */
  host: PluginHost;
  clock: TestClock;
  plugin: TestPlugin;
  /** A new user with a token of all scopes. */
  person(options?: PersonOptions): Promise<Caller>;
  /** Calls a path: below `/api/v1` unless it starts with `/api/`. */
  request(path: string, options?: RequestOptions): Promise<Answer>;
  /** Records an event as the core does, and returns its position. `runJobs` delivers it. */
  emit(event: TestEvent): Promise<number>;
  /** Delivers an event that is there already once more. */
  redeliver(position: number): Promise<void>;
  /** Runs the schedules that are due at the clock's minute, then every job that is due. */
  runJobs(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Boots it. Call `stop` when the test is over.
 * @throws Error when the plugin does not start; one that waits for its settings does not throw
 * @example const host = await createTestHost({ plugin: new URL('..', import.meta.url) });
 */
export async function createTestHost(options: TestHostOptions): Promise<TestHost> {
  const folder = folderOf(options.plugin);
  const id = await readId(folder);
  const scopes = [`read:${id}`, `write:${id}`];
  const { now, env, log } = options;
  const { host, runJobs, runCrons, ...core } = await bootPlugins([folder], {
    now,
    env,
    log,
    scopes,
  });
  const { app, db, clock, inject, person } = core;
  let admin: Promise<Caller> | undefined;
  const asAdmin = () => {
    admin ??= person({ role: 'admin', name: 'Test kit', email: 'testkit@example.com' });
    return admin;
  };

  const plugin: TestPlugin = {
    id,
    route: (path) => `/api/plugins/${id}${path}`,
    async state() {
      const row = await db('plugins').where({ id }).first();
      return { state: row?.state ?? 'purged', error: row?.last_error ?? null };
    },
    query: <Row>(sql: string, values: unknown[] = []) =>
      db.transaction(async (trx) => {
        const connection = await trx.client.acquireConnection();
        await connection.query(`SET LOCAL search_path = ${schemaOf(id)}`);
        return (await connection.query(sql, values)).rows as Row[];
      }),
    saveSettings: async (values, of) =>
      of
        ? of.put(`/me/plugins/${id}/settings`, values)
        : (await asAdmin()).put(`/plugins/${id}/settings`, values),
    async grant({ id: user_id }, tokens) {
      const running = host.get(id)?.run?.surfaces;
      if (!running?.oauth) throw new Error(`${id} does not run, or its manifest has no "oauth".`);
      const actor = {
        user_id,
        role: 'member',
        via: 'test',
        time_zone: 'UTC',
        week_start: 1,
      } as const;
      const context = { db, clock, actor, settings: defaultSettings };
      return connectWith(context, { ...running, oauth: running.oauth }, tokens);
    },
    enable: async () => requireOk(await (await asAdmin()).post(`/plugins/${id}/enable`)),
    disable: async () => requireOk(await (await asAdmin()).post(`/plugins/${id}/disable`)),
    purge: async () =>
      requireOk(await (await asAdmin()).post(`/plugins/${id}/uninstall`, { drop_data: true })),
  };

  const test: TestHost = {
    app,
    db,
    host,
    clock,
    plugin,
    person,
    request(path, { as, body, headers, method = body === undefined ? 'GET' : 'POST' } = {}) {
      const token = as?.token;
      return inject({
        method,
        url: urlOf(path),
        headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
    },
    async emit({ type, data, previous, user_id, ...event }) {
      const shaped = shapeEvent(type, data);
      const context = { at: clock.now().toISOString(), via: 'test', actor_id: user_id ?? null };
      const { rows } = await db.raw('SELECT record_change(?, ?, ?, ?, ?) AS position', [
        type,
        event.entity ?? shaped.entity,
        JSON.stringify(context),
        previous === undefined ? null : JSON.stringify(previous),
        JSON.stringify(shaped.data),
      ]);
      return Number(rows[0].position);
    },
    redeliver: (position) => fanOutTo(db, host, { position, plugin: id }),
    async runJobs() {
      await runCrons();
      await runJobs();
    },
    stop: () => core.stop(),
  };

  try {
    if (options.settings) requireOk(await plugin.saveSettings(options.settings));
    const { state, error } = await plugin.state();
    if (!['active', 'degraded', 'needs_config'].includes(state)) {
      throw new Error(`The plugin ${id} is ${state}: ${error}`);
    }
  } catch (error) {
    await test.stop();
    throw error;
  }
  return test;
}

export function folderOf(plugin: string | URL): string {
  return typeof plugin === 'string' && !plugin.startsWith('file:')
    ? resolve(plugin)
    : resolve(fileURLToPath(plugin));
}

async function readId(folder: string): Promise<string> {
  const json: PackageJson = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof json.stint?.id !== 'string') {
    throw new Error(`${folder}/package.json has no "stint" block with an "id".`);
  }
  return json.stint.id;
}

function requireOk({ status, body, text }: Answer): void {
  if (status >= 400) throw new Error(`${status}: ${body?.detail ?? text}`);
}
