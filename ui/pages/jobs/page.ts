/** Work of plugins in the background that failed for good: why, and to be run again or forgotten. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { type FailureOf, failuresRead } from '../../data/plugins.ts';
import { refresh } from '../../data/queries.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

@customElement('stint-jobs-page')
export class JobsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      th,
      td {
        vertical-align: top;
      }
      .error {
        font-weight: var(--stint-weight);
        overflow-wrap: anywhere;
      }
      td.end {
        white-space: normal;
      }
      .actions {
        justify-content: end;
      }
    `,
  ];

  private readonly failures = new QueryController(this, () => failuresRead);

  override render() {
    return html`<div class="page">
      <div><h1>${t('jobs.title')}</h1><p class="muted">${t('jobs.text')}</p></div>
      ${reading(this.failures, (all) => (all.length === 0 ? this.renderEmpty() : this.renderTable(all)))}
    </div>`;
  }

  private renderEmpty() {
    return html`<div class="panel empty"><p>${t('jobs.none')}</p></div>`;
  }

  private renderTable(all: FailureOf[]) {
    return html`<div class="panel"><table>
      <thead><tr><th scope="col">${t('jobs.job')}</th><th scope="col" class="wide">${t('jobs.failedAt')}</th>
        <th class="end"><span class="for-readers">${t('list.actions')}</span></th></tr></thead>
      <tbody>${repeat(
        all,
        ({ id }) => id,
        (one) => this.renderFailure(one),
      )}</tbody>
    </table></div>`;
  }

  private renderFailure(one: FailureOf) {
    const { plugin, task, attempts, last_error, failed_at } = one;
    return html`<tr>
      <th scope="row" class="name"><a href="/admin/plugins/${plugin.id}">${plugin.display_name}</a> · ${task}
        <p class="small error">${last_error}</p><p class="small muted error">${t('jobs.attempts', { count: attempts })}</p></th>
      <td class="wide">${format.day(failed_at)}, ${format.time(failed_at)}</td>
      <td class="end"><div class="actions">
        <button class="small-button" aria-label=${t('jobs.retryOf', { task })} @click=${() => this.retry(one)}>${t('jobs.retry')}</button>
        <button class="small-button" aria-label=${t('jobs.discardOf', { task })} @click=${() => this.discard(one)}>${t('jobs.discard')}</button>
      </div></td>
    </tr>`;
  }

  private async retry({ plugin, id }: FailureOf): Promise<void> {
    await this.settle(
      () => api.post(`/plugins/${plugin.id}/failures/${id}/retry`),
      t('jobs.retried'),
    );
  }

  private async discard({ plugin, id, task }: FailureOf): Promise<void> {
    const yes = await confirm({
      heading: t('jobs.discardHeading', { task }),
      text: t('jobs.discardText'),
      action: t('jobs.discard'),
      isDangerous: true,
    });
    if (yes)
      await this.settle(
        () => api.delete(`/plugins/${plugin.id}/failures/${id}`),
        t('jobs.discarded'),
      );
  }

  private async settle(work: () => Promise<unknown>, done: string): Promise<void> {
    try {
      await work();
      toast(done);
    } catch (error) {
      toastError(error);
    }
    refresh('plugins');
  }
}
