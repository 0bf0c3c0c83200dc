/** What was done last, each thing once, to go on with it. */
import type { CardApi, CardProperties } from '@stint/plugin/ui';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import play from 'lucide-static/icons/play.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { addDays, dayOf, today } from '../../data/days.ts';
import type { ReportEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';

const USUAL_COUNT = 5;
const BACK_DAYS = 30;
// Of the same thing there may be many.
const LOOKED_AT = 100;

export default class RecentEntriesCard extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      li {
        display: flex;
        align-items: center;
        gap: var(--stint-space-3);
        min-block-size: 2.75rem;
      }
      li + li {
        border-block-start: 1px solid var(--stint-color-line);
      }
      .dot {
        flex: none;
        inline-size: 0.625rem;
        block-size: 0.625rem;
        border-radius: 50%;
        background: var(--dot, var(--stint-color-line-strong));
      }
      .what {
        flex: 1;
        min-inline-size: 0;
      }
      .what p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) api!: CardApi;
  @property({ attribute: false }) user!: CardProperties['user'];
  @property({ attribute: false }) config: { count?: number } = {};
  @state() private entries?: ReportEntry[];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of ['entry', 'timer', 'project'])
      this.api.subscribe(topic, () => this.refresh());
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const to = today();
    const query = {
      from: addDays(to, -BACK_DAYS),
      to,
      user_id: this.user.id,
      sort: '-start_time',
      limit: LOOKED_AT,
    };
    this.entries = (await this.api.read<{ data: ReportEntry[] }>('/reports/detailed', query)).data;
  }

  override render() {
    const { entries, api } = this;
    if (!entries) return nothing;
    const things = new Map(entries.toReversed().map((entry) => [thingOf(entry), entry]));
    const newest = Array.from(things.values())
      .toSorted((a, b) => Date.parse(b.start_time) - Date.parse(a.start_time))
      .slice(0, this.config.count ?? USUAL_COUNT);
    if (newest.length === 0) return html`<p class="muted small">${api.t('recent.empty')}</p>`;
    return html`<ul>${newest.map((entry) => this.renderEntry(entry))}</ul>`;
  }

  private renderEntry(entry: ReportEntry) {
    const { api } = this;
    const what =
      entry.description || entry.task_name || entry.project_name || api.t('entry.noDescription');
    const about = [entry.project_name, entry.task_name].filter((one) => one && one !== what);
    const label = api.t('recent.resume', { what });
    return html`<li>
      <span class="dot" style=${entry.project_color ? `--dot: ${entry.project_color}` : ''}></span>
      <div class="what"><p>${what}</p><p class="small muted">${[...about, format.day(dayOf(entry.start_time))].join(' · ')}</p></div>
      <span class="numbers small muted">${api.format.duration(entry.duration_seconds)}</span>
      <button class="icon-button small-button" aria-label=${label} title=${label} @click=${() => this.resume(entry)}>${icon(play)}</button>
    </li>`;
  }

  private async resume({ id }: ReportEntry): Promise<void> {
    try {
      const body = { entry_id: id, on_running: 'switch' };
      await this.api.fetch('/timer/continue', { method: 'POST', body });
    } catch (error) {
      this.api.toast((error as Error).message, { kind: 'error' });
    }
  }
}

function thingOf({ description, project_id, task_id }: ReportEntry): string {
  return JSON.stringify([description, project_id, task_id]);
}
