/** The services that somebody can connect to, and how their connections are: one frame each. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { isAdmin } from '../../data/session.ts';
import type { Connector } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import './connector-card.ts';
import { connectorsRead } from './connections.ts';
import { welcomeBack } from './way-back.ts';

@customElement('stint-integrations-page')
export class IntegrationsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .page {
        max-inline-size: 54rem;
      }
    `,
  ];

  @property({ attribute: false }) params: { id?: string } = {};
  private readonly connectors = new QueryController(this, () => connectorsRead);

  override connectedCallback(): void {
    super.connectedCallback();
    welcomeBack();
  }

  override render() {
    return html`<div class="page">
      <div>
        <h1>${t('integrations.title')}</h1>
        <p class="muted">${t('integrations.text')}</p>
      </div>
      ${reading(this.connectors, (all) => (all.length === 0 ? this.renderEmpty() : this.renderAll(all)))}
    </div>`;
  }

  private renderEmpty() {
    return html`<div class="panel empty">
      <p>${t('integrations.none')}</p>
      ${isAdmin.value ? html`<a class="button primary" href="/admin/plugins">${t('integrations.install')}</a>` : nothing}
    </div>`;
  }

  private renderAll(all: Connector[]) {
    return repeat(
      all,
      ({ id }) => id,
      (one) =>
        html`<stint-connector-card .connector=${one} ?open=${one.id === this.params.id}></stint-connector-card>`,
    );
  }
}
