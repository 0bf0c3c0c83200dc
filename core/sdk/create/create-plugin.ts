/**
 * Copies the template of a kind under the new plugin's names. In a checkout of Stint it links the packages that
 * the plugin imports, so that its tests run at once; elsewhere `npm install` brings them.
 */

import { existsSync } from 'node:fs';
import { cp, glob, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const templates = fileURLToPath(new URL('./templates', import.meta.url));
const packages = fileURLToPath(new URL('..', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/** What there is to begin with. */
export const kinds = ['minimal', 'card', 'connector'] as const;
export type Kind = (typeof kinds)[number];

export interface Created {
  id: string;
  files: string[];
}

/** @throws Error when the folder's name makes no id, or the folder has something in it */
export async function createPlugin(folder: string, kind: Kind = 'minimal'): Promise<Created> {
  const slug = basename(folder)
    .replace(/^stint-plugin-/, '')
    .toLowerCase();
  const id = slug.replaceAll('-', '_');
  if (!/^[a-z][a-z0-9_]{1,40}$/.test(id)) {
    throw new Error(
      `"${slug}" cannot be a plugin: use 2 to 41 letters, digits and dashes, a letter first.`,
    );
  }
  const present = await readdir(folder).catch(() => []);
  if (present.length > 0) throw new Error(`${folder} is not empty.`);
  await cp(join(templates, kind), folder, { recursive: true });
  const files: string[] = [];
  for await (const file of glob('**/*.*', { cwd: folder })) {
    await rename(join(folder, file), { id, slug });
    files.push(file);
  }
  await linkPackages(folder);
  return { id, files: files.sort() };
}

async function rename(file: string, { id, slug }: { id: string; slug: string }): Promise<void> {
  const words = slug.replaceAll(/[-_]/g, ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text
      .replaceAll('my_plugin', id)
      .replaceAll('my-plugin', slug)
      .replaceAll('My plugin', title)
      .replaceAll('MY_PLUGIN', id.toUpperCase()),
  );
}

/** Nothing where the packages are not beside this one, or the folder finds them already. */
async function linkPackages(folder: string): Promise<void> {
  if (!existsSync(join(packages, 'testkit/package.json')) || findsPackages(folder)) return;
  const own = join(folder, 'node_modules');
  await mkdir(join(own, '@stint'), { recursive: true });
  await mkdir(join(own, '@types'), { recursive: true });
  await symlink(join(packages, 'plugin'), join(own, '@stint/plugin'));
  await symlink(join(packages, 'testkit'), join(own, '@stint/plugin-testkit'));
  await symlink(join(modules, 'typebox'), join(own, 'typebox'));
  await symlink(join(modules, '@types/node'), join(own, '@types/node'));
}

function findsPackages(folder: string): boolean {
  const here = existsSync(join(folder, 'node_modules/@stint/plugin-testkit'));
  return here || (dirname(folder) !== folder && findsPackages(dirname(folder)));
}
