/** `ctx.issues`: problems that a person can repair, shown until they are resolved. */
import type { PluginIssues } from '@stint/plugin';
import type { Knex } from 'knex';
import { clean } from '../fault.ts';

export function makeIssues(
  db: Knex,
  plugin_id: string,
  redact: (text: string) => string,
): PluginIssues {
  return {
    async raise(key, { severity, message, action }) {
      const row = {
        severity,
        message: clean(redact(String(message))).slice(0, 1000),
        action: action === undefined ? null : clean(redact(String(action))).slice(0, 1000),
      };
      await db('plugin_issues')
        .insert({ plugin_id, key, ...row })
        .onConflict(['plugin_id', 'key'])
        .merge(row);
    },
    async resolve(key) {
      await db('plugin_issues').where({ plugin_id, key }).delete();
    },
  };
}
