/** A link with which somebody chooses a password: shown this once, to be sent by whoever asked for it. */
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/copy-field.ts';
import '../../components/dialog.ts';
import { StintElement } from '../../components/element.ts';
import { openAbove } from '../../components/open-above.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';

/** @param name whose it is */
export async function linkDialog(name: string, url: string): Promise<void> {
  await openAbove(Object.assign(new LinkDialog(), { name, url }));
}

@customElement('stint-link-dialog')
export class LinkDialog extends StintElement {
  static override styles = [StintElement.styles, controls];

  @property() name = '';
  @property() url = '';

  override render() {
    return html`<stint-dialog open locked heading=${t('users.linkHeading', { name: this.name })}>
      <div class="fields">
        <p>${t('users.linkText')}</p>
        <stint-copy-field label=${t('users.link')} value=${this.url}></stint-copy-field>
        <p class="note warn small">${t('users.linkOnce')}</p>
      </div>
      <div slot="footer" class="actions" style="justify-content: flex-end">
        <button class="primary" @click=${() => this.dispatchEvent(new Event('close'))}>${t('users.linkKept')}</button>
      </div>
    </stint-dialog>`;
  }
}
