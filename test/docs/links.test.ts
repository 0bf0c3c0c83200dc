/** Every link in the documentation leads somewhere, and every page can be found from its index. */
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fences = /^( *)```[\s\S]*?^\1```$/gm;

interface Page {
  name: string;
  /** Its links, from the root of the repository. */
  links: { target: string; anchor?: string }[];
  anchors: Set<string>;
}

/** As GitHub and the like make it of a heading. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

async function readPage(name: string): Promise<Page> {
  const text = (await readFile(join(root, name), 'utf8')).replace(fences, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link as string)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? name : relative(root, join(root, dirname(name), path));
      return { target, anchor };
    });
  const anchors = new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, one]) => toAnchor(one as string)),
  );
  return { name, links, anchors };
}

const patterns = ['*.md', 'docs/**/*.md', 'plugins/*/README.md', 'examples/*/README.md'];
const names = await Array.fromAsync(glob(patterns, { cwd: root }));
const pages = new Map(
  await Promise.all(names.map(async (name) => [name, await readPage(name)] as const)),
);

for (const { name, links } of pages.values()) {
  t.test(`links of ${name} lead somewhere`, async (t) => {
    for (const { target, anchor } of links) {
      t.ok(existsSync(join(root, target)), target);
      if (anchor !== undefined) t.ok(pages.get(target)?.anchors.has(anchor), `${target}#${anchor}`);
    }
  });
}

t.test('every page is in the index, or in one that the index names', async (t) => {
  const found = new Set(['docs/README.md']);
  // A set goes on with what is added to it meanwhile.
  for (const name of found) {
    for (const { target } of pages.get(name)?.links ?? []) {
      if (target.startsWith('docs/') && target.endsWith('.md')) found.add(target);
    }
  }
  const missing = names.filter(
    (name) => /^docs\/(?!development\/decisions\/)/.test(name) && !found.has(name),
  );
  t.same(missing, []);
});
