/** Days whose time stays as it is, because it is invoiced or paid: for managers to lock, and to open again. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import lockOpen from 'lucide-static/icons/lock-open.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import { confirm } from '../../components/confirm.ts';
import type { MenuItem } from '../../components/menu.ts';
import { reading } from '../../components/reading.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { peopleRead, projectsRead, type Rows, readSome } from '../../data/queries.ts';
import { deleteRecord } from '../../data/records.ts';
import type { PeriodLock } from '../../data/wire.ts';
import { format } from '../../i18n/format.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { lockDialog } from './lock-editor.ts';

const A_PAGE = 50;

@customElement('stint-locks-page')
export class LocksPage extends StintElement {
  static override styles = [StintElement.styles, controls, lists];

  @state() private most = A_PAGE;
  private readonly people = new QueryController(this, () => peopleRead);
  private readonly projects = new QueryController(this, () => projectsRead);
  private readonly locks = new QueryController(this, () =>
    readSome<PeriodLock>('/locks', {}, this.most),
  );

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('locks.title')}</h1>
        <button class="primary" @click=${() => lockDialog()}>${icon(plus)} ${t('locks.new')}</button>
      </div>
      <p class="muted">${t('locks.text')}</p>
      ${reading(this.locks, (found) => this.renderList(found))}
    </div>`;
  }

  private renderList({ rows, isMore }: Rows<PeriodLock>) {
    if (rows.length === 0)
      return html`<div class="panel empty"><p>${t('locks.empty')}</p>
        <button class="primary" @click=${() => lockDialog()}>${icon(plus)} ${t('locks.new')}</button></div>`;
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('locks.period')}</th>
          <th scope="col">${t('locks.person')}</th>
          <th scope="col">${t('locks.project')}</th>
          <th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (lock) => this.renderRow(lock),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(lock: PeriodLock) {
    const period = periodOf(lock);
    return html`<tr>
      <th scope="row" class="name">${period}${lock.reason ? html`<p class="small muted">${lock.reason}</p>` : nothing}</th>
      <td>${lock.user_id === null ? t('locks.everybody') : nameOf(this.people.data, lock.user_id)}</td>
      <td>${lock.project_id === null ? t('locks.allProjects') : nameOf(this.projects.data, lock.project_id)}</td>
      <td class="end"><stint-menu label=${t('list.moreAbout', { name: period })} .items=${this.actionsFor(lock)}></stint-menu></td>
    </tr>`;
  }

  private actionsFor(lock: PeriodLock): MenuItem[] {
    return [
      { label: t('list.edit'), glyph: pencil, run: () => lockDialog(lock) },
      {
        label: t('locks.unlock'),
        glyph: lockOpen,
        isDangerous: true,
        run: () => this.unlock(lock),
      },
    ];
  }

  private async unlock(lock: PeriodLock): Promise<void> {
    const period = periodOf(lock);
    const yes = await confirm({
      heading: t('locks.unlockHeading', { period }),
      text: t('locks.unlockText'),
      action: t('locks.unlock'),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      await deleteRecord('locks', lock.id);
      toast(t('locks.unlocked', { period }));
    } catch (error) {
      toastError(error);
    }
  }
}

function periodOf({ starts_on, ends_on }: PeriodLock): string {
  if (starts_on === null) return t('locks.upTo', { date: format.days(ends_on, ends_on) });
  return format.days(starts_on, ends_on);
}

function nameOf(all: { id: number; name: string }[] | undefined, id: number): string {
  return all?.find((one) => one.id === id)?.name ?? `#${id}`;
}
