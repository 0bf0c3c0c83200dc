/**
 * Makes of `@stint/plugin` what is published: JavaScript with its types, in a tarball. In this repository
 * it is used as it is; elsewhere it lies below `node_modules`, where Node takes no types away.
 * `node core/sdk/release.ts [folder]`
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from './cli/compile.ts';
import { type Tarball, writeTarball } from './cli/write-tarball.ts';

const source = fileURLToPath(new URL('./plugin', import.meta.url));
const license = fileURLToPath(new URL('../../LICENSE', import.meta.url));

export async function releaseContract(into: string): Promise<Tarball> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-release-'));
  try {
    const json = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
    const modules: [string, string][] = Object.entries(json.exports);
    const files = modules.map(([, file]) => file);
    await compile({ folder: source, files, out: folder });
    const exports = Object.fromEntries(
      modules.map(([name, file]) => {
        const path = file.replace(/\.ts$/, '');
        return [name, { types: `${path}.d.ts`, default: `${path}.js` }];
      }),
    );
    await writeFile(join(folder, 'package.json'), JSON.stringify({ ...json, exports }, null, 2));
    await cp(license, join(folder, 'LICENSE'));
    await mkdir(into, { recursive: true });
    return await writeTarball(folder, into);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { file, sha256 } = await releaseContract(resolve(process.argv[2] ?? '.'));
  console.log(`Packed ${file}\nsha256 ${sha256}`);
}
