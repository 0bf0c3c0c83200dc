/** The hours of today and of this week, beside what the same part of the last four weeks came to. */
import type { CardApi, CardProperties } from '@stint/plugin/ui';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { TickController } from '../../controllers/ticking.ts';
import { addDays, dayOf, today, weekStart } from '../../data/days.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { Summary, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';

const WEEKS = 4;

export default class HoursCard extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: grid;
        align-content: space-between;
        gap: var(--stint-space-3);
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: var(--stint-space-2) var(--stint-space-8);
      }
      dt {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      dd {
        font-size: var(--stint-text-2xl);
        font-weight: var(--stint-weight-bold);
        line-height: var(--stint-leading-tight);
        letter-spacing: -0.02em;
      }
    `,
  ];

  @property({ attribute: false }) api!: CardApi;
  @property({ attribute: false }) user!: CardProperties['user'];
  @state() private groups?: Summary['groups'];

  constructor() {
    super();
    new TickController(this, () => this.showSums());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of ['entry', 'timer']) this.api.subscribe(topic, () => this.refresh());
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const to = today();
    const from = addDays(weekStart(to, this.user.week_start), -7 * WEEKS);
    const query = { from, to, user_id: this.user.id, group_by: 'day' };
    this.groups = (await this.api.read<Summary>('/reports/summary', query)).groups;
  }

  override render() {
    if (!this.groups) return nothing;
    const { api } = this;
    const usual = this.usual();
    return html`
      <dl>
        <div><dt>${api.t('hours.today')}</dt><dd class="numbers day"></dd></div>
        <div><dt>${api.t('hours.week')}</dt><dd class="numbers week"></dd></div>
      </dl>
      <p class="small muted">${
        usual === undefined
          ? api.t('hours.noBaseline')
          : api.t('hours.usual', {
              duration: api.format.duration(usual),
              day: format.weekday(today(), 'long'),
            })
      }</p>`;
  }

  /** What weeks with work in them came to on average, up to this day of the week. */
  private usual(): number | undefined {
    const to = today();
    const week = weekStart(to, this.user.week_start);
    const sums = Array.from({ length: WEEKS }, (_, index) => {
      const back = -7 * (index + 1);
      return {
        all: this.sum(addDays(week, back), addDays(week, back + 6)),
        part: this.sum(addDays(week, back), addDays(to, back)),
      };
    }).filter(({ all }) => all > 0);
    if (sums.length === 0) return undefined;
    return sums.reduce((sum, { part }) => sum + part, 0) / sums.length;
  }

  /** Past Lit: two texts that tick with what runs. */
  private showSums(): void {
    const day = today();
    const running = this.api?.timer.entry as TimeEntry | null | undefined;
    const runningSince = (from: string) =>
      running && dayOf(running.start_time) >= from ? workedSeconds(running) : 0;
    const show = (selector: string, from: string) => {
      const text = this.api.format.duration(this.sum(from, day) + runningSince(from));
      const element = this.renderRoot?.querySelector(selector);
      if (element && element.textContent !== text) element.textContent = text;
    };
    show('.day', day);
    show('.week', weekStart(day, this.user.week_start));
  }

  private sum(from: string, to: string): number {
    return (this.groups ?? [])
      .filter(({ key: { date = '' } }) => date >= from && date <= to)
      .reduce((sum, { duration_seconds }) => sum + duration_seconds, 0);
  }
}
