/** Name and colour of a tag in a dialog. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../components/color-picker.ts';
import { openAbove } from '../../components/open-above.ts';
import { RecordEditor } from '../../components/record-editor.ts';
import type { Tag } from '../../data/wire.ts';
import { t } from '../../i18n/texts.ts';

/** @param row the one to edit */
export async function tagDialog(row?: Tag): Promise<void> {
  await openAbove(Object.assign(new TagEditor(), { row }));
}

@customElement('stint-tag-editor')
export class TagEditor extends RecordEditor<Tag> {
  protected readonly resource = 'tags';

  protected heading(): string {
    return t(this.row ? 'tags.edit' : 'tags.new');
  }

  protected begin() {
    return { name: this.row?.name, color: this.row?.color ?? null };
  }

  protected renderFields() {
    return html`
      ${this.text({ name: 'name', label: t('record.name'), required: true, autofocus: true })}
      <stint-color-picker optional .value=${this.values.color as string | null}
        @stint-color=${({ detail }: CustomEvent<{ color: string | null }>) => this.set(detail)}></stint-color-picker>`;
  }

  protected read() {
    return { name: String(this.values.name ?? '').trim(), color: this.values.color };
  }
}
