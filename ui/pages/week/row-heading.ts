/** What a row of the week is about: project and client, task, tags, and whether it is billed. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import badgeDollar from 'lucide-static/icons/badge-dollar-sign.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import type { Project, Tag, Task } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';

@customElement('stint-week-row-heading')
export class WeekRowHeading extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: 0.625rem minmax(0, 1fr);
        column-gap: var(--stint-space-2);
        align-items: center;
        font-weight: var(--stint-weight);
      }
      .dot {
        inline-size: 0.625rem;
        block-size: 0.625rem;
        border-radius: 50%;
        background: var(--dot, transparent);
        border: 1px solid var(--dot, var(--stint-color-line-strong));
      }
      .name {
        font-weight: var(--stint-weight-medium);
        overflow-wrap: anywhere;
      }
      .name .icon {
        margin-inline-start: var(--stint-space-1);
        vertical-align: -2px;
        inline-size: 0.9375rem;
        block-size: 0.9375rem;
        color: var(--stint-color-muted);
      }
      .about {
        grid-column: 2;
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--stint-space-2);
        color: var(--stint-color-muted);
        font-size: var(--stint-text-s);
        overflow-wrap: anywhere;
      }
      .tag {
        padding-inline: var(--stint-space-2);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-full);
        font-size: var(--stint-text-xs);
      }
    `,
  ];

  @property({ attribute: false }) project?: Project;
  @property({ attribute: false }) task?: Task;
  @property({ attribute: false }) tags: Tag[] = [];
  @property({ type: Boolean }) isBillable = false;

  override render() {
    const { project, task, tags } = this;
    const color = project?.color;
    const hasMore = project?.client || task || tags.length > 0;
    return html`<span class="dot" style=${color ? `--dot: ${color}` : ''}></span>
      <span class="name">${project?.name ?? t('entry.noProject')}${
        this.isBillable
          ? html`<span title=${t('entry.billable')}>${icon(badgeDollar)}<span class="for-readers">${t('entry.billable')}</span></span>`
          : nothing
      }</span>
      ${
        hasMore
          ? html`<span class="about">
              ${task ? html`<span>${task.name}</span>` : nothing}
              ${project?.client ? html`<span>${project.client.name}</span>` : nothing}
              ${tags.map(({ name }) => html`<span class="tag">${name}</span>`)}</span>`
          : nothing
      }`;
  }
}
