/** Assembles `ctx` for one start of one plugin. Each member is made in a file of its own. */
import type {
  EventDeclaration,
  EventEnvelope,
  EventHandler,
  Manifest,
  PluginContext,
  SettingsSchemas,
} from '@stint/plugin';
import type { Knex } from 'knex';
import { ERR_PLUGIN_UNAVAILABLE } from '../errors.ts';
import type { HostDeps } from '../host-deps.ts';
import type { Oauth } from '../oauth/oauth.ts';
import type { RegisteredTask, Registrations, Subscription } from '../registrations.ts';
import type { SecretMemory } from '../secret-memory.ts';
import { type Catalogs, makeI18n } from '../translations.ts';
import { makeConnections } from './connections.ts';
import { makeData } from './data.ts';
import { makeDatabase } from './database.ts';
import { makeEvents } from './events.ts';
import { makeHttp } from './http.ts';
import { makeIssues } from './issues.ts';
import { makeJobs } from './job-queue.ts';
import { makeKv } from './kv.ts';
import { makeLinks } from './links.ts';
import { makeLock } from './lock.ts';
import { makeLog } from './log.ts';
import { makeMetrics } from './metrics.ts';
import { makeNotify } from './notify.ts';
import { checkData } from './schema-check.ts';
import { makeSettings } from './settings.ts';

export interface ContextOptions {
  manifest: Manifest;
  registrations: Registrations;
  /** What the plugin's definition says people can set. */
  schemas?: SettingsSchemas;
  translations: Catalogs;
  oauth?: Oauth;
  signal: AbortSignal;
  /** Learns what the plugin is told, for what it says. */
  secrets: SecretMemory;
}

export function makeContext(
  deps: HostDeps,
  { manifest, registrations, schemas, translations, oauth, signal, secrets }: ContextOptions,
): PluginContext {
  const { id, permissions = {} } = manifest;
  const { db, clock } = deps;
  const settings = makeSettings(deps, manifest, schemas, secrets);
  const log = makeLog(deps.log, id, secrets.redact);
  const i18n = makeI18n(translations);
  // On the pool, or on a transaction of the plugin's.
  const membersOn = (db: Knex) => ({
    events: makeEvents({ db, clock }, id, registrations),
    jobs: makeJobs({ db, clock }, id, registrations.tasks),
    kv: makeKv(db, id),
    links: makeLinks(db, id),
    notify: makeNotify({ db, clock }, id, i18n),
  });
  const own = membersOn(db);
  const closing = new AbortController();
  registrations.onDispose(() => closing.abort(new ERR_PLUGIN_UNAVAILABLE(id, 'stopped')));
  const http = makeHttp(deps, manifest, settings);
  registrations.onDispose(() => http.close());
  // A plugin that stopped has no more part in anything, whatever timers it left behind.
  const gate = <Member extends object>(member: Member): Member => closeWith(registrations, member);
  return Object.freeze<PluginContext>({
    id,
    signal,
    clock: { now: () => clock.now() },
    log,
    db: gate(makeDatabase(db, id, (trx) => membersOn(trx), closing.signal)),
    data: gate(makeData(deps.app, id, permissions.data ?? [])),
    settings: gate(settings),
    connections: gate(makeConnections(deps, { manifest, memory: secrets, schemas, oauth })),
    jobs: gate(own.jobs),
    events: gate(own.events),
    http: gate({ fetch: (url, init) => http.fetch(url, init) }),
    links: gate(own.links),
    kv: gate(own.kv),
    lock: gate({ lock: makeLock(db, id) }).lock,
    notify: gate({ notify: own.notify }).notify,
    i18n,
    metrics: makeMetrics(deps.metrics, id, registrations, log.warn),
    issues: gate(makeIssues(db, id, secrets.redact)),

    on(
      types: string | readonly string[] | EventDeclaration,
      handler: EventHandler<never>,
      { own = false }: { own?: boolean } = {},
    ) {
      registrations.requireOpen();
      registrations.subscriptions.push(...subscriptionsOf(types, handler, own));
    },
    guard(point, guard) {
      registrations.requireOpen();
      registrations.guards.set(point, [...(registrations.guards.get(point) ?? []), guard]);
    },
    provide(kind, provider) {
      registrations.addOnce(registrations.providers, kind, provider);
    },
    task(declaration, run) {
      const task = { declaration, run } as RegisteredTask;
      registrations.addOnce(registrations.tasks, declaration.name, task);
    },
    cron(name, schedule) {
      registrations.addOnce(registrations.crons, name, schedule);
    },
    route(definition) {
      registrations.requireOpen();
      registrations.routes.push(definition as never);
    },
    webhook(name, definition) {
      registrations.addOnce(registrations.webhooks, name, definition);
    },
    onDispose(dispose) {
      registrations.onDispose(dispose);
    },
  });
}

/** One for each type; of a declared event, only with data as declared. */
function subscriptionsOf(
  types: string | readonly string[] | EventDeclaration,
  handler: EventHandler<never>,
  own: boolean,
): Subscription[] {
  const handle = handler as EventHandler<EventEnvelope>;
  if (typeof types === 'object' && 'type' in types) {
    const { type, data } = types;
    const checked: typeof handle = (event) => {
      checkData(`the event ${type}`, data, event.data);
      return handle(event);
    };
    return [{ type, handler: checked, own }];
  }
  return [types].flat().map((type) => ({ type, handler: handle, own }));
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
