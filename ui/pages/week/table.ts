/**
 * The week as a real table, with sums of rows and columns. On a narrow page it shows one day at a time,
 * chosen above it. It draws what it is given, and moves the focus between cells.
 */

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import lockIcon from 'lucide-static/icons/lock.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { today } from '../../data/days.ts';
import type { Project, Tag, Task } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import './cell.ts';
import type { Move, WeekCell } from './cell.ts';
import type { Refusal } from './cell-writes.ts';
import './row-heading.ts';

export interface DayView {
  day: string;
  seconds: number;
  /** Why nothing on this day can be changed. */
  locked: string;
}

export interface CellView {
  /** Its name among all cells of all weeks. */
  key: string;
  day: string;
  label: string;
  seconds: number;
  count: number;
  isRunning: boolean;
  note: string;
  locked: string;
  refusal?: Refusal;
}

export interface RowView {
  key: string;
  project?: Project;
  task?: Task;
  tags: Tag[];
  isBillable: boolean;
  label: string;
  cells: CellView[];
  seconds: number;
}

/** Where something happened in the table, and what. */
export interface AtCell {
  row: string;
  cell: CellView;
  text?: string;
}

/** Dispatches `stint-cell-type`, `-restore` and `-entries` with `AtCell`, and `stint-row-remove` with the row's key. */
@customElement('stint-week-table')
export class WeekTable extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
      }
      table {
        inline-size: 100%;
        border-spacing: 0;
        table-layout: fixed;
      }
      th,
      td {
        padding: 0;
        text-align: end;
        font-weight: var(--stint-weight);
      }
      tr > * {
        border-block-end: 1px solid var(--stint-color-line);
      }
      tfoot tr > * {
        border-block-end: 0;
      }
      tfoot tr > :first-child {
        border-end-start-radius: var(--stint-radius-l);
      }
      tfoot tr > :last-child {
        border-end-end-radius: var(--stint-radius-l);
      }
      .what {
        inline-size: 30%;
        text-align: start;
        padding: var(--stint-space-2) var(--stint-space-2) var(--stint-space-2) var(--stint-space-4);
      }
      tbody tr:last-child > * {
        border-block-end: 0;
      }
      tbody .what {
        position: relative;
      }
      .has-remove {
        padding-inline-end: 2.25rem;
      }
      .remove {
        position: absolute;
        inset-block-start: calc(50% - var(--stint-control-s) / 2);
        inset-inline-end: 0;
      }
      thead th {
        padding: var(--stint-space-3) var(--stint-space-3);
        color: var(--stint-color-muted);
        font-size: var(--stint-text-s);
        vertical-align: bottom;
      }
      thead .date {
        display: block;
        color: var(--stint-color-text);
        font-size: var(--stint-text-l);
        font-weight: var(--stint-weight-medium);
      }
      thead .icon {
        inline-size: 0.8125rem;
        block-size: 0.8125rem;
        vertical-align: -1px;
      }
      .today,
      tfoot .today {
        background: var(--stint-color-accent-quiet);
      }
      thead .today {
        box-shadow: inset 0 2px 0 var(--stint-color-accent);
        color: var(--stint-color-text);
      }
      thead .today .date {
        color: var(--stint-color-accent);
      }
      .sum {
        padding-inline: var(--stint-space-2) var(--stint-space-4);
        font-weight: var(--stint-weight-medium);
        font-variant-numeric: tabular-nums;
      }
      .day {
        border-inline-start: 1px solid var(--stint-color-line);
      }
      thead .day,
      tfoot .day {
        border-inline-start-color: transparent;
      }
      tfoot th,
      tfoot td {
        position: sticky;
        inset-block-end: var(--stint-bottom-bars, 0px);
        z-index: 1;
        block-size: 2.75rem;
        background: var(--stint-color-surface);
        border-block-start: 1px solid var(--stint-color-line);
        font-weight: var(--stint-weight-bold);
        font-variant-numeric: tabular-nums;
      }
      tfoot .day {
        padding-inline-end: calc(var(--stint-space-2) + 1px);
      }
      .none {
        color: var(--stint-color-muted);
        font-weight: var(--stint-weight);
      }
      .refusal td {
        background: var(--stint-color-danger-quiet);
      }
      .refusal p {
        padding: var(--stint-space-2) var(--stint-space-4);
        text-align: start;
      }
      .days {
        display: none;
      }
      @container page (max-width: 50rem) {
        .days {
          display: grid;
          grid-template-columns: repeat(7, minmax(0, 1fr));
          border-block-end: 1px solid var(--stint-color-line);
        }
        .days button {
          flex-direction: column;
          gap: 0;
          min-block-size: 3.75rem;
          padding: var(--stint-space-2) 0;
          border: 0;
          border-radius: 0;
          background: transparent;
          color: var(--stint-color-muted);
          font-size: var(--stint-text-xs);
          font-weight: var(--stint-weight);
          line-height: var(--stint-leading-tight);
        }
        .days button:first-child {
          border-start-start-radius: var(--stint-radius-l);
        }
        .days button:last-child {
          border-start-end-radius: var(--stint-radius-l);
        }
        .days .date {
          font-size: var(--stint-text-l);
          font-weight: var(--stint-weight-medium);
          color: var(--stint-color-text);
        }
        .days .is-today .date {
          color: var(--stint-color-accent);
        }
        .days [aria-pressed='true'] {
          background: var(--stint-color-selected);
          box-shadow: inset 0 -2px 0 var(--stint-color-accent);
          color: var(--stint-color-text);
        }
        .rest,
        .day:not(.shown) {
          display: none;
        }
        .today,
        tfoot .today {
          background: var(--stint-color-surface);
        }
        .day {
          border-inline-start: 0;
        }
        thead .today {
          box-shadow: none;
        }
        .what {
          inline-size: 52%;
          padding-inline: var(--stint-space-3) 0;
          padding-inline-start: var(--stint-space-3);
        }
        .sum {
          inline-size: 18%;
          padding-inline: 0 var(--stint-space-3);
        }
        stint-week-cell {
          --cell-line: var(--stint-color-line-strong);
        }
        thead th {
          padding: var(--stint-space-2) var(--stint-space-2);
        }
        thead .what {
          padding-inline-start: var(--stint-space-3);
        }
        thead .sum {
          padding-inline: 0 var(--stint-space-3);
        }
        thead .date {
          display: inline;
          font-size: inherit;
        }
      }
    `,
  ];

  @property({ attribute: false }) days: DayView[] = [];
  @property({ attribute: false }) rows: RowView[] = [];

  /** The day that a narrow page shows. */
  @state() private shown = 0;

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('days') as DayView[] | undefined;
    if (!changed.has('days') || before?.[0]?.day === this.days[0]?.day) return;
    this.shown = Math.max(
      0,
      this.days.findIndex(({ day }) => day === today()),
    );
  }

  override render() {
    const total = this.days.reduce((sum, { seconds }) => sum + seconds, 0);
    return html`
      <div class="days" role="group" aria-label=${t('week.days')}>${this.days.map((day, column) => this.renderDayButton(day, column))}</div>
      <table>
        <caption class="for-readers">${t('week.caption')}</caption>
        <thead><tr>
          <th scope="col" class="what">${t('entry.project')}</th>
          ${this.days.map((day, column) => this.renderDay(day, column))}
          <th scope="col" class="sum">${t('week.total')}</th>
        </tr></thead>
        <tbody>${repeat(
          this.rows,
          ({ key }) => key,
          (row, index) => this.renderRow(row, index),
        )}</tbody>
        <tfoot><tr>
          <th scope="row" class="what">${t('week.total')}</th>
          ${this.days.map(({ day, seconds }, column) => html`<td class=${this.classOf(day, column)}>${amount(seconds)}</td>`)}
          <td class="sum">${amount(total)}</td>
        </tr></tfoot>
      </table>
    `;
  }

  private renderDayButton({ day, seconds }: DayView, column: number) {
    return html`<button aria-pressed=${column === this.shown} class=${day === today() ? 'is-today' : ''} aria-current=${day === today() ? 'date' : nothing}
      @click=${() => {
        this.shown = column;
      }}>${format.weekday(day)}<span class="date">${Number(day.slice(8))}</span><span class="numbers">${amount(seconds)}</span></button>`;
  }

  private renderDay({ day, locked }: DayView, column: number) {
    return html`<th scope="col" class=${this.classOf(day, column)} aria-current=${day === today() ? 'date' : nothing} title=${locked || nothing}>
      ${locked ? html`${icon(lockIcon)}<span class="for-readers">${t('week.lockedDay')}</span>` : nothing}
      ${format.weekday(day)} <span class="date numbers">${Number(day.slice(8))}</span></th>`;
  }

  private renderRow(row: RowView, index: number) {
    const isEmpty = row.cells.every(({ count }) => count === 0);
    return html`<tr>
        <th scope="row" class="what ${isEmpty ? 'has-remove' : ''}">
          <stint-week-row-heading .project=${row.project} .task=${row.task} .tags=${row.tags} ?isBillable=${row.isBillable}></stint-week-row-heading>
          ${
            isEmpty
              ? html`<button class="icon-button small-button remove" aria-label=${t('week.removeRow', { row: row.label })} title=${t('week.removeRow', { row: row.label })}
                  @click=${() => this.send('stint-row-remove', row.key)}>${icon(x)}</button>`
              : nothing
          }
        </th>
        ${row.cells.map(
          (cell, column) => html`<td class=${this.classOf(cell.day, column)}>
            <stint-week-cell label=${cell.label} .seconds=${cell.seconds} .count=${cell.count} ?isRunning=${cell.isRunning} .note=${cell.note}
              .locked=${cell.locked} .refusal=${cell.refusal}
              @stint-type=${({ detail }: CustomEvent<string>) => this.tell('type', row, cell, detail)}
              @stint-restore=${() => this.tell('restore', row, cell)}
              @stint-entries=${() => this.tell('entries', row, cell)}
              @stint-move=${({ detail }: CustomEvent<Move>) => this.move(index, column, detail)}></stint-week-cell></td>`,
        )}
        <td class="sum">${amount(row.seconds)}</td>
      </tr>
      ${row.cells.map(({ refusal, label }) =>
        refusal ? this.renderRefusal(label, refusal) : nothing,
      )}`;
  }

  /** As wide as what a narrow page shows; a wide one has more columns to fill. */
  private renderRefusal(label: string, { reason }: Refusal) {
    return html`<tr class="refusal">
      <td colspan="3"><p role="alert"><b>${label}</b> – ${reason}</p></td>
      <td class="rest" colspan=${this.days.length - 1}></td>
    </tr>`;
  }

  private classOf(day: string, column: number): string {
    return `day${day === today() ? ' today' : ''}${column === this.shown ? ' shown' : ''}`;
  }

  private tell(what: string, row: RowView, cell: CellView, text?: string): void {
    this.send<AtCell>(`stint-cell-${what}`, { row: row.key, cell, text });
  }

  /** The edge of the table is the end of the way. */
  private async move(row: number, column: number, { rows, columns }: Move): Promise<void> {
    await this.focusCell(row + rows, column + columns);
  }

  /** Goes to a cell, on a narrow page to its day as well. */
  async focusCell(row: number, column: number): Promise<void> {
    if (!this.rows[row] || !this.days[column]) return;
    this.shown = column;
    await this.updateComplete;
    const cells = this.renderRoot.querySelectorAll<WeekCell>('stint-week-cell');
    cells[row * this.days.length + column]?.focus();
  }
}

function amount(seconds: number) {
  return seconds > 0 ? format.duration(seconds) : html`<span class="none">–</span>`;
}
