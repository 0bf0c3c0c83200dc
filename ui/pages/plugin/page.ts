/** One plugin: how it stands and why, its settings, its versions, what it asks for, and how to take it away. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { installedOne, refreshPlugins, standingOf, versionsRead } from '../../data/plugins.ts';
import type { InstalledPlugin, PluginVersion } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate } from '../../shell/place.ts';
import { pageTitle } from '../../shell/title.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import './plugin-settings.ts';

@customElement('stint-plugin-page')
export class PluginPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      .page {
        max-inline-size: 54rem;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-3);
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: var(--stint-space-1);
        inline-size: fit-content;
      }
      .note {
        overflow-wrap: anywhere;
      }
      .notes {
        display: grid;
        gap: var(--stint-space-2);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--stint-space-2) var(--stint-space-5);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--stint-color-muted);
      }
      code {
        font-family: var(--stint-font-mono);
        font-size: var(--stint-text-xs);
      }
    `,
  ];

  @property({ attribute: false }) params: { id?: string } = {};
  private readonly plugin = new QueryController(this, () => installedOne(this.params.id ?? ''));
  private readonly versions = new QueryController(this, () => versionsRead(this.params.id ?? ''));

  override render() {
    return html`<div class="page">
      <a class="back small" href="/admin/plugins">${icon(chevronLeft)} ${t('plugin.all')}</a>
      ${reading(this.plugin, (one) => this.renderPlugin(one))}
    </div>`;
  }

  override updated(): void {
    const name = this.plugin.data?.display_name;
    if (name) pageTitle.value = name;
  }

  private renderPlugin(one: InstalledPlugin) {
    const { id, display_name, state, uninstalled_at } = one;
    return html`
      <div class="top">
        <div class="name"><h1>${display_name}</h1>
          <span class="pill ${standingOf(state)}" role="status">${t(`pluginState.${state}`)}</span></div>
        ${this.renderActions(one)}
      </div>
      ${this.renderTrouble(one)}
      ${uninstalled_at || !isRunning(one) ? nothing : html`<stint-plugin-settings .plugin=${id}></stint-plugin-settings>`}
      ${this.renderFacts(one)}
      ${reading(this.versions, (all) => (all.length === 0 ? nothing : this.renderVersions(all)))}
      ${this.renderRemoval(one)}
    `;
  }

  private renderActions({ id, display_name, enabled, uninstalled_at }: InstalledPlugin) {
    if (uninstalled_at) {
      return html`<div class="actions"><button class="primary" @click=${() => this.act(`/plugins/${id}/restore`, t('plugin.restored', { name: display_name }))}>${t('plugin.restore')}</button></div>`;
    }
    return html`<div class="actions">${
      enabled
        ? html`<button @click=${() => this.disable(id, display_name)}>${t('plugin.disable')}</button>`
        : html`<button class="primary" @click=${() => this.act(`/plugins/${id}/enable`, t('plugin.enabled', { name: display_name }))}>${t('plugin.enable')}</button>`
    }</div>`;
  }

  private renderTrouble(one: InstalledPlugin) {
    const { state, last_error, issues, crashes, purge_at } = one;
    const isOff = state === 'disabled' || state === 'uninstalled';
    return html`<div class="notes">
      ${last_error && !isOff ? html`<p class="note ${state === 'failed' || state === 'incompatible' ? 'bad' : 'warn'}">${last_error}</p>` : nothing}
      ${state === 'needs_config' ? html`<p class="note warn">${t('plugin.needsConfig')}</p>` : nothing}
      ${crashes > 0 ? html`<p class="note bad">${t('plugin.crashes', { count: crashes })}</p>` : nothing}
      ${purge_at ? html`<p class="note warn">${t('plugin.purgeAt', { date: format.date(purge_at) })}</p>` : nothing}
      ${issues.map(
        ({
          severity,
          message,
          action,
          raised_at,
        }) => html`<div class="note ${severity === 'error' ? 'bad' : 'warn'}">
          <p><strong>${message}</strong></p>${action ? html`<p>${action}</p>` : nothing}
          <p class="small muted">${t('plugin.since', { day: format.day(raised_at), time: format.time(raised_at) })}</p></div>`,
      )}
    </div>`;
  }

  private renderFacts(one: InstalledPlugin) {
    const manifest = one.manifest as Manifest | null;
    const { data = [], network = [], secrets } = manifest?.permissions ?? {};
    return html`<section class="panel" aria-labelledby="facts">
      <header><h2 id="facts">${t('plugin.facts')}</h2></header>
      <dl class="inside">
        ${manifest?.description ? html`<dt>${t('plugin.about')}</dt><dd>${manifest.description}</dd>` : nothing}
        <dt>${t('plugin.version')}</dt><dd class="numbers">${one.version}</dd>
        <dt>${t('plugin.stateSince')}</dt><dd>${format.day(one.state_since)}, ${format.time(one.state_since)}</dd>
        <dt>${t('plugin.data')}</dt><dd>${codes(data)}</dd>
        <dt>${t('plugin.network')}</dt><dd>${codes(network)}</dd>
        <dt>${t('plugin.secrets')}</dt><dd>${t(secrets ? 'plugin.yes' : 'plugin.no')}</dd>
        ${one.closed_guards.length > 0 ? html`<dt>${t('plugin.guards')}</dt><dd>${codes(one.closed_guards)}</dd>` : nothing}
      </dl>
    </section>`;
  }

  private renderVersions(all: PluginVersion[]) {
    return html`<section class="panel" aria-labelledby="versions">
      <header><div><h2 id="versions">${t('plugin.versions')}</h2><p class="small muted">${t('plugin.versionsText')}</p></div></header>
      <table>
        <thead><tr><th scope="col">${t('plugin.version')}</th><th scope="col">${t('plugin.installedAt')}</th>
          <th scope="col" class="wide">${t('plugin.source')}</th><th class="end"><span class="for-readers">${t('list.actions')}</span></th></tr></thead>
        <tbody>${all.map((one) => this.renderVersion(one))}</tbody>
      </table>
    </section>`;
  }

  private renderVersion({ version, role, installed_at, source, is_here }: PluginVersion) {
    return html`<tr>
      <th scope="row" class="numbers">${version} ${role === 'current' ? html`<span class="badge">${t('plugin.current')}</span>` : nothing}</th>
      <td>${format.date(installed_at)}</td>
      <td class="wide name">${source}</td>
      <td class="end">${
        role === 'current'
          ? nothing
          : is_here
            ? html`<button class="small-button" aria-label=${t('plugin.goTo', { version })} @click=${() => this.rollBack(version)}>${t('plugin.rollBack')}</button>`
            : html`<span class="small muted">${t('plugin.notHere')}</span>`
      }</td>
    </tr>`;
  }

  private renderRemoval({ id, display_name, uninstalled_at }: InstalledPlugin) {
    return html`<section class="panel" aria-labelledby="removal">
      <header><h2 id="removal">${t('plugin.removal')}</h2></header>
      <div class="inside fields">
        <p class="small muted">${t('plugin.removalText')}</p>
        <div class="actions">
          ${uninstalled_at ? nothing : html`<button @click=${() => this.uninstall(id, display_name, false)}>${t('plugin.uninstall')}</button>`}
          <button @click=${() => this.uninstall(id, display_name, true)}>${t('plugin.purge')}</button>
        </div>
      </div>
    </section>`;
  }

  private async disable(id: string, name: string): Promise<void> {
    const yes = await confirm({
      heading: t('card.disableHeading', { name }),
      text: t('plugin.disableText'),
      action: t('plugin.disable'),
      isDangerous: true,
    });
    if (yes) await this.act(`/plugins/${id}/disable`, t('plugin.disabled', { name }));
  }

  private async rollBack(version: string): Promise<void> {
    const { id, display_name: name } = this.plugin.data as InstalledPlugin;
    const yes = await confirm({
      heading: t('plugin.rollBackHeading', { name, version }),
      text: t('plugin.rollBackText'),
      action: t('plugin.goTo', { version }),
    });
    if (yes) {
      const done = t('plugin.rolledBack', { name, version });
      await this.act(`/plugins/${id}/rollback`, done, { version });
    }
  }

  private async uninstall(id: string, name: string, drop_data: boolean): Promise<void> {
    const kind = drop_data ? 'purge' : 'uninstall';
    const yes = await confirm({
      heading: t(`plugin.${kind}Heading`, { name }),
      text: t(`plugin.${kind}Text`),
      action: t(`plugin.${kind}`),
      isDangerous: true,
    });
    if (!yes) return;
    const done = t(`plugin.${kind}Done`, { name });
    if (await this.act(`/plugins/${id}/uninstall`, done, { drop_data }))
      await navigate('/admin/plugins');
  }

  /** @returns whether it was done */
  private async act(path: string, done: string, body?: object): Promise<boolean> {
    try {
      await api.post(path, body);
      toast(done);
      return true;
    } catch (error) {
      toastError(error);
      return false;
    } finally {
      refreshPlugins();
    }
  }
}

interface Manifest {
  description?: string;
  permissions?: { data?: string[]; network?: string[]; secrets?: boolean };
}

/** Its code is loaded, so that it can say what settings it has. */
function isRunning({ state }: InstalledPlugin): boolean {
  return state === 'active' || state === 'degraded' || state === 'needs_config';
}

function codes(all: string[]) {
  if (all.length === 0) return html`<span class="muted">${t('plugin.none')}</span>`;
  return all.map((one) => html`<code>${one}</code> `);
}
