/** What a report is about: its days, and whose time on what. Every choice goes into the address. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import filterIcon from 'lucide-static/icons/list-filter.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import '../../components/combobox.ts';
import type { Option } from '../../components/combobox.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/search-field.ts';
import { QueryController } from '../../controllers/query.ts';
import {
  clientsRead,
  peopleRead,
  projectsRead,
  tagsRead,
  tasksOfRead,
} from '../../data/queries.ts';
import { isManager } from '../../data/session.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { presets, shift } from './period.ts';
import {
  askDays,
  calendar,
  chosenIds,
  clearFilters,
  isFiltered,
  periodName,
  reportDays,
  type ThingFilter,
} from './question.ts';

type Pick = CustomEvent<{ values: number[] }>;

@customElement('stint-report-filters')
export class ReportFilters extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      :host {
        display: grid;
        gap: var(--stint-space-3);
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--stint-space-2);
      }
      .days select {
        inline-size: auto;
      }
      .days .field input {
        inline-size: 10rem;
      }
      stint-combobox {
        flex: 0 1 9.5rem;
        min-inline-size: 8rem;
      }
      .some {
        display: none;
      }
      @container page (max-width: 34rem) {
        .days select {
          flex: 1;
        }
        .days .field {
          flex: 1 0 40%;
        }
        .days .field input {
          inline-size: 100%;
          padding-inline: var(--stint-space-2);
        }
        .days > span {
          display: none;
        }
        .some {
          display: inline-flex;
        }
        .filters:not([data-open]) {
          display: none;
        }
        stint-combobox,
        .filters select {
          flex: 1 0 40%;
          max-inline-size: none;
        }
        .filters stint-search-field {
          flex: 1 0 100%;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** On a phone the filters wait to be asked for, unless some are in use. */
  @state() private isOpen = isFiltered();
  private readonly people = new QueryController(this, () => ({
    ...peopleRead,
    enabled: isManager.value,
  }));
  private readonly clients = new QueryController(this, () => clientsRead);
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly tags = new QueryController(this, () => tagsRead);
  private readonly tasks = new QueryController(this, () => tasksOfRead(chosenIds('project')));

  override render() {
    return html`${this.renderDays()}
      <button class="some" aria-expanded=${this.isOpen} @click=${() => {
        this.isOpen = !this.isOpen;
      }}>${icon(filterIcon)} ${t('reports.filters')}</button>
      ${this.renderFilters()}`;
  }

  private renderDays() {
    const { from, to } = reportDays();
    const name = periodName();
    return html`<div class="days">
      <select aria-label=${t('reports.period')} @change=${this.choosePeriod}>
        ${presets.map((one) => html`<option value=${one} ?selected=${one === name}>${t(`reports.period.${one.replace('-', '_')}`)}</option>`)}
        <option value="custom" ?selected=${name === 'custom'}>${t('reports.period.custom')}</option>
      </select>
      <button class="icon-button" aria-label=${t('reports.earlier')} title=${t('reports.earlier')} @click=${() => this.move(-1)}>${icon(chevronLeft)}</button>
      <button class="icon-button" aria-label=${t('reports.later')} title=${t('reports.later')} @click=${() => this.move(1)}>${icon(chevronRight)}</button>
      <div class="field"><input type="date" aria-label=${t('reports.from')} .value=${from} min="1900-01-01" max="2999-12-31"
        @change=${(event: Event) => this.chooseDay('from', event)}></div>
      <span aria-hidden="true">–</span>
      <div class="field"><input type="date" aria-label=${t('reports.to')} .value=${to} min="1900-01-01" max="2999-12-31"
        @change=${(event: Event) => this.chooseDay('to', event)}></div>
    </div>`;
  }

  private renderFilters() {
    const billable = queryValue('billable') ?? '';
    const named = (rows: { id: number; name: string }[] = []): Option[] =>
      rows.map(({ id, name }) => ({ value: id, label: name }));
    const projects = (this.projects.data ?? []).map(
      ({ id, name, color, client }): Option => ({
        value: id,
        label: name,
        color,
        detail: client?.name,
      }),
    );
    return html`<div class="filters" role="search" aria-label=${t('reports.filters')} ?data-open=${this.isOpen}>
      ${isManager.value ? this.renderThing('user', t('reports.people'), named(this.people.data)) : nothing}
      ${this.renderThing('client', t('reports.clients'), named(this.clients.data))}
      ${this.renderThing('project', t('reports.projects'), projects)}
      ${
        chosenIds('project').length > 0 || chosenIds('task').length > 0
          ? this.renderThing('task', t('reports.tasks'), named(this.tasks.data))
          : nothing
      }
      ${this.renderThing('tag', t('reports.tags'), named(this.tags.data))}
      <select aria-label=${t('reports.billable')} @change=${(event: Event) => setQuery({ billable: chosen(event) })}>
        <option value="">${t('reports.billableAll')}</option>
        <option value="true" ?selected=${billable === 'true'}>${t('reports.billable')}</option>
        <option value="false" ?selected=${billable === 'false'}>${t('reports.unbilled')}</option>
      </select>
      <stint-search-field label=${t('reports.search')} .value=${queryValue('search')}
        @stint-search=${({ detail }: CustomEvent<{ search: string }>) => setQuery(detail)}></stint-search-field>
      ${isFiltered() ? html`<button class="quiet" @click=${clearFilters}>${icon(x)} ${t('list.clear')}</button>` : nothing}
    </div>`;
  }

  private renderThing(filter: ThingFilter, label: string, options: Option[]) {
    return html`<stint-combobox multiple label=${label} .options=${options} .values=${chosenIds(filter)}
      @stint-pick=${({ detail }: Pick) => setQuery({ [filter]: detail.values.join(',') })}></stint-combobox>`;
  }

  private choosePeriod(event: Event): void {
    const name = chosen(event);
    if (name === 'custom') askDays(reportDays());
    else setQuery({ period: name, from: undefined, to: undefined });
  }

  private chooseDay(side: 'from' | 'to', event: Event): void {
    const day = chosen(event);
    if (!day) return;
    const days = { ...reportDays(), [side]: day };
    // Who moves one end beyond the other means one day.
    askDays(days.from <= days.to ? days : { from: day, to: day });
  }

  private move(by: 1 | -1): void {
    askDays(shift(reportDays(), by, calendar().week_start));
  }
}

function chosen(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
