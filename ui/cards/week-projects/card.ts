/** Where the week went so far, by project. Like a plugin's card it knows the contract and nothing else. */
import type { CardApi, CardProperties } from '@stint/plugin/ui';
import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { today, weekStart } from '../../data/days.ts';
import { base } from '../../styles/base.ts';

interface Group {
  key: { id: number | null; name: string | null; color?: string | null };
  duration_seconds: number;
}

const MOST = 6;

export default class WeekProjectsCard extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: var(--stint-space-3);
      }
      .line {
        display: flex;
        justify-content: space-between;
        gap: var(--stint-space-2);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .track {
        block-size: 6px;
        margin-block-start: var(--stint-space-1);
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-sunken);
        overflow: hidden;
      }
      .track div {
        block-size: 100%;
        inline-size: var(--share);
        background: var(--color, var(--stint-color-line-strong));
      }
    `,
  ];

  @property({ attribute: false }) api!: CardApi;
  @property({ attribute: false }) user!: CardProperties['user'];
  @state() private groups?: Group[];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of ['entry', 'timer', 'project'])
      this.api.subscribe(topic, () => this.refresh());
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const to = today();
    const from = weekStart(to, this.user.week_start);
    const query = { from, to, user_id: this.user.id, group_by: 'project' };
    const { groups } = await this.api.read<{ groups: Group[] }>('/reports/summary', query);
    this.groups = groups.toSorted((a, b) => b.duration_seconds - a.duration_seconds).slice(0, MOST);
  }

  override render() {
    const { groups, api } = this;
    if (!groups) return nothing;
    if (groups.length === 0) return html`<p class="muted small">${api.t('weekProjects.empty')}</p>`;
    const most = Math.max(...groups.map(({ duration_seconds }) => duration_seconds), 1);
    return html`<ul>${groups.map(
      ({ key, duration_seconds }) => html`<li>
        <div class="line"><span class="name">${key.name ?? api.t('entry.noProject')}</span>
          <span class="numbers">${api.format.duration(duration_seconds)}</span></div>
        <div class="track" aria-hidden="true"><div style="--share: ${((duration_seconds / most) * 100).toFixed(1)}%;${key.color ? `--color: ${key.color}` : ''}"></div></div>
      </li>`,
    )}</ul>`;
  }
}
