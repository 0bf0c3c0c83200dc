/** Pages about one thing: what is done there on the left, what is known of it on the right; on a phone below. */
import { css } from 'lit';

export const facts = css`
  h1 {
    overflow-wrap: anywhere;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20rem;
    align-items: start;
    gap: var(--stint-space-5);
  }
  .column {
    display: grid;
    gap: var(--stint-space-5);
    min-inline-size: 0;
  }
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--stint-space-2) var(--stint-space-4);
  }
  dt {
    color: var(--stint-color-muted);
  }
  dd {
    text-align: end;
    overflow-wrap: anywhere;
  }
  .notes {
    padding-block-start: var(--stint-space-3);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  dl + .notes {
    border-block-start: 1px solid var(--stint-color-line);
    margin-block-start: var(--stint-space-3);
  }
  .lines {
    white-space: pre-line;
  }
  .inside > stint-estimate-bar {
    padding-block: 0 var(--stint-space-4);
  }
  @container page (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
