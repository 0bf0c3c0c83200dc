/**
 * What a plugin's ui module exports: `import { defineUI } from '@stint/plugin/ui'`. The module hands
 * over classes; the page defines the elements, under tags with a version in them, so that an upgrade
 * needs no reload. A module never calls `customElements.define`, and importing it does nothing.
 */

/** `view` for daily use, `edit` while a dashboard is arranged, `preview` with the card's stub config. */
export type CardMode = 'view' | 'edit' | 'preview';

/** Events that a card dispatches, bubbling and composed, as `CustomEvent`s with these details. */
export interface CardEvents {
  /** The person changed the card's config: the page validates it and saves. */
  'stint-config-change': { config: Record<string, unknown> };
  /** There is something that is not saved. */
  'stint-dirty': { dirty: boolean };
  /** A line for the frame. */
  'stint-status': { status: 'ok' | 'warning' | 'error'; message: string };
  /** Nothing to show now: the frame is hidden. */
  'stint-visibility': { visible: boolean };
  /** Fields for the entry that is being edited. */
  'stint-entry-draft': { entry: Record<string, unknown> };
  /** Asks the page to open one of its own places. */
  'stint-open': { path: string };
  /** The card cannot go on: the page shows its error card. */
  'stint-error': { message: string };
}

/** The page's API for one card: the core's API and the plugin's own routes, and nothing else. */
export interface CardApi {
  /**
   * Calls the core (`/timer`) or the plugin's own routes (`/api/plugins/<id>/…`) as the person.
   * @throws Error with `status` and `code` of a refusal
   * @example const week = await this.api.fetch('/api/plugins/weekly_goals/week')
   */
  fetch<T = unknown>(
    path: string,
    init?: { method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; body?: unknown },
  ): Promise<T>;
  /**
   * Reads through the page's cache: what another card has just read is not read again, and a change that
   * the page hears of makes it stale.
   * @throws as `fetch`
   * @example const { data } = await this.api.read('/projects', { archived: false })
   */
  read<T = unknown>(
    path: string,
    query?: Record<string, string | number | boolean | undefined>,
  ): Promise<T>;
  /**
   * Called on every change of that topic, and after a reconnection: an event's type, or its first word.
   * Returns how to end it; the page ends it when the card goes.
   * @example this.api.subscribe('project', () => this.refresh())
   */
  subscribe(topic: string, listener: () => void): () => void;
  /** The running entry, or null; the time is the server's. */
  readonly timer: { readonly entry: Record<string, unknown> | null; now(): Date };
  /**
   * A text of the plugin's catalog in the person's language: of `i18n/de.json` beside the ui module, for
   * each language of `contributes.translations`. An ICU message, in English where the language is missing.
   */
  t(key: string, values?: Record<string, unknown>): string;
  readonly format: {
    /** As the person reads durations: `1:30` or `1.5 h`. */
    duration(seconds: number): string;
    date(instant: string | Date): string;
    time(instant: string | Date): string;
    number(value: number): string;
  };
  navigate(path: string): void;
  /** Whether the person has that role or more. */
  can(role: 'member' | 'manager' | 'admin'): boolean;
  toast(message: string, options?: { kind?: 'info' | 'error' }): void;
  confirm(question: string): Promise<boolean>;
}

/** Properties that the page sets on a card, before it is connected and whenever they change. */
export interface CardProperties<Config = Record<string, unknown>, Place = Record<string, unknown>> {
  api: CardApi;
  user: { id: number; name: string; role: string; time_zone: string; week_start: number };
  /** What the person set on this card, valid under its `configSchema`. */
  config: Config;
  /** What the region is about: `{project_id}` on a project's page, `{}` on the dashboard. */
  context: Place;
  mode: CardMode;
  /** In cells of the grid. */
  size: { columns: number; rows: number };
}

/** What a card may offer to the page. */
export interface CardMethods {
  /** Asked for by the person, or after the page was out of sight for long. */
  refresh?(): Promise<void> | void;
  /** Why the card's config cannot be saved, or nothing. */
  validate?(): string | undefined;
}

/** A class that extends `HTMLElement`; its instances get `CardProperties` and may have `CardMethods`. */
export type CardClass = new () => object;

export interface UIDefinition {
  /** Version of this contract. */
  api: 1;
  /** By the names that the manifest declares. */
  cards: Record<string, CardClass>;
}

/**
 * Marks what a ui module exports.
 * @example export default defineUI({ api: 1, cards: { week: class extends HTMLElement { … } } })
 */
export function defineUI<const Definition extends UIDefinition>(
  definition: Definition,
): Definition {
  return definition;
}
