/** What stands in the place of something that is being read, or could not be. */
import { html, type TemplateResult } from 'lit';
import type { QueryController } from '../controllers/query.ts';
import { t } from '../i18n/texts.ts';

/**
 * @param show draws what was read
 * @example render() { return html`<h1>…</h1>${reading(this.clients, (clients) => this.renderList(clients))}` }
 */
export function reading<T>(query: QueryController<T>, show: (data: T) => unknown): unknown {
  if (query.error) return unreadable(query.error, () => query.refetch());
  if (query.data === undefined)
    return html`<p class="muted" aria-busy="true">${t('read.loading')}</p>`;
  return show(query.data);
}

/** What was wrong, and a way to try again. */
export function unreadable(error: Error, retry: () => unknown): TemplateResult {
  return html`<div class="note bad" role="alert">
    <p>${t('error.read')} ${error.message}</p>
    <button @click=${retry}>${t('action.retry')}</button>
  </div>`;
}
