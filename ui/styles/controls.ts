/** Buttons, fields and notes as classes on native elements, which bring their own behaviour along. */
import { css } from 'lit';

export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--stint-space-2);
    min-block-size: var(--stint-control);
    padding-inline: var(--stint-space-4);
    border: 1px solid var(--stint-color-line-strong);
    border-radius: var(--stint-radius-m);
    background: var(--stint-color-surface);
    color: var(--stint-color-text);
    font: inherit;
    font-weight: var(--stint-weight-medium);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition: background var(--stint-quick) var(--stint-ease);
  }
  button:hover,
  .button:hover {
    background: var(--stint-color-hover);
  }
  button:focus-visible,
  .button:focus-visible {
    border-radius: var(--stint-radius-m);
  }
  button[disabled],
  button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .primary {
    border-color: transparent;
    background: var(--stint-color-accent);
    color: var(--stint-color-on-accent);
  }
  .primary:hover {
    background: var(--stint-color-accent-hover);
  }
  .danger {
    border-color: transparent;
    background: var(--stint-color-danger);
    color: var(--stint-color-on-danger);
  }
  .danger:hover {
    background: var(--stint-color-danger-hover);
  }
  .quiet {
    border-color: transparent;
    background: transparent;
  }
  .quiet:hover {
    background: var(--stint-color-hover);
  }
  .small-button {
    min-block-size: var(--stint-control-s);
    padding-inline: var(--stint-space-3);
    font-size: var(--stint-text-s);
  }
  .icon-button {
    inline-size: var(--stint-control);
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--stint-color-muted);
  }
  .icon-button:hover {
    color: var(--stint-color-text);
  }
  .icon-button.small-button {
    inline-size: var(--stint-control-s);
  }

  label,
  .label {
    display: block;
    font-size: var(--stint-text-s);
    font-weight: var(--stint-weight-medium);
  }
  input:not([type='checkbox'], [type='radio'], [type='color'], [type='range']),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--stint-control);
    padding-block: 0.375rem;
    padding-inline: var(--stint-space-3);
    border: 1px solid var(--stint-color-line-strong);
    border-radius: var(--stint-radius-m);
    background: var(--stint-color-surface);
    color: inherit;
    font: inherit;
    font-weight: var(--stint-weight);
  }
  textarea {
    resize: vertical;
    min-block-size: 4.5rem;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--stint-color-focus);
    outline-offset: -1px;
    border-color: transparent;
  }
  input[aria-invalid='true'],
  select[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--stint-color-danger);
  }
  ::placeholder {
    color: var(--stint-color-muted);
    opacity: 1;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    flex: none;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--stint-space-2);
    min-block-size: 1.75rem;
    font-size: var(--stint-text-m);
    font-weight: var(--stint-weight);
  }
  .field {
    display: grid;
    gap: var(--stint-space-1);
    align-content: start;
  }
  .hint {
    font-size: var(--stint-text-s);
    color: var(--stint-color-muted);
  }
  .fault {
    font-size: var(--stint-text-s);
    color: var(--stint-color-danger);
  }
  .fields {
    display: grid;
    gap: var(--stint-space-4);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--stint-space-2);
    align-items: center;
  }
  .note {
    padding: var(--stint-space-3) var(--stint-space-4);
    border-radius: var(--stint-radius-m);
    background: var(--stint-color-accent-quiet);
  }
  .note.bad {
    background: var(--stint-color-danger-quiet);
    color: var(--stint-color-text);
  }
  .note.warn {
    background: var(--stint-color-warning-quiet);
  }
  kbd {
    padding: 0.05em 0.4em;
    border: 1px solid var(--stint-color-line);
    border-radius: var(--stint-radius-s);
    background: var(--stint-color-sunken);
    font: inherit;
    font-size: var(--stint-text-xs);
  }
`;
