/** What the host itself tells administrators about a plugin, beside what the plugin raises. */
import { hostname } from 'node:os';
import type { Knex } from 'knex';
import { clean } from './fault.ts';

/** Also of a plugin that nobody knows by now. */
export async function raiseIssue(
  db: Knex,
  plugin_id: string,
  key: string,
  message: string,
): Promise<void> {
  await db('plugin_issues')
    .insert({ plugin_id, key: `stint:${key}`, severity: 'error', message: clean(message) })
    .onConflict(['plugin_id', 'key'])
    .merge();
}

export async function resolveIssue(db: Knex, plugin_id: string, key: string): Promise<void> {
  await db('plugin_issues')
    .where({ plugin_id, key: `stint:${key}` })
    .delete();
}

/** Files that are missing here may be somewhere else: each machine has a word of its own. */
export function issueOfFiles(dataDir: string): string {
  return `files:${hostname()}:${dataDir}`;
}

/** A new version was chosen: each machine looks again. */
export async function resolveIssuesOfVersion(db: Knex, plugin_id: string): Promise<void> {
  await db('plugin_issues')
    .where({ plugin_id })
    .where((issue) => issue.whereLike('key', 'stint:files:%').orWhere({ key: 'stint:install' }))
    .delete();
}
