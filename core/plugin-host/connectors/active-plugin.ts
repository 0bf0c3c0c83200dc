/** A plugin while it runs, as its connector surface sees it. */
import type { PluginContext, PluginDefinition, WebhookDefinition } from '@stint/plugin';
import type { HostDeps } from '../host-deps.ts';
import type { SecretMemory } from '../secret-memory.ts';

export interface ActivePlugin {
  id: string;
  deps: HostDeps;
  definition: PluginDefinition;
  context: PluginContext;
  webhooks: ReadonlyMap<string, WebhookDefinition>;
  /** The schema of a connection's settings. */
  schema: object;
  settingsVersion: number;
  /** Learns what it is told, for what it says. */
  secrets: SecretMemory;
  degrade(error: Error): void;
}
