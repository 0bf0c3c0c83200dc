/**
 * Pages that list things: the line at their top, filters, panels, and tables. On a phone a table keeps
 * what its `th` and `td` do not mark as `wide`.
 */
import { css } from 'lit';

export const lists = css`
  .page {
    display: grid;
    gap: var(--stint-space-5);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--stint-space-3) var(--stint-space-4);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--stint-space-2) var(--stint-space-3);
  }
  .filters stint-search-field {
    flex: 0 1 18rem;
    min-inline-size: 10rem;
  }
  .filters select {
    inline-size: auto;
    max-inline-size: 16rem;
  }
  .panel {
    border: 1px solid var(--stint-color-line);
    border-radius: var(--stint-radius-l);
    background: var(--stint-color-surface);
    min-inline-size: 0;
  }
  .panel > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--stint-space-2) var(--stint-space-4);
    min-block-size: 3.25rem;
    padding: var(--stint-space-2) var(--stint-space-4);
  }
  .panel > .inside {
    padding: var(--stint-space-1) var(--stint-space-4) var(--stint-space-4);
  }
  .empty {
    display: grid;
    gap: var(--stint-space-4);
    justify-items: center;
    padding: var(--stint-space-10) var(--stint-space-4);
    text-align: center;
  }
  .more {
    justify-self: center;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--stint-space-2);
    text-align: start;
    vertical-align: middle;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: var(--stint-space-4);
  }
  th:last-child,
  td:last-child {
    padding-inline-end: var(--stint-space-2);
  }
  thead th {
    padding-block: var(--stint-space-3) var(--stint-space-2);
    font-size: var(--stint-text-s);
    font-weight: var(--stint-weight-medium);
    color: var(--stint-color-muted);
    white-space: nowrap;
  }
  tbody tr {
    border-block-start: 1px solid var(--stint-color-line);
  }
  tbody tr:hover {
    background: var(--stint-color-page);
  }
  tbody th {
    font-weight: var(--stint-weight-medium);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .number:last-child {
    padding-inline-end: var(--stint-space-4);
  }
  .end {
    inline-size: 1px;
    text-align: end;
    white-space: nowrap;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .name > .dot {
    float: inline-start;
    margin-block-start: 0.4em;
  }
  .name a {
    color: inherit;
    text-decoration: none;
  }
  .name a:hover {
    text-decoration: underline;
  }
  .dot {
    display: inline-block;
    flex: none;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline-end: var(--stint-space-2);
    border-radius: 50%;
    background: var(--dot, var(--stint-color-line-strong));
  }
  .badge {
    display: inline-block;
    padding-inline: var(--stint-space-2);
    border-radius: var(--stint-radius-full);
    background: var(--stint-color-sunken);
    color: var(--stint-color-muted);
    font-size: var(--stint-text-xs);
    font-weight: var(--stint-weight-medium);
    white-space: nowrap;
  }
  @container page (max-width: 44rem) {
    .wide {
      display: none;
    }
    .filters > * {
      flex: 1 1 40% !important;
      max-inline-size: none !important;
    }
    .filters stint-search-field {
      flex-basis: 100% !important;
    }
    thead th,
    thead th.number {
      white-space: normal;
    }
    tbody th {
      inline-size: 100%;
    }
  }
`;
