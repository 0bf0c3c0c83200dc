/** `ctx.links`: which entity is which thing on the other side. Unique both ways, held by the database. */
import type { PluginLinks } from '@stint/plugin';
import type { Knex } from 'knex';

export function makeLinks(db: Knex, integration: string): PluginLinks {
  return {
    async find(kind, external_id) {
      const row = await db('external_links')
        .where({ integration, kind, external_id })
        .first('local_id');
      return row?.local_id;
    },
    async link(kind, external_id, local_id) {
      await db('external_links')
        .insert({ integration, kind, external_id, local_id })
        .onConflict()
        .ignore();
      const row = await db('external_links')
        .where({ integration, kind, external_id })
        .first('local_id');
      return row?.local_id;
    },
    async externalId(kind, local_id) {
      const row = await db('external_links')
        .where({ integration, kind, local_id })
        .first('external_id');
      return row?.external_id;
    },
    async unlink(kind, external_id) {
      await db('external_links').where({ integration, kind, external_id }).delete();
    },
  };
}
