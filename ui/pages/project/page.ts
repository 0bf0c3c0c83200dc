/** One project: what it is, how far it is, what there is to do, who does it, and what was done last. */
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { archiveItem } from '../../components/archive-item.ts';
import { StintElement } from '../../components/element.ts';
import '../../components/estimate-bar.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { projectDialog } from '../../components/open-editors.ts';
import { reading } from '../../components/reading.ts';
import '../../components/recent-entries.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import { toastError } from '../../components/toast.ts';
import '../../components/week-chart.ts';
import { QueryController } from '../../controllers/query.ts';
import { membersRead, readOne, tasksRead } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { startTimer } from '../../data/timer.ts';
import { totalsRead } from '../../data/totals.ts';
import type { Project } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import '../../shell/cards/card-region.ts';
import { navigate } from '../../shell/place.ts';
import { pageTitle } from '../../shell/title.ts';
import { controls } from '../../styles/controls.ts';
import { facts } from '../../styles/facts.ts';
import { lists } from '../../styles/lists.ts';
import './member-list.ts';
import './task-list.ts';

@customElement('stint-project-page')
export class ProjectPage extends StintElement {
  static override styles = [StintElement.styles, controls, lists, facts];

  @property({ attribute: false }) params: { id?: string } = {};
  private readonly project = new QueryController(this, () =>
    readOne<Project>(`/projects/${encodeURIComponent(this.params.id ?? '')}`),
  );
  private readonly totals = new QueryController(this, () => ({
    ...totalsRead('project', { project_id: this.projectId() }),
    enabled: this.projectId() > 0,
  }));
  // Its parts read these as well. Read here, beside the project, they come together, and nothing that is
  // drawn moves away under somebody's eyes.
  private readonly tasks = new QueryController(this, () => ({
    ...tasksRead(this.projectId()),
    enabled: this.projectId() > 0,
  }));
  private readonly members = new QueryController(this, () => ({
    ...membersRead(this.projectId()),
    enabled: this.projectId() > 0,
  }));

  override render() {
    return html`<div class="page">
      <p class="small"><a href="/projects">${t('project.all')}</a></p>
      ${reading(this.project, (project) => this.renderProject(project))}
    </div>`;
  }

  /** 0 for an address that is none of a project. */
  private projectId(): number {
    return Number(/^\d{1,9}$/.exec(this.params.id ?? '')?.[0] ?? 0);
  }

  override updated(): void {
    if (this.project.data) pageTitle.value = this.project.data.name;
  }

  private renderProject(project: Project) {
    const { name } = project;
    return html`
      <div class="top">
        <h1><span class="dot" style="--dot: ${project.color}"></span>${name}
          ${project.archived_at ? html`<span class="badge">${t('list.archived')}</span>` : nothing}</h1>
        <div class="actions">
          ${project.archived_at ? nothing : html`<button @click=${() => this.start(project)}>${icon(play)} ${t('project.start')}</button>`}
          ${
            isManager.value
              ? html`<button aria-label=${t('list.edit')} @click=${() => projectDialog({ row: project })}>${icon(pencil)} <span class="wide">${t('list.edit')}</span></button>
                <stint-menu label=${t('list.moreAbout', { name })} .items=${this.actionsFor(project)}></stint-menu>`
              : nothing
          }
        </div>
      </div>
      ${[this.totals, this.tasks, this.members].some(({ isLoading }) => isLoading) ? nothing : this.renderParts(project)}`;
  }

  private renderParts(project: Project) {
    const { id } = project;
    return html`<div class="columns">
        <div class="column">
          <stint-task-list .project=${project}></stint-task-list>
          <section class="panel" aria-labelledby="recent">
            <header><h2 id="recent">${t('project.recent')}</h2></header>
            <stint-recent-entries .filters=${{ project_id: id }}></stint-recent-entries>
          </section>
        </div>
        <div class="column">
          ${this.renderFacts(project)}
          <section class="panel" aria-labelledby="weeks">
            <header><h2 id="weeks">${t('project.weeks')}</h2></header>
            <div class="inside"><stint-week-chart .filters=${{ project_id: id }}></stint-week-chart></div>
          </section>
          <stint-member-list .project=${project}></stint-member-list>
          <stint-card-region region="project.page/v1" .context=${{ project_id: id }}></stint-card-region>
        </div>
      </div>`;
  }

  private renderFacts(project: Project) {
    const { client, code, hourly_rate, currency, estimate_seconds, notes } = project;
    const total = this.totals.data?.total;
    const amounts = total?.amounts.map(({ amount, currency }) => format.money(amount, currency));
    const facts: [string, unknown][] = [
      [
        t(isAdmin.value ? 'project.hours' : 'project.ownHours'),
        total && format.duration(total.duration_seconds),
      ],
      [t('project.billableHours'), total && format.duration(total.billable_seconds)],
      [t('project.amount'), isManager.value ? amounts?.join(' + ') : undefined],
      [
        t('projectEditor.client'),
        client && html`<a href="/clients/${client.id}">${client.name}</a>`,
      ],
      [t('projectEditor.code'), code],
      [t('project.rate'), hourly_rate && format.money(hourly_rate, currency)],
    ];
    return html`<section class="panel" aria-labelledby="facts">
      <header><h2 id="facts">${t('project.facts')}</h2></header>
      <div class="inside">
        ${estimate_seconds && isManager.value ? html`<stint-estimate-bar .seconds=${total?.duration_seconds ?? 0} .estimate=${estimate_seconds}></stint-estimate-bar>` : nothing}
        <dl>${facts.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd class="numbers">${value}</dd>`)}</dl>
        ${notes ? html`<p class="notes small">${notes}</p>` : nothing}
      </div>
    </section>`;
  }

  private actionsFor(project: Project): MenuItem[] {
    const hasTime = (this.totals.data?.total.entry_count ?? 0) > 0;
    return [
      archiveItem('projects', project),
      {
        label: t('action.delete'),
        glyph: trash,
        isDangerous: true,
        reason: hasTime ? t('record.hasTime') : undefined,
        run: () => this.delete(project),
      },
    ];
  }

  private start({ id, billable }: Project): void {
    startTimer({ project_id: id, billable }).catch(toastError);
  }

  private async delete(project: Project): Promise<void> {
    const isGone = await deleteForGood('projects', project, t('record.deleteTasks'));
    if (isGone) await navigate('/projects', { replace: true });
  }
}
