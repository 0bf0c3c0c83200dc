/** A week as a timesheet: a table of durations, written like a spreadsheet and saved cell by cell. */

import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import copyIcon from 'lucide-static/icons/copy.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import '../../components/combobox.ts';
import { StintElement } from '../../components/element.ts';
import { newEntryDialog } from '../../components/entry-editor/open.ts';
import { icon } from '../../components/icon.ts';
import '../../components/period-navigation.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError, toastUndo } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { TickController } from '../../controllers/ticking.ts';
import { addDays, today, weekStart } from '../../data/days.ts';
import { deleteEntries, recordEntries } from '../../data/entries.ts';
import {
  entriesRead,
  peopleRead,
  projectsRead,
  tagsRead,
  tasksOfRead,
} from '../../data/queries.ts';
import { isAdmin, isManager, user } from '../../data/session.ts';
import { timerRead, workedSeconds } from '../../data/timer.ts';
import type { TimeEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import './add-row.ts';
import { MOST_SECONDS, parseCell } from './cell-duration.ts';
import './cell-entries.ts';
import { CellWrites } from './cell-writes.ts';
import './copy-week.ts';
import type { Copy } from './copy-week.ts';
import { fillRows, type Row, type RowSubject, subjectOf } from './grid.ts';
import { repeatEntries } from './last-week.ts';
import { lockOn, locksRead } from './locked-days.ts';
import { setCell } from './set-cell.ts';
import './table.ts';
import type { AtCell, CellView, DayView, RowView, WeekTable } from './table.ts';
import { inOrder, WeekRows } from './week-rows.ts';

@customElement('stint-week-page')
export class WeekPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--stint-space-5);
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-3) var(--stint-space-6);
      }
      .who {
        inline-size: min(16rem, 100%);
      }
      .below {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--stint-space-3) var(--stint-space-6);
      }
      .help {
        flex: 1 1 24rem;
        max-inline-size: 46rem;
        padding-block: var(--stint-space-2);
      }
      .loading {
        min-block-size: 16rem;
      }
      .empty {
        display: grid;
        gap: var(--stint-space-4);
        justify-items: center;
        padding: var(--stint-space-12) var(--stint-space-4);
        border: 1px solid var(--stint-color-line);
        border-radius: var(--stint-radius-l);
        background: var(--stint-color-surface);
        text-align: center;
      }
      .empty .actions {
        justify-content: center;
      }
      @media (pointer: coarse) {
        .keys {
          display: none;
        }
      }
    `,
  ];

  @state() private dialog?: 'add' | 'copy';
  @state() private opened?: { row: string; day: string };
  @query('stint-week-table') private table?: WeekTable;

  private readonly subjects = new WeekRows();
  private tickedMinute = 0;
  private wasNamed = false;

  private readonly writes = new CellWrites(this);
  private readonly timer = new QueryController(this, () => timerRead);
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly tags = new QueryController(this, () => tagsRead);
  private readonly locks = new QueryController(this, () => locksRead);
  private readonly entries = new QueryController(this, () => this.weekRead(this.firstDay()));
  private readonly tasks = new QueryController(this, () => tasksOfRead(this.projectIds()));
  private readonly people = new QueryController(this, () => ({
    ...peopleRead,
    enabled: isManager.value,
  }));

  constructor() {
    super();
    new TickController(this, () => this.tick());
  }

  override render() {
    this.learnRows();
    const from = this.firstDay();
    const step = ({ detail }: CustomEvent<number>) => this.go(detail);
    return html`
      <div class="top">
        <h1>${t('week.title')}</h1>
        <stint-period-navigation heading=${format.days(from, addDays(from, 6))} previous=${t('week.previous')} now=${t('week.this')}
          next=${t('week.next')} ?isNow=${from === weekStart(today())} @stint-period=${step}></stint-period-navigation>
        ${isManager.value ? this.renderPerson() : nothing}
      </div>
      ${this.renderWeek()}
      ${this.renderDialog()}
    `;
  }

  private renderPerson() {
    const options = (this.people.data ?? [])
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: name }));
    const pick = ({ detail }: CustomEvent<{ values: number[] }>) => {
      const [id] = detail.values;
      setQuery({ user: id === user.value?.id ? undefined : String(id) });
    };
    return html`<stint-combobox class="who" label=${t('week.person')} .options=${options} .values=${[this.personId()]} @stint-pick=${pick}></stint-combobox>`;
  }

  private renderWeek() {
    return reading(this.entries, () =>
      reading(this.projects, () =>
        this.isNamed() ? this.renderRows() : html`<p class="loading" aria-busy="true"></p>`,
      ),
    );
  }

  /** What stands in the headings of the rows is there: a row that gets it later would grow. */
  private isNamed(): boolean {
    this.wasNamed ||= !this.tasks.isLoading && !this.tags.isLoading;
    return this.wasNamed;
  }

  private renderRows() {
    const rows = this.rows();
    if (rows.length === 0) {
      return html`<div class="empty"><p>${t('week.empty')}</p><div class="actions">${this.renderActions(true)}</div></div>`;
    }
    const views = rows.map((row) => this.viewRow(row));
    return html`
      <stint-week-table .days=${this.viewDays(views)} .rows=${views}
        @stint-cell-type=${({ detail }: CustomEvent<AtCell>) => this.take(detail)}
        @stint-cell-restore=${({ detail }: CustomEvent<AtCell>) => this.writes.takeBack(detail.cell.key)}
        @stint-cell-entries=${({ detail }: CustomEvent<AtCell>) => this.open(detail)}
        @stint-row-remove=${({ detail }: CustomEvent<string>) => this.removeRow(detail)}></stint-week-table>
      <div class="below">
        <div class="actions">${this.renderActions(false)}</div>
        <p class="hint help">${t('week.hint')} <span class="keys">${t('week.hintKeys')}</span></p>
      </div>`;
  }

  private renderActions(isEmpty: boolean) {
    return html`<button class=${isEmpty ? 'primary' : ''} @click=${() => {
      this.dialog = 'add';
    }}>${icon(plus)} ${t('week.addRow')}</button>
      <button class=${isEmpty ? '' : 'quiet'} @click=${() => {
        this.dialog = 'copy';
      }}>${icon(copyIcon)} ${t('week.copy')}</button>`;
  }

  private renderDialog() {
    const close = () => {
      this.dialog = undefined;
      this.opened = undefined;
    };
    if (this.dialog === 'add')
      return html`<stint-week-add-row @close=${close} @stint-row=${({ detail }: CustomEvent<RowSubject>) => this.addRows([detail])}></stint-week-add-row>`;
    if (this.dialog === 'copy')
      return html`<stint-week-copy .read=${this.weekRead(addDays(this.firstDay(), -7))} @close=${close}
        @stint-copy=${({ detail }: CustomEvent<Copy>) => this.copy(detail)}></stint-week-copy>`;
    const row = this.rows().find(({ key }) => key === this.opened?.row);
    const cell = row?.cells.find(({ day }) => day === this.opened?.day);
    if (!row || !cell || cell.entries.length === 0) return nothing;
    const view = this.viewCell(row, cell.day, cell.entries);
    return html`<stint-week-cell-entries heading=${view.label} .entries=${cell.entries} .locked=${view.locked} @close=${close}
      @stint-add=${() => this.addEntry(row, cell.day)}></stint-week-cell-entries>`;
  }

  /** After the reads have followed the address, and before anything is drawn. */
  private learnRows(): void {
    if (this.subjects.turnTo(this.week())) this.opened = undefined;
    const [entries, projects] = [this.entries.data, this.projects.data];
    if (entries && projects) this.subjects.learn(entries, projects);
  }

  private rows(): Row[] {
    return fillRows(this.subjects.all, this.entries.data ?? [], this.days());
  }

  private viewRow(row: Row): RowView {
    const { project_id, task_id, tag_ids, billable } = row.subject;
    const cells = row.cells.map(({ day, entries }) => this.viewCell(row, day, entries));
    return {
      key: row.key,
      project: this.projects.data?.find(({ id }) => id === project_id),
      task: this.tasks.data?.find(({ id }) => id === task_id),
      tags: this.tags.data?.filter(({ id }) => tag_ids.includes(id)) ?? [],
      isBillable: billable,
      label: this.labelOf(row.subject),
      cells,
      seconds: cells.reduce((sum, { seconds }) => sum + seconds, 0),
    };
  }

  private viewCell({ key: row, subject }: Row, day: string, entries: TimeEntry[]): CellView {
    const key = `${this.week()} ${row} ${day}`;
    const worked = entries.reduce((sum, entry) => sum + workedSeconds(this.fresh(entry)), 0);
    return {
      key,
      day,
      label: `${this.labelOf(subject)}, ${format.weekday(day, 'long')} ${format.date(day)}`,
      seconds: this.writes.secondsOf(key) ?? worked,
      count: entries.length,
      isRunning: entries.some(({ end_time }) => end_time === null),
      note: entries.length === 1 ? (entries[0]?.description ?? '') : '',
      locked: this.lockedOn(subject.project_id, day),
      refusal: this.writes.refusalOf(key),
    };
  }

  private viewDays(rows: RowView[]): DayView[] {
    return this.days().map((day, column) => ({
      day,
      seconds: rows.reduce((sum, { cells }) => sum + (cells[column]?.seconds ?? 0), 0),
      locked: rows.every(({ cells }) => cells[column]?.locked)
        ? (rows[0]?.cells[column]?.locked ?? '')
        : '',
    }));
  }

  private labelOf({ project_id, task_id }: RowSubject): string {
    const project = this.projects.data?.find(({ id }) => id === project_id);
    const task = this.tasks.data?.find(({ id }) => id === task_id);
    return [project?.name ?? t('entry.noProject'), task?.name].filter(Boolean).join(', ');
  }

  /** Administrators may change what is locked. */
  private lockedOn(project_id: number | null, day: string): string {
    if (isAdmin.value) return '';
    const lock = lockOn(this.locks.data ?? [], this.personId(), project_id, day);
    if (!lock) return '';
    return lock.reason ? t('week.lockedFor', { reason: lock.reason }) : t('week.locked');
  }

  private take({ row: key, cell, text = '' }: AtCell): void {
    const seconds = parseCell(text);
    if (seconds === undefined) {
      this.writes.refuse(cell.key, text, t('week.notADuration', { text }));
    } else if (seconds > MOST_SECONDS) {
      this.writes.refuse(cell.key, text, t('week.tooLong', { text }));
    } else if (format.duration(seconds) === format.duration(cell.seconds)) {
      this.writes.takeBack(cell.key);
    } else {
      void this.writes.write(cell.key, text, seconds, () => this.save(key, cell, seconds));
    }
  }

  private async save(key: string, { day, label }: CellView, seconds: number): Promise<void> {
    // As it is now: what was typed before may have made its entry meanwhile.
    const row = this.rows().find((one) => one.key === key);
    const entry = row?.cells.find((cell) => cell.day === day)?.entries[0];
    if (!row) return;
    const before = entry ? workedSeconds(entry) : 0;
    const undo = await setCell(
      { subject: row.subject, day, user_id: this.otherId(), entry },
      seconds,
    );
    await this.entries.refetch();
    if (!undo) return;
    const message = seconds === 0 ? 'week.deleted' : 'week.saved';
    const duration = format.duration(seconds || before);
    toastUndo(t(message, { cell: label, duration }), async () => void (await undo()), 'week');
  }

  private open({ row, cell }: AtCell): void {
    if (cell.count > 0) this.opened = { row, day: cell.day };
    else if (!cell.locked)
      this.addEntry(this.rows().find(({ key }) => key === row) as Row, cell.day);
  }

  private addEntry({ subject }: Row, day: string): void {
    void newEntryDialog({ ...subject, day, user_id: this.otherId() });
  }

  /** Adds rows below those that are there, and goes to the first of them. */
  private addRows(rows: RowSubject[]): void {
    const first = this.subjects.add(rows);
    if (first === undefined) toast(t('week.rowThere'));
    this.requestUpdate();
    const row = first ?? this.subjects.indexOf(rows[0]);
    void this.updateComplete.then(() => this.table?.focusCell(row, this.todayColumn()));
  }

  private removeRow(key: string): void {
    this.subjects.remove(key);
    this.requestUpdate();
  }

  private async copy({ entries, withTimes }: Copy): Promise<void> {
    if (!withTimes) return this.addRows(inOrder(entries.map(subjectOf), this.projects.data ?? []));
    const repeated = repeatEntries(entries, this.entries.data ?? [], this.otherId());
    if (repeated.length === 0) return toast(t('week.copiedNothing'));
    try {
      const made = await recordEntries(repeated);
      toastUndo(t('week.copied', { count: made.length }), () => deleteEntries(made));
    } catch (error) {
      toastError(error);
    }
  }

  /** Draws anew when a minute is full: more than that the table does not show. */
  private tick(): void {
    const running = this.entries.data?.find(({ end_time }) => end_time === null);
    const minute = running ? Math.round(workedSeconds(this.fresh(running)) / 60) : 0;
    if (minute === this.tickedMinute) return;
    this.tickedMinute = minute;
    this.requestUpdate();
  }

  /** The running entry as the timer knows it: it is paused and resumed there. */
  private fresh(entry: TimeEntry): TimeEntry {
    const running = this.timer.data?.timer;
    return running?.id === entry.id ? running : entry;
  }

  private weekRead(from: string) {
    return entriesRead({
      user_id: this.personId(),
      from: `${from}T00:00:00`,
      to: `${addDays(from, 7)}T00:00:00`,
    });
  }

  private go(step: number): void {
    const from = step === 0 ? today() : addDays(this.firstDay(), step * 7);
    const week = weekStart(from);
    setQuery({ from: week === weekStart(today()) ? undefined : week });
  }

  /** Whose week it is, and from which day. */
  private week(): string {
    return `${this.personId()}/${this.firstDay()}`;
  }

  private firstDay(): string {
    const from = queryValue('from') ?? '';
    const isDay = /^\d{4}-\d\d-\d\d$/.test(from) && !Number.isNaN(Date.parse(from));
    return weekStart(isDay ? from : today());
  }

  private days(): string[] {
    const from = this.firstDay();
    return Array.from({ length: 7 }, (_, day) => addDays(from, day));
  }

  private todayColumn(): number {
    return Math.max(0, this.days().indexOf(today()));
  }

  private personId(): number {
    const chosen = Number(queryValue('user'));
    return isManager.value && chosen > 0 ? chosen : (user.value?.id ?? 0);
  }

  /** The person, when it is somebody else. */
  private otherId(): number | undefined {
    const id = this.personId();
    return id === user.value?.id ? undefined : id;
  }

  private projectIds(): number[] {
    const read = this.entries.data?.map(subjectOf) ?? [];
    const ids = [...this.subjects.all, ...read].map(({ project_id, task_id }) =>
      task_id === null ? null : project_id,
    );
    return Array.from(new Set(ids))
      .filter((id) => id !== null)
      .toSorted((a, b) => a - b);
  }
}
