/** How the web app is built: one build, in which the shell and every public entry of `lit` share chunks. */
import { defineConfig } from 'vite';
import { browserEntries } from './build/browser-entries.ts';
import { importMap } from './build/import-map.ts';
import { namedIcons } from './build/named-icons.ts';
import { precompress } from './build/precompress.ts';

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: 'public',
  plugins: [namedIcons(), importMap(browserEntries), precompress()],
  build: {
    outDir: 'dist/manual',
    emptyOutDir: true,
    target: 'es2023',
    assetsDir: 'assets',
    // Small files stay files: the policy has no `data:` for scripts and fonts, and one rule is easier.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
    rollupOptions: {
      input: { index: `${import.meta.dirname}/index.html`, ...browserEntries },
      preserveEntrySignatures: 'exports-only',
      output: {
        // One file for all of Lit: its entries for plugins are views of it.
        codeSplitting: {
          groups: [{ name: 'lit', test: /node_modules\/(lit|lit-html|lit-element|@lit)\// }],
        },
      },
    },
  },
});
