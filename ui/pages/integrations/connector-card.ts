/**
 * The frame of one connection, which the host draws for every connector alike: what it is, how it stands,
 * and what can be done. Opened, it has the form of its settings, or the plugin's own card in place of one.
 */
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import refreshIcon from 'lucide-static/icons/refresh-cw.svg?raw';
import { confirm } from '../../components/confirm.ts';
import '../../components/delivery-log/log.ts';
import { StintElement } from '../../components/element.ts';
import { icon, namedIcon } from '../../components/icon.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { pluginsRead } from '../../data/queries.ts';
import type { Connector } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { type Standing, standing } from '../../styles/standing.ts';
import { wayToAccess } from './access.ts';
import './connection-settings.ts';
import { disconnect, isUnderWay, statusRead, syncConnection } from './connections.ts';
import { failedReturnTo, forgetReturn } from './way-back.ts';

const standings: Record<Connector['health'], Standing> = {
  not_configured: 'off',
  connected: 'good',
  syncing: 'busy',
  degraded: 'warn',
  reconnect: 'bad',
  error: 'bad',
  disabled: 'off',
};

@customElement('stint-connector-card')
export class ConnectorCard extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    standing,
    css`
      article {
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
        min-inline-size: 0;
      }
      header {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--stint-space-2) var(--stint-space-4);
        align-items: center;
        padding: var(--stint-space-4);
      }
      .glyph {
        display: grid;
        place-items: center;
        inline-size: 2.5rem;
        block-size: 2.5rem;
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
        color: var(--stint-color-muted);
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-1) var(--stint-space-3);
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--stint-space-4);
      }
      .note {
        margin: 0 var(--stint-space-4) var(--stint-space-4);
        overflow-wrap: anywhere;
      }
      .return {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-2);
      }
      .progress {
        display: grid;
        gap: var(--stint-space-1);
        padding: 0 var(--stint-space-4) var(--stint-space-4);
      }
      progress {
        inline-size: 100%;
        block-size: 6px;
        accent-color: var(--stint-color-accent);
      }
      .open {
        border-block-start: 1px solid var(--stint-color-line);
        padding: var(--stint-space-5) var(--stint-space-4);
        display: grid;
        gap: var(--stint-space-6);
      }
      .turn .icon {
        transition: rotate var(--stint-quick) var(--stint-ease);
      }
      .turn[aria-expanded='true'] .icon {
        rotate: 180deg;
      }
      @container page (max-width: 40rem) {
        header {
          grid-template-columns: auto minmax(0, 1fr);
        }
        header .actions {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) connector!: Connector;
  @property({ type: Boolean }) open = false;
  @state() private isAsking = false;
  private readonly status = new QueryController(this, () => ({
    ...statusRead(this.connector),
    enabled: this.open && this.connector.health !== 'disabled',
  }));
  private readonly plugins = new QueryController(this, () => pluginsRead);

  override render() {
    const { connector, open } = this;
    const health = this.health();
    const isConnected = health !== 'not_configured' && health !== 'disabled';
    return html`<article aria-labelledby="name">
      <header>
        <span class="glyph">${this.renderIcon()}</span>
        <div>
          <div class="name"><h2 id="name">${connector.display_name}</h2>
            <span class="pill ${standings[health]}" role="status">${t(`integrations.health.${health}`)}</span></div>
          ${connector.description ? html`<p class="small muted">${connector.description}</p>` : nothing}
          ${isConnected && connector.can_sync ? this.renderTimes() : nothing}
        </div>
        <div class="actions">
          ${
            isConnected && connector.can_sync
              ? html`<button class="small-button" aria-label=${t('integrations.syncOf', { name: connector.display_name })} ?disabled=${this.isSyncing()}
              @click=${this.sync}>${icon(refreshIcon)} ${t('integrations.sync')}</button>`
              : nothing
          }
          ${this.renderConnect(health)}
          ${health === 'disabled' ? nothing : this.renderTurn(isConnected)}
        </div>
      </header>
      ${this.renderProgress()}
      ${this.renderReturn()}
      ${this.renderTrouble(health)}
      <div id="settings" ?hidden=${!open}>${open ? this.renderOpen(isConnected) : nothing}</div>
    </article>`;
  }

  /** Where access is granted at the service, the way there. */
  private renderConnect(health: Connector['health']) {
    const { connector } = this;
    const isAgain = health === 'reconnect';
    if (!connector.connect_path || (!isAgain && health !== 'not_configured')) return nothing;
    const { display_name: name } = connector;
    return html`<a class="button primary small-button" rel="external" href=${wayToAccess(connector)}
      aria-label=${t(isAgain ? 'integrations.accessAgainOf' : 'integrations.connectOf', { name })}>${t(isAgain ? 'integrations.accessAgain' : 'integrations.connect')}</a>`;
  }

  private renderTurn(isConnected: boolean) {
    const { connector, open } = this;
    // One primary way to connect: through the form, where it is not through the service.
    const isConnect = !isConnected && !connector.connect_path;
    const { display_name: name } = connector;
    return html`<button class="small-button turn ${isConnect ? 'primary' : ''}" aria-expanded=${open} aria-controls="settings"
      aria-label=${t(isConnect ? 'integrations.connectOf' : 'integrations.settingsOf', { name })}
      @click=${this.turn}>${t(isConnect ? 'integrations.connect' : 'integrations.settings')} ${icon(chevronDown)}</button>`;
  }

  /** Why somebody came back from the service without a connection. */
  private renderReturn() {
    const reason = failedReturnTo(this.connector);
    if (!reason) return nothing;
    return html`<div class="note bad return" role="alert"><p>${reason}</p>
      <button class="small-button" @click=${forgetReturn}>${t('action.dismiss')}</button></div>`;
  }

  private renderIcon() {
    const cards = this.plugins.data?.find(({ id }) => id === this.connector.id)?.cards ?? [];
    const named = cards.find((card) => card.region === 'integration.settings/v1') ?? cards[0];
    return named?.icon ? namedIcon(named.icon) : icon(plug);
  }

  private renderTimes() {
    const { last_sync_at: last, next_sync_at: next } = this.connector;
    const moment = (at: string) => `${format.day(at)}, ${format.time(at)}`;
    return html`<p class="small muted facts">
      <span>${last ? t('integrations.lastSync', { moment: moment(last) }) : t('integrations.neverSynced')}</span>
      ${next ? html`<span>${t('integrations.nextSync', { moment: moment(next) })}</span>` : nothing}
    </p>`;
  }

  private renderProgress() {
    if (!this.isSyncing()) return nothing;
    const { synced = 0, updated = 0, total } = this.status.data?.sync ?? {};
    const done = synced + updated;
    const text = total
      ? t('integrations.progressOf', { done, total })
      : t('integrations.progress', { count: done });
    return html`<div class="progress">
      <progress max=${total ?? nothing} value=${total ? done : nothing} aria-label=${t('integrations.syncing')}></progress>
      <p class="small muted numbers">${text}</p>
    </div>`;
  }

  private renderTrouble(health: Connector['health']) {
    const { last_error } = this.connector;
    if (health === 'disabled')
      return html`<p class="note small">${t('integrations.disabledText')}</p>`;
    if (!last_error) return nothing;
    const isBad = health === 'reconnect' || health === 'error';
    const todo = health === 'reconnect' && this.connector.connect_path ? 'grant' : health;
    return html`<div class="note ${isBad ? 'bad' : 'warn'}">
      <p>${last_error}</p><p class="small">${t(`integrations.todo.${todo}`)}</p></div>`;
  }

  private renderOpen(isConnected: boolean) {
    const { connector } = this;
    return html`<div class="open">
      <stint-connection-settings .connector=${connector} .status=${this.status.data}></stint-connection-settings>
      ${connector.has_webhooks && isConnected ? html`<stint-delivery-log .connector=${connector}></stint-delivery-log>` : nothing}
      ${
        isConnected
          ? html`<div class="actions"><button class="small-button" @click=${this.disconnect}>${t('integrations.disconnect')}</button></div>`
          : nothing
      }
    </div>`;
  }

  /** What is looked at closely is newer than the list. */
  private health(): Connector['health'] {
    if (this.connector.health === 'disabled' || !this.open) return this.connector.health;
    const { data } = this.status;
    return data?.ok ? (data.health ?? this.connector.health) : this.connector.health;
  }

  private isSyncing(): boolean {
    return this.isAsking || isUnderWay(this.status.data) || this.connector.health === 'syncing';
  }

  private turn(): void {
    const path = this.open ? '/integrations' : `/integrations/${this.connector.id}`;
    void navigate(path, { replace: true });
  }

  private async sync(): Promise<void> {
    this.isAsking = true;
    try {
      const { ok, error, state, synced = 0, updated = 0 } = await syncConnection(this.connector);
      if (!ok) toast(error ?? t('integrations.syncFailed'), { kind: 'error' });
      else if (state === 'done') toast(t('integrations.synced', { count: synced + updated }));
      else toast(t('integrations.syncGoesOn'));
    } catch (error) {
      toastError(error);
    } finally {
      this.isAsking = false;
    }
  }

  private async disconnect(): Promise<void> {
    const { connector } = this;
    const yes = await confirm({
      heading: t('integrations.disconnectHeading', { name: connector.display_name }),
      text: t('integrations.disconnectText'),
      action: t('integrations.disconnect'),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      const { warning } = await disconnect(connector);
      toast(
        warning ? t('integrations.disconnectWarning', { warning }) : t('integrations.disconnected'),
        { kind: warning ? 'error' : 'info' },
      );
      await navigate('/integrations', { replace: true });
    } catch (error) {
      toastError(error);
    }
  }
}
