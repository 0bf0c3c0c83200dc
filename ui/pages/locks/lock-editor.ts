/** Which days are locked, whose and on what, in a dialog. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../components/combobox.ts';
import type { Option } from '../../components/combobox.ts';
import { openAbove } from '../../components/open-above.ts';
import { optional, RecordEditor } from '../../components/record-editor.ts';
import { QueryController } from '../../controllers/query.ts';
import { addDays, today } from '../../data/days.ts';
import { peopleRead, projectsRead } from '../../data/queries.ts';
import type { PeriodLock } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';

/** @param row the one to edit */
export async function lockDialog(row?: PeriodLock): Promise<void> {
  await openAbove(Object.assign(new LockEditor(), { row }));
}

@customElement('stint-lock-editor')
export class LockEditor extends RecordEditor<PeriodLock> {
  protected readonly resource = 'locks';
  private readonly people = new QueryController(this, () => peopleRead);
  private readonly projects = new QueryController(this, () => projectsRead);

  protected heading(): string {
    return t(this.row ? 'locks.edit' : 'locks.new');
  }

  /** A new one ends with last month: that is what is invoiced. */
  protected begin() {
    return { ends_on: addDays(`${today().slice(0, 7)}-01`, -1), ...this.row };
  }

  protected renderFields() {
    const people = this.people.data?.map(({ id, name }) => ({ value: id, label: name }));
    const projects = this.projects.data?.map(({ id, name, color, client }) => ({
      value: id,
      label: name,
      color,
      detail: client?.name,
    }));
    return html`
      <div class="pair">
        ${this.text({ name: 'starts_on', label: t('locks.startsOn'), type: 'date', hint: t('locks.startsHint') })}
        ${this.text({ name: 'ends_on', label: t('locks.endsOn'), type: 'date', required: true, hint: t('locks.endsHint') })}
      </div>
      ${this.choice('user_id', t('locks.person'), t('locks.everybody'), people)}
      ${this.choice('project_id', t('locks.project'), t('locks.allProjects'), projects)}
      ${this.text({ name: 'reason', label: t('locks.reason'), maxlength: 500, hint: t('locks.reasonHint') })}`;
  }

  /** @param none what it is while nothing is chosen */
  private choice(
    name: 'user_id' | 'project_id',
    label: string,
    none: string,
    options: Option[] = [],
  ) {
    const id = this.values[name] as number | null | undefined;
    return html`<div class="field"><span class="label">${label}</span>
      <stint-combobox label=${label} none=${none} .options=${options} .values=${id == null ? [] : [id]}
        @stint-pick=${({ detail }: CustomEvent<{ values: number[] }>) => this.set({ [name]: detail.values[0] ?? null })}></stint-combobox>
      ${id == null ? html`<p class="hint">${none}</p>` : ''}
      ${this.faults.line(name)}</div>`;
  }

  protected read() {
    const { starts_on, ends_on, user_id, project_id, reason } = this.values;
    return {
      starts_on: optional(starts_on),
      ends_on,
      user_id: user_id ?? null,
      project_id: project_id ?? null,
      reason: String(reason ?? '').trim(),
    };
  }
}
