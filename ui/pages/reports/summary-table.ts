/** The groups of a report and their sums, as the server made them. A click on a name asks about that alone. */
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import type { Summary } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import type { Dimension, Key } from './question.ts';
import { amountsOf, durationWriter, nameOf, shareOf } from './words.ts';

type Group = Summary['groups'][number];
type Line = Omit<Group, 'groups'>;

// Beyond that many lines the inner ones wait to be asked for.
const MOST_OPEN = 150;

/** Dispatches `stint-group` with the key of what was clicked. */
@customElement('stint-report-summary')
export class SummaryTable extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      th:last-child,
      td:last-child {
        padding-inline-end: var(--stint-space-4);
      }
      td.share {
        inline-size: 22%;
      }
      .bar {
        block-size: 8px;
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-sunken);
        overflow: hidden;
      }
      .bar div {
        inline-size: var(--share);
        block-size: 100%;
        background: var(--color, var(--stint-chart-1));
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--stint-space-1);
      }
      .line .dot {
        margin-inline-end: var(--stint-space-1);
      }
      .pick {
        min-block-size: 1.75rem;
        padding: 0 var(--stint-space-1);
        border: 0;
        background: none;
        font-weight: inherit;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .pick:hover {
        background: none;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      .plain {
        padding-inline: var(--stint-space-1);
        color: var(--stint-color-muted);
      }
      .toggle {
        inline-size: 1.75rem;
        min-block-size: 1.75rem;
      }
      tr.inner th {
        padding-inline-start: calc(var(--stint-space-4) + 2rem);
        font-weight: var(--stint-weight);
      }
      tr.inner {
        border-block-start-style: dashed;
      }
      tfoot th,
      tfoot td {
        border-block-start: 2px solid var(--stint-color-line-strong);
        font-weight: var(--stint-weight-bold);
      }
      .note {
        margin: var(--stint-space-3) var(--stint-space-4) var(--stint-space-4);
      }
      .amount {
        display: block;
      }
      @media print {
        .toggle {
          display: none;
        }
        .share {
          display: none;
        }
        tr {
          break-inside: avoid;
        }
        /* A sum at the foot of each sheet would be that of all sheets. */
        tfoot {
          display: table-row-group;
        }
      }
    `,
  ];

  @property({ attribute: false }) summary!: Summary;
  @property({ attribute: false }) by: Dimension[] = [];
  @state() private toggled = new Set<string>();

  override render() {
    const { groups, total } = this.summary;
    const write = durationWriter(this.summary);
    const hasRounded = total.rounded_seconds !== total.duration_seconds;
    const longest = Math.max(...groups.map(({ duration_seconds }) => duration_seconds), 1);
    const cells = (line: Line, isSum = false) => html`
      <td class="share wide" aria-hidden="true">${isSum ? nothing : bar(line, longest)}</td>
      <td class="number wide muted">${isSum ? nothing : shareOf(line.duration_seconds, total.duration_seconds)}</td>
      <td class="number">${write(line.duration_seconds)}</td>
      ${hasRounded ? html`<td class="number wide">${write(line.rounded_seconds)}</td>` : nothing}
      <td class="number wide">${write(line.billable_seconds)}</td>
      ${total.amounts.length > 0 ? html`<td class="number">${amountsOf(line).map((one) => html`<span class="amount">${one}</span>`)}</td>` : nothing}`;
    return html`<section class="panel" aria-label=${t('reports.summary')}><table>
        <thead><tr>
          <th scope="col">${this.by.map((one) => t(`reports.by.${one}`)).join(' · ')}</th>
          <td class="share wide"></td>
          <th scope="col" class="number wide">${t('reports.share')}</th>
          <th scope="col" class="number">${t('reports.time')}</th>
          ${hasRounded ? html`<th scope="col" class="number wide">${t('reports.rounded')}</th>` : nothing}
          <th scope="col" class="number wide">${t('reports.billable')}</th>
          ${total.amounts.length > 0 ? html`<th scope="col" class="number">${t('reports.amount')}</th>` : nothing}
        </tr></thead>
        <tbody>${groups.map((group) => this.renderGroup(group, cells))}</tbody>
        <tfoot><tr><th scope="row">${t('reports.total')}</th>${cells(total as Line, true)}</tr></tfoot>
      </table>
      ${this.by.includes('tag') ? html`<p class="note small">${t('reports.tagsNote')}</p>` : nothing}
    </section>`;
  }

  private renderGroup(group: Group, cells: (line: Line) => unknown) {
    const name = nameOf(group.key);
    const id = `${group.key.id ?? group.key.date}`;
    const inner = group.groups ?? [];
    const isOpen = this.toggled.has(id) !== this.isShort();
    return html`<tr>
        <th scope="row"><div class="line">
          ${
            inner.length > 0
              ? html`<button class="icon-button toggle" aria-expanded=${isOpen} aria-label=${t('reports.inside', { name })} @click=${() => this.toggle(id)}>${icon(isOpen ? chevronDown : chevronRight)}</button>`
              : nothing
          }${this.renderName(group.key)}</div></th>
        ${cells(group)}
      </tr>
      ${isOpen ? inner.map((line) => html`<tr class="inner"><th scope="row"><div class="line">${this.renderName(line.key)}</div></th>${cells(line)}</tr>`) : nothing}`;
  }

  private renderName(key: Key) {
    const name = nameOf(key);
    const dot = key.color ? html`<span class="dot" style="--dot: ${key.color}"></span>` : nothing;
    // There is no asking for what has none.
    if (key.id === null) return html`${dot}<span class="plain">${name}</span>`;
    return html`${dot}<button class="pick" title=${t('reports.only', { name })} @click=${() => this.send('stint-group', key)}>${name}</button>`;
  }

  private isShort(): boolean {
    const inner = this.summary.groups.reduce((sum, { groups = [] }) => sum + groups.length, 0);
    return inner <= MOST_OPEN;
  }

  private toggle(id: string): void {
    const next = new Set(this.toggled);
    if (!next.delete(id)) next.add(id);
    this.toggled = next;
  }
}

function bar({ duration_seconds, key }: Line, longest: number) {
  const share = ((duration_seconds / longest) * 100).toFixed(1);
  return html`<div class="bar"><div style="--share: ${share}%;${key.color ? `--color: ${key.color}` : ''}"></div></div>`;
}
