/** One's own account: how Stint looks and counts for this person, how they sign in, what was sent to them. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { tabStyles, tabs } from '../../components/tabs.ts';
import { QueryController } from '../../controllers/query.ts';
import { unreadRead } from '../../data/notifications.ts';
import { pluginsRead } from '../../data/queries.ts';
import type { Plugin } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { lists } from '../../styles/lists.ts';
import './general.ts';
import './inbox.ts';
import './session-list.ts';
import './password-form.ts';
import './plugin-settings.ts';
import './token-list.ts';
import './tracking.ts';
import './two-factor.ts';

const sections = ['general', 'tracking', 'plugins', 'security', 'tokens', 'notifications'] as const;
type Section = (typeof sections)[number];

@customElement('stint-profile-page')
export class ProfilePage extends StintElement {
  static override styles = [
    StintElement.styles,
    lists,
    tabStyles,
    css`
      .body {
        display: grid;
        gap: var(--stint-space-5);
        max-inline-size: 46rem;
      }
    `,
  ];

  @property({ attribute: false }) params: { section?: string } = {};
  private readonly plugins = new QueryController(this, () => pluginsRead);
  private readonly unread = new QueryController(this, () => unreadRead);

  override render() {
    // Only where there is something to set.
    const shown = sections.filter((name) => name !== 'plugins' || this.settable.length > 0);
    const current = sections.find((name) => name === this.params.section) ?? 'general';
    const all = shown.map((name) => ({
      href: name === 'general' ? '/profile' : `/profile/${name}`,
      label: t(`profile.section.${name}`),
      isCurrent: name === current,
      count: name === 'notifications' ? this.unread.data : 0,
    }));
    return html`<div class="page">
      <h1>${t('profile.title')}</h1>
      ${tabs(t('profile.sections'), all)}
      <div class="body">${this.renderSection(current)}</div>
    </div>`;
  }

  private get settable(): Plugin[] {
    return this.plugins.data?.filter((plugin) => plugin.has_own_settings) ?? [];
  }

  private renderSection(section: Section) {
    switch (section) {
      case 'general':
        return html`<stint-profile-general></stint-profile-general>`;
      case 'tracking':
        return html`<stint-profile-tracking></stint-profile-tracking>`;
      case 'plugins':
        return this.settable.map(
          (plugin) => html`<stint-plugin-settings .plugin=${plugin}></stint-plugin-settings>`,
        );
      case 'security':
        return html`<stint-password-form></stint-password-form><stint-two-factor></stint-two-factor><stint-session-list></stint-session-list>`;
      case 'tokens':
        return html`<stint-token-list></stint-token-list>`;
      case 'notifications':
        return html`<stint-inbox></stint-inbox>`;
    }
  }
}
