/** Beside the form of the settings: what a synchronisation would do, and what the last ones did. */
import { css, html, LitElement, nothing } from 'lit';

const HOME = '/api/plugins/google_calendar_connector';
const MOST_RUNS = 5;

class PreviewCard extends LitElement {
  static properties = {
    api: { attribute: false },
    config: { attribute: false },
    context: { attribute: false },
    preview: { state: true },
    runs: { state: true },
    projects: { state: true },
    isLinked: { state: true },
    isBusy: { state: true },
    problem: { state: true },
  };

  static styles = css`
    :host { display: grid; gap: var(--stint-space-4); font: inherit; color: var(--stint-color-text); }
    h3, p, ul { margin: 0; padding: 0; }
    h3 { font-size: var(--stint-text-m); font-weight: var(--stint-weight-bold); }
    section, ul { display: grid; gap: var(--stint-space-2); list-style: none; }
    ul { max-block-size: 22rem; overflow: auto; }
    li {
      display: grid;
      grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
      gap: 0 var(--stint-space-3);
      padding-block: var(--stint-space-2);
      border-block-start: 1px solid var(--stint-color-line);
      overflow-wrap: anywhere;
    }
    .muted { color: var(--stint-color-muted); font-size: var(--stint-text-s); }
    .numbers { font-variant-numeric: tabular-nums; }
    .bad { color: var(--stint-color-danger); }
    .counts { display: flex; flex-wrap: wrap; gap: var(--stint-space-2); }
    .counts span {
      padding: 0.125rem var(--stint-space-2);
      border-radius: var(--stint-radius-full);
      background: var(--stint-color-sunken);
      font-size: var(--stint-text-s);
    }
    button {
      min-block-size: var(--stint-control, 2.25rem);
      padding-inline: var(--stint-space-4);
      border: 1px solid var(--stint-color-line-strong);
      border-radius: var(--stint-radius-m);
      background: var(--stint-color-surface);
      color: var(--stint-color-text);
      font: inherit;
      cursor: pointer;
    }
    button:hover { background: var(--stint-color-hover); }
    button[disabled] { opacity: 0.55; cursor: not-allowed; }
    @container card (max-width: 24rem) {
      li { grid-template-columns: minmax(0, 1fr); }
    }
  `;

  connectedCallback() {
    super.connectedCallback();
    void this.refresh();
  }

  async refresh() {
    const { ok } = await this.api.fetch(`${HOME}/status`);
    this.isLinked = ok;
    if (!ok) return;
    const { data } = await this.api.fetch(`${HOME}/runs`);
    this.runs = data.slice(0, MOST_RUNS);
  }

  /** With the settings as they are saved. */
  async look() {
    this.isBusy = true;
    this.problem = undefined;
    try {
      const { data } = await this.api.read('/projects', { limit: 200 });
      this.projects = new Map(data.map(({ id, name }) => [id, name]));
      this.preview = await this.api.fetch(`${HOME}/preview`, { method: 'POST', body: {} });
    } catch (error) {
      this.problem = error.message;
    } finally {
      this.isBusy = false;
    }
  }

  render() {
    if (this.isLinked === undefined) return nothing;
    const { api } = this;
    if (!this.isLinked) return html`<p class="muted">${api.t('not_connected')}</p>`;
    return html`
      <section>
        <p class="muted">${api.t('preview_help')}</p>
        <div><button type="button" ?disabled=${this.isBusy} @click=${this.look}>${api.t(this.isBusy ? 'looking' : 'look')}</button></div>
        <div role="status">${this.problem ? html`<p class="bad">${this.problem}</p>` : this.renderPreview()}</div>
      </section>
      ${this.renderRuns()}
    `;
  }

  renderPreview() {
    const { preview, api } = this;
    if (!preview) return nothing;
    const counts = Object.entries(preview.counts);
    if (counts.length === 0) return html`<p>${api.t('preview_empty')}</p>`;
    return html`
      <p class="counts">${counts.map(([does, count]) => html`<span>${api.t(`does.${does}`, { count })}</span>`)}</p>
      <ul tabindex="0" aria-label=${api.t('preview_title')}>
        ${preview.items.map((item) => this.renderItem(item))}
      </ul>
    `;
  }

  renderItem({ does, title, start_time, end_time, project_id }) {
    const { format, t } = this.api;
    return html`<li>
      <span class="muted">${t(`word.${does}`)}</span>
      <span>${title || t('untitled')}</span>
      <span></span>
      <span class="muted numbers">${format.date(new Date(start_time))}, ${format.time(new Date(start_time))} – ${format.time(new Date(end_time))}
        ${project_id ? `· ${this.projects.get(project_id) ?? ''}` : nothing}</span>
    </li>`;
  }

  renderRuns() {
    const { runs, api } = this;
    if (!runs?.length) return nothing;
    return html`<section>
      <h3>${api.t('runs')}</h3>
      <ul>${runs.map(
        (run) => html`<li>
          <span class="muted numbers">${api.format.date(new Date(run.began_at))}, ${api.format.time(new Date(run.began_at))}</span>
          <span>${api.t('run', run)}
            ${[run.error, ...run.errors].filter(Boolean).map((text) => html`<br><span class="bad">${text}</span>`)}</span>
        </li>`,
      )}</ul>
    </section>`;
  }
}

export default { api: 1, cards: { preview: PreviewCard } };
