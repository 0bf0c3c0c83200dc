/** Free labels of time entries, and where each is used. Everybody may add one; managers keep them in order. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import trash from 'lucide-static/icons/trash-2.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { reading } from '../../components/reading.ts';
import { deleteForGood } from '../../components/record-actions.ts';
import '../../components/search-field.ts';
import { QueryController } from '../../controllers/query.ts';
import { type Rows, readSome } from '../../data/queries.ts';
import { isAdmin, isManager } from '../../data/session.ts';
import { totalsById, totalsRead } from '../../data/totals.ts';
import type { Tag } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { tagDialog } from './tag-editor.ts';

const A_PAGE = 50;

@customElement('stint-tags-page')
export class TagsPage extends StintElement {
  static override styles = [StintElement.styles, controls, lists];

  @state() private most = A_PAGE;
  private readonly totals = new QueryController(this, () => totalsRead('tag'));
  private readonly tags = new QueryController(this, () =>
    readSome<Tag>('/tags', { search: queryValue('search'), sort: 'name' }, this.most),
  );

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('tags.title')}</h1>
        <button class="primary" @click=${() => tagDialog()}>${icon(plus)} ${t('tags.new')}</button>
      </div>
      <div class="filters" role="search"><stint-search-field label=${t('tags.search')} .value=${queryValue('search')}
        @stint-search=${({ detail }: CustomEvent<{ search: string }>) => this.search(detail.search)}></stint-search-field></div>
      ${reading(this.tags, (found) => this.renderList(found))}
    </div>`;
  }

  private renderList({ rows, isMore }: Rows<Tag>) {
    if (rows.length === 0) return this.renderEmpty();
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('tags.name')}</th>
          <th scope="col" class="number">${t('tags.entries')}</th>
          <th scope="col" class="number">${t(isAdmin.value ? 'tags.hours' : 'tags.ownHours')}</th>
          ${isManager.value ? html`<th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>` : nothing}
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (tag) => this.renderRow(tag),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(tag: Tag) {
    const total = totalsById(this.totals.data).get(tag.id);
    return html`<tr>
      <th scope="row" class="name"><span class="dot" style=${tag.color ? `--dot: ${tag.color}` : ''}></span>${tag.name}</th>
      <td class="number">${this.totals.data ? format.number(total?.entry_count ?? 0) : nothing}</td>
      <td class="number">${this.totals.data ? format.duration(total?.duration_seconds ?? 0) : nothing}</td>
      ${isManager.value ? html`<td class="end"><stint-menu label=${t('list.moreAbout', { name: tag.name })} .items=${this.actionsFor(tag)}></stint-menu></td>` : nothing}
    </tr>`;
  }

  private renderEmpty() {
    if (queryValue('search')) {
      return html`<div class="panel empty"><p>${t('tags.nothing')}</p>
        <button @click=${() => this.search('')}>${t('list.clear')}</button></div>`;
    }
    return html`<div class="panel empty"><p>${t('tags.empty')}</p>
      <button class="primary" @click=${() => tagDialog()}>${icon(plus)} ${t('tags.new')}</button></div>`;
  }

  private actionsFor(tag: Tag): MenuItem[] {
    const count = totalsById(this.totals.data).get(tag.id)?.entry_count ?? 0;
    return [
      { label: t('tags.rename'), glyph: pencil, run: () => tagDialog(tag) },
      {
        label: t('action.delete'),
        glyph: trash,
        isDangerous: true,
        run: () => deleteForGood('tags', tag, t('tags.deleteText', { count })),
      },
    ];
  }

  private search(search: string): void {
    this.most = A_PAGE;
    setQuery({ search });
  }
}
