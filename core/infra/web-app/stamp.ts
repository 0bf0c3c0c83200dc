/** What the built web app depends on, as one short text: equal texts, equal builds. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

// What a build makes, and what it never reads.
const left = new Set(['dist', 'node_modules']);

/**
 * Of the sources in `repository`, and of what else decides how the build looks: the versions of libraries,
 * and the contract that it shares.
 */
export async function stampOfWebApp(repository: string): Promise<string> {
  const others = ['package-lock.json', 'core/sdk/plugin/ui.ts'];
  return stampOf(
    join(repository, 'ui'),
    others.map((file) => join(repository, file)),
  );
}

/** Of all files below `folder` and of `others`, by their content and not by their dates. */
export async function stampOf(folder: string, others: string[]): Promise<string> {
  const files = [...(await listFiles(folder)), ...others].toSorted();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries()) {
    const content = contents[index] as Buffer;
    hash.update(`${relative(folder, file).split(sep).join('/')} ${content.length}\n`);
    hash.update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !left.has(name))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
  return (await Promise.all(found)).flat();
}
