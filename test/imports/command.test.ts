/** `npm run import`, as a process of its own on a real database. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { startHost } from '../fixtures/app.ts';

const start = fileURLToPath(new URL('../../core/start.js', import.meta.url));
const clockify = fileURLToPath(new URL('../fixtures/imports/clockify.csv', import.meta.url));

function run(connectionString: string, cwd: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: connectionString, DATA_DIR: cwd };
  return new Promise<{ code: number; text: string }>((resolve) => {
    execFile(process.execPath, [start, 'import', ...args], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, text: stdout + stderr }),
    );
  });
}

t.test('the command that imports', async (t) => {
  const host = await startHost(t);
  const folder = t.testdir();
  await host.person({ role: 'admin', email: 'admin@example.com' });
  const ada = await host.person({ email: 'ada@example.com' });
  const command = (...args: string[]) => run(host.connectionString, folder, ...args);
  const map = ['--map-user', 'ada@old.example=ada@example.com'];
  const entries = () => host.db('time_entries');

  t.test('tells what would happen, with each bad row, and imports when told to', async (t) => {
    const dry = await command(clockify, ...map);
    t.equal(dry.code, 1, 'a row is bad');
    t.match(dry.text, /format clockify, 3 rows/);
    t.match(dry.text, /line 4, Start Time, "25:00:00": Not a time of day/);
    t.match(dry.text, /Nothing is imported yet/);
    t.equal((await entries()).length, 0);
    t.match((await command(clockify, ...map, '--for-good')).text, /entries {5}2 .*Imported\./s);
    t.match(await entries(), [{ user_id: ada.id }, { user_id: ada.id }]);
    t.match((await command(clockify, ...map, '--for-good')).text, /here before 2/);
  });

  t.test('says what it does not understand', async (t) => {
    await writeFile(join(folder, 'other.csv'), 'who,knows\n1,2\n');
    const cases: [string[], RegExp][] = [
      [[], /Name one file.*Use it as/s],
      [['missing.csv'], /no file missing\.csv/],
      [['other.csv'], /STINT_ERR_IMPORT_FORMAT_UNKNOWN|no known format/],
      [[clockify, '--as', 'nobody@example.com'], /No administrator/],
      [[clockify, '--time-zone', 'Mars'], /no time zone/],
      [[clockify, '--date-format', 'XYZ'], /none of/],
    ];
    for (const [args, expected] of cases) {
      const { code, text } = await command(...args);
      t.not(code, 0);
      t.match(text, expected);
    }
  });
});
