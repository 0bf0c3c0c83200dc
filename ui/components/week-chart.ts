/** Hours of the last twelve weeks, of whatever the filters leave. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { QueryController } from '../controllers/query.ts';
import type { Query } from '../data/api.ts';
import { addDays, today, weekStart } from '../data/days.ts';
import { readOne } from '../data/queries.ts';
import type { Summary } from '../data/wire.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import './bar-chart.ts';
import { StintElement } from './element.ts';
import { reading } from './reading.ts';

const WEEKS = 12;

/** @example html`<stint-week-chart .filters=${{ project_id: 7 }}></stint-week-chart>` */
@customElement('stint-week-chart')
export class WeekChart extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      stint-bar-chart {
        block-size: 10rem;
      }
    `,
  ];

  @property({ attribute: false }) filters: Query = {};

  private readonly summary = new QueryController(this, () => {
    const { from, to } = this.period();
    return readOne<Summary>('/reports/summary', { from, to, group_by: 'week', ...this.filters });
  });

  override render() {
    return reading(this.summary, ({ groups }) => {
      const { from, to } = this.period();
      const seconds = new Map(
        groups.map(({ key, duration_seconds }) => [key.date, duration_seconds]),
      );
      const bars = Array.from({ length: WEEKS }, (_, index) => {
        const day = addDays(from, index * 7);
        return {
          // Every third, so that they fit.
          label: (WEEKS - 1 - index) % 3 === 0 ? format.shortDate(day) : '',
          name: t('weekChart.weekOf', { day: format.date(day) }),
          seconds: seconds.get(day) ?? 0,
          isCurrent: addDays(day, 7) > to,
        };
      });
      return html`<stint-bar-chart label=${t('weekChart.label')} .bars=${bars}></stint-bar-chart>`;
    });
  }

  private period(): { from: string; to: string } {
    const to = today();
    return { from: addDays(weekStart(to), -7 * (WEEKS - 1)), to };
  }
}
