/** The way to every page: a column on a wide screen; on a phone a bar below, with the rest behind "More". */

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import bell from 'lucide-static/icons/bell.svg?raw';
import logOutIcon from 'lucide-static/icons/log-out.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import puzzle from 'lucide-static/icons/puzzle.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import '../components/dialog.ts';
import { StintElement } from '../components/element.ts';
import { icon, namedIcon } from '../components/icon.ts';
import { toastError } from '../components/toast.ts';
import { QueryController } from '../controllers/query.ts';
import { unreadRead } from '../data/notifications.ts';
import { pluginsRead } from '../data/queries.ts';
import { hasRole, logOut, user } from '../data/session.ts';
import { keyCaps } from '../data/shortcuts.ts';
import { setTheme, type Theme, theme } from '../data/theme.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { isSafe } from './cards/catalog.ts';
import { place } from './place.ts';
import { addressOf, type PageRoute, routes } from './routes.ts';

const groups = ['track', 'analyse', 'manage', 'admin'] as const;
const themes: [Theme, string][] = [
  ['light', sun],
  ['dark', moon],
  ['system', monitor],
];
const ON_PHONE = 4;

@customElement('stint-navigation')
export class Navigation extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      .column {
        position: sticky;
        inset-block-start: 0;
        display: flex;
        flex-direction: column;
        gap: var(--stint-space-5);
        block-size: 100dvh;
        padding: var(--stint-space-4) var(--stint-space-3);
        border-inline-end: 1px solid var(--stint-color-line);
        overflow-y: auto;
      }
      .skip {
        position: fixed;
        z-index: 60;
        inset-block-start: var(--stint-space-2);
        inset-inline-start: var(--stint-space-2);
        transform: translateY(-200%);
      }
      .skip:focus-visible {
        transform: none;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        padding-inline: var(--stint-space-2);
        min-block-size: 2.25rem;
        color: inherit;
        font-size: var(--stint-text-l);
        font-weight: var(--stint-weight-bold);
        letter-spacing: -0.02em;
        text-decoration: none;
      }
      .find {
        flex: none;
        justify-content: start;
        padding-inline: var(--stint-space-2);
        border-color: var(--stint-color-line);
        background: var(--stint-color-surface);
        color: var(--stint-color-muted);
        font-weight: var(--stint-weight);
      }
      .find .keys {
        display: flex;
        gap: 2px;
        margin-inline-start: auto;
      }
      .groups {
        display: grid;
        gap: var(--stint-space-5);
        flex: 1;
        align-content: start;
      }
      h2 {
        padding-inline: var(--stint-space-2);
        padding-block-end: var(--stint-space-1);
        font-size: var(--stint-text-xs);
        font-weight: var(--stint-weight-medium);
        color: var(--stint-color-muted);
      }
      .item {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        min-block-size: 2.125rem;
        padding-inline: var(--stint-space-2);
        border-radius: var(--stint-radius-m);
        color: var(--stint-color-muted);
        font-weight: var(--stint-weight-medium);
        text-decoration: none;
      }
      .item:hover {
        background: var(--stint-color-hover);
        color: var(--stint-color-text);
      }
      .item[aria-current] {
        background: var(--stint-color-selected);
        color: var(--stint-color-text);
      }
      .item[aria-current] .icon {
        color: var(--stint-color-accent);
      }
      .me {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--stint-space-2);
        padding-block-start: var(--stint-space-3);
        border-block-start: 1px solid var(--stint-color-line);
      }
      .who {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      .who .person {
        flex: 1;
        min-inline-size: 0;
        padding: var(--stint-space-1) var(--stint-space-2);
        border-radius: var(--stint-radius-m);
        color: inherit;
        text-decoration: none;
      }
      .who .person:hover {
        background: var(--stint-color-hover);
      }
      .who .person[aria-current] {
        background: var(--stint-color-selected);
      }
      .bell {
        position: relative;
      }
      .bell .count {
        position: absolute;
        inset-block-start: -2px;
        inset-inline-end: -2px;
        min-inline-size: 1.125rem;
        padding-inline: 0.25rem;
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-accent);
        color: var(--stint-color-on-accent);
        font-size: 0.6875rem;
        line-height: 1.125rem;
        text-align: center;
      }
      .who p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .themes {
        display: grid;
        grid-auto-flow: column;
        padding: 2px;
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
      }
      .themes button {
        min-block-size: 1.75rem;
        padding: 0;
        border-color: transparent;
        background: transparent;
        color: var(--stint-color-muted);
      }
      .themes button[aria-pressed='true'] {
        background: var(--stint-color-raised);
        color: var(--stint-color-text);
        box-shadow: var(--stint-shadow-s);
      }
      .bar {
        display: none;
      }
      @media (max-width: 50rem) {
        .column {
          display: none;
        }
        .bar {
          position: fixed;
          z-index: 20;
          inset-inline: 0;
          inset-block-end: 0;
          display: grid;
          grid-auto-flow: column;
          grid-auto-columns: 1fr;
          block-size: calc(3.5rem + env(safe-area-inset-bottom));
          padding-block-end: env(safe-area-inset-bottom);
          border-block-start: 1px solid var(--stint-color-line);
          background: var(--stint-color-surface);
        }
        .bar .item,
        .bar button {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          block-size: 100%;
          padding: 0;
          border: 0;
          border-radius: 0;
          background: transparent;
          color: var(--stint-color-muted);
          font-size: var(--stint-text-xs);
          font-weight: var(--stint-weight-medium);
        }
        .bar .item[aria-current] {
          color: var(--stint-color-accent);
        }
      }
      .all {
        display: grid;
        gap: var(--stint-space-4);
      }
      .all .item {
        min-block-size: 2.75rem;
      }
    `,
  ];

  @property() current?: string;
  @state() private isOpen = false;
  private readonly unread = new QueryController(this, () => unreadRead);
  private readonly plugins = new QueryController(this, () => ({
    ...pluginsRead,
    enabled: !isSafe,
  }));

  override render() {
    const [first, rest] = this.split();
    return html`
      <header class="column">
        <button class="skip" @click=${() => this.send('stint-skip')}>${t('nav.skip')}</button>
        <a class="brand" href="/"><img src="/icon.svg" alt="" width="24" height="24">Stint</a>
        ${this.renderFind()}
        <nav class="groups" aria-label=${t('nav.label')}>${this.renderGroups()}</nav>
        ${this.renderMe()}
      </header>
      <nav class="bar" aria-label=${t('nav.label')}>
        ${first.map((route) => this.renderItem(route))}
        <button aria-haspopup="dialog" @click=${() => (this.isOpen = true)}>${icon(menu)} ${t('nav.more')}</button>
      </nav>
      <stint-dialog heading=${t('nav.more')} ?open=${this.isOpen} @close=${() => (this.isOpen = false)}>
        <div class="all" @click=${this.closeOnLink}>
          ${this.renderFind()}
          <nav aria-label=${t('nav.more')}>${rest.map((route) => this.renderItem(route))}${this.renderPluginPages()}</nav>
          ${this.renderMe()}
        </div>
      </stint-dialog>
    `;
  }

  private renderFind() {
    return html`<button class="find" aria-haspopup="dialog" aria-keyshortcuts="Control+K" @click=${this.find}>
      ${icon(search)} ${t('palette.open')}
      <span class="keys" aria-hidden="true">${keyCaps('$mod+k').map((cap) => html`<kbd>${cap}</kbd>`)}</span></button>`;
  }

  private renderGroups() {
    const own = groups.map((group) => {
      const items = visible().filter(({ nav }) => nav?.group === group);
      if (items.length === 0) return '';
      return html`<section>
        ${group === 'track' ? '' : html`<h2>${t(`nav.${group}`)}</h2>`}
        ${items.map((route) => this.renderItem(route))}
      </section>`;
    });
    const pages = this.renderPluginPages();
    return html`${own}${pages.length > 0 ? html`<section><h2>${t('nav.plugins')}</h2>${pages}</section>` : nothing}`;
  }

  private renderPluginPages() {
    const pages = (this.plugins.data ?? []).flatMap((plugin) => plugin.pages);
    return pages.map(
      ({ address, title, icon: name }) => html`<a class="item" href=${address}
        aria-current=${place.value.split('?')[0] === address ? 'page' : nothing}>
        ${name ? namedIcon(name) : icon(puzzle)} ${title}</a>`,
    );
  }

  private renderItem(route: PageRoute) {
    return html`<a class="item" href=${addressOf(route)} aria-current=${route.name === this.current ? 'page' : nothing}>
      ${icon(route.nav?.icon ?? '')} ${t(`nav.page.${route.name}`)}</a>`;
  }

  private renderMe() {
    return html`<div class="me">
      <div class="who">
        <a class="person" href="/profile" title=${t('nav.profile')} aria-current=${this.current === 'profile' ? 'page' : nothing}>
          <p>${user.value?.name}</p><p class="small muted">${user.value?.email}</p></a>
        ${this.renderBell()}
        <button class="icon-button small-button" aria-label=${t('nav.logOut')} title=${t('nav.logOut')}
          @click=${() => logOut().catch(toastError)}>${icon(logOutIcon)}</button>
      </div>
      <div class="themes" role="group" aria-label=${t('nav.theme')}>
        ${themes.map(
          ([name, source]) => html`<button aria-pressed=${theme.value === name ? 'true' : 'false'}
            aria-label=${t(`theme.${name}`)} title=${t(`theme.${name}`)} @click=${() => setTheme(name)}>${icon(source)}</button>`,
        )}
      </div>
    </div>`;
  }

  private renderBell() {
    const count = this.unread.data ?? 0;
    const label = count > 0 ? t('nav.notificationsNew', { count }) : t('nav.notifications');
    return html`<a class="button icon-button small-button bell" href="/profile/notifications" aria-label=${label} title=${label}>
      ${icon(bell)}${count > 0 ? html`<span class="count numbers">${count > 99 ? '99+' : count}</span>` : nothing}</a>`;
  }

  private async find(): Promise<void> {
    this.isOpen = false;
    const { togglePalette } = await import('./open-palette.ts');
    await togglePalette();
  }

  private split(): [PageRoute[], PageRoute[]] {
    const all = visible();
    const first = all.filter(({ nav }) => nav?.isOnPhone).slice(0, ON_PHONE);
    return [first, all.filter((route) => !first.includes(route))];
  }

  private closeOnLink(event: Event): void {
    if ((event.target as Element).closest('a')) this.isOpen = false;
  }
}

function visible(): PageRoute[] {
  return routes.filter(({ nav, role = 'member' }) => {
    return nav && hasRole(role);
  });
}
