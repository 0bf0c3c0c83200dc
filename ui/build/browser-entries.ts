/**
 * What the modules of plugins may import by name, besides their own files: every public entry of `lit`
 * and the helper of the card contract. Whatever is not here, a plugin brings along.
 */
import { readFileSync } from 'node:fs';

const lit = new URL('./package.json', import.meta.resolve('lit'));
const { exports: entries } = JSON.parse(readFileSync(lit, 'utf8')) as { exports: object };

// Not for modern browsers, and not for browsers at all.
const left = ['./polyfill-support.js', './package.json'];

const litNames = Object.keys(entries)
  .filter((path) => !left.includes(path))
  .map((path) => `lit${path.slice(1)}`);

/** Name in an import → the module that stands for it in the build. */
export const browserEntries: Record<string, string> = Object.fromEntries(
  [...litNames, '@stint/plugin/ui'].map((name) => [name, name]),
);
