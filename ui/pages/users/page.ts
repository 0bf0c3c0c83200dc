/** Everybody who has an account: who they are, what they may, and how they get in. Nobody is deleted: their time stays. */
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import link from 'lucide-static/icons/link.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import shieldOff from 'lucide-static/icons/shield-off.svg?raw';
import userCheck from 'lucide-static/icons/user-check.svg?raw';
import userX from 'lucide-static/icons/user-x.svg?raw';
import { confirm } from '../../components/confirm.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import '../../components/menu.ts';
import type { MenuItem } from '../../components/menu.ts';
import { reading } from '../../components/reading.ts';
import '../../components/search-field.ts';
import { toast, toastError } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { type Rows, readSome, refresh } from '../../data/queries.ts';
import { setFields } from '../../data/records.ts';
import { user } from '../../data/session.ts';
import type { Person, User } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { queryValue, setQuery } from '../../shell/place.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';
import { standing } from '../../styles/standing.ts';
import { linkDialog } from './link-dialog.ts';
import { userDialog } from './user-editor.ts';

const A_PAGE = 50;

/** An administrator's list says who has a second factor. */
type Row = User & Pick<Person, 'two_factor_since'>;

@customElement('stint-users-page')
export class UsersPage extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    standing,
    css`
      .email {
        font-weight: var(--stint-weight);
      }
    `,
  ];

  @state() private most = A_PAGE;
  private readonly users = new QueryController(this, () =>
    readSome<Row>(
      '/users',
      {
        search: queryValue('search'),
        active: queryValue('all') ? undefined : true,
        sort: 'name',
      },
      this.most,
    ),
  );

  override render() {
    return html`<div class="page">
      <div class="top">
        <h1>${t('users.title')}</h1>
        <button class="primary" @click=${() => userDialog()}>${icon(plus)} ${t('users.invite')}</button>
      </div>
      <div class="filters" role="search">
        <stint-search-field label=${t('users.search')} .value=${queryValue('search')}
          @stint-search=${({ detail }: CustomEvent<{ search: string }>) => this.filter(detail)}></stint-search-field>
        <label class="check"><input type="checkbox" .checked=${queryValue('all') !== undefined}
          @change=${(event: Event) => this.filter({ all: (event.target as HTMLInputElement).checked ? 'yes' : '' })}>${t('users.showAll')}</label>
      </div>
      ${reading(this.users, (found) => this.renderList(found))}
    </div>`;
  }

  private renderList({ rows, isMore }: Rows<Row>) {
    if (rows.length === 0) return html`<div class="panel empty"><p>${t('users.nothing')}</p></div>`;
    return html`<div class="panel"><table>
        <thead><tr>
          <th scope="col">${t('users.person')}</th>
          <th scope="col">${t('users.role')}</th>
          <th scope="col" class="wide">${t('users.zone')}</th>
          <th scope="col" class="wide">${t('users.state')}</th>
          <th scope="col" class="end"><span class="for-readers">${t('list.actions')}</span></th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.renderRow(row),
        )}</tbody>
      </table></div>
      ${isMore ? html`<button class="more" @click=${() => (this.most += A_PAGE)}>${t('list.more')}</button>` : nothing}`;
  }

  private renderRow(row: Row) {
    const { name, email, role, active, time_zone, two_factor_since } = row;
    return html`<tr>
      <th scope="row" class="name">${name} ${row.id === user.value?.id ? html`<span class="badge">${t('users.you')}</span>` : nothing}
        <p class="small muted email">${email}</p></th>
      <td>${t(`users.role.${role}`)}</td>
      <td class="wide small muted">${time_zone}</td>
      <td class="wide"><span class="pill ${active ? 'good' : 'off'}">${t(active ? 'users.active' : 'users.inactive')}</span>
        ${two_factor_since ? html`<span class="pill good">${t('users.twoFactor')}</span>` : nothing}</td>
      <td class="end"><stint-menu label=${t('list.moreAbout', { name })} .items=${this.actionsFor(row)}></stint-menu></td>
    </tr>`;
  }

  private actionsFor(row: Row): MenuItem[] {
    const edit = { label: t('list.edit'), glyph: pencil, run: () => userDialog(row) };
    if (!row.active)
      return [
        edit,
        { label: t('users.activate'), glyph: userCheck, run: () => this.setActive(row, true) },
      ];
    return [
      edit,
      { label: t('users.resetLink'), glyph: link, run: () => this.makeLink(row) },
      ...(row.two_factor_since && row.id !== user.value?.id
        ? [
            {
              label: t('users.twoFactorReset'),
              glyph: shieldOff,
              run: () => this.resetTwoFactor(row),
            },
          ]
        : []),
      {
        label: t('users.deactivate'),
        glyph: userX,
        isDangerous: true,
        run: () => this.setActive(row, false),
      },
    ];
  }

  private async makeLink({ id, name }: User): Promise<void> {
    const yes = await confirm({
      heading: t('users.resetHeading', { name }),
      text: t('users.resetText'),
      action: t('users.resetAction'),
    });
    if (!yes) return;
    try {
      const path = `/users/${id}/invitation`;
      const { invitation_url } = await api.post<{ invitation_url: string }>(path);
      await linkDialog(name, invitation_url);
    } catch (error) {
      toastError(error);
    }
  }

  private async resetTwoFactor({ id, name }: Row): Promise<void> {
    const yes = await confirm({
      heading: t('users.twoFactorResetHeading', { name }),
      text: t('users.twoFactorResetText'),
      action: t('users.twoFactorReset'),
      isDangerous: true,
    });
    if (!yes) return;
    try {
      await api.delete(`/users/${id}/two-factor`);
      toast(t('users.twoFactorWasReset', { name }));
    } catch (error) {
      toastError(error);
    }
    refresh('users');
  }

  private async setActive({ id, name }: User, active: boolean): Promise<void> {
    const yes =
      active ||
      (await confirm({
        heading: t('users.deactivateHeading', { name }),
        text: t('users.deactivateText'),
        action: t('users.deactivate'),
        isDangerous: true,
      }));
    if (!yes) return;
    try {
      await setFields('users', id, { active });
      toast(t(active ? 'users.activated' : 'users.deactivated', { name }));
    } catch (error) {
      toastError(error);
    }
  }

  private filter(values: Record<string, string>): void {
    this.most = A_PAGE;
    setQuery(values);
  }
}
