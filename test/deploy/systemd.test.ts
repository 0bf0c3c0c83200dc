/** The units of `deploy/systemd/`, read by systemd itself: they are right, and shut in what they run. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { ConfigSchema } from '../../core/config.ts';
import { readBlocks } from '../fixtures/doc-page.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const units = join(root, 'deploy/systemd');
const names = (await readdir(units)).toSorted();

/** Tenths of systemd's measure from 0 (shut in) to 10; a unit without any hardening has 9.6. */
const MOST_EXPOSED = '20';

const systemd = await run('systemd-analyze', ['--version']).then(
  ({ stdout }) => Number(/\d+/.exec(stdout)?.[0]),
  () => 0,
);
const skip = systemd < 252 && 'systemd-analyze 252 or newer is not on this machine';

t.test('systemd finds nothing wrong with the units', { skip }, async (t) => {
  const folder = join(t.testdir({}), 'units');
  await mkdir(folder);
  // As installed here: verify looks for what they start.
  for (const name of names) {
    const text = await readFile(join(units, name), 'utf8');
    await writeFile(join(folder, name), text.replaceAll('/opt/stint', root));
  }
  const files = names.map((name) => join(folder, name));
  const { stdout, stderr } = await run('systemd-analyze', ['verify', '--man=no', ...files]);
  const about = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('stint'));
  t.same(about, []);
});

t.test('what the units run can reach little of the machine', { skip }, async (t) => {
  for (const name of names) {
    const args = ['security', '--offline=yes', '--no-pager', `--threshold=${MOST_EXPOSED}`];
    await t.resolves(run('systemd-analyze', [...args, join(units, name)]), name);
  }
});

t.test('the units differ in their half of Stint alone, and set what Stint reads', async (t) => {
  const texts = await Promise.all(names.map((name) => readFile(join(units, name), 'utf8')));
  const alike = texts.map((text) =>
    text
      .replace(/^# .*\n/, '')
      .replace(/^Description=.*$/m, '')
      .replace(/^(ExecStart=.* core\/start\.js).*$/m, '$1'),
  );
  t.same(names, ['stint-web.service', 'stint-worker.service', 'stint.service']);
  t.same(new Set(alike).size, 1);
  const parts = texts.map((text) => /^ExecStart=.* core\/start\.js ?(.*)$/m.exec(text)?.[1]);
  t.same(parts, ['web', 'worker', '']);
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const flags = /^node (.*core\/start\.js)/.exec(scripts.start)?.[1] as string;
  for (const text of texts) {
    t.ok(text.includes(`/.bin/node ${flags}`), 'with the flags of npm start');
    for (const [, name] of text.matchAll(/^Environment=([A-Z_]+)=/gm))
      t.ok(name && Object.hasOwn(ConfigSchema.properties, name), 'a setting');
  }
});

t.test('the page on deployment installs the units as they are', async (t) => {
  const blocks = await readBlocks('docs/admin/deployment.md');
  const commands = blocks.find(({ language }) => language === 'sh')?.text ?? '';
  const unit = await readFile(join(units, 'stint.service'), 'utf8');
  const setTo = (key: string) => new RegExp(`^${key}=-?(.*)$`, 'm').exec(unit)?.[1] as string;
  t.match(commands, new RegExp(`^useradd .* ${setTo('User')}$`, 'm'));
  t.match(commands, new RegExp(`^cp -a \\. ${setTo('WorkingDirectory')}$`, 'm'));
  t.ok(commands.includes(`install -m 0600 /dev/null ${setTo('EnvironmentFile')}\n`));
  t.ok(commands.includes(`--home-dir /var/lib/${setTo('StateDirectory')} `));
  t.match(unit, `DATA_DIR=/var/lib/${setTo('StateDirectory')}`);
  await t.resolves(run('bash', ['-n', '-c', commands]), 'and bash understands them');
});
