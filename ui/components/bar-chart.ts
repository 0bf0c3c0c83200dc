/**
 * Durations as bars, one beside the other, drawn as SVG. It draws and says what it is given: readers get
 * the same as a list.
 */
import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { format } from '../i18n/format.ts';
import { StintElement } from './element.ts';

export interface Bar {
  /** Below the bar; several may be empty where they would not fit. */
  label: string;
  /** What the bar stands for, in full. */
  name: string;
  seconds: number;
  /** The bar of now. */
  isCurrent?: boolean;
}

const HEIGHT = 100;
const HOUR = 3600;

/** @example html`<stint-bar-chart label="Hours by week" .bars=${[{ label: '27', name: 'Week of 27 January', seconds: 5400 }]}></stint-bar-chart>` */
@customElement('stint-bar-chart')
export class BarChart extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 7rem;
      }
      figure {
        position: relative;
        flex: 1;
        display: grid;
        grid-template: minmax(0, 1fr) auto / auto minmax(0, 1fr);
        column-gap: var(--stint-space-2);
      }
      .axis {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        font-size: var(--stint-text-xs);
        color: var(--stint-chart-axis);
        text-align: end;
        line-height: 1;
      }
      .plot {
        position: relative;
      }
      /* Past the flow: a drawing has proportions of its own, and would ask for room. */
      svg {
        position: absolute;
        inline-size: 100%;
        block-size: 100%;
        overflow: visible;
      }
      line {
        stroke: var(--stint-chart-grid);
        vector-effect: non-scaling-stroke;
      }
      rect {
        fill: var(--stint-chart-1);
        opacity: 0.75;
      }
      rect.current {
        opacity: 1;
      }
      .labels {
        grid-column: 2;
        display: grid;
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-flow: column;
        padding-block-start: var(--stint-space-1);
        font-size: var(--stint-text-xs);
        color: var(--stint-chart-axis);
        text-align: center;
        white-space: nowrap;
      }
      .for-readers {
        inset-block-start: 0;
      }
      .labels span {
        display: grid;
        justify-content: center;
      }
      .sparse span:last-child {
        justify-content: end;
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) bars: Bar[] = [];

  override render() {
    const { bars } = this;
    const top = topOf(Math.max(...bars.map(({ seconds }) => seconds), 0));
    const width = 100 / bars.length;
    return html`<figure aria-label=${this.label}>
      <div class="axis numbers" aria-hidden="true"><span>${format.duration(top)}</span><span>${format.duration(top / 2)}</span><span>0:00</span></div>
      <div class="plot"><svg viewBox="0 0 100 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${[0, 0.5, 1].map((share) => svg`<line x1="0" x2="100" y1=${share * HEIGHT} y2=${share * HEIGHT}></line>`)}
        ${bars.map(({ seconds, name, isCurrent }, index) => {
          const height = (seconds / top) * HEIGHT;
          return svg`<rect class=${isCurrent ? 'current' : ''} x=${width * (index + 0.15)} y=${HEIGHT - height} width=${width * 0.7} height=${height}>
            <title>${name}: ${format.duration(seconds)}</title></rect>`;
        })}
      </svg></div>
      <div class="labels numbers ${bars.at(-2)?.label === '' ? 'sparse' : ''}" aria-hidden="true">${bars.map(({ label }) => html`<span>${label}</span>`)}</div>
      <ul class="for-readers">${bars.map(({ name, seconds }) => html`<li>${name}: ${format.spoken(seconds)}</li>`)}</ul>
    </figure>`;
  }
}

/** The end of the axis: a number of hours whose half is one as well. */
function topOf(most: number): number {
  const hours = most / HOUR;
  const steps = [2, 4, 8, 10, 16, 20, 40, 60, 80, 100];
  return (steps.find((step) => step >= hours) ?? Math.ceil(hours / 100) * 100) * HOUR;
}
