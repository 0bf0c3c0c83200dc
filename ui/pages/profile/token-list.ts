/** API tokens: what machines may do in somebody's name, and how to end it. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import plus from 'lucide-static/icons/plus.svg?raw';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { serverNow } from '../../data/clock.ts';
import { readAll, refresh } from '../../data/queries.ts';
import type { Token } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import './token-editor.ts';

const SOON_MS = 7 * 86_400_000;

@customElement('stint-token-list')
export class TokenList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-4);
      }
      td,
      th {
        vertical-align: top;
      }
      .scopes {
        overflow-wrap: anywhere;
        font-weight: var(--stint-weight);
      }
    `,
  ];

  @state() private isMaking = false;
  private readonly tokens = new QueryController(this, () => readAll<Token>('/tokens'));

  override render() {
    return html`
      <section class="panel" aria-labelledby="tokens">
        <header>
          <div><h2 id="tokens">${t('profile.tokens')}</h2><p class="small muted">${t('profile.tokensText')} <a href="/api/docs" rel="external">${t('profile.apiDocs')}</a></p></div>
          <button class="primary small-button" @click=${this.make}>${icon(plus)} ${t('profile.newToken')}</button>
        </header>
        ${reading(this.tokens, (all) => (all.length === 0 ? this.renderEmpty() : this.renderTable(all)))}
      </section>
      ${this.isMaking ? html`<stint-token-editor @close=${() => (this.isMaking = false)}></stint-token-editor>` : nothing}
    `;
  }

  private renderEmpty() {
    return html`<div class="empty"><p>${t('profile.noTokens')}</p></div>`;
  }

  private renderTable(all: Token[]) {
    return html`<table>
      <thead><tr>
        <th scope="col">${t('profile.tokenName')}</th>
        <th scope="col" class="wide">${t('profile.tokenLastUsed')}</th>
        <th scope="col">${t('profile.tokenExpires')}</th>
        <th class="end"><span class="for-readers">${t('profile.revoke')}</span></th>
      </tr></thead>
      <tbody>${repeat(
        all,
        ({ id }) => id,
        (token) => this.renderToken(token),
      )}</tbody>
    </table>`;
  }

  private renderToken({ id, name, scopes, last_used_at, expires_at }: Token) {
    return html`<tr>
      <th scope="row" class="name">${name}<p class="small muted scopes">${scopes.join(', ')}</p></th>
      <td class="wide">${last_used_at ? format.day(last_used_at) : t('profile.never')}</td>
      <td>${this.renderExpiry(expires_at)}</td>
      <td class="end"><button class="small-button" aria-label=${t('profile.revokeOf', { name })} @click=${() => this.revoke(id, name)}>${t('profile.revoke')}</button></td>
    </tr>`;
  }

  private renderExpiry(expires_at: string | null) {
    if (!expires_at) return html`<span class="muted">${t('profile.lifetime.never')}</span>`;
    const left = Date.parse(expires_at) - serverNow();
    if (left <= 0) return html`<span class="pill bad">${t('profile.expired')}</span>`;
    const date = html`<span class="numbers">${format.date(expires_at)}</span>`;
    return left < SOON_MS ? html`<span class="pill warn">${date}</span>` : date;
  }

  private make(): void {
    this.isMaking = true;
  }

  private async revoke(id: number, name: string): Promise<void> {
    const yes = await confirm({
      heading: t('profile.revokeHeading', { name }),
      text: t('profile.revokeText'),
      action: t('profile.revokeAction'),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      await api.delete(`/tokens/${id}`);
      toast(t('profile.revoked', { name }));
    } catch (error) {
      toastError(error);
    }
    refresh('tokens');
  }
}
