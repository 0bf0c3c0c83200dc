/** Which plugins take part in the page, for the person who looks at it. */
import { hasRole } from '../infra/access.ts';
import type { Context } from '../infra/context.ts';
import type { PluginHost } from './host.ts';
import type { UiPlugin } from './schema.ts';
import { uiModulePath } from './ui-module.ts';

/** Running plugins with a ui module, each with the cards that the person's role sees. */
export function listUiPlugins({ actor }: Context, host: PluginHost): UiPlugin[] {
  return host.list().flatMap((plugin) => {
    const found = plugin.found.package;
    if (!plugin.run || !found?.stint.ui) return [];
    const { version, stint } = found;
    const cards = (stint.contributes?.cards ?? []).filter(({ permission = 'member' }) =>
      hasRole(actor.role, permission),
    );
    return [
      {
        id: plugin.id,
        display_name: stint.displayName,
        version,
        module: uiModulePath(plugin.id, version),
        cards,
      },
    ];
  });
}
