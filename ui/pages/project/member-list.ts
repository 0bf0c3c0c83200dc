/** Who is on a project. Managers add people, take them off, and set what their hour costs there. */
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import userPlus from 'lucide-static/icons/user-plus.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import '../../components/combobox.ts';
import { StintElement } from '../../components/element.ts';
import { icon } from '../../components/icon.ts';
import { reading } from '../../components/reading.ts';
import { readMoney } from '../../components/record-editor.ts';
import { toastError, toastUndo } from '../../components/toast.ts';
import { QueryController } from '../../controllers/query.ts';
import { api } from '../../data/api.ts';
import { membersRead, peopleRead, refresh } from '../../data/queries.ts';
import { isManager } from '../../data/session.ts';
import type { Member, Project } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';
import { controls } from '../../styles/controls.ts';
import { lists } from '../../styles/lists.ts';

@customElement('stint-member-list')
export class MemberList extends StintElement {
  static override styles = [
    StintElement.styles,
    controls,
    lists,
    css`
      .inside {
        display: grid;
        gap: var(--stint-space-3);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--stint-space-2);
        min-block-size: 2.25rem;
      }
      li > span {
        flex: 1;
        overflow-wrap: anywhere;
      }
      li input {
        inline-size: 5.5rem !important;
        min-block-size: var(--stint-control-s) !important;
        padding-block: 0 !important;
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) project!: Project;
  private readonly people = new QueryController(this, () => peopleRead);
  private readonly members = new QueryController(this, () => membersRead(this.project.id));
  private lastWrite: Promise<void> = Promise.resolve();

  override render() {
    return html`<section class="panel" aria-labelledby="members">
      <header><h2 id="members">${t('project.members')}</h2></header>
      <div class="inside">${reading(this.members, (members) => this.renderMembers(members))}</div>
    </section>`;
  }

  private renderMembers(members: Member[]) {
    const isOpen = this.project.visibility === 'everyone';
    return html`
      <p class="small muted">${t(isOpen ? 'project.member.everyone' : 'project.member.only')}</p>
      ${members.length === 0 ? nothing : html`<ul>${members.map((member) => this.renderMember(member))}</ul>`}
      ${isManager.value ? this.renderAdd(members) : nothing}`;
  }

  private renderMember(member: Member) {
    const { name } = member.user;
    if (!isManager.value) return html`<li><span>${name}</span></li>`;
    return html`<li><span>${name}</span>
      <input class="numbers" autocomplete="off" inputmode="decimal" aria-label=${t('project.member.rateOf', { name, currency: this.project.currency })}
        title=${t('project.member.rateOf', { name, currency: this.project.currency })} placeholder=${this.project.hourly_rate ?? '–'}
        .value=${member.hourly_rate ?? ''} @change=${(event: Event) => this.setRate(member, event.target as HTMLInputElement)}>
      <button class="icon-button small-button" aria-label=${t('project.member.remove', { name })} title=${t('project.member.remove', { name })}
        @click=${() => this.takeOff(member)}>${icon(x)}</button></li>`;
  }

  private renderAdd(members: Member[]) {
    const options = (this.people.data ?? [])
      .filter(({ id, active }) => active && !members.some(({ user_id }) => user_id === id))
      .map(({ id, name }) => ({ value: id, label: name }));
    if (options.length === 0) return nothing;
    return html`<stint-combobox label=${t('project.member.add')} .glyph=${userPlus} .options=${options}
      @stint-pick=${({ detail }: CustomEvent<{ values: number[] }>) => this.put(detail.values[0] as number)}></stint-combobox>`;
  }

  /** One write after the other: a rate that is still on its way must not add whom the next click takes off. */
  private inTurn(write: () => Promise<void>): Promise<void> {
    this.lastWrite = this.lastWrite
      .then(write)
      .catch(toastError)
      .finally(() => refresh('projects'));
    return this.lastWrite;
  }

  private put(user_id: number, fields: { hourly_rate?: string | null } = {}): Promise<void> {
    return this.inTurn(() => api.put(`${this.path()}/${user_id}`, fields));
  }

  private setRate(member: Member, input: HTMLInputElement): void {
    try {
      void this.put(member.user_id, { hourly_rate: readMoney('hourly_rate', input.value) });
    } catch (error) {
      toastError(error);
      input.value = member.hourly_rate ?? '';
    }
  }

  private takeOff({ user_id, user }: Member): Promise<void> {
    return this.inTurn(async () => {
      // What the row showed may be older than the rate just set, here or by somebody else.
      await this.members.refetch();
      const member = this.members.data?.find((one) => one.user_id === user_id);
      if (!member) return;
      await api.delete(`${this.path()}/${user_id}`);
      const { hourly_rate } = member;
      toastUndo(t('project.member.removed', { name: user.name }), () =>
        this.put(user_id, { hourly_rate }),
      );
    });
  }

  private path(): string {
    return `/projects/${this.project.id}/members`;
  }
}
