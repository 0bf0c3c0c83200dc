import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';

const core = new URL('../../core/', import.meta.url).href;

t.test('a fault that nobody catches', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-stray-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  await writeFile(
    join(folder, 'plugin.js'),
    `export const reject = (what) => { Promise.reject(what); };
     export const fail = () => { throw new Error('of the plugin'); };
     export const failLater = () => setTimeout(fail, 1);`,
  );

  /** Runs it where one plugin lives in the folder: the exit code, and what was put down to the plugin. */
  async function run(code: string): Promise<{ code: number; degraded: string }> {
    const text = `
      import { catchStrayFaults } from '${core}plugin-host/stray-faults.ts';
      import { runAs } from '${core}plugin-host/owner.ts';
      import { withDeadline } from '${core}plugin-host/deadline.ts';
      import * as plugin from '${folder}/plugin.js';
      const one = { id: 'one', found: { folder: '${folder}' }, degrade: (e) => console.log(e.message) };
      const host = { list: () => [one], get: (id) => (id === 'one' ? one : undefined) };
      catchStrayFaults(host, { fatal() {} });
      ${code}
      setTimeout(() => process.exit(0), 100);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', text]);
    let degraded = '';
    child.stdout.on('data', (chunk) => {
      degraded += chunk;
    });
    const [exit] = await once(child, 'close');
    return { code: exit, degraded: degraded.trim() };
  }

  t.test('is put down to the plugin whose timer or promise it was', async (t) => {
    const rejected = /^A promise of it was rejected/;
    const thrown = /^It threw where nobody could catch it/;
    t.match(await run(`plugin.reject(new Error('x'));`), { code: 1 }, 'made by nobody');
    t.match(await run(`runAs('one', () => plugin.reject(7));`), { code: 0, degraded: rejected });
    t.match(await run(`runAs('one', () => plugin.failLater());`), { code: 0, degraded: thrown });
    t.match(await run(`plugin.failLater();`), { code: 0, degraded: thrown }, 'known by its file');
  });

  t.test('ends the process where it is of the core, or interrupted it', async (t) => {
    t.match(await run(`Promise.reject(new Error('x'));`), { code: 1, degraded: '' });
    t.match(await run(`setTimeout(() => { throw new Error('x'); }, 1);`), {
      code: 1,
      degraded: '',
    });
    // The core calls the plugin in a timer of its own, and has nothing around the call.
    t.match(
      await run(`
        import { checkPackage } from '${core}plugin-host/manifest-check.ts';
        const trap = { get keywords() { return plugin.fail(); }, name: 'x', version: '1', engines: {}, stint: {} };
        setTimeout(checkPackage, 1, trap);`),
      { code: 1, degraded: '' },
    );
  });
});
