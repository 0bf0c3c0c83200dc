/** What every component of ours starts from: box sizes, headings, links, focus, and text for readers only. */
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--stint-text-xl);
    font-weight: var(--stint-weight-bold);
    line-height: var(--stint-leading-tight);
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--stint-text-l);
    font-weight: var(--stint-weight-bold);
    line-height: var(--stint-leading-tight);
  }
  h3 {
    font-size: var(--stint-text-m);
    font-weight: var(--stint-weight-medium);
  }
  a {
    color: var(--stint-color-link);
    text-underline-offset: 0.15em;
    text-decoration-thickness: 1px;
  }
  a:focus-visible,
  button:focus-visible,
  summary:focus-visible,
  [tabindex]:focus-visible {
    outline: 2px solid var(--stint-color-focus);
    outline-offset: 2px;
    border-radius: var(--stint-radius-s);
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--stint-color-muted);
  }
  .small {
    font-size: var(--stint-text-s);
  }
  .for-readers {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
`;
