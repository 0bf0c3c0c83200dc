/** What other services sent, everybody's: one service at a time, by what became of it. */
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../components/delivery-log/log.ts';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import type { Read } from '../../data/queries.ts';
import type { Connector, Delivery } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const outcomes: Delivery['outcome'][] = ['failed', 'retrying', 'pending', 'processed', 'skipped'];

/** Services that report here at all. */
const reportingRead: Read<Connector[]> = {
  queryKey: ['plugins', 'reporting'],
  queryFn: async () =>
    (await api.get<{ data: Connector[] }>('/me/connectors')).data.filter(
      ({ has_webhooks }) => has_webhooks,
    ),
};

@customElement('stint-deliveries-page')
export class DeliveriesPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .inside {
        padding-block-start: var(--stint-space-3);
      }
    `,
  ];

  private readonly connectors = new QueryController(this, () => reportingRead);

  override render() {
    return html`<div class="page">
      <div><h1>${t('deliveries.title')}</h1><p class="muted">${t('deliveries.text')}</p></div>
      ${reading(this.connectors, (all) => (all.length === 0 ? this.renderEmpty() : this.renderLog(all)))}
    </div>`;
  }

  private renderEmpty() {
    return html`<div class="panel empty"><p>${t('deliveries.none')}</p></div>`;
  }

  private renderLog(all: Connector[]) {
    const chosen = all.find(({ id }) => id === queryValue('connector')) ?? (all[0] as Connector);
    const outcome = outcomes.find((one) => one === queryValue('outcome')) ?? '';
    const take = (name: string) => (event: Event) =>
      setQuery({ [name]: (event.target as HTMLSelectElement).value });
    return html`
      <div class="filters">
        <select aria-label=${t('deliveries.connector')} @change=${take('connector')}>${all.map(
          ({ id, display_name }) =>
            html`<option value=${id} ?selected=${id === chosen.id}>${display_name}</option>`,
        )}</select>
        <select aria-label=${t('deliveries.outcome')} @change=${take('outcome')}>
          <option value="" ?selected=${outcome === ''}>${t('deliveries.all')}</option>
          ${outcomes.map((one) => html`<option value=${one} ?selected=${one === outcome}>${t(`delivery.outcome.${one}`)}</option>`)}
        </select>
      </div>
      <div class="panel"><div class="inside">
        <stint-delivery-log everybody .connector=${chosen} outcome=${outcome}></stint-delivery-log>
      </div></div>`;
  }
}
