/**
 * Access that is granted at the service itself (OAuth 2): what Stint asks for there, the way to it, and
 * what an administrator has to do before anybody can go.
 */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/copy-field.ts';
import { StintElement } from '../../components/element.ts';
import { isAdmin } from '../../data/session.ts';
import type { Connector, ConnectorForm } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

type OauthInfo = NonNullable<ConnectorForm['oauth']>;

/** Where the browser goes to grant access; it comes back to the connection's own address. */
export function wayToAccess({ id, connect_path }: Connector): string {
  return `${connect_path}?return_to=${encodeURIComponent(`/integrations/${id}`)}`;
}

@customElement('stint-connector-access')
export class ConnectorAccess extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      section {
        display: grid;
        gap: var(--stint-space-3);
        max-inline-size: 36rem;
        justify-items: start;
      }
      ul {
        margin: 0;
        padding-inline-start: var(--stint-space-5);
        overflow-wrap: anywhere;
      }
      stint-copy-field,
      .note {
        justify-self: stretch;
      }
    `,
  ];

  @property({ attribute: false }) connector!: Connector;
  @property({ attribute: false }) oauth!: OauthInfo;
  @property({ type: Boolean }) connected = false;

  override render() {
    const { scopes, missing, redirect_uri } = this.oauth;
    const isMissing = missing.length > 0;
    return html`<section aria-labelledby="access">
      <div><h3 id="access">${t('integrations.access')}</h3><p class="hint">${t('integrations.accessText')}</p></div>
      ${
        scopes.length === 0
          ? nothing
          : html`<div class="small"><p>${t('integrations.accessScopes')}</p>
              <ul>${scopes.map((scope) => html`<li><code>${scope}</code></li>`)}</ul></div>`
      }
      ${isMissing ? html`<p class="note warn">${t('integrations.accessMissing', { names: format.list(missing) })}</p>` : nothing}
      ${
        isMissing && isAdmin.value
          ? html`<stint-copy-field label=${t('integrations.accessRedirect')} value=${redirect_uri}></stint-copy-field>`
          : nothing
      }
      ${
        isMissing
          ? nothing
          : html`<a class="button" rel="external" href=${wayToAccess(this.connector)}>${t(this.connected ? 'integrations.accessAgain' : 'integrations.connect')}</a>`
      }
    </section>`;
  }
}
