import { glob, readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import t from 'tap';
import { repository, sourceFiles } from '../fixtures/sources.ts';

interface Package {
  stint: { id: string };
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** Folders of plugins that come with Stint, from the root of the repository. */
async function listPlugins(): Promise<string[]> {
  const folders = await Promise.all(
    ['plugins', 'examples'].map(async (parent) => {
      const inside = await readdir(join(repository, parent), { withFileTypes: true });
      return inside.filter((one) => one.isDirectory()).map(({ name }) => join(parent, name));
    }),
  );
  return folders.flat();
}

async function readPackage(folder: string): Promise<Package> {
  return JSON.parse(await readFile(join(repository, folder, 'package.json'), 'utf8'));
}

async function readImports(folder: string): Promise<{ from: string; to: string }[]> {
  const imports = [];
  for await (const from of glob(`${folder}/**/*.{ts,js}`, { cwd: repository })) {
    if (from.includes('node_modules/')) continue;
    const source = await readFile(join(repository, from), 'utf8');
    const found = source.matchAll(/\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm);
    for (const [, ...names] of found) {
      imports.push({ from, to: names.find((name) => name !== undefined) as string });
    }
  }
  return imports;
}

/** `@stint/plugin/ui` is of `@stint/plugin`. */
function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

t.test('a plugin that comes with Stint', async (t) => {
  const plugins = await listPlugins();
  t.ok(plugins.includes('plugins/idle-timers'));

  for (const folder of plugins) {
    const { dependencies, peerDependencies, devDependencies } = await readPackage(folder);
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const forTests = [...declared, ...Object.keys(devDependencies ?? {})];

    t.test(`imports its own files and what it declares: ${folder}`, async (t) => {
      for (const { from, to } of await readImports(folder)) {
        const isTest = from.startsWith(`${folder}/test/`);
        if (to.startsWith('.')) {
          const path = relative(repository, resolve(repository, dirname(from), to));
          t.ok(path.startsWith(`${folder}/`), `${from} imports ${to}`);
        } else if (!isBuiltin(to)) {
          const names = isTest ? forTests : declared;
          t.ok(names.includes(packageOf(to)), `${from} imports ${to}`);
        }
      }
      const insides = forTests.filter((name) => /^@stint\/(core|ui)$/.test(name));
      t.same(insides, [], 'and declares nothing of the inside');
    });
  }

  t.test('is named by nothing in the core', async (t) => {
    const bundled = plugins.filter((folder) => folder.startsWith('plugins/'));
    const names = bundled.map(async (folder) => [
      (await readPackage(folder)).stint.id,
      basename(folder),
    ]);
    const isNamed = new RegExp(`['"\`/](${(await Promise.all(names)).flat().join('|')})['"\`/]`);
    for (const file of await sourceFiles('core')) {
      const found = isNamed.exec(await readFile(file, 'utf8'));
      t.equal(found, null, `${relative(repository, file)} names ${found?.[1]}`);
    }
  });
});
