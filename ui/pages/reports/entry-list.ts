/** The entries behind a report, newest first, some at a time. */
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StintElement } from '../../components/element.ts';
import { editEntryDialog } from '../../components/entry-editor/open.ts';
import { reading } from '../../components/reading.ts';
import { toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api, type Query } from '../../data/api.ts';
import { dayOf } from '../../data/days.ts';
import { type Rows, readSome } from '../../data/queries.ts';
import { isManager } from '../../data/session.ts';
import type { ReportEntry, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const A_PAGE = 50;

@customElement('stint-report-entries')
export class EntryList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-4);
      }
      th:last-child,
      td:last-child {
        padding-inline-end: var(--stint-space-4);
      }
      .what {
        inline-size: 45%;
        font-weight: var(--stint-weight);
      }
      .pick {
        min-block-size: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        font-weight: var(--stint-weight-medium);
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .pick:hover {
        background: none;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .about {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
        overflow-wrap: anywhere;
      }
      .when {
        white-space: nowrap;
      }
      .when span {
        display: block;
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      @media print {
        .more {
          display: none;
        }
        tr {
          break-inside: avoid;
        }
      }
    `,
  ];

  /** Days and filters, as the API takes them. */
  @property({ attribute: false }) query: Query = {};
  /** How many there are. */
  @property({ type: Number }) count = 0;
  @state() private most = A_PAGE;
  private readonly entries = new QueryController(this, () =>
    readSome<ReportEntry>('/reports/detailed', { ...this.query, sort: '-start_time' }, this.most),
  );

  override render() {
    return reading(this.entries, (found) => this.renderList(found));
  }

  private renderList({ rows, isMore }: Rows<ReportEntry>) {
    const isWhole = rows.every(({ duration_seconds }) => duration_seconds % 60 === 0);
    const write = isWhole ? format.duration : format.clock;
    return html`<section class="panel" aria-label=${t('reports.detailed')}><table>
        <thead><tr>
          <th scope="col">${t('reports.when')}</th>
          <th scope="col">${t('entry.description')}</th>
          ${isManager.value ? html`<th scope="col" class="wide">${t('reports.by.user')}</th>` : nothing}
          <th scope="col" class="number">${t('reports.time')}</th>
          <th scope="col" class="number wide">${t('reports.amount')}</th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (entry) => this.renderEntry(entry, write),
        )}</tbody>
      </table></section>
      ${
        isMore
          ? html`<p class="small muted">${t('reports.someOf', { shown: rows.length, count: this.count })}</p>
        <button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>`
          : nothing
      }`;
  }

  private renderEntry(entry: ReportEntry, write: (seconds: number) => string) {
    const { project_name, project_color, client_name, task_name, tag_names } = entry;
    const about = [project_name, client_name, task_name, ...tag_names].filter(Boolean);
    const end = format.time(entry.end_time);
    return html`<tr>
      <td class="when numbers">${format.date(dayOf(entry.start_time))}
        <span>${format.time(entry.start_time)} – ${end}</span></td>
      <th scope="row" class="what">
        <button class="pick" title=${t('reports.edit')} @click=${() => this.edit(entry.id)}>${entry.description || t('entry.noDescription')}</button>
        ${about.length > 0 ? html`<p class="about">${project_color ? html`<span class="dot" style="--dot: ${project_color}"></span>` : nothing}${about.join(' · ')}</p>` : nothing}
      </th>
      ${isManager.value ? html`<td class="wide">${entry.user_name}</td>` : nothing}
      <td class="number">${write(entry.duration_seconds)}</td>
      <td class="number wide">${entry.amount && entry.currency ? format.money(entry.amount, entry.currency) : nothing}</td>
    </tr>`;
  }

  private async edit(id: number): Promise<void> {
    try {
      await editEntryDialog(await api.get<TimeEntry>(`/time-entries/${id}`));
    } catch (error) {
      toastError(error);
    }
  }
}
