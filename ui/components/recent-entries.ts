/** The last entries that ended, of whatever the filters leave: when, what, by whom, how long. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { QueryController } from '../controllers/query.ts';
import type { Query } from '../data/api.ts';
import { addDays, dayOf, today } from '../data/days.ts';
import { readList } from '../data/queries.ts';
import type { ReportEntry } from '../data/wire.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import { lists } from '../styles/lists.ts';
import { StintElement } from './element.ts';
import { reading } from './reading.ts';

const MOST = 10;
const BACK_DAYS = 90;

/** @example html`<stint-recent-entries .filters=${{ project_id: 7 }}></stint-recent-entries>` */
@customElement('stint-recent-entries')
export class RecentEntries extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      p {
        padding: 0 var(--stint-space-4) var(--stint-space-4);
      }
      td.what {
        inline-size: 100%;
        overflow-wrap: anywhere;
      }
      .about {
        display: block;
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      td:last-child {
        padding-inline-end: var(--stint-space-4);
      }
    `,
  ];

  @property({ attribute: false }) filters: Query = {};
  /** Says of which project each is. */
  @property({ type: Boolean }) projects = false;

  private readonly entries = new QueryController(this, () =>
    readList<ReportEntry>('/reports/detailed', {
      from: addDays(today(), -BACK_DAYS),
      to: today(),
      sort: '-start_time',
      limit: MOST,
      ...this.filters,
    }),
  );

  override render() {
    return reading(this.entries, ({ data }) =>
      data.length === 0
        ? html`<p class="muted">${t('recentEntries.none')}</p>`
        : html`<table>
            <thead class="for-readers"><tr><th scope="col">${t('entry.description')}</th><th scope="col">${t('recentEntries.day')}</th><th scope="col">${t('entry.duration')}</th></tr></thead>
            <tbody>${data.map((entry) => this.renderEntry(entry))}</tbody>
          </table>`,
    );
  }

  private renderEntry(entry: ReportEntry) {
    const about = [this.projects && entry.project_name, entry.task_name, entry.user_name];
    return html`<tr>
      <td class="what">${entry.description || html`<span class="muted">${t('entry.noDescription')}</span>`}
        <span class="about">${about.filter(Boolean).join(' · ') || nothing}</span></td>
      <td class="number muted">${format.date(dayOf(entry.start_time))}</td>
      <td class="number">${format.duration(entry.duration_seconds)}</td>
    </tr>`;
  }
}
