/** Bars over the days of a report, stacked; the same as a table for who reads or prints it. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import chartIcon from 'lucide-static/icons/chart-column-stacked.svg?raw';
import tableIcon from 'lucide-static/icons/table.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { theme } from '../../data/theme.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { type Series, totalOf } from './series.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const HOUR = 3600;

export interface ChartBar {
  /** Below the bar. */
  label: string;
  /** In full. */
  name: string;
}

/** Dispatches `stint-bar` with the index of the bar that was clicked. */
@customElement('stint-report-chart')
export class ReportChart extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .canvas {
        position: relative;
        block-size: 16rem;
        padding-inline: var(--stint-space-4);
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: var(--stint-space-1) var(--stint-space-4);
        padding: var(--stint-space-3) var(--stint-space-4) var(--stint-space-4);
        font-size: var(--stint-text-s);
      }
      .scroll {
        overflow-x: auto;
      }
      td button,
      th button {
        min-block-size: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        font-weight: inherit;
        text-align: start;
      }
      th button:hover {
        background: none;
        text-decoration: underline;
      }
      @media print {
        header button {
          display: none;
        }
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) bars: ChartBar[] = [];
  @property({ attribute: false }) series: Series[] = [];
  @state() private isTable = false;
  @query('canvas') private canvas?: HTMLCanvasElement;
  @query('.probe') private probe!: HTMLElement;
  private chart?: Chart;
  // What changes the colours without this page being told.
  private readonly media = ['(prefers-color-scheme: dark)', 'print'].map((one) => matchMedia(one));

  override connectedCallback(): void {
    super.connectedCallback();
    for (const one of this.media) one.addEventListener('change', this.repaint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const one of this.media) one.removeEventListener('change', this.repaint);
    this.forget();
  }

  override render() {
    // Read here, so that another theme draws it again.
    return html`<section class="panel" aria-label=${this.label} data-theme=${theme.value}>
      <header><h2>${this.label}</h2>
        <button class="quiet small-button" aria-pressed=${this.isTable} @click=${() => {
          this.isTable = !this.isTable;
        }}>${icon(this.isTable ? chartIcon : tableIcon)} ${t(this.isTable ? 'reports.asChart' : 'reports.asTable')}</button>
      </header>
      ${this.isTable ? this.renderTable() : this.renderCanvas()}
      <span class="probe" hidden></span>
    </section>`;
  }

  private renderCanvas() {
    return html`<div class="canvas"><canvas role="img" aria-label=${t('reports.chartOf', { label: this.label })}></canvas></div>
      <ul class="legend">${this.series.map(
        (
          one,
          index,
        ) => html`<li><span class="dot" style="--dot: ${this.colorOf(one, index)}"></span>${one.name}
          <span class="muted numbers">${format.duration(totalOf(one))}</span></li>`,
      )}</ul>`;
  }

  private renderTable() {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${this.label}><table>
      <thead><tr><th scope="col">${t('reports.when')}</th>${this.series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
      <tbody>${this.bars.map(
        (
          { name },
          bar,
        ) => html`<tr><th scope="row"><button @click=${() => this.send('stint-bar', bar)}>${name}</button></th>
          ${this.series.map(({ seconds }) => html`<td class="number">${seconds[bar] ? format.duration(seconds[bar]) : nothing}</td>`)}</tr>`,
      )}</tbody>
    </table></div>`;
  }

  override updated(): void {
    this.repaint();
  }

  private readonly repaint = (): void => {
    this.forget();
    if (!this.canvas) return;
    this.chart = new Chart(this.canvas, this.config());
  };

  private forget(): void {
    this.chart?.destroy();
    this.chart = undefined;
  }

  private config(): ChartConfiguration<'bar'> {
    const [axis, grid, surface] = ['chart-axis', 'chart-grid', 'color-surface'].map((name) =>
      this.resolve(`var(--stint-${name})`),
    );
    const font = { family: getComputedStyle(this).fontFamily, size: 12 };
    return {
      type: 'bar',
      data: {
        labels: this.bars.map(({ label }) => label),
        datasets: this.series.map((one, index) => ({
          label: one.name,
          data: one.seconds.map((seconds) => seconds / HOUR),
          backgroundColor: this.resolve(this.colorOf(one, index)),
          // Neighbours are apart, whatever their colours.
          borderColor: surface,
          borderWidth: 1,
          maxBarThickness: 48,
        })),
      },
      options: {
        maintainAspectRatio: false,
        animation: false,
        onClick: (_event, hits) => {
          const [hit] = hits;
          if (hit) this.send('stint-bar', hit.index);
        },
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: {
            stacked: true,
            grid: { display: false },
            border: { color: grid },
            ticks: { color: axis, font, maxRotation: 0, autoSkipPadding: 12 },
          },
          y: {
            stacked: true,
            border: { display: false },
            grid: { color: grid },
            ticks: {
              color: axis,
              font,
              precision: 0,
              maxTicksLimit: 6,
              callback: (hours) => t('reports.hours', { hours: format.number(Number(hours)) }),
            },
          },
        },
        plugins: {
          tooltip: {
            filter: ({ raw }) => raw !== 0,
            callbacks: {
              title: ([first]) => this.bars[first?.dataIndex ?? 0]?.name ?? '',
              label: ({ datasetIndex, dataIndex }) => {
                const one = this.series[datasetIndex];
                return `${one?.name}: ${format.duration(one?.seconds[dataIndex] ?? 0)}`;
              },
            },
          },
        },
      },
    };
  }

  private colorOf({ color, isRest }: Series, index: number): string {
    return color ?? (isRest ? 'var(--stint-color-line-strong)' : `var(--stint-chart-${index + 1})`);
  }

  /** A canvas knows no tokens: what the browser makes of one, here and now. */
  private resolve(color: string): string {
    this.probe.style.setProperty('color', color);
    return getComputedStyle(this.probe).color;
  }
}
