/**
 * What a browser loads, after gzip, and whether that is more than it may be: `npm run budget`. It follows
 * the imports in the manifest of the newest build, or of the folder that it is given.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  file: string;
  src?: string;
  imports?: string[];
  css?: string[];
}

const KB = 1024;
const first = ['index.html', 'shell/frame.ts', 'i18n/en.json'];

/** Pages add what the first ones have not loaded. A page that is not listed may add `other`. */
const budgets: Record<string, number> = {
  'first script': 130 * KB,
  'first style': 20 * KB,
  reports: 80 * KB,
  calendar: 105 * KB,
  other: 40 * KB,
};

const folder = process.argv[2] ?? (await newestBuild());
const manifest: Record<string, Chunk> = JSON.parse(
  await readFile(join(folder, 'manifest.json'), 'utf8'),
);

async function newestBuild(): Promise<string> {
  const base = join(import.meta.dirname, 'dist');
  const names = await readdir(base).catch(() => [] as string[]);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(base, name))).mtimeMs })),
  );
  const newest = dated.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) throw new Error('There is no build yet: npm run build -w ui.');
  return join(base, newest.name);
}

/** Files that `names` need before they run. */
function filesOf(names: string[], kind: 'js' | 'css'): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}.`);
    if (seen.has(name)) return;
    seen.add(name);
    if (kind === 'js' && chunk.file.endsWith('.js')) files.add(chunk.file);
    for (const css of chunk.css ?? []) if (kind === 'css') files.add(css);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return files;
}

async function sizeOf(files: Iterable<string>): Promise<number> {
  const sizes = Array.from(files, async (file) => {
    return gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const pages = Object.keys(manifest).filter((name) => /^pages\/[^/]+\/page\.ts$/.test(name));
const started = filesOf([...first, 'pages/today/page.ts', 'pages/today/i18n/en.json'], 'js');
const rows = [
  { name: 'first script', size: await sizeOf(started), limit: budgets['first script'] },
  { name: 'first style', size: await sizeOf(filesOf(first, 'css')), limit: budgets['first style'] },
];
for (const page of pages) {
  const name = page.split('/')[1] as string;
  const more = [...filesOf([page], 'js')].filter((file) => !started.has(file));
  rows.push({ name, size: await sizeOf(more), limit: budgets[name] ?? budgets.other });
}

let isOver = false;
for (const { name, size, limit = 0 } of rows) {
  isOver ||= size > limit;
  const text = `${(size / KB).toFixed(1)} KB of ${(limit / KB).toFixed(0)} KB`;
  console.log(`${name.padEnd(14)} ${text.padStart(18)}${size > limit ? '  too much' : ''}`);
}
if (isOver) process.exitCode = 1;
