/** How the timer bar lies: one line on a wide screen, the essential of it on a phone. */
import { css } from 'lit';

export const timerBarStyles = css`
  :host {
    background: var(--stint-color-surface);
    border-block-end: 1px solid var(--stint-color-line);
  }
  form {
    display: flex;
    align-items: center;
    gap: var(--stint-space-2);
    min-block-size: 3.75rem;
    max-inline-size: 76rem;
    margin-inline: auto;
    padding: var(--stint-space-2) var(--stint-space-8);
  }
  form input.what {
    flex: 1 1 12rem;
    min-inline-size: 6rem;
    border-color: transparent;
    padding-inline: var(--stint-space-3);
    margin-inline-start: calc(-1 * var(--stint-space-3));
    font-size: var(--stint-text-l);
    background: transparent;
  }
  form input.what:hover {
    background: var(--stint-color-hover);
  }
  .about {
    flex: 0 1 auto;
    min-inline-size: 0;
  }
  .about stint-subject-pickers {
    flex-wrap: nowrap;
  }
  form .clock {
    flex: none;
    inline-size: 7rem;
    padding-inline: var(--stint-space-2);
    border-color: transparent;
    background: transparent;
    font-size: var(--stint-text-clock);
    font-weight: var(--stint-weight-medium);
    font-variant-numeric: tabular-nums;
    text-align: end;
    justify-content: end;
  }
  form .clock:hover {
    background: var(--stint-color-hover);
  }
  .running .clock {
    color: var(--stint-color-running);
  }
  .main {
    flex: none;
    min-inline-size: 6.25rem;
  }
  .main .icon {
    inline-size: 1rem;
    block-size: 1rem;
    fill: currentColor;
  }
  .stop {
    border-color: transparent;
    background: var(--stint-color-danger);
    color: var(--stint-color-on-danger);
  }
  .stop:hover {
    background: var(--stint-color-danger-hover);
  }
  .expand {
    display: none;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--stint-space-3);
    padding: var(--stint-space-2) var(--stint-space-8);
    background: var(--stint-color-warning-quiet);
  }
  @media (max-width: 70rem) {
    form {
      flex-wrap: wrap;
      row-gap: 0;
    }
    .about {
      order: 5;
      flex: 1 0 100%;
      margin-inline-start: calc(-1 * var(--stint-space-3));
    }
  }
  @media (max-width: 50rem) {
    :host {
      border-block: 1px solid var(--stint-color-line);
      box-shadow: var(--stint-shadow-m);
    }
    form {
      padding-inline: var(--stint-space-4) var(--stint-space-2);
      min-block-size: 4.25rem;
      gap: var(--stint-space-1);
    }
    form input.what {
      flex-basis: 0;
    }
    .about {
      order: -1;
      display: none;
      padding-block-end: var(--stint-space-2);
    }
    form[data-expanded] .about {
      display: block;
    }
    form[data-expanded] .about stint-subject-pickers {
      flex-wrap: wrap;
    }
    form .clock {
      inline-size: 5.5rem;
      padding-inline: 0;
      font-size: var(--stint-text-xl);
    }
    .idle .clock,
    .running .pause {
      display: none;
    }
    form[data-expanded].idle .clock,
    form[data-expanded].running .pause {
      display: inline-flex;
    }
    .main {
      min-inline-size: 0;
      inline-size: var(--stint-control);
      padding: 0;
      border-radius: 50%;
    }
    .main span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .expand {
      display: inline-flex;
      inline-size: 2rem;
    }
    .expand[aria-expanded='true'] .icon {
      transform: rotate(180deg);
    }
    .question {
      padding-inline: var(--stint-space-4);
    }
  }
`;
