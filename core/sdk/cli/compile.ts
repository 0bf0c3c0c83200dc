/** Checks the types of modules and writes them as JavaScript or declarations, by the TypeScript compiler that is there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Compilation {
  folder: string;
  /** Of the folder; what they import comes along. */
  files: string[];
  out: string;
  /** Declarations alone, where something else makes the JavaScript. */
  isTypesOnly?: boolean;
}

/** @throws Error with what the compiler says */
export async function compile({ folder, files, out, isTypesOnly }: Compilation): Promise<void> {
  const own = join(folder, 'tsconfig.json');
  const project = {
    ...(existsSync(own) && { extends: own }),
    compilerOptions: {
      ...(!existsSync(own) && defaults),
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: true,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: isTypesOnly === true,
      noEmitOnError: true,
      rootDir: folder,
      outDir: out,
      typeRoots: [dirname(dirname(find(folder, '@types/node/package.json')))],
    },
    files: files.map((file) => join(folder, file)),
    include: [],
  };
  const compiler = join(dirname(find(folder, 'typescript/package.json')), 'bin/tsc');
  const temporary = await mkdtemp(join(tmpdir(), 'stint-compile-'));
  try {
    const file = join(temporary, 'tsconfig.json');
    await writeFile(file, JSON.stringify(project));
    await run(compiler, ['-p', file, '--pretty', 'false'], folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const defaults = {
  target: 'es2024',
  module: 'nodenext',
  types: ['node'],
  strict: true,
  skipLibCheck: true,
};

/** The author's own, or the one beside this program. */
function find(folder: string, path: string): string {
  for (const from of [join(folder, 'package.json'), import.meta.filename]) {
    try {
      return createRequire(from).resolve(path);
    } catch {
      // The next one may have it.
    }
  }
  throw new Error(`${dirname(path)} is not installed: add it to devDependencies.`);
}

async function run(compiler: string, args: string[], cwd: string): Promise<void> {
  const child = spawn(process.execPath, [compiler, ...args], { cwd });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(output.trim());
}
