/** One entry as a line: what, for whom, when, how long, and what can be done with it. It changes nothing. */

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import badgeDollar from 'lucide-static/icons/badge-dollar-sign.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { Project, Tag, TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

/** Dispatches `stint-resume`, `stint-edit` and `stint-delete`. */
@customElement('stint-entry-row')
export class EntryRow extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 4rem auto;
        grid-template-areas: 'what times duration do';
        align-items: center;
        column-gap: var(--stint-space-4);
        padding: var(--stint-space-2) var(--stint-space-2) var(--stint-space-2) var(--stint-space-4);
      }
      .what {
        grid-area: what;
        display: grid;
        gap: 1px;
        min-inline-size: 0;
      }
      .title {
        display: block;
        min-block-size: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .title,
      .title:hover {
        background: none;
      }
      .title:hover {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .none {
        color: var(--stint-color-muted);
        font-weight: var(--stint-weight);
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--stint-space-2);
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      .dot {
        flex: none;
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border-radius: 50%;
        background: var(--dot);
      }
      .project {
        color: var(--stint-color-text);
      }
      .tag {
        padding-inline: var(--stint-space-2);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-full);
        font-size: var(--stint-text-xs);
      }
      .about span {
        display: inline-flex;
        align-items: center;
      }
      .about .icon {
        inline-size: 0.9375rem;
        block-size: 0.9375rem;
      }
      .times {
        grid-area: times;
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      .duration {
        grid-area: duration;
        text-align: end;
        font-weight: var(--stint-weight-medium);
      }
      .running {
        color: var(--stint-color-running);
      }
      .do {
        grid-area: do;
        display: flex;
      }
      .resume:hover {
        color: var(--stint-color-accent);
      }
      @container page (max-width: 34rem) {
        :host {
          grid-template-columns: minmax(0, 1fr) auto;
          grid-template-areas: 'what duration' 'times do';
        }
        .duration {
          align-self: start;
          padding-block-start: 2px;
          padding-inline-end: var(--stint-space-2);
        }
      }
    `,
  ];

  @property({ attribute: false }) entry!: TimeEntry;
  @property({ attribute: false }) project?: Project;
  @property({ attribute: false }) tags: Tag[] = [];

  override render() {
    const { entry } = this;
    const what = entry.description || t('entry.noDescription');
    return html`
      <div class="what">
        <button class="title ${entry.description ? '' : 'none'}" @click=${() => this.send('stint-edit')}>${what}</button>
        ${this.renderAbout()}
      </div>
      <span class="times numbers">${format.time(entry.start_time)} – ${entry.end_time ? format.time(entry.end_time) : t('today.now')}</span>
      ${
        entry.end_time
          ? html`<span class="duration numbers" aria-label=${format.spoken(workedSeconds(entry))}>${format.duration(workedSeconds(entry))}</span>`
          : html`<span class="duration running">${t(entry.paused_at ? 'timer.paused' : 'today.running')}</span>`
      }
      <div class="do">
        ${entry.end_time ? this.action('resume', play, t('today.resume', { what })) : nothing}
        ${this.action('edit', pencil, t('today.edit', { what }))}
        ${entry.end_time ? this.action('delete', trash, t('today.delete', { what })) : nothing}
      </div>
    `;
  }

  private renderAbout() {
    const { project, tags, entry } = this;
    if (!project && tags.length === 0 && !entry.billable) return nothing;
    return html`<div class="about">
      ${
        project
          ? html`<span class="dot" style="--dot: ${project.color}"></span><span class="project">${project.name}</span>
          ${project.client ? html`<span>${project.client.name}</span>` : nothing}`
          : nothing
      }
      ${entry.billable ? html`<span title=${t('entry.billable')}>${icon(badgeDollar)}<span class="for-readers">${t('entry.billable')}</span></span>` : nothing}
      ${tags.map(({ name }) => html`<span class="tag">${name}</span>`)}
    </div>`;
  }

  private action(name: string, source: string, label: string) {
    return html`<button class="icon-button small-button ${name}" aria-label=${label} title=${label}
      @click=${() => this.send(`stint-${name}`)}>${icon(source)}</button>`;
  }
}
