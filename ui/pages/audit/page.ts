/** Who did what, and when: newest first, narrowed by filters that stand in the address. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../components/combobox.ts';
import { StintElement } from '../../components/element.ts';
import { reading } from '../../components/reading.ts';
import { QueryController } from '../../controllers/query.ts';
import { addDays } from '../../data/days.ts';
import { peopleRead, type Rows, readSome } from '../../data/queries.ts';
import type { AuditEntry } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { hasText, t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import './changes.ts';

const A_PAGE = 50;
// What the core writes about. A kind that a plugin writes is found by its address: `?kind=…`.
const kinds = [
  'time_entry',
  'project',
  'client',
  'task',
  'tag',
  'user',
  'session',
  'token',
  'settings',
  'lock',
  'import',
  'plugin',
  'integration',
  'inbound_delivery',
];

@customElement('stint-audit-page')
export class AuditPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .filters input,
      .filters select,
      .filters stint-combobox {
        inline-size: auto;
        min-inline-size: 9rem;
      }
      .filters .field {
        gap: 0;
      }
      th,
      td {
        vertical-align: top;
      }
      .action {
        display: block;
      }
      code {
        font-family: var(--stint-font-mono);
        font-size: var(--stint-text-xs);
      }
    `,
  ];

  @state() private most = A_PAGE;
  private readonly people = new QueryController(this, () => peopleRead);
  private readonly entries = new QueryController(this, () =>
    readSome<AuditEntry>('/audit-log', this.query(), this.most),
  );

  override render() {
    return html`<div class="page">
      <div><h1>${t('audit.title')}</h1><p class="muted">${t('audit.text')}</p></div>
      ${this.renderFilters()}
      ${reading(this.entries, (found) => this.renderList(found))}
    </div>`;
  }

  private renderFilters() {
    const people = (this.people.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
    const actor = Number(queryValue('actor')) || undefined;
    const kind = queryValue('kind');
    return html`<div class="filters" role="search">
      <div class="field"><span class="label">${t('audit.who')}</span>
        <stint-combobox label=${t('audit.who')} none=${t('audit.everybody')} .options=${people} .values=${actor ? [actor] : []}
          @stint-pick=${({ detail }: CustomEvent<{ values: number[] }>) => this.filter({ actor: String(detail.values[0] ?? '') })}></stint-combobox></div>
      <div class="field"><label for="kind">${t('audit.kind')}</label>
        <select id="kind" @change=${(event: Event) => this.filter({ kind: textOf(event) })}>
          <option value="">${t('audit.all')}</option>
          ${kinds.map((one) => html`<option value=${one} ?selected=${one === kind}>${t(`audit.kind.${one}`)}</option>`)}
        </select></div>
      ${this.renderDay('from')}${this.renderDay('to')}
      ${this.isFiltered() ? html`<button class="quiet" style="align-self: end" @click=${() => this.filter({ actor: '', kind: '', id: '', from: '', to: '' })}>${t('list.clear')}</button>` : nothing}
    </div>`;
  }

  private renderDay(name: 'from' | 'to') {
    return html`<div class="field"><label for=${name}>${t(`audit.${name}`)}</label>
      <input id=${name} type="date" .value=${queryValue(name) ?? ''} @change=${(event: Event) => this.filter({ [name]: textOf(event) })}></div>`;
  }

  private renderList({ rows, isMore }: Rows<AuditEntry>) {
    if (rows.length === 0) return html`<div class="panel empty"><p>${t('audit.nothing')}</p></div>`;
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('audit.when')}</th>
          <th scope="col">${t('audit.who')}</th>
          <th scope="col">${t('audit.what')}</th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.renderRow(row),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(row: AuditEntry) {
    const { occurred_at, action, entity_id, entity_type, changes } = row;
    const key = `audit.action.${action}`;
    return html`<tr>
      <td class="numbers small">${format.date(occurred_at)}<br>${format.time(occurred_at)}</td>
      <td>${row.actor_name ?? t('audit.system')}<p class="small muted">${row.actor_via}${row.ip ? html` · ${row.ip}` : nothing}</p></td>
      <td class="name"><span class="action">${hasText(key) ? html`${t(key)} <code class="muted">${action}</code>` : html`<code>${action}</code>`}
        ${entity_id === null ? nothing : html`<button class="quiet small-button numbers" title=${t('audit.only')} @click=${() => this.filter({ kind: entity_type, id: String(entity_id) })}>#${entity_id}</button>`}</span>
        ${changes ? html`<stint-audit-changes .changes=${changes as Record<string, unknown>}></stint-audit-changes>` : nothing}
      </td>
    </tr>`;
  }

  private query() {
    const to = queryValue('to');
    const from = queryValue('from');
    return {
      actor_id: queryValue('actor'),
      entity_type: queryValue('kind'),
      entity_id: queryValue('id'),
      from: from && `${from}T00:00:00`,
      // Through the end of that day.
      to: to && `${addDays(to, 1)}T00:00:00`,
    };
  }

  private isFiltered(): boolean {
    return ['actor', 'kind', 'id', 'from', 'to'].some((name) => queryValue(name) !== undefined);
  }

  private filter(values: Record<string, string>): void {
    this.most = A_PAGE;
    setQuery({ ...('id' in values ? {} : { id: '' }), ...values });
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
