/**
 * Installs a plugin from a file in two steps: what it is and what it asks for is shown first, with what its
 * code can do all the same, and what was looked at is what is installed, by its hash.
 */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { FormFaults } from '../../components/form-faults.ts';
import { toast } from '../../components/toast.ts';
import { uploadPlugin } from '../../data/plugin-upload.ts';
import { refreshPlugins } from '../../data/plugins.ts';
import type { InstallReport } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';

interface Permissions {
  data?: string[];
  network?: string[];
  secrets?: boolean;
}

/** Dispatches `close` when it is gone. */
@customElement('stint-install-dialog')
export class InstallDialog extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--stint-space-2) var(--stint-space-4);
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

  @state() private file?: File;
  @state() private report?: InstallReport;
  @state() private isTrusted = false;
  private readonly faults = new FormFaults(this);

  override render() {
    const { report, faults } = this;
    const heading = report
      ? t('plugins.confirmHeading', { name: report.display_name, version: report.version })
      : t('plugins.install');
    return html`<stint-dialog open heading=${heading} style="--dialog-size: 38rem" @close=${this.close}>
      <div class="fields">
        ${report ? this.renderReport(report) : this.renderChoice()}
        ${faults.rest()}
      </div>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${this.close}>${t('action.cancel')}</button>
        ${
          report
            ? html`<button class="primary" ?disabled=${faults.isBusy || !this.isTrusted} @click=${this.install}>
              ${t(faults.isBusy ? 'plugins.installing' : report.current_version ? 'plugins.replace' : 'plugins.installNow')}</button>`
            : html`<button class="primary" ?disabled=${faults.isBusy || !this.file} @click=${this.look}>${t('plugins.look')}</button>`
        }
      </div>
    </stint-dialog>`;
  }

  private renderChoice() {
    return html`<p>${t('plugins.installText')}</p>
      <div class="field"><label for="file">${t('plugins.file')}</label>
        <input id="file" type="file" accept=".tgz,.tar.gz,application/gzip" aria-describedby="file-hint" @change=${(
          event: Event,
        ) => {
          this.file = (event.target as HTMLInputElement).files?.[0];
        }}>
        <p class="hint" id="file-hint">${t('plugins.fileHint')}</p></div>`;
  }

  private renderReport(report: InstallReport) {
    const { data = [], network = [], secrets } = (report.permissions ?? {}) as Permissions;
    const size = format.number(report.bytes / 1024, { maximumFractionDigits: 0 });
    return html`
      ${report.description ? html`<p>${report.description}</p>` : nothing}
      <dl>
        ${report.current_version ? html`<dt>${t('plugins.replaces')}</dt><dd class="numbers">${report.current_version}</dd>` : nothing}
        <dt>${t('plugins.asksData')}</dt><dd>${codes(data)}</dd>
        <dt>${t('plugins.asksNetwork')}</dt><dd>${codes(network)}</dd>
        <dt>${t('plugins.asksSecrets')}</dt><dd>${t(secrets ? 'plugins.keepsSecrets' : 'plugins.keepsNone')}</dd>
        <dt>${t('plugins.size')}</dt><dd>${t('plugins.files', { count: report.files, size })}</dd>
        <dt>SHA-256</dt><dd><code>${report.sha256}</code></dd>
        ${report.ignored_scripts.length > 0 ? html`<dt>${t('plugins.scripts')}</dt><dd>${t('plugins.scriptsText', { names: report.ignored_scripts.join(', ') })}</dd>` : nothing}
      </dl>
      ${
        report.added_permissions.length > 0 && report.current_version
          ? html`<p class="note warn">${t('plugins.added')} ${codes(report.added_permissions)}</p>`
          : nothing
      }
      <p class="note bad">${t('plugins.rights')}</p>
      <label class="check"><input type="checkbox" .checked=${this.isTrusted} @change=${(
        event: Event,
      ) => {
        this.isTrusted = (event.target as HTMLInputElement).checked;
      }}>${t('plugins.trust')}</label>`;
  }

  private async look(): Promise<void> {
    const { file } = this;
    if (file) this.report = await this.faults.during(() => uploadPlugin(file));
  }

  private async install(): Promise<void> {
    const { file, report } = this;
    if (!file || !report) return;
    const done = await this.faults.during(() => uploadPlugin(file, report.sha256));
    if (!done) return;
    refreshPlugins();
    toast(t('plugins.installed', { name: done.display_name, version: done.version }));
    this.close();
    await navigate(`/admin/plugins/${done.id}`);
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}

function codes(all: string[]) {
  if (all.length === 0) return html`<span class="muted">${t('plugins.asksNothing')}</span>`;
  return all.map((one) => html`<code>${one}</code> `);
}
