/** Which plugins take part in the page, for the person who looks at it. */
import type { CommandDeclaration, PageDeclaration } from '@stint/plugin';
import { hasRole } from '../infra/access.ts';
import type { Context, Role } from '../infra/context.ts';
import type { PluginHost } from './host.ts';
import { prefixOf } from './mount.ts';
import type { Plugin } from './plugin.ts';
import type { UiPlugin } from './schema.ts';
import { uiModulePath } from './ui-module.ts';

/** Running plugins with something in the page, each with what the person's role sees of it. */
export function listUiPlugins({ actor }: Context, host: PluginHost): UiPlugin[] {
  const { role, locale = 'en' } = actor;
  return host.list().flatMap((plugin) => {
    const found = plugin.found.package;
    if (!plugin.run || !found) return [];
    const { version, stint } = found;
    const { cards = [], pages = [], commands = [], translations = [] } = stint.contributes ?? {};
    const has_own_settings = plugin.settingsSchema('user') !== undefined;
    if (!stint.ui && commands.length === 0 && !has_own_settings) return [];
    const ownCards = stint.ui ? visibleTo(role, cards) : [];
    return [
      {
        id: plugin.id,
        display_name: stint.displayName,
        version,
        module: stint.ui ? uiModulePath(plugin.id, version) : null,
        cards: ownCards,
        pages: visibleTo(role, pages)
          .map((page) => pageOf(plugin, locale, page))
          .filter(({ card }) => ownCards.some(({ name }) => name === card)),
        commands: visibleTo(role, commands).map((command) => commandOf(plugin, locale, command)),
        has_own_settings,
        translations,
      },
    ];
  });
}

function visibleTo<Part extends { permission?: Role }>(role: Role, parts: Part[]): Part[] {
  return parts.filter(({ permission = 'member' }) => hasRole(role, permission));
}

function pageOf(plugin: Plugin, locale: string, page: PageDeclaration): UiPlugin['pages'][number] {
  const { path, title, icon = null, card = path } = page;
  return {
    address: `/p/${plugin.id}/${path}`,
    title: titleOf(plugin, locale, `page.${path}.title`) ?? title,
    icon,
    card,
  };
}

function commandOf(
  plugin: Plugin,
  locale: string,
  command: CommandDeclaration,
): UiPlugin['commands'][number] {
  const { name, title, icon = null, keywords = [], opens = null, confirm = null } = command;
  return {
    name,
    title: titleOf(plugin, locale, `command.${name}.title`) ?? title,
    icon,
    keywords,
    opens,
    calls: command.calls === undefined ? null : requestOf(plugin.id, command.calls),
    confirm,
  };
}

function titleOf({ run }: Plugin, locale: string, key: string): string | undefined {
  const text = run?.context.i18n.t(locale, key);
  return text === key ? undefined : text;
}

/** `POST /clock-in`, with the address under which it answers. */
function requestOf(pluginId: string, route: string) {
  const [method, path] = route.split(' ') as ['POST' | 'PUT' | 'PATCH' | 'DELETE', string];
  return { method, path: prefixOf(pluginId) + path };
}
