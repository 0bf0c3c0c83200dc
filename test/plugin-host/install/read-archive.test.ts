/** Archives as somebody packs them who means harm: none of them reaches the disk. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import t from 'tap';
import { readArchive } from '../../../core/plugin-host/install/read-archive.ts';
import { isForDevelopment, readFolder } from '../../../core/plugin-host/install/read-folder.ts';
import { type ArchiveEntry, packEntries, packPlugin } from '../../fixtures/plugin-archive.ts';

const code = 'STINT_ERR_PLUGIN_ARCHIVE';
const evil = (entry: ArchiveEntry) => packEntries([{ path: 'package/a.js' }, entry]);

t.test('an archive', async (t) => {
  t.test('is read as npm packs it, without the folder around it', async (t) => {
    const files = await readArchive(packPlugin('x', { files: { 'ui/cards.js': 'let a;' } }));
    t.same([...files].map(([path]) => path).sort(), ['package.json', 'plugin.js', 'ui/cards.js']);
    t.equal(files.read('ui/cards.js')?.toString(), 'let a;');
    t.ok(files.has('ui'));
    t.notOk(files.has('u'));
  });

  t.test('has the same hash in whatever order it was packed', async (t) => {
    const one = { path: 'package/a', content: 'a' };
    const two = { path: 'package/b', content: 'b' };
    const hashes = await Promise.all(
      [
        [one, two],
        [two, one],
        [one, { ...two, content: 'c' }],
      ].map(async (entries) => (await readArchive(packEntries(entries))).hash()),
    );
    t.equal(hashes[0], hashes[1]);
    t.not(hashes[0], hashes[2]);
  });

  t.test('is refused when a path leads out, or is none that every machine takes', async (t) => {
    for (const path of [
      'package/../../etc/passwd',
      'package/..',
      'package/a/../../../b',
      '/etc/passwd',
      '../x',
      'package//x',
      'package/./x',
      'package\\..\\x',
      'package/C:/x',
      'package/a\nb',
      'alone.js',
      `package/${'a/'.repeat(40)}b`,
      `package/${'long'.repeat(35)}/${'long'.repeat(20)}`,
    ]) {
      await t.rejects(readArchive(evil({ path, content: 'x' })), { code }, path);
    }
  });

  t.test('is refused when it holds a link, a device or a pipe', async (t) => {
    for (const type of ['SymbolicLink', 'Link'] as const) {
      const entry = { path: 'package/b', type, linkpath: '../../../etc/passwd' };
      await t.rejects(readArchive(evil(entry)), { code, message: /is a (Symbolic)?Link/ }, type);
    }
    for (const type of ['CharacterDevice', 'BlockDevice', 'FIFO'] as const) {
      await t.rejects(readArchive(evil({ path: 'package/b', type })), { code }, type);
    }
  });

  t.test('is refused when it holds a file twice, also by the other case', async (t) => {
    for (const path of ['package/a.js', 'package/A.js']) {
      await t.rejects(readArchive(evil({ path })), { code, message: /twice/ });
    }
  });

  t.test('is refused when it is too much', async (t) => {
    const many = Array.from({ length: 2001 }, (_, i) => ({ path: `package/${i}` }));
    await t.rejects(readArchive(packEntries(many)), { code, message: /more than 2000 files/ });
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    const large = [
      { path: 'package/a', content: zeros },
      { path: 'package/b', content: zeros.subarray(0, 25 * 1024 * 1024) },
    ];
    await t.rejects(readArchive(packEntries(large)), { code, message: /larger than 67108864/ });
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    t.ok(bomb.length < 1024 * 1024);
    await t.rejects(readArchive(bomb), { code, message: /gzip/ });
    await t.rejects(readArchive(randomBytes(21 * 1024 * 1024)), {
      code,
      message: /larger than 20/,
    });
  });

  t.test('is refused when it is none, or torn', async (t) => {
    const whole = packPlugin('x');
    for (const archive of [
      Buffer.alloc(0),
      Buffer.from('not gzip'),
      gzipSync('not tar, and long enough for a block'.repeat(30)),
      whole.subarray(0, whole.length - 20),
    ]) {
      await t.rejects(readArchive(archive), { code });
    }
  });
});

t.test(
  'a folder is read without what is there for development; a link in it is refused',
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'stint-folder-'));
    t.teardown(() => rm(folder, { recursive: true, force: true }));
    for (const path of ['.git', 'node_modules/@stint', 'node_modules/inside', 'ui']) {
      await mkdir(join(folder, path), { recursive: true });
    }
    for (const path of [
      'plugin.js',
      '.env',
      '.git/config',
      'node_modules/inside/x.js',
      'ui/a.js',
    ]) {
      await writeFile(join(folder, path), path);
    }
    await symlink('/etc', join(folder, 'node_modules/@stint/plugin'));
    const files = await readFolder(folder, isForDevelopment);
    t.same(
      [...files].map(([path]) => path),
      ['node_modules/inside/x.js', 'plugin.js', 'ui/a.js'],
    );
    await symlink('/etc/passwd', join(folder, 'ui/b.js'));
    await t.rejects(readFolder(folder, isForDevelopment), { code, message: /link/ });
  },
);
