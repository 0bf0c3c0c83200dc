/** The tasks of a project: what is open first, each to start a timer on, and to change in its place. */
import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { reading } from '../../components/reading.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import { writeEstimate } from '../../components/record-editor.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { today } from '../../data/days.ts';
import { parseDuration } from '../../data/durations.ts';
import { peopleRead, tasksRead } from '../../data/queries.ts';
import { createRecord, setFields } from '../../data/records.ts';
import { isManager } from '../../data/session.ts';
import { startTimer } from '../../data/timer.ts';
import { totalsById, totalsRead } from '../../data/totals.ts';
import type { Project, Task, TaskPatch } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { taskDialog } from './task-editor.ts';
import { priorities, statuses } from './task-words.ts';

const ranks: Record<Task['priority'], number> = { high: 0, medium: 1, low: 2 };

@customElement('stint-task-list')
export class TaskList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .title {
        min-block-size: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .title:hover {
        background: none;
        text-decoration: underline;
      }
      .done .title {
        color: var(--stint-color-muted);
        text-decoration: line-through;
      }
      .about {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--stint-space-2);
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight);
        color: var(--stint-color-muted);
      }
      .late {
        color: var(--stint-color-danger);
      }
      td select,
      td input {
        min-block-size: var(--stint-control-s) !important;
        padding-block: 0 !important;
        font-size: var(--stint-text-s) !important;
      }
      td select {
        inline-size: 8rem !important;
      }
      .estimate {
        inline-size: 4.5rem !important;
        text-align: end;
      }
      .start {
        inline-size: 1px;
        padding-inline-end: 0;
      }
      td.start {
        padding-inline-start: var(--stint-space-2);
      }
      form {
        display: flex;
        gap: var(--stint-space-2);
        padding: var(--stint-space-3) var(--stint-space-4);
        border-block-start: 1px solid var(--stint-color-line);
      }
      .none {
        padding: 0 var(--stint-space-4) var(--stint-space-4);
      }
      .show {
        margin: var(--stint-space-1) var(--stint-space-2);
      }
      .narrow {
        display: none;
      }
      @container page (max-width: 44rem) {
        .narrow {
          display: inline;
        }
      }
    `,
  ];

  @property({ attribute: false }) project!: Project;
  @state() private showsDone = false;
  @query('#new-task') private input?: HTMLInputElement;
  private readonly tasks = new QueryController(this, () => tasksRead(this.project.id));
  private readonly people = new QueryController(this, () => peopleRead);
  private readonly totals = new QueryController(this, () =>
    totalsRead('task', { project_id: this.project.id }),
  );

  override render() {
    return html`<section class="panel" aria-labelledby="tasks">
      <header><h2 id="tasks">${t('project.tasks')}</h2></header>
      ${reading(this.tasks, (tasks) => this.renderTasks(tasks))}
      ${
        this.project.archived_at
          ? nothing
          : html`<form @submit=${this.add}>
            <input id="new-task" maxlength="200" autocomplete="off" aria-label=${t('project.task.new')} placeholder=${t('project.task.new')}>
            <button>${icon(plus)} ${t('project.task.add')}</button></form>`
      }
    </section>`;
  }

  private renderTasks(tasks: Task[]) {
    const open = tasks
      .filter(({ status }) => status !== 'done')
      .toSorted((a, b) => ranks[a.priority] - ranks[b.priority] || a.id - b.id);
    const done = tasks.filter(({ status }) => status === 'done');
    const shown = this.showsDone ? [...open, ...done] : open;
    return html`
      ${shown.length === 0 ? html`<p class="none muted">${t(done.length > 0 ? 'project.task.allDone' : 'project.task.none')}</p>` : this.renderTable(shown)}
      ${
        done.length === 0
          ? nothing
          : html`<button class="quiet small-button show" aria-expanded=${this.showsDone} @click=${() => (this.showsDone = !this.showsDone)}>
            ${t(this.showsDone ? 'project.task.hideDone' : 'project.task.showDone', { count: done.length })}</button>`
      }`;
  }

  private renderTable(tasks: Task[]) {
    return html`<table>
      <thead><tr>
        <th scope="col" class="start"><span class="for-readers">${t('timer.start')}</span></th>
        <th scope="col">${t('entry.task')}</th>
        <th scope="col" class="wide">${t('project.task.status')}</th>
        <th scope="col" class="wide">${t('project.task.priority')}</th>
        <th scope="col" class="number wide">${t('project.task.estimate')}</th>
        <th scope="col" class="number">${t('project.task.time')}</th>
        <th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>
      </tr></thead>
      <tbody>${repeat(
        tasks,
        ({ id }) => id,
        (task) => this.renderTask(task),
      )}</tbody>
    </table>`;
  }

  private renderTask(task: Task) {
    const { name, status } = task;
    const seconds = totalsById(this.totals.data).get(task.id)?.duration_seconds ?? 0;
    const canStart = status !== 'done' && !this.project.archived_at;
    return html`<tr class=${status}>
      <td class="start">${
        canStart
          ? html`<button class="icon-button small-button" aria-label=${t('project.task.start', { name })} title=${t('project.task.start', { name })}
            @click=${() => this.start(task)}>${icon(play)}</button>`
          : nothing
      }</td>
      <th scope="row"><button class="title" @click=${() => taskDialog(task)}>${name}</button>${this.renderAbout(task)}</th>
      <td class="wide">${this.renderChoice(task, 'status', t('project.task.statusOf', { name }), statuses())}</td>
      <td class="wide">${this.renderChoice(task, 'priority', t('project.task.priorityOf', { name }), priorities())}</td>
      <td class="number wide"><input class="estimate numbers" autocomplete="off" aria-label=${t('project.task.estimateOf', { name })} placeholder="–"
        .value=${writeEstimate(task.estimate_seconds)} @change=${(event: Event) => this.setEstimate(task, event.target as HTMLInputElement)}></td>
      <td class="number">${format.duration(seconds)}</td>
      <td class="end"><stint-menu label=${t('list.moreAbout', { name })} .items=${this.actionsFor(task)}></stint-menu></td>
    </tr>`;
  }

  private renderAbout({ due_on, status, priority, assignee_id, external_url }: Task) {
    const assignee = this.people.data?.find(({ id }) => id === assignee_id)?.name;
    const isLate = due_on !== null && due_on < today() && status !== 'done';
    return html`<span class="about">
      <span class="narrow">${statuses()[status]}</span>
      ${priority === 'medium' ? nothing : html`<span class="narrow">${priorities()[priority]}</span>`}
      ${due_on ? html`<span class=${isLate ? 'late' : ''}>${t(isLate ? 'project.task.wasDueOn' : 'project.task.dueOn', { day: format.date(due_on) })}</span>` : nothing}
      ${assignee ? html`<span>${assignee}</span>` : nothing}
      ${external_url ? this.renderLink(external_url) : nothing}
    </span>`;
  }

  /** To where the task comes from. */
  private renderLink(url: string) {
    const { host } = new URL(url);
    return html`<a href=${url} target="_blank" rel="noopener noreferrer" aria-label=${t('project.task.openAt', { host })}>${host} ${icon(externalLink)}</a>`;
  }

  private renderChoice(
    task: Task,
    field: 'status' | 'priority',
    label: string,
    words: Record<string, string>,
  ) {
    return html`<select aria-label=${label} @change=${(event: Event) => this.change(task, { [field]: (event.target as HTMLSelectElement).value })}>
      ${Object.entries(words).map(([value, word]) => html`<option value=${value} ?selected=${value === task[field]} .selected=${value === task[field]}>${word}</option>`)}
    </select>`;
  }

  private actionsFor(task: Task): MenuItem[] {
    const isDone = task.status === 'done';
    const hasTime = totalsById(this.totals.data).has(task.id);
    return [
      { label: t('list.edit'), glyph: pencil, run: () => taskDialog(task) },
      {
        label: t(isDone ? 'project.task.reopen' : 'project.task.finish'),
        run: () => this.change(task, { status: isDone ? 'todo' : 'done' }),
      },
      ...(isManager.value
        ? [
            {
              label: t('action.delete'),
              glyph: trash,
              isDangerous: true,
              reason: hasTime ? t('project.task.hasTime') : undefined,
              run: () => deleteForGood('tasks', task, t('record.cannotUndo')),
            },
          ]
        : []),
    ];
  }

  private start(task: Task): void {
    const { id, billable } = this.project;
    startTimer({ project_id: id, task_id: task.id, billable }).catch(toastError);
  }

  private async change(task: Task, fields: TaskPatch): Promise<void> {
    try {
      await setFields('tasks', task.id, fields);
    } catch (error) {
      toastError(error);
      // What was chosen is not what holds.
      this.requestUpdate();
    }
  }

  private async setEstimate(task: Task, input: HTMLInputElement): Promise<void> {
    const text = input.value.trim();
    const seconds = text === '' ? null : parseDuration(text);
    if (seconds === undefined) {
      toast(t('timer.notADuration', { text }), { kind: 'error' });
      input.focus();
      return;
    }
    await this.change(task, { estimate_seconds: seconds });
    input.value = writeEstimate(seconds);
  }

  private async add(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.input?.value.trim();
    if (!this.input || !name) return;
    try {
      await createRecord<Task>('tasks', { project_id: this.project.id, name });
      this.input.value = '';
    } catch (error) {
      toastError(error);
    }
  }
}
