/** Where the time went: sums by one or two groups over some days, the entries behind them, and both to take along. */
import { keepPreviousData } from '@tanstack/query-core';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import download from 'lucide-static/icons/download.svg?raw';
import printer from 'lucide-static/icons/printer.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { type Query, urlOf } from '../../data/api.ts';
import { today } from '../../data/days.ts';
import { downloadFile } from '../../data/download.ts';
import { readOne } from '../../data/queries.ts';
import { user } from '../../data/session.ts';
import type { Summary } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import './entry-list.ts';
import './filter-bar.ts';
import { chartUnit, daysBefore, firstDays, unitAround } from './period.ts';
import {
  askDays,
  calendar,
  clearFilters,
  type Dimension,
  filterQuery,
  groupings,
  isFiltered,
  type Key,
  offeredDimensions,
  reportDays,
  type ThingFilter,
} from './question.ts';
import { seriesOf } from './series.ts';
import './summary-table.ts';
import { amountsOf, durationWriter, nameOf, shareOf } from './words.ts';

const isTime = (dimension: Dimension) => ['day', 'week', 'month'].includes(dimension);

/** What it asks stays on the screen until the next answer is there: no flicker while somebody filters. */
function summaryRead(query: Query) {
  return { ...readOne<Summary>('/reports/summary', query), placeholderData: keepPreviousData };
}

@customElement('stint-reports-page')
export class ReportsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .sums {
        display: flex;
        flex-wrap: wrap;
        gap: var(--stint-space-4) var(--stint-space-8);
      }
      .sums dt {
        font-size: var(--stint-text-s);
        color: var(--stint-color-muted);
      }
      .sums dd {
        font-size: var(--stint-text-2xl);
        font-weight: var(--stint-weight-bold);
        font-variant-numeric: tabular-nums;
        line-height: var(--stint-leading-tight);
        letter-spacing: -0.02em;
      }
      .sums dd.small {
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight);
        letter-spacing: 0;
        color: var(--stint-color-muted);
        padding-block-start: var(--stint-space-1);
      }
      .views {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-3);
      }
      .views label {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        color: var(--stint-color-muted);
      }
      .views select {
        inline-size: auto;
        color: var(--stint-color-text);
      }
      .tabs {
        display: grid;
        grid-auto-flow: column;
        padding: 2px;
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
      }
      .tabs button {
        min-block-size: 2rem;
        border-color: transparent;
        background: transparent;
        color: var(--stint-color-muted);
      }
      .tabs button[aria-pressed='true'] {
        background: var(--stint-color-raised);
        color: var(--stint-color-text);
        box-shadow: var(--stint-shadow-s);
      }
      .answer {
        display: grid;
        gap: var(--stint-space-5);
      }
      .chart-place {
        min-block-size: 22rem;
      }
      .letter {
        display: none;
      }
      @media print {
        .page,
        .answer {
          display: block;
        }
        .page > *,
        .answer > * {
          margin-block-end: 1.25rem;
        }
        .top .actions,
        .views {
          display: none;
        }
        .letter {
          display: block;
        }
        .chart-place {
          min-block-size: 0;
          break-inside: avoid;
        }
      }
    `,
  ];

  @state() private hasChart = false;

  private readonly summary = new QueryController(this, () =>
    summaryRead({ ...this.query(), group_by: groupings().join(',') }),
  );
  private readonly course = new QueryController(this, () =>
    summaryRead({ ...this.query(), group_by: this.courseBy().join(',') }),
  );
  private readonly earlier = new QueryController(this, () =>
    summaryRead({ ...this.query(), ...daysBefore(reportDays(), calendar()), group_by: 'month' }),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    // Charts are half of what this page weighs: numbers first.
    void import('./chart.ts').then(() => {
      this.hasChart = true;
    });
  }

  override render() {
    const { from, to } = reportDays();
    return html`<div class="page">
      <div class="top">
        <div><h1>${t('reports.title')}</h1>
          <p class="muted">${format.days(from, to)}</p>
          <p class="letter small">${t('reports.printedBy', { name: user.value?.name, day: format.date(today()) })}</p></div>
        <div class="actions">
          <a class="button" rel="external" download href=${this.fileUrl('csv')}>${icon(download)} ${t('reports.csv')}</a>
          <stint-menu label=${t('reports.files')} .items=${this.files()}></stint-menu>
          <button @click=${() => window.print()}>${icon(printer)} ${t('reports.print')}</button>
        </div>
      </div>
      <stint-report-filters></stint-report-filters>
      <div class="answer">${reading(this.summary, (summary) => this.renderAnswer(summary))}</div>
    </div>`;
  }

  private renderAnswer(summary: Summary) {
    return html`${this.renderSums(summary)}
      ${summary.total.entry_count === 0 ? this.renderEmpty() : this.renderFound(summary)}
      <stint-card-region region="report.widget/v1" .context=${this.query()}></stint-card-region>`;
  }

  private renderSums(summary: Summary) {
    const { total } = summary;
    const write = durationWriter(summary);
    const amounts = amountsOf(total);
    return html`<dl class="sums">
      <div><dt>${t('reports.time')}</dt><dd>${write(total.duration_seconds)}</dd>${this.renderBefore(total.duration_seconds)}</div>
      ${
        total.rounded_seconds === total.duration_seconds
          ? nothing
          : html`<div><dt>${t('reports.rounded')}</dt><dd>${write(total.rounded_seconds)}</dd></div>`
      }
      <div><dt>${t('reports.billable')}</dt><dd>${write(total.billable_seconds)}</dd>
        <dd class="small">${t('reports.ofTime', { share: shareOf(total.billable_seconds, total.duration_seconds) })}</dd></div>
      ${amounts.length > 0 ? html`<div><dt>${t('reports.amount')}</dt>${amounts.map((one) => html`<dd>${one}</dd>`)}</div>` : nothing}
      <div><dt>${t('reports.entries')}</dt><dd>${format.number(total.entry_count)}</dd></div>
    </dl>`;
  }

  private renderBefore(now: number) {
    const { from, to } = daysBefore(reportDays(), calendar());
    // What is still shown of an earlier question would be compared with the wrong days.
    const then = this.earlier.data;
    if (!then || then.from !== from || then.to !== to) return nothing;
    const seconds = then.total.duration_seconds;
    const change = seconds === 0 ? undefined : now / seconds - 1;
    const text = format.number(change ?? 0, {
      style: 'percent',
      maximumFractionDigits: 0,
      signDisplay: 'exceptZero',
    });
    return html`<dd class="small" title=${format.days(from, to)}>${t('reports.before', { duration: format.duration(seconds) })}${change === undefined ? nothing : ` (${text})`}</dd>`;
  }

  private renderFound(summary: Summary) {
    const isDetailed = queryValue('view') === 'detailed';
    return html`<div class="chart-place">${this.hasChart && this.course.data ? this.renderChart(this.course.data) : nothing}</div>
      <div class="views">
        <div class="tabs" role="group" aria-label=${t('reports.view')}>
          <button aria-pressed=${!isDetailed} @click=${() => setQuery({ view: undefined })}>${t('reports.summary')}</button>
          <button aria-pressed=${isDetailed} @click=${() => setQuery({ view: 'detailed' })}>${t('reports.detailed')}</button>
        </div>
        ${isDetailed ? nothing : this.renderGroupings()}
      </div>
      ${
        isDetailed
          ? html`<stint-report-entries .query=${this.query()} .count=${summary.total.entry_count}></stint-report-entries>`
          : html`<stint-report-summary .summary=${summary} .by=${groupings()}
            @stint-group=${({ detail }: CustomEvent<Key>) => this.ask(detail)}></stint-report-summary>`
      }`;
  }

  private renderGroupings() {
    const [by, then] = groupings();
    const options = (chosen: Dimension | undefined, left?: Dimension) =>
      offeredDimensions()
        .filter((one) => one !== left)
        .map(
          (one) =>
            html`<option value=${one} ?selected=${one === chosen}>${t(`reports.by.${one}`)}</option>`,
        );
    return html`<div class="filters">
      <label>${t('reports.groupBy')} <select @change=${(event: Event) => setQuery({ by: chosen(event) })}>${options(by)}</select></label>
      <label>${t('reports.thenBy')} <select @change=${(event: Event) => setQuery({ second: chosen(event) })}>
        <option value="">${t('reports.nothingElse')}</option>${options(then, by)}</select></label>
    </div>`;
  }

  private renderChart(course: Summary) {
    const days = { from: course.from, to: course.to };
    const unit = chartUnit(days);
    const starts = firstDays(unit, days, calendar().week_start);
    const series = seriesOf(course, starts, {
      nameOf,
      rest: t('reports.others'),
      billable: t('reports.billable'),
      unbilled: t('reports.unbilled'),
    });
    const bars = starts.map((date) => ({
      label: unit === 'month' ? format.month(date) : format.shortDate(date),
      name: nameOf({ type: unit, date }),
    }));
    return html`<stint-report-chart label=${t(`reports.course.${unit}`)} .bars=${bars} .series=${series}
      @stint-bar=${({ detail }: CustomEvent<number>) => this.ask({ type: unit, date: starts[detail] })}></stint-report-chart>`;
  }

  private renderEmpty() {
    return html`<div class="panel empty"><p>${t(isFiltered() ? 'reports.nothing' : 'reports.empty')}</p>
      ${isFiltered() ? html`<button @click=${clearFilters}>${t('list.clear')}</button>` : html`<a class="button" href="/">${t('reports.toToday')}</a>`}</div>`;
  }

  /** By the unit that fits the days, and by the first group that is none. */
  private courseBy(): Dimension[] {
    const thing = groupings().find((one) => !isTime(one));
    return [chartUnit(reportDays()), ...(thing ? [thing] : [])];
  }

  private query(): Query {
    return { ...reportDays(), ...filterQuery() };
  }

  private files(): MenuItem[] {
    return ['xlsx', 'pdf', 'json'].map((extension) => ({
      label: t(`reports.file.${extension}`),
      glyph: download,
      run: () => downloadFile(this.fileUrl(extension)),
    }));
  }

  private fileUrl(extension: string): string {
    if (queryValue('view') === 'detailed')
      return urlOf(`/reports/detailed.${extension}`, this.query());
    const group_by = groupings().join(',');
    return urlOf(`/reports/summary.${extension}`, { ...this.query(), group_by });
  }

  /** About one group alone: its filter, or its days as far as they were asked about. */
  private ask({ type, id, date }: Key): void {
    if (!isTime(type)) {
      setQuery({ [type as ThingFilter]: String(id) });
      return;
    }
    const days = reportDays();
    const whole = unitAround(
      type as 'day' | 'week' | 'month',
      date as string,
      calendar().week_start,
    );
    askDays({
      from: whole.from < days.from ? days.from : whole.from,
      to: whole.to > days.to ? days.to : whole.to,
    });
  }
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
