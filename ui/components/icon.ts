/**
 * Icons: one that is known when the app is built is imported and drawn at once, so that only those in
 * use are shipped. One that a plugin names is looked up in the whole set, which is loaded when needed.
 * @example import play from 'lucide-static/icons/play.svg?raw'; html`${icon(play)}`
 */

import { shards } from 'virtual:named-icons';
import { html, type TemplateResult } from 'lit';
import { unsafeSVG } from 'lit/directives/unsafe-svg.js';
import { until } from 'lit/directives/until.js';

const drawn = new Map<string, string>();
const named = new Map<string, Promise<unknown>>();

/** @param source text of an SVG file of `lucide-static`. Never anything that a person or plugin wrote. */
export function icon(source: string): TemplateResult {
  let inner = drawn.get(source);
  if (inner === undefined) {
    inner = source.slice(
      source.indexOf('>', source.indexOf('<svg')) + 1,
      source.lastIndexOf('</svg>'),
    );
    drawn.set(source, inner);
  }
  return frame(inner);
}

/** An icon by its Lucide name, for those that plugins name; nothing when there is none of that name. */
export function namedIcon(name: string | undefined): unknown {
  const load = shards[name?.[0] ?? ''];
  if (!name || !load) return '';
  let found = named.get(name);
  if (!found) {
    found = load().then(({ default: nodes }) => {
      const node = nodes[name];
      return node ? frame(node.map(toMarkup).join('')) : '';
    });
    named.set(name, found);
  }
  return until(found, frame(''));
}

function toMarkup([tag, attributes]: [string, Record<string, string>]): string {
  const text = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `<${tag} ${text.join(' ')}/>`;
}

function frame(inner: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${unsafeSVG(inner)}</svg>`;
}
