/** All projects that somebody may see: to find one, to see how far it is, and for managers to keep them. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import lock from 'lucide-static/icons/lock.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { archiveItem } from '../../components/archive-item.ts';
import { StintElement } from '../../components/element.ts';
import { renderEstimate } from '../../components/estimate-bar.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { projectDialog } from '../../components/open-editors.ts';
import { reading } from '../../components/reading.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import '../../components/search-field.ts';
import { toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { clientsRead, type Rows, readSome } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { startTimer } from '../../data/timer.ts';
import { totalsById, totalsRead } from '../../data/totals.ts';
import type { Project } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { navigate, queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

const A_PAGE = 50;
const archivedChoices = { active: 'false', archived: 'true', all: undefined } as const;
type Archived = keyof typeof archivedChoices;
const sorts = { name: 'name', newest: '-created_at', changed: '-updated_at' } as const;
type Sort = keyof typeof sorts;

@customElement('stint-projects-page')
export class ProjectsPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .estimate {
        inline-size: 11rem;
      }
      .client {
        color: var(--stint-color-muted);
      }
      .client a {
        color: inherit;
        text-decoration: none;
      }
      .client a:hover {
        text-decoration: underline;
      }
      .below {
        display: none;
        padding-inline-start: calc(0.625rem + var(--stint-space-2));
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight);
      }
      .name .icon {
        inline-size: 0.875rem;
        block-size: 0.875rem;
        vertical-align: -0.1em;
        color: var(--stint-color-muted);
      }
      .do {
        display: flex;
        justify-content: end;
      }
      @container page (max-width: 44rem) {
        .below {
          display: block;
        }
      }
    `,
  ];

  @state() private most = A_PAGE;
  private readonly clients = new QueryController(this, () => clientsRead);
  private readonly totals = new QueryController(this, () => totalsRead('project'));
  private readonly projects = new QueryController(this, () =>
    readSome<Project>(
      '/projects',
      {
        search: queryValue('search'),
        client_id: queryValue('client'),
        archived: archivedChoices[this.archived],
        sort: sorts[this.sort],
      },
      this.most,
    ),
  );

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('projects.title')}</h1>
        ${isManager.value ? html`<button class="primary" @click=${this.create}>${icon(plus)} ${t('projects.new')}</button>` : nothing}
      </div>
      ${this.renderFilters()}
      ${reading(this.projects, (found) => this.renderList(found))}
    </div>`;
  }

  private renderFilters() {
    const client = queryValue('client') ?? '';
    return html`<div class="filters" role="search">
      <stint-search-field label=${t('projects.search')} .value=${queryValue('search')}
        @stint-search=${({ detail }: CustomEvent<{ search: string }>) => this.filter(detail)}></stint-search-field>
      <select aria-label=${t('projects.client')} @change=${(event: Event) => this.filter({ client: chosen(event) })}>
        <option value="">${t('projects.allClients')}</option>
        ${(this.clients.data ?? []).map(({ id, name }) => html`<option value=${id} ?selected=${String(id) === client}>${name}</option>`)}
      </select>
      <select aria-label=${t('projects.status')} @change=${(event: Event) => this.filter({ status: chosen(event) })}>
        ${Object.keys(archivedChoices).map((one) => html`<option value=${one} ?selected=${one === this.archived}>${t(`projects.status.${one}`)}</option>`)}
      </select>
      <select aria-label=${t('projects.sort')} @change=${(event: Event) => this.filter({ sort: chosen(event) })}>
        ${Object.keys(sorts).map((one) => html`<option value=${one} ?selected=${one === this.sort}>${t(`projects.sort.${one}`)}</option>`)}
      </select>
    </div>`;
  }

  private renderList({ rows, isMore }: Rows<Project>) {
    if (rows.length === 0) return this.renderEmpty();
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('projects.name')}</th>
          <th scope="col" class="wide">${t('projects.client')}</th>
          <th scope="col" class="number" title=${isAdmin.value ? nothing : t('projects.hoursHint')}>${t(isAdmin.value ? 'projects.hours' : 'projects.ownHours')}</th>
          <th scope="col" class="wide estimate">${t('projects.estimate')}</th>
          ${isManager.value ? html`<th scope="col" class="number wide">${t('projects.rate')}</th>` : nothing}
          <th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (project) => this.renderRow(project),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(project: Project) {
    const { name, client, color, hourly_rate, estimate_seconds, currency } = project;
    const seconds = this.total(project)?.duration_seconds ?? 0;
    return html`<tr>
      <th scope="row" class="name">
        <span class="dot" style="--dot: ${color}"></span><a href="/projects/${project.id}">${name}</a>
        ${project.visibility === 'members' ? html`<span title=${t('projects.membersOnly')}>${icon(lock)}<span class="for-readers">${t('projects.membersOnly')}</span></span>` : nothing}
        ${project.archived_at ? html`<span class="badge">${t('list.archived')}</span>` : nothing}
        ${client ? html`<span class="below client">${client.name}</span>` : nothing}
      </th>
      <td class="wide client">${client ? html`<a href="/clients/${client.id}">${client.name}</a>` : nothing}</td>
      <td class="number">${this.totals.data ? format.duration(seconds) : nothing}</td>
      <td class="wide estimate">${estimate_seconds ? renderEstimate(seconds, estimate_seconds) : nothing}</td>
      ${isManager.value ? html`<td class="number wide">${hourly_rate ? format.money(hourly_rate, currency) : nothing}</td>` : nothing}
      <td class="end"><div class="do">
        ${
          project.archived_at
            ? nothing
            : html`<button class="icon-button small-button" aria-label=${t('projects.start', { name })} title=${t('projects.start', { name })}
              @click=${() => startTimer({ project_id: project.id, billable: project.billable }).catch(toastError)}>${icon(play)}</button>`
        }
        ${isManager.value ? html`<stint-menu label=${t('list.moreAbout', { name })} .items=${this.actionsFor(project)}></stint-menu>` : nothing}
      </div></td>
    </tr>`;
  }

  private renderEmpty() {
    const isFiltered = ['search', 'client', 'status'].some((name) => queryValue(name));
    if (isFiltered) {
      return html`<div class="panel empty"><p>${t('projects.nothing')}</p>
        <button @click=${() => this.filter({ search: '', client: '', status: '' })}>${t('list.clear')}</button></div>`;
    }
    return html`<div class="panel empty"><p>${t(isManager.value ? 'projects.empty' : 'projects.none')}</p>
      ${isManager.value ? html`<button class="primary" @click=${this.create}>${icon(plus)} ${t('projects.new')}</button>` : nothing}</div>`;
  }

  private actionsFor(project: Project): MenuItem[] {
    const hasTime = (this.total(project)?.entry_count ?? 0) > 0;
    return [
      { label: t('list.edit'), glyph: pencil, run: () => projectDialog({ row: project }) },
      archiveItem('projects', project),
      {
        label: t('action.delete'),
        glyph: trash,
        isDangerous: true,
        reason: hasTime ? t('record.hasTime') : undefined,
        run: () => deleteForGood('projects', project, t('record.deleteTasks')),
      },
    ];
  }

  private total({ id }: Project) {
    return totalsById(this.totals.data).get(id);
  }

  private get archived(): Archived {
    const status = queryValue('status') ?? '';
    return status in archivedChoices ? (status as Archived) : 'active';
  }

  private get sort(): Sort {
    const sort = queryValue('sort') ?? '';
    return sort in sorts ? (sort as Sort) : 'name';
  }

  private filter(values: Record<string, string>): void {
    this.most = A_PAGE;
    setQuery(values);
  }

  private async create(): Promise<void> {
    const project = await projectDialog();
    if (project) await navigate(`/projects/${project.id}`);
  }
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
