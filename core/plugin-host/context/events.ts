/** `ctx.events`: events of the plugin's own, delivered like the core's. */
import type { Manifest, PluginEvents } from '@stint/plugin';
import { currentCausation } from '../causation.ts';
import { ERR_PLUGIN_UNDECLARED } from '../errors.ts';
import type { HostDeps } from '../host-deps.ts';

export function makeEvents({ db, clock }: HostDeps, { id, contributes }: Manifest): PluginEvents {
  return {
    async emit(type, entity, data) {
      if (!type.startsWith(`${id}.`) || !contributes?.emits?.includes(type))
        throw new ERR_PLUGIN_UNDECLARED('event', type);
      const context = {
        at: clock.now().toISOString(),
        via: `plugin:${id}`,
        origin: { plugin: id },
        causation: currentCausation(),
      };
      await db.raw('SELECT record_change(?, ?, ?, NULL, ?)', [
        type,
        `${id}.${entity.type}`,
        JSON.stringify(context),
        JSON.stringify({ ...data, id: entity.id }),
      ]);
    },
  };
}
