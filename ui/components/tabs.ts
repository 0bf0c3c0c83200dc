/** Parts of a page that have an address each, as a row of links. */
import { css, html, nothing } from 'lit';

export interface Tab {
  href: string;
  label: string;
  isCurrent: boolean;
  /** How many wait there. */
  count?: number;
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: var(--stint-space-1);
    border-block-end: 1px solid var(--stint-color-line);
    overflow-x: auto;
  }
  .tabs a {
    display: flex;
    align-items: center;
    gap: var(--stint-space-2);
    min-block-size: 2.5rem;
    padding-inline: var(--stint-space-3);
    border-block-end: 2px solid transparent;
    margin-block-end: -1px;
    color: var(--stint-color-muted);
    font-weight: var(--stint-weight-medium);
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs a:hover {
    color: var(--stint-color-text);
  }
  .tabs a[aria-current] {
    border-color: var(--stint-color-accent);
    color: var(--stint-color-text);
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs .count {
    padding-inline: 0.4em;
    border-radius: var(--stint-radius-full);
    background: var(--stint-color-accent);
    color: var(--stint-color-on-accent);
    font-size: var(--stint-text-xs);
  }
`;

export function tabs(label: string, all: Tab[]) {
  return html`<nav class="tabs" aria-label=${label}>${all.map(
    ({ href, label, isCurrent, count = 0 }) =>
      html`<a href=${href} aria-current=${isCurrent ? 'page' : nothing}>${label}${
        count > 0 ? html`<span class="count numbers">${count}</span>` : nothing
      }</a>`,
  )}</nav>`;
}
