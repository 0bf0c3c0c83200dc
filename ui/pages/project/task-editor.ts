/** Everything about one task in a dialog. */
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../components/combobox.ts';
import { openAbove } from '../../components/open-above.ts';
import {
  optional,
  RecordEditor,
  readDuration,
  writeEstimate,
} from '../../components/record-editor.ts';
import { QueryController } from '../../controllers/query.ts';
import { peopleRead } from '../../data/queries.ts';
import type { Task } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { priorities, statuses } from './task-words.ts';

type Pick = CustomEvent<{ values: number[] }>;

export async function taskDialog(row: Task): Promise<void> {
  await openAbove(Object.assign(new TaskEditor(), { row, project_id: row.project_id }));
}

@customElement('stint-task-editor')
export class TaskEditor extends RecordEditor<Task> {
  @property({ attribute: false }) project_id!: number;
  protected readonly resource = 'tasks';
  private readonly people = new QueryController(this, () => peopleRead);

  protected heading(): string {
    return t('project.task.editHeading');
  }

  protected begin() {
    return { ...this.row, estimate_seconds: writeEstimate(this.row?.estimate_seconds) };
  }

  protected renderFields() {
    const { assignee_id } = this.values as Partial<Task>;
    const people = (this.people.data ?? []).filter(
      ({ id, active }) => active || id === assignee_id,
    );
    return html`
      ${this.text({ name: 'name', label: t('record.name'), required: true, autofocus: true })}
      ${this.text({ name: 'description', label: t('entry.description'), maxlength: 10_000, isLong: true })}
      <div class="pair">
        ${this.choice('status', t('project.task.status'), statuses())}
        ${this.choice('priority', t('project.task.priority'), priorities())}
      </div>
      <div class="field"><span class="label">${t('project.task.assignee')}</span>
        <stint-combobox label=${t('project.task.assignee')} none=${t('project.task.nobody')} .options=${people.map(({ id, name }) => ({ value: id, label: name }))}
          .values=${assignee_id == null ? [] : [assignee_id]} @stint-pick=${({ detail }: Pick) => this.set({ assignee_id: detail.values[0] ?? null })}></stint-combobox>
        ${this.faults.line('assignee_id')}</div>
      <div class="pair">
        ${this.text({ name: 'due_on', label: t('project.task.due'), type: 'date' })}
        ${this.text({ name: 'estimate_seconds', label: t('project.task.estimate'), hint: t('projectEditor.estimateHint') })}
      </div>`;
  }

  private choice(name: 'status' | 'priority', label: string, words: Record<string, string>) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <select id=${name} @change=${(event: Event) => this.set({ [name]: (event.target as HTMLSelectElement).value })}>
        ${Object.entries(words).map(([value, word]) => html`<option value=${value} ?selected=${value === this.values[name]}>${word}</option>`)}
      </select></div>`;
  }

  protected read() {
    const { name, description, status, priority, assignee_id, due_on, estimate_seconds } =
      this.values;
    return {
      name: String(name ?? '').trim(),
      description: String(description ?? ''),
      status,
      priority,
      assignee_id,
      due_on: optional(due_on),
      estimate_seconds: readDuration('estimate_seconds', estimate_seconds),
    };
  }
}
