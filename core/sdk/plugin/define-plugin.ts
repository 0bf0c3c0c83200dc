/** What a plugin's entry exports. */
import type { TObject } from 'typebox';
import type {
  Connection,
  ConnectionDraft,
  PluginContext,
  SyncResult,
  SyncRun,
  TestResult,
} from './context.ts';

/** Schemas of what people set, per scope; the host draws the forms, checks and keeps the values. */
export interface SettingsSchemas {
  /** For administrators. */
  instance?: TObject;
  /** For each user. */
  user?: TObject;
  /** For each connection of a user to the other side. `x-generate: true` on a secret: made by the host. */
  connection?: TObject;
}

export interface HealthReport {
  status: 'ok' | 'degraded' | 'failed';
  /** What a person can do about it. */
  message?: string;
}

export interface PluginDefinition {
  /** A JSON Schema subset; `x-secret: true` on a string keeps it encrypted and write-only. */
  settings?: SettingsSchemas;
  /** Brings saved settings of an older `settingsVersion` up to date. Pure. */
  migrateSettings?(saved: {
    scope: keyof SettingsSchemas;
    version: number;
    data: Record<string, unknown>;
  }): Record<string, unknown>;
  /** Registers everything. Once for each start, within 10 s; throw `NotReady` or `ConfigError`. */
  setup(ctx: PluginContext): Promise<void> | void;
  /** A connection becomes active, or the process starts while it is. */
  connect?(ctx: PluginContext, connection: Connection): Promise<void> | void;
  /** Tries settings that are not saved. Must change nothing on either side. */
  testConnection?(ctx: PluginContext, draft: ConnectionDraft): Promise<TestResult>;
  /** One synchronisation; the host never runs two at once for a connection. */
  sync?(ctx: PluginContext, connection: Connection, run: SyncRun): Promise<SyncResult>;
  /** How often the host asks for one by itself. */
  syncEveryMinutes?: number;
  /** The person disconnects: revoke what the other side gave. Best effort. */
  disconnect?(ctx: PluginContext, connection: Connection): Promise<void> | void;
  /** Asked at most once a minute, 5 s. */
  health?(ctx: PluginContext): Promise<HealthReport> | HealthReport;
  /** What helps somebody who looks into a problem. Secrets are redacted by the host. */
  diagnostics?(ctx: PluginContext): Promise<Record<string, unknown>>;
  /** Before its data is dropped. Best effort. */
  onUninstall?(ctx: PluginContext): Promise<void> | void;
}

/**
 * Marks a definition, and gives its members their types. Importing the module must do nothing else.
 * @example export default definePlugin({ setup(ctx) { ctx.on('timer.started', …); } })
 */
export function definePlugin<const Definition extends PluginDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
