/** Time from another tool, in three steps: the file, what would happen and whose it is, and what happened. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { call, urlOf } from '../../data/api.ts';
import { uploadImport } from '../../data/import-upload.ts';
import { hasCode, Problem } from '../../data/problem.ts';
import { isAdmin, user } from '../../data/session.ts';
import type { ImportReport, User } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import './preview.ts';

const orders = ['auto', 'YMD', 'DMY', 'MDY'];

@customElement('stint-import-page')
export class ImportPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .page {
        max-inline-size: 56rem;
      }
      .panel {
        padding: var(--stint-space-4);
      }
      .person {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--stint-space-2) var(--stint-space-4);
        padding-block: var(--stint-space-2);
      }
      .person select {
        inline-size: min(20rem, 100%);
      }
      .person span {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private file?: File;
  @state() private dateFormat = 'auto';
  @state() private zone = user.value?.time_zone ?? 'UTC';
  @state() private people: ReadonlyMap<string, string> = new Map();
  @state() private users: User[] = [];
  @state() private report?: ImportReport;
  @state() private problem?: Problem;
  @state() private isBusy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.readUsers();
  }

  override render() {
    const { report } = this;
    return html`<div class="page">
      <div><h1>${t('import.title')}</h1><p class="muted">${t('import.text')}</p></div>
      ${report && !report.dry_run ? this.renderDone(report) : html`${this.renderFile()}${report ? this.renderReport(report) : nothing}`}
      ${this.renderArchive()}
    </div>`;
  }

  private renderFile() {
    return html`<form class="panel fields" novalidate @submit=${this.look}>
      <div class="field"><label for="file">${t('import.file')}</label>
        <input id="file" type="file" accept=".csv,.zip,text/csv,application/zip" aria-describedby="file-hint" @change=${this.chooseFile}>
        <p class="hint" id="file-hint">${t('import.fileHint')}</p></div>
      <div class="field"><label for="order">${t('import.order')}</label>
        <select id="order" .value=${this.dateFormat} @change=${this.chooseOrder}>
          ${orders.map((order) => html`<option value=${order} ?selected=${order === this.dateFormat}>${t(`import.order.${order}`)}</option>`)}
        </select></div>
      <div class="field"><label for="zone">${t('import.zone')}</label>
        <input id="zone" .value=${this.zone} aria-describedby="zone-hint" @change=${this.chooseZone}>
        <p class="hint" id="zone-hint">${t('import.zoneHint')}</p></div>
      ${this.problem ? html`<p class="note bad" role="alert">${this.explain(this.problem)}</p>` : nothing}
      <div class="actions"><button class=${this.report ? '' : 'primary'} ?disabled=${this.isBusy || !this.file}>
        ${t(this.isBusy ? 'import.reading' : this.report ? 'import.lookAgain' : 'import.look')}</button></div>
    </form>`;
  }

  private renderReport(report: ImportReport) {
    const named = report.users.filter(({ in_file }) => in_file !== null);
    return html`<stint-import-preview .report=${report}></stint-import-preview>
      ${named.length > 0 ? this.renderPeople(named) : nothing}
      <div class="actions"><button class="primary" ?disabled=${this.isBusy || this.isNothing(report)} @click=${this.bringIn}>
        ${t('import.now', { count: report.entries_created })}</button></div>`;
  }

  private isNothing(report: ImportReport): boolean {
    const { entries_created, projects_created, tasks_created } = report;
    return entries_created + projects_created.length + tasks_created.length === 0;
  }

  private renderPeople(named: ImportReport['users']) {
    return html`<section class="panel" aria-label=${t('import.people')}>
      <h2>${t('import.people')}</h2>
      ${named.map(({ in_file, user_id }) => {
        const person = in_file as string;
        const chosen =
          this.people.get(person) ?? this.users.find(({ id }) => id === user_id)?.email ?? '';
        return html`<div class="person"><span>${person}</span>
          <select aria-label=${t('import.whoIs', { person })} @change=${(event: Event) =>
            this.choosePerson(person, (event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${chosen === ''}>${t('import.nobody')}</option>
            ${this.users.map(({ email, name }) => html`<option value=${email} ?selected=${email === chosen}>${name} (${email})</option>`)}
          </select></div>`;
      })}
    </section>`;
  }

  /** The other way: everything at once. */
  private renderArchive() {
    return html`<section class="panel fields" aria-label=${t('import.archive')}>
      <div><h2>${t('import.archive')}</h2><p class="muted">${t('import.archiveText')}</p></div>
      <div class="actions">
        <a class="button" rel="external" download href=${urlOf('/archive', { of: 'me' })}>${t('import.archiveMine')}</a>
        ${
          isAdmin.value
            ? html`<a class="button" rel="external" download href=${urlOf('/archive', { of: 'instance' })}>${t('import.archiveAll')}</a>`
            : nothing
        }
      </div></section>`;
  }

  private renderDone(report: ImportReport) {
    return html`<div class="panel" role="status">
      <h2>${t('import.done')}</h2>
      <p>${t('import.doneText', {
        count: report.entries_created,
        hours: format.duration(report.duration_seconds_total),
        skipped: report.entries_skipped,
        errors: report.errors_total,
      })}</p>
      <div class="actions"><a class="button" href="/calendar">${t('import.toCalendar')}</a>
        <button @click=${this.startOver}>${t('import.another')}</button></div>
    </div>`;
  }

  private explain(problem: Problem): string {
    if (hasCode(problem, 'STINT_ERR_IMPORT_DATE_AMBIGUOUS')) return t('import.ambiguous');
    return problem.message;
  }

  /** Members bring in their own alone. */
  private async readUsers(): Promise<void> {
    if (user.value) this.users = [user.value as unknown as User];
    if (!isAdmin.value) return;
    const { data } = await call<{ data: User[] }>('GET', '/users', { query: { limit: 100 } });
    this.users = data;
  }

  private chooseFile(event: Event): void {
    this.file = (event.target as HTMLInputElement).files?.[0];
    this.report = undefined;
    this.problem = undefined;
    this.people = new Map();
  }

  private chooseOrder(event: Event): void {
    this.dateFormat = (event.target as HTMLSelectElement).value;
    this.report = undefined;
  }

  private chooseZone(event: Event): void {
    this.zone = (event.target as HTMLInputElement).value.trim();
    this.report = undefined;
  }

  private choosePerson(person: string, email: string): void {
    this.people = new Map(this.people).set(person, email);
    void this.upload(false);
  }

  private look(event: Event): void {
    event.preventDefault();
    void this.upload(false);
  }

  private bringIn(): void {
    void this.upload(true);
  }

  private startOver(): void {
    this.report = undefined;
    this.file = undefined;
    this.people = new Map();
  }

  private async upload(isForGood: boolean): Promise<void> {
    if (!this.file) return;
    this.isBusy = true;
    this.problem = undefined;
    const choices = { date_format: this.dateFormat, time_zone: this.zone, people: this.people };
    try {
      this.report = await uploadImport(this.file, choices, isForGood);
    } catch (error) {
      this.problem = error instanceof Problem ? error : new Problem(0, { detail: String(error) });
      this.report = undefined;
    } finally {
      this.isBusy = false;
    }
  }
}
