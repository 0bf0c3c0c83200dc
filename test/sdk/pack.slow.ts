/** From sources to a plugin that runs where it was installed, and the contract as a package of JavaScript. */
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { extract } from 'tar';
import { call, startProcesses } from '../fixtures/plugin-processes.ts';
import { runCommand } from '../fixtures/process.ts';
import { repository, runAsAuthor } from './author.ts';

const cli = 'node $STINT/core/sdk/cli/index.ts';

// Compilers, and processes of Stint.
t.setTimeout(600_000);

async function makeFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-pack-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function scaffold(t: Test, name: string): Promise<string> {
  const folder = await makeFolder(t);
  const made = await runAsAuthor(`node $STINT/core/sdk/create/index.ts ${name}`, folder);
  t.equal(made.code, 0, made.output);
  return join(folder, name);
}

t.test(
  'a plugin is built, packed, installed into a Stint that runs, and works there',
  async (t) => {
    const plugin = await scaffold(t, 'weekly-report');
    const packed = await runAsAuthor(`${cli} pack .`, plugin);
    t.equal(packed.code, 0, packed.output);
    const [, hash = ''] = /^sha256 ([0-9a-f]{64})$/m.exec(packed.output) ?? [];
    const tarball = join(plugin, 'stint-plugin-weekly-report-0.1.0.tgz');
    t.same((await readdir(join(plugin, 'dist'))).sort(), [
      'README.md',
      'migrations',
      'package.json',
      'plugin.d.ts',
      'plugin.js',
      'ui',
    ]);
    t.match(await runAsAuthor(`${cli} pack .`, plugin), { code: 0, output: `sha256 ${hash}` });

    const processes = await startProcesses(t);
    const DATA_DIR = join(plugin, '..', 'data');
    const stint = await processes.spawn([], {}, { DATA_DIR });
    const env = { DATABASE_URL: processes.connectionString, DATA_DIR };
    const installed = await runCommand(['plugins', 'install', tarball, '--sha256', hash], env);
    t.match(installed, { code: 0, output: /0\.1\.0 of weekly_report is installed, and active$/m });

    const { token } = await processes.person('admin', ['read:weekly_report']);
    const get = (path: string) => call(stint, token, ['GET', path]);
    t.match((await get('/plugins/weekly_report')).body, {
      state: 'active',
      manifest: { entry: './plugin.js' },
    });
    t.same((await get('/api/plugins/weekly_report/total')).body, { seconds: 0 });
    const [listed] = (await get('/ui/plugins')).body.data;
    t.match(listed, { id: 'weekly_report', cards: [{ name: 'total' }] });
    const module = await fetch(stint.url + listed.module);
    t.match(module.headers.get('content-type'), /^text\/javascript/);
    t.match(await module.text(), /extends HTMLElement/);
  },
);

t.test(
  'what a plugin imports is in its file, and what does not fit its types is not built',
  async (t) => {
    const plugin = await scaffold(t, 'greeter');
    const dependency = join(plugin, 'node_modules/greetings');
    await mkdir(dependency);
    await writeFile(
      join(dependency, 'package.json'),
      '{"name": "greetings", "version": "1.0.0", "type": "module", "exports": "./index.js"}',
    );
    await writeFile(join(dependency, 'index.js'), `export const greeting = 'Good morning';`);
    await writeFile(join(dependency, 'index.d.ts'), 'export declare const greeting: string;');
    await writeFile(join(plugin, 'words.ts'), `export { greeting } from 'greetings';`);
    const file = join(plugin, 'plugin.ts');
    const sources = await readFile(file, 'utf8');
    const greets = `import { greeting } from './words.ts';\n${sources.replace('setup(ctx) {', 'setup(ctx) {\n ctx.log.info(greeting);')}`;
    await writeFile(file, greets);
    await mkdir(join(plugin, 'ui/i18n'));
    await writeFile(join(plugin, 'ui/i18n/en.json'), '{}');
    t.match(await runAsAuthor(`${cli} build .`, plugin), { code: 0, output: /^Built dist$/m });
    const built = await readFile(join(plugin, 'dist/plugin.js'), 'utf8');
    t.match(built, 'Good morning');
    t.notMatch(built, /from ["'](greetings|\.)/);
    t.same((await readdir(join(plugin, 'dist/ui'))).sort(), ['cards.js', 'i18n']);

    await appendFile(file, '\nexport const wrong: number = greeting;\n');
    const refused = await runAsAuthor(`${cli} build .`, plugin);
    t.equal(refused.code, 1);
    t.match(refused.output, /plugin\.ts\(\d+,\d+\): error TS2322/);
  },
);

t.test('the contract is published as JavaScript with its types', async (t) => {
  const folder = await makeFolder(t);
  const released = await runAsAuthor('node $STINT/core/sdk/release.ts .', folder);
  t.equal(released.code, 0, released.output);
  const modules = join(folder, 'node_modules');
  const contract = join(modules, '@stint/plugin');
  await mkdir(contract, { recursive: true });
  await extract({ file: join(folder, 'stint-plugin-1.0.0.tgz'), cwd: contract, strip: 1 });
  for (const name of ['typebox', '@types/node', 'undici-types']) {
    await cp(join(repository, 'node_modules', name), join(modules, name), { recursive: true });
  }
  t.notMatch((await readdir(contract)).join(' '), /(?<!\.d)\.ts\b/);
  await writeFile(
    join(folder, 'plugin.mts'),
    `import { definePlugin, NotReady } from '@stint/plugin';
     import { defineUI } from '@stint/plugin/ui';
     import { Type } from 'typebox';
     export const ui = defineUI({ api: 1, cards: {} });
     export default definePlugin({
       settings: { instance: Type.Object({ name: Type.String() }) },
       async setup(ctx) {
         const { name } = await ctx.settings.instance();
         // @ts-expect-error: a name is a text
         const number: number = name;
         if (number) throw new NotReady(1);
       },
     });`,
  );
  const tsc = '$STINT/node_modules/typescript/bin/tsc';
  const options = '--module nodenext --target es2024 --strict --noEmit --types node';
  const { code, output } = await runAsAuthor(
    `node ${tsc} ${options} plugin.mts
     node --input-type=module -e "
       import plugin from './plugin.mts';
       console.log(typeof plugin.setup, import.meta.resolve('@stint/plugin'));"`,
    folder,
  );
  t.equal(code, 0, output);
  t.match(output, /^function file:.*node_modules\/@stint\/plugin\/index\.js$/m);
});
