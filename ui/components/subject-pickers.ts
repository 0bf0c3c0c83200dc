/**
 * What time is about: project, task, tags and whether it is billed, as one row of pickers. It keeps
 * nothing: each choice is an event, and what it shows comes back as `subject`.
 */

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import badgeDollar from 'lucide-static/icons/badge-dollar-sign.svg?raw';
import folder from 'lucide-static/icons/folder.svg?raw';
import listTodo from 'lucide-static/icons/list-todo.svg?raw';
import tagIcon from 'lucide-static/icons/tag.svg?raw';
import { QueryController } from '../controllers/query.ts';
import { api } from '../data/api.ts';
import { projectsRead, refresh, tagsRead, tasksRead } from '../data/queries.ts';
import { isManager } from '../data/session.ts';
import type { Subject } from '../data/timer.ts';
import type { Project, Tag, Task } from '../data/wire.ts';
import { t } from '../i18n/texts.ts';
import { controls } from '../styles/controls.ts';
import './combobox.ts';
import { StintElement } from './element.ts';
import { icon } from './icon.ts';
import { toastError } from './toast.ts';

type Pick = CustomEvent<{ values: number[] }>;
type Create = CustomEvent<{ label: string }>;

/**
 * Dispatches `stint-subject` with the fields that changed.
 * @example html`<stint-subject-pickers .subject=${entry} @stint-subject=${…}></stint-subject-pickers>`
 */
@customElement('stint-subject-pickers')
export class SubjectPickers extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-1);
        min-inline-size: 0;
      }
      stint-combobox {
        max-inline-size: 14rem;
      }
      .billable[aria-pressed='true'] {
        color: var(--stint-color-accent);
      }
      :host([stacked]) {
        display: grid;
        gap: var(--stint-space-4);
      }
      :host([stacked]) stint-combobox {
        max-inline-size: none;
        inline-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) subject: Subject = {};
  /** One above the other with their names, as in a form. */
  @property({ type: Boolean, reflect: true }) stacked = false;

  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly tags = new QueryController(this, () => tagsRead);
  private readonly tasks = new QueryController(this, () => ({
    ...tasksRead(this.subject.project_id ?? 0),
    enabled: this.subject.project_id != null,
  }));

  override render() {
    return this.stacked
      ? html`
          <div class="field"><span class="label">${t('entry.project')}</span>${this.renderProject()}</div>
          <div class="field" ?hidden=${!this.hasTasks()}><span class="label">${t('entry.task')}</span>${this.renderTask()}</div>
          <div class="field"><span class="label">${t('entry.tags')}</span>${this.renderTags()}</div>
          <label class="check"><input type="checkbox" .checked=${this.subject.billable === true}
            @change=${(event: Event) => this.change({ billable: (event.target as HTMLInputElement).checked })}>${t('entry.billable')}</label>`
      : html`${this.renderProject()}${this.hasTasks() ? this.renderTask() : nothing}${this.renderTags()}
          <button type="button" class="icon-button billable" aria-pressed=${this.subject.billable === true}
            aria-label=${t('entry.billable')} title=${t('entry.billable')}
            @click=${() => this.change({ billable: !this.subject.billable })}>${icon(badgeDollar)}</button>`;
  }

  private renderProject() {
    const options = (this.projects.data ?? [])
      .filter(({ id, archived_at }) => !archived_at || id === this.subject.project_id)
      .map(({ id, name, color, client }) => ({
        value: id,
        label: name,
        color,
        detail: client?.name,
      }));
    return html`<stint-combobox ?compact=${!this.stacked} label=${t('entry.project')} none=${t('entry.noProject')} .glyph=${folder}
      .options=${options} .values=${present(this.subject.project_id)}
      .createLabel=${isManager.value ? (label: string) => t('entry.createProject', { label }) : undefined}
      @stint-pick=${({ detail }: Pick) => this.pickProject(detail.values[0] ?? null)}
      @stint-create=${({ detail }: Create) => this.createProject(detail.label)}></stint-combobox>`;
  }

  private renderTask() {
    const options = (this.tasks.data ?? [])
      .filter(({ id, status }) => status !== 'done' || id === this.subject.task_id)
      .map(({ id, name }) => ({ value: id, label: name }));
    return html`<stint-combobox ?compact=${!this.stacked} label=${t('entry.task')} none=${t('entry.noTask')} .glyph=${listTodo}
      .options=${options} .values=${present(this.subject.task_id)}
      @stint-pick=${({ detail }: Pick) => this.change({ task_id: detail.values[0] ?? null })}></stint-combobox>`;
  }

  private renderTags() {
    const options = (this.tags.data ?? []).map(({ id, name }: Tag) => ({ value: id, label: name }));
    return html`<stint-combobox multiple ?compact=${!this.stacked} label=${t('entry.tags')} .glyph=${tagIcon}
      .options=${options} .values=${this.subject.tag_ids ?? []}
      .createLabel=${isManager.value ? (label: string) => t('entry.createTag', { label }) : undefined}
      @stint-pick=${({ detail }: Pick) => this.change({ tag_ids: detail.values })}
      @stint-create=${({ detail }: Create) => this.createTag(detail.label)}></stint-combobox>`;
  }

  private hasTasks(): boolean {
    return this.subject.project_id != null && (this.tasks.data ?? ([] as Task[])).length > 0;
  }

  private pickProject(id: number | null): void {
    const project = this.projects.data?.find((one: Project) => one.id === id);
    // A task belongs to one project; whether time is billed follows the project until somebody says otherwise.
    this.change({ project_id: id, task_id: null, billable: project?.billable ?? false });
  }

  private async createProject(name: string): Promise<void> {
    try {
      const project = await api.post<Project>('/projects', { name });
      refresh('projects');
      this.change({ project_id: project.id, task_id: null, billable: project.billable });
    } catch (error) {
      toastError(error);
    }
  }

  private async createTag(name: string): Promise<void> {
    try {
      const tag = await api.post<Tag>('/tags', { name });
      refresh('tags');
      this.change({ tag_ids: [...(this.subject.tag_ids ?? []), tag.id] });
    } catch (error) {
      toastError(error);
    }
  }

  private change(fields: Subject): void {
    this.send('stint-subject', fields);
  }
}

function present(id: number | null | undefined): number[] {
  return id == null ? [] : [id];
}
