/** What people set: its schemas, and how a plugin reads it. */
import type { Static, TObject } from 'typebox';
import type { Person } from './person.ts';

/**
 * Schemas of what people set, per scope; the host draws the forms, checks and keeps the values. A JSON
 * Schema subset; `x-secret: true` on a string keeps it encrypted and write-only.
 */
export interface SettingsSchemas {
  /** For administrators. */
  instance?: TObject;
  /** For each user. */
  user?: TObject;
  /** For each connection of a user to the other side. `x-generate: true` on a secret: made by the host. */
  connection?: TObject;
}

/** The values of one scope, by its schema. */
export type SettingsOf<Settings, Scope extends keyof SettingsSchemas> =
  Settings extends Record<Scope, infer Schema extends TObject>
    ? Static<Schema>
    : Record<string, unknown>;

/** Defaults are filled in, and secrets are in clear: do not log or return them. */
export interface PluginSettings<Settings extends SettingsSchemas = SettingsSchemas> {
  instance(): Promise<SettingsOf<Settings, 'instance'>>;
  user(userId: number): Promise<SettingsOf<Settings, 'user'>>;
  /**
   * Every active person who set something, one after another, however many there are.
   * @param like only those who set this, by an index; letters of either case are equal, and secrets and
   * defaults that nobody saved are not looked at
   * @example for await (const { user, settings } of ctx.settings.users()) { … }
   */
  users(
    like?: Partial<SettingsOf<Settings, 'user'>>,
  ): AsyncIterable<{ user: Person; settings: SettingsOf<Settings, 'user'> }>;
}
