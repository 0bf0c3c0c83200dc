/** A small form below the clock: since when the timer runs, or for how long. One follows from the other. */
import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StintElement } from '../components/element.ts';
import { toastError } from '../components/toast.ts';
import { serverNow } from '../data/clock.ts';
import { addDays, dayOf, instantOf } from '../data/days.ts';
import { parseDuration, parseTimeOfDay } from '../data/durations.ts';
import { adjustTimer, workedSeconds } from '../data/timer.ts';
import type { TimeEntry } from '../data/wire.ts';
import { format } from '../i18n/format.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';

@customElement('stint-timer-start')
export class TimerStart extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      form {
        position: absolute;
        z-index: 30;
        inset-inline-end: max(var(--stint-space-4), calc((100% - 76rem) / 2 + var(--stint-space-8)));
        inset-block-start: calc(100% + var(--stint-space-1));
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--stint-space-3);
        inline-size: min(20rem, calc(100vw - 2rem));
        padding: var(--stint-space-4);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-raised);
        box-shadow: var(--stint-shadow-m);
      }
      .wide {
        grid-column: 1 / -1;
      }
      @media (max-width: 50rem) {
        form {
          inset-block: auto calc(100% + var(--stint-space-1));
        }
      }
    `,
  ];

  @property({ attribute: false }) entry!: TimeEntry;
  @state() private fault = '';

  override render() {
    return html`<form aria-label=${t('timer.adjustTitle')} @submit=${this.save} @keydown=${this.onKey}>
      <div class="field"><label for="start">${t('entry.start')}</label>
        <input id="start" name="start" class="numbers" autocomplete="off" .defaultValue=${format.time(this.entry.start_time)}></div>
      <div class="field"><label for="worked">${t('timer.worked')}</label>
        <input id="worked" name="worked" class="numbers" autocomplete="off" .defaultValue=${format.duration(workedSeconds(this.entry))}></div>
      <p class="fault wide" role="alert">${this.fault}</p>
      <div class="actions wide"><button class="primary small-button">${t('action.save')}</button>
        <button type="button" class="quiet small-button" @click=${this.close}>${t('action.cancel')}</button></div>
    </form>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.select();
  }

  private save(event: SubmitEvent): void {
    event.preventDefault();
    const [start, worked] = Array.from((event.target as HTMLFormElement).querySelectorAll('input'));
    const isWorked = worked?.value !== worked?.defaultValue;
    const start_time = isWorked
      ? this.startOf(worked?.value ?? '')
      : this.timeOf(start?.value ?? '');
    if (!start_time) {
      this.fault = t(isWorked ? 'timer.notADuration' : 'entry.notATime', {
        text: (isWorked ? worked : start)?.value,
      });
      return;
    }
    if (isWorked || start?.value !== start?.defaultValue)
      adjustTimer({ start_time }).catch(toastError);
    this.close();
  }

  /** So long ago, breaks on top. */
  private startOf(text: string): string | undefined {
    const seconds = parseDuration(text);
    if (seconds === undefined) return undefined;
    const shift = (seconds - workedSeconds(this.entry)) * 1000;
    return instantOf(Date.parse(this.entry.start_time) - shift);
  }

  /** That time of day, the last that was. */
  private timeOf(text: string): string | undefined {
    const time = parseTimeOfDay(text);
    if (!time) return undefined;
    const now = instantOf(serverNow());
    const day = dayOf(now);
    return `${time <= now.slice(11, 16) ? day : addDays(day, -1)}T${time}:00`;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}
