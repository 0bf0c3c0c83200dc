/** `ctx.events`: events of the plugin's own, delivered like the core's. */
import type { PluginEvents } from '@stint/plugin';
import type { Knex } from 'knex';
import type { Clock } from '../../infra/clock.ts';
import { currentCausation } from '../causation.ts';
import { ERR_PLUGIN_UNDECLARED } from '../errors.ts';
import type { Registrations } from '../registrations.ts';
import { checkData } from './schema-check.ts';

export function makeEvents(
  { db, clock }: { db: Knex; clock: Clock },
  id: string,
  { emits }: Registrations,
): PluginEvents {
  return {
    async emit({ type, data: schema }, data) {
      if (!type.startsWith(`${id}.`) || !emits.some((event) => event.type === type))
        throw new ERR_PLUGIN_UNDECLARED('event', type);
      checkData(`the event ${type}`, schema, data);
      const context = {
        at: clock.now().toISOString(),
        via: `plugin:${id}`,
        origin: { plugin: id },
        causation: currentCausation(),
      };
      await db.raw('SELECT record_change(?, ?, ?, NULL, ?)', [
        type,
        entityOf(type),
        JSON.stringify(context),
        JSON.stringify(data),
      ]);
    },
  };
}

/** `goals.week_reached` is about a `goals.week`. */
function entityOf(type: string): string {
  return type.replace(/_[^_.]+$/, '');
}
