/** Asks what a new row of the week is about. Dispatches `close`, and `stint-row` with a `RowSubject`. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import '../../components/subject-pickers.ts';
import type { Subject } from '../../data/timer.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import type { RowSubject } from './grid.ts';

@customElement('stint-week-add-row')
export class WeekAddRow extends StintElement {
  static override styles = [StintElement.styles, controls];

  @state() private subject: Subject = {};

  override render() {
    return html`<stint-dialog heading=${t('week.addRow')} open style="--dialog-size: 26rem" @close=${this.close}>
      <stint-subject-pickers stacked .subject=${this.subject}
        @stint-subject=${({ detail }: CustomEvent<Subject>) => {
          this.subject = { ...this.subject, ...detail };
        }}></stint-subject-pickers>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${this.close}>${t('action.cancel')}</button>
        <button class="primary" @click=${this.add}>${t('week.addRow')}</button>
      </div>
    </stint-dialog>`;
  }

  private add(): void {
    const { project_id = null, task_id = null, tag_ids = [], billable = false } = this.subject;
    this.send<RowSubject>('stint-row', { project_id, task_id, tag_ids, billable });
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new Event('close'));
  }
}
