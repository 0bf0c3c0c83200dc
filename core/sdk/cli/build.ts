/**
 * Makes of a plugin's sources the package that others install, in `dist/`: JavaScript, because Node takes
 * types away from nothing below `node_modules`; one file with the dependencies in it, because Stint installs
 * none; its types; and the files that the manifest names. It checks the types and runs nothing of the plugin.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { PackageJson } from '@stint/plugin';
import { type InputOptions, rolldown } from 'rolldown';
import { providedPackages } from '../../plugin-host/install/inspect.ts';
import { checkManifest } from '../testkit/conformance/manifest.ts';
import { compile } from './compile.ts';

interface AuthorPackage extends PackageJson {
  peerDependencies?: Record<string, string>;
  [field: string]: unknown;
}

// What the host provides for the server's side, and the page's import map for the browser's.
const provided = new RegExp(`^(${providedPackages.join('|')})(/|$)`);
const sharedWithPage = /^(lit|@stint\/plugin\/ui)(\/|$)/;
const code = new Set(['.ts', '.mts', '.js', '.mjs', '.map']);
const documents = /^(README|LICEN[CS]E|CHANGELOG|NOTICE)(\.|$)/i;

/** @returns the folder of the package. @throws what is wrong with the manifest, the types or the code */
export async function buildPlugin(folder: string): Promise<string> {
  await checkManifest(folder);
  const json: AuthorPackage = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { entry, ui, migrations } = json.stint;
  const dist = join(folder, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);

  const outputs = { entry: asJavaScript(entry), ui: ui && asJavaScript(ui) };
  await bundle(join(dist, outputs.entry), {
    input: join(folder, entry),
    platform: 'node',
    external: provided,
  });
  const isTyped = extname(entry) === '.ts';
  if (isTyped) await compile({ folder, files: [entry], out: dist, isTypesOnly: true });
  if (ui && outputs.ui) {
    await bundle(join(dist, outputs.ui), {
      input: join(folder, ui),
      platform: 'browser',
      external: sharedWithPage,
    });
  }
  for (const path of await listFiles(folder, json.stint)) {
    await cp(join(folder, path), join(dist, path), { recursive: true });
  }
  if (migrations) await cp(join(folder, migrations), join(dist, migrations), { recursive: true });
  const published = publishedPackage(json, outputs, isTyped);
  await writeFile(join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  await checkManifest(dist);
  return dist;
}

export async function build(folder: string): Promise<number> {
  const dist = await buildPlugin(folder);
  console.log(`Built ${relative(process.cwd(), dist) || dist}`);
  return 0;
}

async function bundle(
  file: string,
  { input, platform, external }: Pick<InputOptions, 'input' | 'platform' | 'external'>,
): Promise<void> {
  const made = await rolldown({ input, platform, external, logLevel: 'silent' });
  try {
    await made.write({ file, format: 'esm', codeSplitting: false, minify: platform === 'browser' });
  } finally {
    await made.close();
  }
}

/** Texts, pictures and styles beside the ui module, the texts of one without, and what a reader expects. */
async function listFiles(folder: string, { ui, contributes }: PackageJson['stint']) {
  const top = (await readdir(folder)).filter((name) => documents.test(name));
  const beside = ui ? dirname(ui) : '.';
  const hasOwnFolder = relative('.', beside) !== '';
  if (!hasOwnFolder) return contributes?.translations?.length ? [...top, 'i18n'] : top;
  const all = await readdir(join(folder, beside), { recursive: true, withFileTypes: true });
  const assets = all.filter((file) => file.isFile() && !code.has(extname(file.name)));
  const paths = assets.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return [...top, ...paths];
}

/** Without what is for its author: nothing of it runs or is fetched where it is installed. */
function publishedPackage(
  {
    scripts: _scripts,
    dependencies: _bundled,
    devDependencies: _tools,
    files: _files,
    ...json
  }: AuthorPackage,
  { entry, ui }: { entry: string; ui?: string },
  isTyped: boolean,
): object {
  const types = entry.replace(/\.js$/, '.d.ts');
  const peers = Object.entries(json.peerDependencies ?? {});
  return {
    ...json,
    type: 'module',
    exports: {
      '.': { ...(isTyped && { types }), default: entry },
      './package.json': './package.json',
    },
    peerDependencies: Object.fromEntries(peers.filter(([name]) => providedPackages.includes(name))),
    stint: { ...json.stint, entry, ...(ui && { ui }) },
  };
}

/** `./plugin.ts` is `./plugin.js` when it is built. */
function asJavaScript(path: string): string {
  return `./${join(dirname(path), basename(path, extname(path)))}.js`;
}
