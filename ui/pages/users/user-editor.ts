/** Invites somebody, or changes who they are and what they may. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { openAbove } from '../../components/open-above.ts';
import { RecordEditor } from '../../components/record-editor.ts';
import type { User, UserCreated } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { linkDialog } from './link-dialog.ts';

const roles = ['member', 'manager', 'admin'] as const;

/** @param row the one to edit; without it somebody is invited, and their link is shown */
export async function userDialog(row?: User): Promise<void> {
  const { saved } = await openAbove(Object.assign(new UserEditor(), { row }));
  const url = (saved as UserCreated | undefined)?.invitation_url;
  if (saved && url) await linkDialog(saved.name, url);
}

@customElement('stint-user-editor')
export class UserEditor extends RecordEditor<User> {
  protected readonly resource = 'users';

  protected heading(): string {
    return t(this.row ? 'users.edit' : 'users.invite');
  }

  protected begin() {
    const { row } = this;
    return { name: row?.name, email: row?.email, role: row?.role ?? 'member' };
  }

  protected renderFields() {
    const { values, faults } = this;
    return html`
      ${this.text({ name: 'name', label: t('record.name'), required: true, autofocus: true })}
      ${this.text({ name: 'email', label: t('users.email'), type: 'email', maxlength: 254, required: true })}
      <div class="field"><label for="role">${t('users.role')}</label>
        <select id="role" aria-invalid=${ifDefined(faults.invalid('role'))} aria-describedby="role-hint role-fault"
          @change=${(event: Event) => this.set({ role: (event.target as HTMLSelectElement).value })}>
          ${roles.map((role) => html`<option value=${role} ?selected=${role === values.role}>${t(`users.role.${role}`)}</option>`)}
        </select>
        <p class="hint" id="role-hint">${t(`users.may.${values.role}`)}</p>
        ${faults.line('role')}
      </div>
      ${this.row ? '' : html`<p class="note small">${t('users.inviteText')}</p>`}`;
  }

  protected read() {
    const { name, email, role } = this.values;
    return { name: String(name ?? '').trim(), email: String(email ?? '').trim(), role };
  }
}
