/** Who the work is for: to find a client, to see how much there was, and for managers to keep them. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { archiveItem } from '../../components/archive-item.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { clientDialog } from '../../components/open-editors.ts';
import { reading } from '../../components/reading.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import '../../components/search-field.ts';
import { QueryController } from '../../controllers/query.ts';
import { projectsRead, type Rows, readSome } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { totalsById, totalsRead } from '../../data/totals.ts';
import type { Client } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate, queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const A_PAGE = 50;
const archivedChoices = { active: 'false', archived: 'true', all: undefined } as const;
type Archived = keyof typeof archivedChoices;

@customElement('stint-clients-page')
export class ClientsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      td.contact {
        color: var(--stint-color-muted);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private most = A_PAGE;
  private readonly totals = new QueryController(this, () => totalsRead('client'));
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly clients = new QueryController(this, () =>
    readSome<Client>(
      '/clients',
      { search: queryValue('search'), archived: archivedChoices[this.archived], sort: 'name' },
      this.most,
    ),
  );

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('clients.title')}</h1>
        ${isManager.value ? html`<button class="primary" @click=${this.create}>${icon(plus)} ${t('clients.new')}</button>` : nothing}
      </div>
      <div class="filters" role="search">
        <stint-search-field label=${t('clients.search')} .value=${queryValue('search')}
        @stint-search=${({ detail }: CustomEvent<{ search: string }>) => this.filter(detail)}></stint-search-field>
        <select aria-label=${t('clients.status')} @change=${(event: Event) => this.filter({ status: (event.target as HTMLSelectElement).value })}>
          ${Object.keys(archivedChoices).map((one) => html`<option value=${one} ?selected=${one === this.archived}>${t(`clients.status.${one}`)}</option>`)}
        </select>
      </div>
      ${reading(this.clients, (found) => this.renderList(found))}
    </div>`;
  }

  private renderList({ rows, isMore }: Rows<Client>) {
    if (rows.length === 0) return this.renderEmpty();
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('clients.name')}</th>
          <th scope="col" class="wide">${t('clients.contact')}</th>
          <th scope="col" class="number wide">${t('clients.projects')}</th>
          <th scope="col" class="number">${t(isAdmin.value ? 'clients.hours' : 'clients.ownHours')}</th>
          ${isManager.value ? html`<th scope="col" class="number wide">${t('clients.amount')}</th>` : nothing}
          ${isManager.value ? html`<th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>` : nothing}
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (client) => this.renderRow(client),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(client: Client) {
    const total = totalsById(this.totals.data).get(client.id);
    const amounts = total?.amounts.map(({ amount, currency }) => format.money(amount, currency));
    return html`<tr>
      <th scope="row" class="name"><a href="/clients/${client.id}">${client.name}</a>
        ${client.archived_at ? html`<span class="badge">${t('list.archived')}</span>` : nothing}</th>
      <td class="wide contact">${client.email ?? client.phone ?? nothing}</td>
      <td class="number wide">${this.projects.data ? format.number(this.countProjects(client)) : nothing}</td>
      <td class="number">${this.totals.data ? format.duration(total?.duration_seconds ?? 0) : nothing}</td>
      ${
        isManager.value
          ? html`<td class="number wide">${amounts?.join(' + ')}</td>
            <td class="end"><stint-menu label=${t('list.moreAbout', { name: client.name })} .items=${this.actionsFor(client)}></stint-menu></td>`
          : nothing
      }
    </tr>`;
  }

  private renderEmpty() {
    if (queryValue('search') || queryValue('status')) {
      return html`<div class="panel empty"><p>${t('clients.nothing')}</p>
        <button @click=${() => this.filter({ search: '', status: '' })}>${t('list.clear')}</button></div>`;
    }
    return html`<div class="panel empty"><p>${t(isManager.value ? 'clients.empty' : 'clients.none')}</p>
      ${isManager.value ? html`<button class="primary" @click=${this.create}>${icon(plus)} ${t('clients.new')}</button>` : nothing}</div>`;
  }

  private actionsFor(client: Client): MenuItem[] {
    return [
      { label: t('list.edit'), glyph: pencil, run: () => clientDialog(client) },
      archiveItem('clients', client),
      {
        label: t('action.delete'),
        glyph: trash,
        isDangerous: true,
        reason: this.countProjects(client) > 0 ? t('record.hasProjects') : undefined,
        run: () => deleteForGood('clients', client, t('record.cannotUndo')),
      },
    ];
  }

  private countProjects({ id }: Client): number {
    return (this.projects.data ?? []).filter(({ client_id }) => client_id === id).length;
  }

  private get archived(): Archived {
    const status = queryValue('status') ?? '';
    return status in archivedChoices ? (status as Archived) : 'active';
  }

  private filter(values: Record<string, string>): void {
    this.most = A_PAGE;
    setQuery(values);
  }

  private async create(): Promise<void> {
    const client = await clientDialog();
    if (client) await navigate(`/clients/${client.id}`);
  }
}
