/**
 * The whole icon set, cut by first letter, for icons that plugins name while the app runs. Of 25 small
 * files a page loads the one or two that it needs.
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const NAME = 'virtual:named-icons';

export function namedIcons(): Plugin {
  const file = new URL('../icon-nodes.json', import.meta.resolve('lucide-static/icons/x.svg'));
  const nodes = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const letters = [...new Set(Object.keys(nodes).map((name) => name[0] as string))];
  return {
    name: 'stint-named-icons',
    resolveId: (id) => (id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${NAME}`) {
        const shards = letters.map((letter) => `${letter}: () => import('${NAME}/${letter}')`);
        return `export const shards = { ${shards.join(', ')} };`;
      }
      if (!id.startsWith(`\0${NAME}/`)) return undefined;
      const letter = id.at(-1);
      const own = Object.entries(nodes).filter(([name]) => name[0] === letter);
      return `export default ${JSON.stringify(Object.fromEntries(own))};`;
    },
  };
}
