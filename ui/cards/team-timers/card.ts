/** Whose timer runs now, on what, and for how long: of everybody whose time the person may see. */
import type { CardApi, CardProperties } from '@stint/plugin/ui';
import { css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { TickController } from '../../controllers/ticking.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { Person, Project, TimeEntry } from '../../data/wire.ts';

const MOST = 200;

export default class TeamTimersCard extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
        gap: var(--stint-space-3) var(--stint-space-6);
      }
      li {
        display: flex;
        align-items: baseline;
        gap: var(--stint-space-3);
      }
      div {
        flex: 1;
        min-inline-size: 0;
      }
      p {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .since {
        color: var(--stint-color-running);
        font-weight: var(--stint-weight-medium);
      }
      .paused {
        color: var(--stint-color-muted);
      }
    `,
  ];

  @property({ attribute: false }) api!: CardApi;
  @property({ attribute: false }) user!: CardProperties['user'];
  @state() private entries?: TimeEntry[];
  private people: Person[] = [];
  private projects: Project[] = [];

  constructor() {
    super();
    new TickController(this, () => this.showTimes());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const topic of ['entry', 'timer', 'project'])
      this.api.subscribe(topic, () => this.refresh());
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const read = async <T>(path: string, query: Record<string, string | number | boolean>) =>
      (await this.api.read<{ data: T[] }>(path, { limit: MOST, ...query })).data;
    [this.people, this.projects, this.entries] = await Promise.all([
      read<Person>('/users', { sort: 'name' }),
      read<Project>('/projects', { sort: 'name' }),
      read<TimeEntry>('/time-entries', { running: true }),
    ]);
  }

  override render() {
    const { entries, api } = this;
    if (!entries) return nothing;
    if (entries.length === 0) return html`<p class="muted small">${api.t('teamTimers.empty')}</p>`;
    return html`<ul>${entries.map((entry) => {
      const person = this.people.find(({ id }) => id === entry.user_id);
      const project = this.projects.find(({ id }) => id === entry.project_id);
      const what = [entry.description, project?.name].filter(Boolean).join(' · ');
      return html`<li>
        <div><p>${person?.name}</p><p class="small muted">${what || api.t('entry.noDescription')}</p></div>
        <span class="numbers since ${entry.paused_at ? 'paused' : ''}" title=${entry.paused_at ? api.t('timer.paused') : nothing}></span>
      </li>`;
    })}</ul>`;
  }

  /** Past Lit: one text each. */
  private showTimes(): void {
    const places = Array.from(this.renderRoot?.querySelectorAll('.since') ?? []);
    for (const [index, entry] of (this.entries ?? []).entries()) {
      const text = this.api.format.duration(workedSeconds(entry));
      const place = places[index];
      if (place && place.textContent !== text) place.textContent = text;
    }
  }
}
