/** The entries of one cell in a dialog: what was done, when, and the way to change or delete each. */

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { editEntryDialog } from '../../components/entry-editor/open.ts';
import { icon } from '../../components/icon.ts';
import { toastError, toastUndo } from '../../components/toast.ts';
import { deleteEntry, editEntry, restoreEntry } from '../../data/entries.ts';
import { workedSeconds } from '../../data/timer.ts';
import type { TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

/** Dispatches `close`, and `stint-add` for another entry in this cell. */
@customElement('stint-week-cell-entries')
export class WeekCellEntries extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--stint-space-1) var(--stint-space-3);
        padding-block: var(--stint-space-3);
      }
      li:first-child {
        padding-block-start: 0;
      }
      li + li {
        border-block-start: 1px solid var(--stint-color-line);
      }
      .note-field {
        grid-column: 1 / -1;
      }
      .times {
        display: flex;
        flex-wrap: wrap;
        gap: var(--stint-space-3);
      }
      .running {
        color: var(--stint-color-running);
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) entries: TimeEntry[] = [];
  /** Why nothing can be changed here. */
  @property() locked = '';

  override render() {
    return html`<stint-dialog heading=${this.heading} open @close=${() => this.dispatchEvent(new Event('close'))}>
      ${this.locked ? html`<p class="note warn">${this.locked}</p>` : nothing}
      <ul>${repeat(
        this.entries,
        ({ id }) => id,
        (entry) => this.renderEntry(entry),
      )}</ul>
      <div slot="footer" class="actions">
        ${this.locked ? nothing : html`<button @click=${() => this.send('stint-add')}>${icon(plus)} ${t('week.another')}</button>`}
      </div>
    </stint-dialog>`;
  }

  private renderEntry(entry: TimeEntry) {
    const { id, description, start_time, end_time } = entry;
    const what = description || format.time(start_time);
    return html`<li>
      <div class="times">
        <span class="numbers muted">${format.time(start_time)} – ${end_time ? format.time(end_time) : t('week.now')}</span>
        ${
          end_time
            ? html`<b class="numbers">${format.duration(workedSeconds(entry))}</b>`
            : html`<b class="running">${t('week.running')}</b>`
        }
      </div>
      <div class="actions">
        <button class="icon-button small-button" aria-label=${t('week.edit', { what })} title=${t('week.edit', { what })}
          @click=${() => editEntryDialog(entry)}>${icon(pencil)}</button>
        ${
          end_time && !this.locked
            ? html`<button class="icon-button small-button" aria-label=${t('week.delete', { what })} title=${t('week.delete', { what })}
                @click=${() => this.deleteIt(entry)}>${icon(trash)}</button>`
            : nothing
        }
      </div>
      <div class="field note-field">
        <label class="for-readers" for="note-${id}">${t('week.noteOf', { time: format.time(start_time) })}</label>
        <input id="note-${id}" maxlength="5000" autocomplete="off" placeholder=${t('week.notePlaceholder')} .value=${description}
          ?readonly=${Boolean(this.locked)} @change=${(event: Event) => this.describe(entry, (event.target as HTMLInputElement).value)}>
      </div>
    </li>`;
  }

  private async describe(entry: TimeEntry, description: string): Promise<void> {
    try {
      await editEntry(entry, { description });
    } catch (error) {
      toastError(error);
    }
  }

  private async deleteIt({ id }: TimeEntry): Promise<void> {
    try {
      await deleteEntry(id);
      toastUndo(t('editor.deleted'), async () => void (await restoreEntry(id)));
    } catch (error) {
      toastError(error);
    }
  }
}
