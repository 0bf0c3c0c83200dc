/** The scopes of API tokens. Each route names one; a test walks the routes and proves it. */
import { OneOf } from '../infra/fields.ts';

export const scopes = [
  'read:me',
  'write:me',
  'read:users',
  'write:users',
  'read:clients',
  'write:clients',
  'read:projects',
  'write:projects',
  'read:tasks',
  'write:tasks',
  'read:tags',
  'write:tags',
  'read:time_entries',
  'write:time_entries',
  'read:reports',
  'read:settings',
  'write:settings',
  'write:plugins',
  'read:audit_log',
  'read:metrics',
  'write:imports',
  'read:events',
  'read:webhooks',
  'write:webhooks',
  'read:archive',
  'write:archive',
] as const;

export type Scope = (typeof scopes)[number];

/** Each plugin has two scopes of its own: `read:weekly_goals` and `write:weekly_goals`. */
export type PluginScope = `${'read' | 'write'}:${string}`;

export const ScopeSchema = OneOf(scopes, {
  description: 'What an API token may do. `write:` does not include `read:`.',
});
