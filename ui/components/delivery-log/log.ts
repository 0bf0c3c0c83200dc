/** What arrived from the other side: when, what became of it, all of it to read, and to be handled again. */
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../dialog.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { peopleRead } from '../../data/queries.ts';
import type { Delivery, DeliveryDetail } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { loadTexts, t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { type Standing, standing } from '../../styles/standing.ts';
import { StintElement } from '../element.ts';
import { unreadable } from '../reading.ts';
import { toast, toastError } from '../toast.ts';

await loadTexts('../components/delivery-log/i18n');

const standings: Record<Delivery['outcome'], Standing> = {
  pending: 'busy',
  processed: 'good',
  skipped: 'off',
  retrying: 'warn',
  failed: 'bad',
};
// Long enough for a job that starts at once.
const LOOK_AGAIN_MS = 1500;

interface DeliveryPage {
  data: Delivery[];
  next_cursor: string | null;
}

@customElement('stint-delivery-log')
export class DeliveryLog extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-3);
      }
      .top {
        align-items: end;
      }
      pre {
        margin: 0;
        padding: var(--stint-space-3);
        border-radius: var(--stint-radius-m);
        background: var(--stint-color-sunken);
        font-family: var(--stint-font-mono);
        font-size: var(--stint-text-xs);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .whole {
        display: grid;
        gap: var(--stint-space-4);
      }
      .title {
        min-block-size: 1.75rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--stint-color-link);
      }
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--stint-space-1) var(--stint-space-4);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--stint-color-muted);
      }
      th:first-child {
        padding-inline-start: 0;
      }
    `,
  ];

  /** Whose; an administrator sees everybody's. */
  @property({ attribute: false }) connector!: { id: string; address: string };
  /** Of that outcome alone. */
  @property() outcome = '';
  /** Says as well whose each is, and leaves its own heading to the page. */
  @property({ type: Boolean }) everybody = false;
  private readonly people = new QueryController(this, () => ({
    ...peopleRead,
    enabled: this.everybody,
  }));
  @state() private rows?: Delivery[];
  @state() private cursor: string | null = null;
  @state() private failure?: Error;
  @state() private shown?: DeliveryDetail;

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('connector') || changed.has('outcome')) void this.read();
  }

  override render() {
    return html`
      <div class="top">
        <div>${this.everybody ? nothing : html`<h3>${t('delivery.title')}</h3>`}<p class="hint">${t('delivery.text')}</p></div>
        <button class="small-button" @click=${() => this.read()}>${t('delivery.again')}</button>
      </div>
      ${this.failure ? unreadable(this.failure, () => this.read()) : this.renderRows()}
      ${this.renderDetail()}
    `;
  }

  private renderRows() {
    if (!this.rows) return html`<p class="muted" aria-busy="true">${t('read.loading')}</p>`;
    if (this.rows.length === 0) return html`<p class="muted">${t('delivery.empty')}</p>`;
    return html`<table>
      <thead><tr><th scope="col">${t('delivery.arrived')}</th><th scope="col" class="wide">${t('delivery.webhook')}</th>
        ${this.everybody ? html`<th scope="col" class="wide">${t('delivery.whose')}</th>` : nothing}
        <th scope="col">${t('delivery.outcome')}</th></tr></thead>
      <tbody>${repeat(
        this.rows,
        ({ id }) => id,
        (row) => this.renderRow(row),
      )}</tbody>
    </table>
    ${this.cursor ? html`<button class="quiet small-button more" @click=${this.readMore}>${t('delivery.older')}</button>` : nothing}`;
  }

  private renderRow(row: Delivery) {
    const when = `${format.day(row.received_at)}, ${format.time(row.received_at)}`;
    return html`<tr>
      <th scope="row"><button class="title numbers" aria-haspopup="dialog" @click=${() => this.open(row)}>${when}</button></th>
      <td class="wide">${row.webhook}</td>
      ${this.everybody ? html`<td class="wide">${this.people.data?.find(({ id }) => id === row.user_id)?.name}</td>` : nothing}
      <td>${this.renderOutcome(row)} <span class="small muted">${row.detail}</span></td>
    </tr>`;
  }

  private renderOutcome({ outcome }: Delivery) {
    return html`<span class="pill ${standings[outcome]}">${t(`delivery.outcome.${outcome}`)}</span>`;
  }

  private renderDetail() {
    const { shown } = this;
    return html`<stint-dialog heading=${t('delivery.one')} ?open=${shown !== undefined} style="--dialog-size: 44rem"
      @close=${() => (this.shown = undefined)}>
      ${
        shown
          ? html`<div class="whole">
            <dl>
              <dt>${t('delivery.outcome')}</dt><dd>${this.renderOutcome(shown)} ${shown.detail}</dd>
              <dt>${t('delivery.arrived')}</dt><dd>${format.day(shown.received_at)}, ${format.time(shown.received_at)}</dd>
              <dt>${t('delivery.id')}</dt><dd>${shown.delivery_id}</dd>
            </dl>
            <div class="field"><h3>${t('delivery.headers')}</h3><pre tabindex="0">${Object.entries(
              shown.headers,
            )
              .map(([name, value]) => `${name}: ${value}`)
              .join('\n')}</pre></div>
            <div class="field"><h3>${t('delivery.body')}</h3><pre tabindex="0">${JSON.stringify(shown.body, null, 2)}</pre></div>
          </div>`
          : nothing
      }
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button @click=${() => shown && this.replay(shown)}>${t('delivery.replay')}</button>
      </div>
    </stint-dialog>`;
  }

  private async read(): Promise<void> {
    this.failure = undefined;
    try {
      const asked = `${this.connector.address} ${this.outcome}`;
      const page = await this.readPage();
      // Somebody chose another one meanwhile.
      if (asked !== `${this.connector.address} ${this.outcome}`) return;
      this.rows = page.data;
      this.cursor = page.next_cursor;
    } catch (error) {
      this.failure = error as Error;
    }
  }

  private readPage(cursor?: string): Promise<DeliveryPage> {
    const outcome = this.outcome || undefined;
    return api.get<DeliveryPage>(`${this.connector.address}/deliveries`, {
      limit: 25,
      cursor,
      outcome,
    });
  }

  private async readMore(): Promise<void> {
    try {
      const page = await this.readPage(this.cursor ?? undefined);
      this.rows = [...(this.rows ?? []), ...page.data];
      this.cursor = page.next_cursor;
    } catch (error) {
      toastError(error);
    }
  }

  private async open({ id }: Delivery): Promise<void> {
    try {
      this.shown = await api.get<DeliveryDetail>(`${this.connector.address}/deliveries/${id}`);
    } catch (error) {
      toastError(error);
    }
  }

  private async replay({ id }: Delivery): Promise<void> {
    try {
      await api.post(`${this.connector.address}/deliveries/${id}/replay`);
      toast(t('delivery.replayed'));
      this.shown = undefined;
      setTimeout(() => void this.read(), LOOK_AGAIN_MS);
    } catch (error) {
      toastError(error);
    }
  }
}
