/** The calendar in our colours: values for the names of its theme, and how an entry looks in it. */
import { css } from 'lit';

export const calendarStyles = css`
  :host {
    --fc-sticky-header-footer-z: 3;
    --fc-popover-z: 4;
    --fc-classic-primary: var(--stint-color-accent);
    --fc-classic-primary-foreground: var(--stint-color-on-accent);
    --fc-classic-event: var(--stint-color-line-strong);
    --fc-classic-event-contrast: var(--stint-color-text);
    --fc-classic-background-event: var(--stint-color-running);
    --fc-classic-background-event-opacity: 15%;
    --fc-classic-highlight: var(--stint-color-accent-quiet);
    --fc-classic-today: color-mix(in oklab, var(--stint-color-accent-quiet) 45%, transparent);
    --fc-classic-now: var(--stint-color-danger);
    --fc-classic-small-dot-width: 8px;
    --fc-classic-large-dot-width: 10px;
    --fc-classic-background: var(--stint-color-surface);
    --fc-classic-faint: transparent;
    --fc-classic-muted: var(--stint-color-hover);
    --fc-classic-strong: var(--stint-color-sunken);
    --fc-classic-foreground: var(--stint-color-text);
    --fc-classic-faint-foreground: var(--stint-color-muted);
    --fc-classic-muted-foreground: var(--stint-color-muted);
    --fc-classic-border: var(--stint-color-line);
    --fc-classic-strong-border: var(--stint-color-line-strong);
  }
  .calendar {
    block-size: 100%;
    font-size: var(--stint-text-m);
  }
  .calendar-view {
    border-radius: var(--stint-radius-l);
    overflow: hidden;
  }
  .hour,
  .day-name {
    color: var(--stint-color-muted);
    font-size: var(--stint-text-xs);
    font-variant-numeric: tabular-nums;
  }
  .day-name {
    padding-block: var(--stint-space-1);
    font-size: var(--stint-text-s);
    text-align: center;
  }
  .day-name b {
    display: block;
    color: var(--stint-color-text);
    font-size: var(--stint-text-l);
    font-weight: var(--stint-weight-medium);
  }
  .day-name.is-today,
  .day-name.is-today b {
    color: var(--stint-color-accent);
  }

  /* Time of another place: hatched, so that it is told from an entry without its colour. */
  .overlay {
    border-inline-start: 3px dotted var(--stint-color-line-strong);
    background: repeating-linear-gradient(
      -45deg,
      transparent 0 6px,
      color-mix(in oklab, var(--stint-color-line) 70%, transparent) 6px 7px
    );
    opacity: 1;
    overflow: hidden;
    cursor: pointer;
  }
  .overlay-title {
    padding-inline: var(--stint-space-1);
    background: var(--stint-color-surface);
    color: var(--stint-color-muted);
    font-size: var(--stint-text-xs);
  }

  /* A tint and an edge of the project's colour, with text in that of all text: it can be read on any. */
  .block {
    overflow: hidden;
    border: 1px solid color-mix(in oklab, var(--fc-event-color) 40%, var(--stint-color-surface));
    border-inline-start: 4px solid var(--fc-event-color);
    border-radius: var(--stint-radius-s);
    background: color-mix(in oklab, var(--fc-event-color) 14%, var(--stint-color-surface));
    color: var(--stint-color-text);
    cursor: pointer;
  }
  .block:hover {
    background: color-mix(in oklab, var(--fc-event-color) 22%, var(--stint-color-surface));
  }
  .block:focus-visible,
  .line:focus-visible {
    z-index: 3;
    outline: 2px solid var(--stint-color-focus);
    outline-offset: 1px;
  }
  .block.is-running {
    border-color: var(--stint-color-running);
    border-block-end-style: dashed;
  }
  .inside {
    position: relative;
    display: block;
    min-block-size: 100%;
    padding: 1px var(--stint-space-1);
    color: var(--stint-color-text);
    font-size: var(--stint-text-xs);
    line-height: 1.3;
    overflow: hidden;
  }
  .inside > span {
    position: relative;
  }
  .inside .what {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--lines);
    overflow-wrap: anywhere;
  }
  .inside .line-text {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .inside b {
    font-weight: var(--stint-weight-medium);
  }
  .inside.is-short {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .inside.is-short > span:not(.break) {
    display: inline;
  }
  .break {
    position: absolute !important;
    inset-inline: 0;
    inset-block-start: var(--from);
    block-size: var(--size);
    background: repeating-linear-gradient(
      135deg,
      var(--stint-color-surface) 0 4px,
      transparent 4px 8px
    );
    border-block: 1px dashed var(--stint-color-line-strong);
  }
  .in-list {
    display: grid;
    gap: 1px;
    overflow-wrap: anywhere;
  }
  .in-list > :first-child {
    color: var(--stint-color-muted);
    font-size: var(--stint-text-s);
  }
  .in-list b {
    font-weight: var(--stint-weight-medium);
  }
  .line {
    cursor: pointer;
  }
`;
