/** A plugin while it runs, as its connector surface sees it. */
import type { PluginContext, PluginDefinition, Provider, WebhookDefinition } from '@stint/plugin';
import type { HostDeps } from '../host-deps.ts';
import type { Oauth } from '../oauth/oauth.ts';
import type { SecretMemory } from '../secret-memory.ts';

export interface ActivePlugin {
  id: string;
  deps: HostDeps;
  definition: PluginDefinition;
  context: PluginContext;
  webhooks: ReadonlyMap<string, WebhookDefinition>;
  /** Finds the choices of its form. */
  provideOptions: Provider | undefined;
  /** The schema of a connection's settings. */
  schema: object;
  settingsVersion: number;
  /** Of a plugin whose connections get access by OAuth 2. */
  oauth?: Oauth;
  /** Learns what it is told, for what it says. */
  secrets: SecretMemory;
  degrade(error: Error): void;
}
