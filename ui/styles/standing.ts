/** How something stands, in a word with a colour beside it: never the colour alone. */
import { css } from 'lit';

export const standing = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.1em 0.7em;
    border-radius: var(--stint-radius-full);
    background: var(--stint-color-sunken);
    color: var(--stint-color-text);
    font-size: var(--stint-text-xs);
    font-weight: var(--stint-weight-medium);
    white-space: nowrap;
  }
  .pill::before {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--stint-color-line-strong);
  }
  .pill.good {
    background: var(--stint-color-success-quiet);
  }
  .pill.good::before {
    background: var(--stint-color-success);
  }
  .pill.warn {
    background: var(--stint-color-warning-quiet);
  }
  .pill.warn::before {
    background: var(--stint-color-warning);
  }
  .pill.bad {
    background: var(--stint-color-danger-quiet);
  }
  .pill.bad::before {
    background: var(--stint-color-danger);
  }
  .pill.busy::before {
    background: var(--stint-color-accent);
  }
`;

/** What a state means to the person who looks at it. */
export type Standing = 'good' | 'warn' | 'bad' | 'busy' | 'off';
