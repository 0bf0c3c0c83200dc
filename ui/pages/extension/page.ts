/** A page that a plugin declares: its card, with the whole page to itself. */
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { QueryController } from '../../controllers/query.ts';
import { pluginsRead } from '../../data/queries.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-host.ts';
import { type CardEntry, cardsIn } from '../../shell/cards/catalog.ts';
import { pageTitle } from '../../shell/title.ts';

@customElement('stint-extension-page')
export class ExtensionPage extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-4);
      }
    `,
  ];

  @property({ attribute: false }) params: { plugin?: string; page?: string } = {};
  @state() private cards?: CardEntry[];
  private readonly plugins = new QueryController(this, () => pluginsRead);

  override render() {
    const page = this.page();
    if (!this.cards || this.plugins.isLoading) return nothing;
    const card = page && this.cards.find(({ key }) => key === `${this.params.plugin}/${page.card}`);
    if (!card) {
      return html`<h1>${t('notFound.title')}</h1><p class="muted">${t('extension.none')}</p>`;
    }
    return html`<h1>${page.title}</h1>
      <stint-card-host bare headless .card=${card}></stint-card-host>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find();
  }

  override updated(): void {
    const page = this.page();
    if (page) pageTitle.value = page.title;
  }

  private page() {
    const { plugin, page } = this.params;
    const address = `/p/${plugin}/${page}`;
    return this.plugins.data?.flatMap(({ pages }) => pages).find((one) => one.address === address);
  }

  private async find(): Promise<void> {
    this.cards = await cardsIn('page/v1').catch(() => []);
  }
}
