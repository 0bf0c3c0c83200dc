/**
 * What plugins depend on, as text: the manifest's JSON Schema, and every exported type of the contract
 * without its comments. `node test/sdk/contract-snapshot.ts` writes both; a test holds them.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Manifest } from '@stint/plugin';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export const files = {
  schema: join(repository, 'docs/plugins/manifest.schema.json'),
  types: join(repository, 'test/sdk/contract.snapshot.txt'),
};

export function renderSchema(): string {
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...Manifest };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** One declaration file after another, in the order of their names. */
export async function renderTypes(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-contract-'));
  try {
    const project = join(folder, 'tsconfig.json');
    const compilerOptions = {
      declaration: true,
      emitDeclarationOnly: true,
      noEmit: false,
      removeComments: true,
      rootDir: join(repository, 'core/sdk/plugin'),
      outDir: join(folder, 'out'),
      typeRoots: [join(repository, 'node_modules/@types')],
    };
    const include = [join(repository, 'core/sdk/plugin/*.ts')];
    await writeFile(
      project,
      JSON.stringify({ extends: join(repository, 'tsconfig.json'), compilerOptions, include }),
    );
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    // Through a shell, because tap loads itself into every Node process that a test starts.
    const command = 'unset NODE_OPTIONS; exec "$0" "$@"';
    await promisify(execFile)('sh', ['-c', command, process.execPath, tsc, '-p', project]);
    const names = (await readdir(join(folder, 'out'))).sort();
    const texts = await Promise.all(
      names.map(async (name) => `// ${name}\n${await readFile(join(folder, 'out', name), 'utf8')}`),
    );
    return texts.join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await writeFile(files.schema, renderSchema());
  await writeFile(files.types, await renderTypes());
}
