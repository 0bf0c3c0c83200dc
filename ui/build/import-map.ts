/**
 * Writes the import map into the page: the names that plugins import, and the built files behind them.
 * Inline, as browsers want it; its hash is added to the page's policy by the server.
 */
import type { Plugin } from 'vite';

export function importMap(entries: Record<string, string>): Plugin {
  return {
    name: 'stint-import-map',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const imports: Record<string, string> = {};
        for (const chunk of Object.values(bundle ?? {})) {
          if (chunk.type === 'chunk' && chunk.isEntry && chunk.name in entries) {
            imports[chunk.name] = `/${chunk.fileName}`;
          }
        }
        const missing = Object.keys(entries).filter((name) => !(name in imports));
        if (missing.length > 0) throw new Error(`not in the build: ${missing.join(', ')}`);
        return [
          {
            tag: 'script',
            attrs: { type: 'importmap' },
            children: JSON.stringify({ imports }),
            // Before every module script, or it would come too late.
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}
