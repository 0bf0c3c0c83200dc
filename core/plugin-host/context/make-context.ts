/** Assembles `ctx` for one start of one plugin. Each member is made in a file of its own. */
import type { Manifest, PluginContext, SettingsSchemas } from '@stint/plugin';
import type { HostDeps } from '../host-deps.ts';
import type { Registrations } from '../registrations.ts';
import type { SecretMemory } from '../secret-memory.ts';
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
  /** Learns what the plugin is told, for what it says. */
  secrets: SecretMemory;
}

export function makeContext(
  deps: HostDeps,
  { manifest, registrations, schemas, signal, secrets }: ContextOptions,
): PluginContext {
  const { id, permissions = {} } = manifest;
  const { db, clock } = deps;
  const settings = makeSettings(deps, manifest, schemas, secrets);
  const http = makeHttp(deps, manifest, settings);
  registrations.onDispose(() => http.close());
  // A plugin that stopped has no more part in anything, whatever timers it left behind.
  const gate = <Member extends object>(member: Member): Member => closeWith(registrations, member);
  return Object.freeze<PluginContext>({
    id,
    signal,
    clock: { now: () => clock.now() },
    log: makeLog(deps.log, id, secrets.redact),
    db: gate(makeDatabase(db, id)),
    data: gate(makeData(deps.app, id, permissions.data ?? [])),
    settings: gate(settings),
    connections: gate(makeConnections(deps, manifest, secrets, schemas)),
    jobs: gate(makeJobs(db, id, registrations.tasks)),
    events: gate(makeEvents(deps, manifest)),
    http: gate({ fetch: (url, init) => http.fetch(url, init) }),
    links: gate(makeLinks(db, id)),
    kv: gate(makeKv(db, id)),
    issues: gate(makeIssues(db, id, secrets.redact)),

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
      registrations.onDispose(dispose);
    },
  });
}

/** The same functions, as long as the plugin has not stopped. */
function closeWith<Member extends object>(registrations: Registrations, member: Member): Member {
  const entries = Object.entries(member).map(([name, method]) => [
    name,
    (...values: unknown[]) => {
      registrations.requireOpen();
      return method.apply(member, values);
    },
  ]);
  return Object.freeze(Object.fromEntries(entries));
}
