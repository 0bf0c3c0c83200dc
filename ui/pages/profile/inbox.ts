/** What plugins and Stint told this person in the last 90 days. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { markNotificationsRead, notificationsRead } from '../../data/notifications.ts';
import { pluginsRead, type Rows } from '../../data/queries.ts';
import type { Notification } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const FIRST = 30;

@customElement('stint-inbox')
export class Inbox extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .panel {
        display: grid;
      }
      li {
        display: grid;
        grid-template-columns: 0.5rem minmax(0, 1fr) auto;
        gap: var(--stint-space-1) var(--stint-space-3);
        align-items: start;
        padding: var(--stint-space-3) var(--stint-space-4);
        border-block-start: 1px solid var(--stint-color-line);
      }
      .mark {
        inline-size: 0.5rem;
        block-size: 0.5rem;
        margin-block-start: 0.4rem;
        border-radius: 50%;
      }
      .unread .mark {
        background: var(--stint-color-accent);
      }
      .unread .text {
        font-weight: var(--stint-weight-medium);
      }
      .text {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private most = FIRST;
  private readonly notes = new QueryController(this, () => notificationsRead(this.most));
  private readonly plugins = new QueryController(this, () => pluginsRead);

  override render() {
    const newest = this.notes.data?.rows[0];
    const isUnread = this.notes.data?.rows.some(({ read_at }) => !read_at);
    return html`<section class="panel" aria-labelledby="inbox">
      <header>
        <div><h2 id="inbox">${t('profile.section.notifications')}</h2><p class="small muted">${t('profile.inboxText')}</p></div>
        ${newest && isUnread ? html`<button class="small-button" @click=${() => this.mark({ up_to: newest.id })}>${t('profile.readAll')}</button>` : nothing}
      </header>
      ${reading(this.notes, (page) => this.renderList(page))}
    </section>`;
  }

  private renderList({ rows, isMore }: Rows<Notification>) {
    if (rows.length === 0) return html`<div class="empty"><p>${t('profile.inboxEmpty')}</p></div>`;
    return html`<ul>${repeat(
      rows,
      ({ id }) => id,
      (note) => this.renderNote(note),
    )}</ul>
    ${
      isMore
        ? html`<button class="more quiet" @click=${() => {
            this.most += FIRST;
          }}>${icon(chevronDown)} ${t('profile.older')}</button>`
        : nothing
    }`;
  }

  private renderNote({ id, text, link, plugin_id, created_at, read_at }: Notification) {
    const when = `${format.day(created_at)}, ${format.time(created_at)}`;
    return html`<li class=${read_at ? '' : 'unread'}>
      <span class="mark"></span>
      <div>
        <p class="text">${read_at ? nothing : html`<span class="for-readers">${t('profile.unread')}: </span>`}${
          link
            ? html`<a href=${link} @click=${() => !read_at && this.mark({ ids: [id] })}>${text}</a>`
            : text
        }</p>
        <p class="small muted">${this.senderOf(plugin_id)} · ${when}</p>
      </div>
      ${read_at ? nothing : html`<button class="quiet small-button" aria-label=${t('profile.readOf', { text })} @click=${() => this.mark({ ids: [id] })}>${t('profile.markRead')}</button>`}
    </li>`;
  }

  private senderOf(plugin_id: string | null): string {
    if (plugin_id === null) return 'Stint';
    return this.plugins.data?.find(({ id }) => id === plugin_id)?.display_name ?? plugin_id;
  }

  private mark(which: { ids: number[] } | { up_to: number }): void {
    markNotificationsRead(which).catch(toastError);
  }
}
