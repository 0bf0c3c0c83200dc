/** Offers the rows of the week before, alone or with their times. Dispatches `close`, and `stint-copy`. */
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import type { Read } from '../../data/queries.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { keyOf, subjectOf } from './grid.ts';

export interface Copy {
  entries: TimeEntry[];
  withTimes: boolean;
}

@customElement('stint-week-copy')
export class WeekCopy extends StintElement {
  static override styles = [StintElement.styles, controls];

  /** The entries of the week before. */
  @property({ attribute: false }) read!: Read<TimeEntry[]>;
  private readonly entries = new QueryController(this, () => this.read);

  override render() {
    const { data } = this.entries;
    return html`<stint-dialog heading=${t('week.copy')} open style="--dialog-size: 30rem" @close=${this.close}>
      ${reading(this.entries, (entries) => html`<p>${this.describe(entries)}</p>`)}
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${this.close}>${t('action.cancel')}</button>
        ${
          data?.length
            ? html`<button @click=${() => this.copy(data, true)}>${t('week.copyTimes')}</button>
                <button class="primary" @click=${() => this.copy(data, false)}>${t('week.copyRows')}</button>`
            : nothing
        }
      </div>
    </stint-dialog>`;
  }

  private describe(entries: TimeEntry[]): string {
    if (entries.length === 0) return t('week.copyNothing');
    const rows = new Set(entries.map((entry) => keyOf(subjectOf(entry)))).size;
    const seconds = entries.reduce((sum, entry) => sum + workedSeconds(entry), 0);
    return t('week.copyText', { rows, duration: format.duration(seconds) });
  }

  private copy(entries: TimeEntry[], withTimes: boolean): void {
    this.send<Copy>('stint-copy', { entries, withTimes });
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}
