/** A day as one thin line: when there was work, and on what. The list below it says the same in words. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { serverNow } from '../../data/clock.ts';
import { instantOf } from '../../data/days.ts';
import type { TimeEntry } from '../../data/wire.ts';

const DAY_MINUTES = 24 * 60;
// What is shown of a quiet day; more when there was work before or after.
const USUAL = { from: 8 * 60, to: 18 * 60 };

@customElement('stint-day-strip')
export class DayStrip extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      div {
        position: relative;
        block-size: 6px;
        margin: 0 var(--stint-space-4) var(--stint-space-3);
        border-radius: var(--stint-radius-full);
        background: var(--stint-color-sunken);
        overflow: hidden;
      }
      span {
        position: absolute;
        inset-block: 0;
        inset-inline-start: var(--from);
        inline-size: max(2px, var(--size));
        background: var(--color, var(--stint-color-line-strong));
      }
    `,
  ];

  @property({ attribute: false }) entries: TimeEntry[] = [];
  @property({ attribute: false }) colors = new Map<number, string>();

  override render() {
    const now = instantOf(serverNow());
    const spans = this.entries.map((entry) => ({
      from: minutesOf(entry.start_time, entry.start_time),
      to: minutesOf(entry.end_time ?? now, entry.start_time),
      color: this.colors.get(entry.project_id ?? 0),
    }));
    const first = Math.min(USUAL.from, ...spans.map(({ from }) => from));
    const last = Math.max(USUAL.to, ...spans.map(({ to }) => to));
    const share = (minutes: number) => `${((minutes / (last - first)) * 100).toFixed(2)}%`;
    return html`<div aria-hidden="true">${spans.map(
      ({ from, to, color }) =>
        html`<span style="--from: ${share(from - first)}; --size: ${share(to - from)};${color ? `--color: ${color}` : ''}"></span>`,
    )}</div>`;
  }
}

/** Minutes since midnight of the day on which `start` lies; midnight at its end for what is later. */
function minutesOf(instant: string, start: string): number {
  if (instant.slice(0, 10) !== start.slice(0, 10)) return DAY_MINUTES;
  return Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));
}
