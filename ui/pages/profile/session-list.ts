/** The browsers in which somebody is signed in: this one is marked, the others can be signed out. */
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { readAll, refresh } from '../../data/queries.ts';
import type { Session } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import { deviceOf } from './device.ts';

@customElement('stint-session-list')
export class SessionList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      li {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        padding: var(--stint-space-3) var(--stint-space-4);
        border-block-start: 1px solid var(--stint-color-line);
      }
      li > .icon {
        color: var(--stint-color-muted);
      }
      .what {
        flex: 1;
        min-inline-size: 0;
      }
      .what p:first-child {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-2);
      }
    `,
  ];

  private readonly sessions = new QueryController(this, () => readAll<Session>('/me/sessions'));

  override render() {
    return html`<section class="panel" aria-labelledby="sessions">
      <header>
        <div><h2 id="sessions">${t('profile.sessions')}</h2><p class="small muted">${t('profile.sessionsText')}</p></div>
        ${this.others().length > 0 ? html`<button class="small-button" @click=${this.endOthers}>${t('profile.endOthers')}</button>` : nothing}
      </header>
      ${reading(
        this.sessions,
        (all) =>
          html`<ul>${repeat(
            all.toSorted((a, b) => Number(b.is_current) - Number(a.is_current)),
            ({ id }) => id,
            (one) => this.renderSession(one),
          )}</ul>`,
      )}
    </section>`;
  }

  private renderSession(session: Session) {
    const { id, ip, is_current, last_used_at } = session;
    const name = nameOf(session);
    const last = { day: format.day(last_used_at), time: format.time(last_used_at) };
    return html`<li>${icon(monitor)}
      <div class="what">
        <p><strong>${name}</strong>${is_current ? html`<span class="pill good">${t('profile.thisBrowser')}</span>` : nothing}</p>
        <p class="small muted">${t('profile.lastUsed', last)}${ip ? html` · <span class="numbers">${ip}</span>` : nothing}</p>
      </div>
      ${is_current ? nothing : html`<button class="small-button" aria-label=${t('profile.endOf', { name })} @click=${() => this.end([id])}>${t('profile.end')}</button>`}
    </li>`;
  }

  private others(): Session[] {
    return this.sessions.data?.filter(({ is_current }) => !is_current) ?? [];
  }

  private async endOthers(): Promise<void> {
    const ids = this.others().map(({ id }) => id);
    const yes = await confirm({
      heading: t('profile.endOthersHeading', { count: ids.length }),
      text: t('profile.endOthersText'),
      action: t('profile.endOthers'),
      isDangerous: true,
    });
    if (yes) await this.end(ids);
  }

  private async end(ids: number[]): Promise<void> {
    try {
      for (const id of ids) await api.delete(`/me/sessions/${id}`);
      toast(t('profile.ended', { count: ids.length }));
    } catch (error) {
      toastError(error);
    }
    refresh('me');
  }
}

function nameOf({ user_agent }: Session): string {
  return deviceOf(user_agent).join(' · ') || t('profile.unknownBrowser');
}
