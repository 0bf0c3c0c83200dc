/** What an import would do: counts, names, and each row that would be left out, with its reason. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import type { ImportReport } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const MOST_SHOWN = 100;
const MOST_NAMES = 20;
type Fault = ImportReport['errors'][number] | ImportReport['warnings'][number];

@customElement('stint-import-preview')
export class ImportPreview extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-5);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--stint-space-2) var(--stint-space-4);
        padding: var(--stint-space-4);
      }
      dt {
        color: var(--stint-color-muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) report!: ImportReport;

  override render() {
    const { report } = this;
    return html`<section class="panel" aria-label=${t('import.preview')}>
      <dl>
        <dt>${t('import.format')}</dt><dd>${t(`import.format.${report.format}`)}</dd>
        <dt>${t('import.new')}</dt><dd>${t('import.newText', { count: report.entries_created, hours: format.duration(report.duration_seconds_total) })}</dd>
        <dt>${t('import.known')}</dt><dd>${format.number(report.entries_skipped)}</dd>
        ${this.renderNames('clients', report.clients_created)}
        ${this.renderNames('projects', report.projects_created)}
        ${this.renderNames('tasks', report.tasks_created)}
        ${this.renderNames('tags', report.tags_created)}
      </dl></section>
      ${this.renderFaults('import.errors', report.errors, report.errors_total)}
      ${this.renderFaults('import.warnings', report.warnings, report.warnings_total)}`;
  }

  private renderNames(kind: string, names: string[]) {
    if (names.length === 0) return nothing;
    const shown = names.slice(0, MOST_NAMES).join(', ');
    return html`<dt>${t(`import.new.${kind}`)}</dt><dd>${names.length > MOST_NAMES ? t('import.andMore', { names: shown, count: names.length - MOST_NAMES }) : shown}</dd>`;
  }

  private renderFaults(title: string, faults: Fault[], total: number) {
    if (total === 0) return nothing;
    return html`<section class="panel" aria-label=${t(title, { count: total })}>
      <header><h2>${t(title, { count: total })}</h2></header>
      <table>
        <thead><tr>
          <th scope="col" class="number">${t('import.line')}</th>
          <th scope="col" class="wide">${t('import.column')}</th>
          <th scope="col" class="wide">${t('import.value')}</th>
          <th scope="col">${t('import.reason')}</th>
        </tr></thead>
        <tbody>${faults.slice(0, MOST_SHOWN).map(
          ({ line, column, value, reason, code }) => html`<tr>
            <td class="number">${line ?? '–'}</td><td class="wide">${column ?? '–'}</td><td class="wide">${value}</td><td>${code === 'person_unknown' ? t('import.personUnknown') : reason}</td>
          </tr>`,
        )}</tbody>
      </table></section>`;
  }
}
