/** The hours of the last days as bars. */
import type { CardApi, CardProperties } from '@stint/plugin/ui';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import '../../components/bar-chart.ts';
import { StintElement } from '../../components/element.ts';
import { addDays, today } from '../../data/days.ts';
import type { Summary } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';

const USUAL_DAYS = 14;
// A weekday below each bar has room up to here; beyond, the day of the month.
const MOST_WEEKDAYS = 14;

export default class HoursByDayCard extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: grid;
      }
    `,
  ];

  @property({ attribute: false }) api!: CardApi;
  @property({ attribute: false }) user!: CardProperties['user'];
  @property({ attribute: false }) config: { days?: number } = {};
  @state() private groups?: Summary['groups'];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of ['entry', 'timer']) this.api.subscribe(topic, () => this.refresh());
    void this.refresh();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('config') && this.groups) void this.refresh();
  }

  async refresh(): Promise<void> {
    const [from] = this.days();
    const query = { from, to: today(), user_id: this.user.id, group_by: 'day' };
    this.groups = (await this.api.read<Summary>('/reports/summary', query)).groups;
  }

  override render() {
    const { groups, api } = this;
    if (!groups) return nothing;
    const seconds = new Map(
      groups.map(({ key, duration_seconds }) => [key.date, duration_seconds]),
    );
    const days = this.days();
    const bars = days.map((day) => ({
      label: days.length > MOST_WEEKDAYS ? String(Number(day.slice(8))) : format.weekday(day),
      name: format.day(day),
      seconds: seconds.get(day) ?? 0,
      isCurrent: day === today(),
    }));
    return html`<stint-bar-chart label=${api.t('hoursByDay.label', { days: days.length })} .bars=${bars}></stint-bar-chart>`;
  }

  private days(): string[] {
    const count = this.config.days ?? USUAL_DAYS;
    return Array.from({ length: count }, (_, index) => addDays(today(), index + 1 - count));
  }
}
