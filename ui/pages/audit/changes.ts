/** What a line of the trail changed: each field with what it was and what it is, or what there was. */
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StintElement } from '../../components/element.ts';
import { t } from '../../i18n/texts.ts';

@customElement('stint-audit-changes')
export class AuditChanges extends StintElement {
  static override styles = [
    StintElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(6rem, auto) minmax(0, 1fr);
        gap: 2px var(--stint-space-3);
        padding-block: var(--stint-space-2);
        font-size: var(--stint-text-s);
        font-weight: var(--stint-weight);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--stint-color-muted);
      }
      del {
        color: var(--stint-color-muted);
      }
      ins {
        text-decoration: none;
        font-weight: var(--stint-weight-medium);
      }
      summary {
        inline-size: fit-content;
        min-block-size: 1.5rem;
        color: var(--stint-color-link);
        font-size: var(--stint-text-s);
        cursor: pointer;
      }
    `,
  ];

  @property({ attribute: false }) changes: Record<string, unknown> = {};

  override render() {
    const all = Object.entries(this.changes);
    const isEdit = all.length > 0 && all.every(([, value]) => isPair(value));
    return html`<details>
      <summary>${isEdit ? t('audit.changed', { fields: all.map(([name]) => name).join(', ') }) : t('audit.details')}</summary>
      <dl>${all.map(
        ([name, value]) =>
          html`<dt>${name}</dt><dd>${
            isEdit && isPair(value)
              ? html`<del>${write(value[0])}</del> → <ins>${write(value[1])}</ins>`
              : write(value)
          }</dd>`,
      )}</dl>
    </details>`;
  }
}

function isPair(value: unknown): value is [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function write(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('audit.empty');
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
