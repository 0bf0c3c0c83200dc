/** `docs/admin/backup.md`, followed on the embedded database: what was there before is there afterwards. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { readCommands, runBlocks } from '../fixtures/doc-page.ts';
import { runCommand, startStint } from '../fixtures/process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ada = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'correct horse battery',
  time_zone: 'UTC',
};

async function call(url: string, path: string, body?: object, cookie = ''): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { cookie, 'x-stint-csrf': '1', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}

t.test('every command of docs/admin/backup.md works as it stands', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-backup-docs-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const DATA_DIR = join(folder, 'data');
  const NEW_DATA_DIR = join(folder, 'restored');
  // The key is the one of the data folder, as in an installation that set none.
  const SECRET_KEY = '';
  const stint = await startStint({ DATA_DIR, SECRET_KEY });
  t.teardown(() => stint.end('SIGKILL'));
  const setup = await call(stint.url, '/setup', { token: stint.setupToken, ...ada });
  t.equal(setup.status, 201);
  const cookie = (setup.headers.get('set-cookie') as string).split(';')[0] as string;
  await call(stint.url, '/timer/start', { description: 'kept' }, cookie);

  const file = join(folder, 'monday.backup');
  const commands = (await readCommands('docs/admin/backup.md')).map((text) =>
    text.replaceAll('monday.backup', file),
  );
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const { code, stderr, outputs } = await runBlocks(commands, {
    cwd: root,
    env: { DATA_DIR, NEW_DATA_DIR, SECRET_KEY, PATH: path },
  });
  t.equal(code, 0, stderr);
  t.match(outputs[0], /Written: .*monday\.backup \(\d+ KB\)[\s\S]*Whole: /);
  t.match(outputs[1], /Restored as of /);
  await stint.end();

  await copyFile(join(DATA_DIR, 'secret.key'), join(NEW_DATA_DIR, 'secret.key'));
  const again = await startStint({ DATA_DIR: NEW_DATA_DIR, SECRET_KEY });
  t.teardown(() => again.end('SIGKILL'));
  t.equal(again.setupToken, undefined, 'it is set up');
  const login = await call(again.url, '/auth/login', { email: ada.email, password: ada.password });
  t.equal(login.status, 200);
  const timer = await (await call(again.url, '/timer', undefined, cookie)).json();
  t.match(timer, { timer: { description: 'kept' } }, 'and the session goes on, with its timer');

  const running = await runCommand(['restore', file], { DATA_DIR: NEW_DATA_DIR, SECRET_KEY });
  t.equal(running.code, 1);
  t.match(running.output, /Stint runs on .*STINT_ERR_RESTORE_TARGET/);
  const unknown = await runCommand(['backup', '--fast'], { DATA_DIR, SECRET_KEY });
  t.match(unknown.output, /Use it as: npm run backup.*STINT_ERR_BACKUP_OPTION/);
  await again.end();
});
