/** The pages for plugin authors: every command runs, every piece of code is checked, every link leads somewhere. */
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import t, { type Test } from 'tap';
import { readBlocks } from '../fixtures/doc-page.ts';
import { repository, runAsAuthor } from '../sdk/author.ts';

const pages = ['README.md', 'contract.md', 'connectors.md', 'trust.md'].map(
  (name) => `docs/plugins/${name}`,
);

async function makeFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-plugin-docs-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

// It boots a core and a database for each of the guide's commands.
t.setTimeout(600_000);

t.test('the guide leads to a tested plugin, its example test included', async (t) => {
  const folder = await makeFolder(t);
  const blocks = await readBlocks('docs/plugins/README.md');
  const commands = blocks.filter(({ language }) => language === 'bash').map(({ text }) => text);
  const [example] = blocks.filter(({ language }) => language === 'ts');
  t.equal(commands.length, 6);
  const [make, ...rest] = commands as [string, ...string[]];
  await writeFile(join(folder, 'guide.test.ts'), (example as { text: string }).text);
  const script = [make, 'cp ../guide.test.ts test/', ...rest].join('\n');
  const { code, output } = await runAsAuthor(script, folder);
  t.equal(code, 0, output);
  t.match(output, /an hour is an hour/);
  t.match(output, /The manifest is valid/);
  t.match(output, /The manifest says what the code registers/);
  t.match(output, /^Packed stint-plugin-weekly-report-0\.1\.0\.tgz$/m);
});

t.test('every piece of TypeScript on the pages type-checks', async (t) => {
  const folder = await makeFolder(t);
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'blocks'));
  const compilerOptions = { typeRoots: [join(repository, 'node_modules/@types')] };
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repository, 'tsconfig.json'),
      compilerOptions,
      include: ['blocks/*.ts'],
    }),
  );
  await writeFile(join(folder, 'package.json'), '{"type": "module"}');
  let count = 0;
  for (const page of pages) {
    for (const { language, text } of await readBlocks(page)) {
      if (language !== 'ts') continue;
      count += 1;
      await writeFile(join(folder, 'blocks', `${count}.ts`), text);
    }
  }
  t.ok(count >= 3);
  const { output } = await runAsAuthor('node node_modules/typescript/bin/tsc -p . || true', folder);
  // The test kit brings the core's own files along; `npm run check` looks at those.
  t.same(
    output.split('\n').filter((line) => line.startsWith('blocks/')),
    [],
  );
});

t.test('every link leads to a file', async (t) => {
  for (const page of pages) {
    const text = await readFile(join(repository, page), 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      await t.resolves(stat(join(repository, dirname(page), link)), `${page}: ${link}`);
    }
  }
});
