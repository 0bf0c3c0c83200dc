/** What a plugin's entry exports. */
import type {
  Connection,
  ConnectionDraft,
  SyncResult,
  SyncRun,
  TestResult,
} from './connections.ts';
import type { PluginContext } from './context.ts';
import type { EventDeclaration } from './events.ts';
import type { SettingsOf, SettingsSchemas } from './settings.ts';

export interface HealthReport {
  status: 'ok' | 'degraded' | 'failed';
  /** What a person can do about it. */
  message?: string;
}

type ConfigOf<Settings> = SettingsOf<Settings, 'connection'>;

export interface PluginDefinition<Settings extends SettingsSchemas = SettingsSchemas> {
  /** What people set. The types of the context and of connections follow from it. */
  settings?: Settings;
  /** The events of its own, by `defineEvent`. */
  emits?: readonly EventDeclaration[];
  /** Brings saved settings of an older `settingsVersion` up to date. Pure. */
  migrateSettings?(saved: {
    scope: keyof SettingsSchemas;
    version: number;
    data: Record<string, unknown>;
  }): Record<string, unknown>;
  /** Registers everything. Once for each start, within 10 s; throw `NotReady` or `ConfigError`. */
  setup(ctx: PluginContext<Settings>): Promise<void> | void;
  /** A connection becomes active, or the process starts while it is. */
  connect?(
    ctx: PluginContext<Settings>,
    connection: Connection<ConfigOf<Settings>>,
  ): Promise<void> | void;
  /** Tries settings that are not saved. Must change nothing on either side. */
  testConnection?(
    ctx: PluginContext<Settings>,
    draft: ConnectionDraft<ConfigOf<Settings>>,
  ): Promise<TestResult>;
  /** One synchronisation; the host never runs two at once for a connection. */
  sync?(
    ctx: PluginContext<Settings>,
    connection: Connection<ConfigOf<Settings>>,
    run: SyncRun,
  ): Promise<SyncResult>;
  /** How often the host asks for one by itself. */
  syncEveryMinutes?: number;
  /**
   * Nothing is synchronised by itself before the person has asked for it once: for a connector that shows
   * first what a synchronisation would do. @default false
   */
  firstSyncIsAsked?: boolean;
  /** The person disconnects: revoke what the other side gave. Best effort. */
  disconnect?(
    ctx: PluginContext<Settings>,
    connection: Connection<ConfigOf<Settings>>,
  ): Promise<void> | void;
  /** Asked at most once a minute, 5 s. */
  health?(ctx: PluginContext<Settings>): Promise<HealthReport> | HealthReport;
  /** What helps somebody who looks into a problem. Secrets are redacted by the host. */
  diagnostics?(ctx: PluginContext<Settings>): Promise<Record<string, unknown>>;
  /** Before its data is dropped. Best effort. */
  onUninstall?(ctx: PluginContext<Settings>): Promise<void> | void;
}

/**
 * Marks a definition, and gives its members their types. Importing the module must do nothing else.
 * @example export default definePlugin({ setup(ctx) { ctx.on('timer.started', …); } })
 */
export function definePlugin<Settings extends SettingsSchemas = Record<never, never>>(
  definition: PluginDefinition<Settings>,
): PluginDefinition<Settings> {
  return definition;
}
