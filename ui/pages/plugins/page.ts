/** What is installed, how it stands, and what waits to be repaired; from here each plugin is opened, and others are installed. */
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { openAbove } from '../../components/open-above.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { installedRead, standingOf } from '../../data/plugins.ts';
import type { InstalledPlugin } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { isSafe } from '../../shell/cards/catalog.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import { InstallDialog } from './install-dialog.ts';

@customElement('stint-plugins-page')
export class PluginsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      td {
        vertical-align: top;
      }
      .trouble {
        overflow-wrap: anywhere;
        font-weight: var(--stint-weight);
      }
    `,
  ];

  private readonly plugins = new QueryController(this, () => installedRead);

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('plugins.title')}</h1>
        <button class="primary" @click=${() => openAbove(new InstallDialog())}>${icon(plus)} ${t('plugins.install')}</button>
      </div>
      ${isSafe ? html`<p class="note warn">${t('plugins.safePage')} <a href="/admin/plugins" rel="external">${t('plugins.leaveSafe')}</a></p>` : nothing}
      ${reading(this.plugins, (all) => this.renderList(all))}
    </div>`;
  }

  private renderList(all: InstalledPlugin[]) {
    const here = all.filter(({ uninstalled_at }) => !uninstalled_at);
    const gone = all.filter(({ uninstalled_at }) => uninstalled_at);
    return html`
      ${here.length === 0 ? html`<div class="panel empty"><p>${t('plugins.none')}</p></div>` : this.renderTable(here)}
      ${gone.length > 0 ? html`<section class="page" aria-labelledby="gone"><h2 id="gone">${t('plugins.gone')}</h2>${this.renderTable(gone)}</section>` : nothing}
    `;
  }

  private renderTable(all: InstalledPlugin[]) {
    return html`<div class="panel"><table>
      <thead><tr>
        <th scope="col">${t('plugins.plugin')}</th>
        <th scope="col" class="wide">${t('plugins.version')}</th>
        <th scope="col">${t('plugins.state')}</th>
      </tr></thead>
      <tbody>${repeat(
        all,
        ({ id }) => id,
        (one) => this.renderRow(one),
      )}</tbody>
    </table></div>`;
  }

  private renderRow(one: InstalledPlugin) {
    const { id, display_name, version, state, last_error, issues, purge_at } = one;
    const isOn = state !== 'disabled' && state !== 'uninstalled';
    return html`<tr>
      <th scope="row" class="name"><a href="/admin/plugins/${id}">${display_name}</a>
        ${last_error && isOn ? html`<p class="small trouble">${last_error}</p>` : nothing}
        ${issues.map(({ message }) => html`<p class="small trouble">${message}</p>`)}</th>
      <td class="wide numbers">${version}</td>
      <td><span class="pill ${standingOf(state)}">${t(`pluginState.${state}`)}</span>
        ${purge_at ? html`<p class="small muted">${t('plugins.keptUntil', { date: format.date(purge_at) })}</p>` : nothing}</td>
    </tr>`;
  }
}
