/** One client: how to reach them, their projects with what each came to, and their weeks. */
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { archiveItem } from '../../components/archive-item.ts';
import { StintElement } from '../../components/element.ts';
import { renderEstimate } from '../../components/estimate-bar.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { clientDialog, projectDialog } from '../../components/open-editors.ts';
import { reading } from '../../components/reading.ts';
import '../../components/recent-entries.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import '../../components/week-chart.ts';
import { QueryController } from '../../controllers/query.ts';
import { readAll, readOne } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { totalsById, totalsRead } from '../../data/totals.ts';
import type { Client, Project } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { navigate } from '../../shell/place.ts';
import { pageTitle } from '../../shell/title.ts';
import { controls } from '../../styles/controls.ts';
import { facts } from '../../styles/facts.ts';
import { lists } from '../../styles/lists.ts';

@customElement('stint-client-page')
export class ClientPage extends StintElement {
  static override styles = [StintElement.styles, controls, lists, facts];

  @property({ attribute: false }) params: { id?: string } = {};
  private readonly client = new QueryController(this, () =>
    readOne<Client>(`/clients/${encodeURIComponent(this.params.id ?? '')}`),
  );
  private readonly projects = new QueryController(this, () => ({
    ...readAll<Project>('/projects', { client_id: this.client.data?.id, sort: 'name' }),
    enabled: this.client.data !== undefined,
  }));
  private readonly totals = new QueryController(this, () => ({
    ...totalsRead('project', { client_id: this.client.data?.id }),
    enabled: this.client.data !== undefined,
  }));

  override render() {
    return html`<div class="page">
      <p class="small"><a href="/clients">${t('client.all')}</a></p>
      ${reading(this.client, (client) => this.renderClient(client))}
    </div>`;
  }

  override updated(): void {
    if (this.client.data) pageTitle.value = this.client.data.name;
  }

  private renderClient(client: Client) {
    const { id, name } = client;
    return html`
      <div class="top">
        <h1>${name} ${client.archived_at ? html`<span class="badge">${t('list.archived')}</span>` : nothing}</h1>
        ${
          isManager.value
            ? html`<div class="actions">
              <button aria-label=${t('list.edit')} @click=${() => clientDialog(client)}>${icon(pencil)} <span class="wide">${t('list.edit')}</span></button>
              <stint-menu label=${t('list.moreAbout', { name })} .items=${this.actionsFor(client)}></stint-menu></div>`
            : nothing
        }
      </div>
      <div class="columns">
        <div class="column">
          <section class="panel" aria-labelledby="projects">
            <header><h2 id="projects">${t('client.projects')}</h2>
              ${
                isManager.value && !client.archived_at
                  ? html`<button class="small-button" @click=${() => projectDialog({ client })}>${icon(plus)} ${t('client.newProject')}</button>`
                  : nothing
              }</header>
            ${reading(this.projects, (projects) => this.renderProjects(projects))}
          </section>
          <section class="panel" aria-labelledby="recent">
            <header><h2 id="recent">${t('client.recent')}</h2></header>
            <stint-recent-entries projects .filters=${{ client_id: id }}></stint-recent-entries>
          </section>
        </div>
        <div class="column">
          ${this.renderFacts(client)}
          <section class="panel" aria-labelledby="weeks">
            <header><h2 id="weeks">${t('client.weeks')}</h2></header>
            <div class="inside"><stint-week-chart .filters=${{ client_id: id }}></stint-week-chart></div>
          </section>
          <stint-card-region region="client.page/v1" .context=${{ client_id: id }}></stint-card-region>
        </div>
      </div>`;
  }

  private renderProjects(projects: Project[]) {
    if (projects.length === 0) return html`<p class="inside muted">${t('client.noProjects')}</p>`;
    const totals = totalsById(this.totals.data);
    return html`<table>
      <thead><tr>
        <th scope="col">${t('client.project')}</th>
        <th scope="col" class="wide">${t('client.estimate')}</th>
        <th scope="col" class="number">${t('client.hours')}</th>
      </tr></thead>
      <tbody>${projects.map((project) => {
        const seconds = totals.get(project.id)?.duration_seconds ?? 0;
        return html`<tr>
          <th scope="row" class="name"><span class="dot" style="--dot: ${project.color}"></span><a href="/projects/${project.id}">${project.name}</a>
            ${project.archived_at ? html`<span class="badge">${t('list.archived')}</span>` : nothing}</th>
          <td class="wide">${project.estimate_seconds ? renderEstimate(seconds, project.estimate_seconds) : nothing}</td>
          <td class="number">${format.duration(seconds)}</td>
        </tr>`;
      })}</tbody>
    </table>`;
  }

  private renderFacts(client: Client) {
    const { email, phone, address, hourly_rate, currency, notes } = client;
    const total = this.totals.data?.total;
    const amounts = total?.amounts.map(({ amount, currency }) => format.money(amount, currency));
    const facts: [string, unknown][] = [
      [
        t(isAdmin.value ? 'client.hoursSoFar' : 'client.ownHours'),
        total && format.duration(total.duration_seconds),
      ],
      [t('client.billableHours'), total && format.duration(total.billable_seconds)],
      [t('client.amount'), isManager.value ? amounts?.join(' + ') : undefined],
      [
        t('client.rate'),
        hourly_rate && (currency ? format.money(hourly_rate, currency) : hourly_rate),
      ],
      [t('clientEditor.email'), email && html`<a href="mailto:${email}">${email}</a>`],
      [t('clientEditor.phone'), phone && html`<a href="tel:${phone}">${phone}</a>`],
      [t('clientEditor.address'), address && html`<span class="lines">${address}</span>`],
    ];
    return html`<section class="panel" aria-labelledby="facts">
      <header><h2 id="facts">${t('client.facts')}</h2></header>
      <div class="inside">
        <dl>${facts.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd class="numbers">${value}</dd>`)}</dl>
        ${notes ? html`<p class="notes small">${notes}</p>` : nothing}
      </div>
    </section>`;
  }

  private actionsFor(client: Client): MenuItem[] {
    const hasProjects = (this.projects.data?.length ?? 0) > 0;
    return [
      archiveItem('clients', client),
      {
        label: t('action.delete'),
        glyph: trash,
        isDangerous: true,
        reason: hasProjects ? t('record.hasProjects') : undefined,
        run: () => this.delete(client),
      },
    ];
  }

  private async delete(client: Client): Promise<void> {
    const isGone = await deleteForGood('clients', client, t('record.cannotUndo'));
    if (isGone) await navigate('/clients', { replace: true });
  }
}
