/** Assembles `ctx` for one start of one plugin. Each member is made in a file of its own. */
import type { Manifest, PluginContext, SettingsSchemas } from '@stint/plugin';
import type { HostDeps } from '../host-deps.ts';
import type { Registrations } from '../registrations.ts';
import { makeConnections } from './connections.ts';
import { makeData } from './data.ts';
import { makeDatabase } from './database.ts';
import { makeEvents } from './events.ts';
import { makeHttp } from './http.ts';
import { makeIssues } from './issues.ts';
import { makeJobs } from './job-queue.ts';
import { makeKv } from './kv.ts';
import { makeLinks } from './links.ts';
import { makeLog } from './log.ts';
import { makeSettings } from './settings.ts';

export interface ContextOptions {
  manifest: Manifest;
  registrations: Registrations;
  /** What the plugin's definition says people can set. */
  schemas?: SettingsSchemas;
  signal: AbortSignal;
  redact: (text: string) => string;
}

export function makeContext(
  deps: HostDeps,
  { manifest, registrations, schemas, signal, redact }: ContextOptions,
): PluginContext {
  const { id, permissions = {} } = manifest;
  const { db, clock } = deps;
  const settings = makeSettings(deps, manifest, schemas);
  const http = makeHttp(deps, manifest, settings);
  registrations.disposers.push(() => http.close());
  return Object.freeze<PluginContext>({
    id,
    signal,
    clock: { now: () => clock.now() },
    log: makeLog(deps.log, id, redact),
    db: makeDatabase(db, id),
    data: makeData(deps.app, id, permissions.data ?? []),
    settings,
    connections: makeConnections(deps, manifest, schemas),
    jobs: makeJobs(db, id, registrations.tasks),
    events: makeEvents(deps, manifest),
    http: { fetch: (url, init) => http.fetch(url, init) },
    links: makeLinks(db, id),
    kv: makeKv(db, id),
    issues: makeIssues(db, id),

    on(type, handler, { own = false } = {}) {
      registrations.declare('events', type);
      registrations.subscriptions.push({ type, handler, own });
    },
    guard(point, guard) {
      registrations.declare('guards', point);
      registrations.guards.set(point, [...(registrations.guards.get(point) ?? []), guard]);
    },
    provide(kind, provider) {
      registrations.declare('providers', kind);
      registrations.providers.set(kind, provider);
    },
    task(name, definition) {
      registrations.declare('tasks', name);
      registrations.tasks.set(name, definition as never);
    },
    cron(name, schedule) {
      registrations.declare('crons', name);
      registrations.crons.set(name, schedule);
    },
    route(definition) {
      registrations.declare('routes', `${definition.method} ${definition.path}`);
      registrations.routes.push(definition as never);
    },
    webhook(name, definition) {
      registrations.declare('webhooks', name);
      registrations.webhooks.set(name, definition);
    },
    onDispose(dispose) {
      registrations.disposers.push(dispose);
    },
  });
}
