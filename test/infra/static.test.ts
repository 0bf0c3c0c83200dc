import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { makeLogger } from '../../core/infra/logger.ts';
import { provideWebApp } from '../../core/infra/web-app/provide.ts';
import { stampOf } from '../../core/infra/web-app/stamp.ts';
import { startHost } from '../fixtures/app.ts';

const log = makeLogger({ LOG_LEVEL: 'silent' });
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

async function temporaryFolder(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stint-web-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

t.test('the web app as it is built', async (t) => {
  const webApp = (await provideWebApp({ DATA_DIR: await temporaryFolder(t) }, log)) as string;
  t.type(webApp, 'string');
  const host = await startHost(t, { webApp });
  const page = await host.inject({ url: '/', headers: { accept: 'text/html' } });

  t.test('is one page under every address for people, asked for anew each time', async (t) => {
    for (const url of ['/', '/setup?token=x', '/invitation?token=x', '/projects/7', '/any.thing']) {
      const { status, headers, text } = await host.inject({ url });
      t.equal(status, 200, url);
      t.equal(text, page.text, url);
      t.equal(headers['cache-control'], 'no-cache', url);
    }
    const { etag = '' } = page.headers;
    const again = await host.inject({ url: '/x', headers: { 'if-none-match': etag } });
    t.same([again.status, again.text], [304, '']);
  });

  t.test(
    'never answers for the API, for files that are not there, or to who wants no page',
    async (t) => {
      for (const url of ['/api/v1/nothing', '/api/nothing', '/assets/none.js', '/plugins/x']) {
        t.equal((await host.inject({ url, headers: { accept: 'text/html' } })).status, 404, url);
      }
      const json = { accept: 'application/json' };
      t.equal((await host.inject({ url: '/projects/7', headers: json })).status, 404);
      // The root of the build is the page's; a step out of it is refused.
      t.equal((await host.inject({ url: '/assets/..%2f..%2fpackage.json' })).status, 403);
    },
  );

  t.test('lets the inline scripts of its page run by their hash, and no other', async (t) => {
    const policy = page.headers['content-security-policy'] ?? '';
    const scripts = Array.from(
      page.text.matchAll(/<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g),
    );
    t.equal(scripts.length, 2, 'the theme, and the import map');
    const hashes = scripts.map(([, text]) => `'sha256-${hashOf(text as string)}'`);
    t.equal(
      policy,
      "default-src 'none'; " +
        `script-src 'self' ${hashes.join(' ')}; ` +
        "style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; " +
        "base-uri 'none'; form-action 'self'",
    );
    t.notMatch(page.text, /<style| on\w+=/);
  });

  t.test('has every entry of lit in its import map, each a file that is there', async (t) => {
    const [, json] = /<script type="importmap">([^<]+)/.exec(page.text) as unknown as [0, string];
    const { imports } = JSON.parse(json) as { imports: Record<string, string> };
    t.hasProps(imports, [
      'lit',
      'lit/decorators.js',
      'lit/directives/repeat.js',
      '@stint/plugin/ui',
    ]);
    for (const [name, url] of Object.entries(imports)) {
      t.equal((await host.inject({ url })).status, 200, name);
    }
  });

  t.test('has files that browsers keep for good, compressed beforehand', async (t) => {
    const url = /src="(\/assets\/[^"]+)"/.exec(page.text)?.[1] as string;
    for (const encoding of ['br', 'gzip']) {
      const { headers } = await host.inject({ url, headers: { 'accept-encoding': encoding } });
      t.equal(headers['content-encoding'], encoding);
      t.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      t.match(headers['content-type'], /javascript/);
    }
    t.equal((await host.inject({ url: '/icon.svg' })).headers['content-type'], 'image/svg+xml');
  });

  t.test('is found again instead of built, and built once by many at the same time', async (t) => {
    const more = await Promise.all([1, 2, 3].map(() => provideWebApp({ DATA_DIR: '/none' }, log)));
    t.same(more, [webApp, webApp, webApp]);
    t.same(
      (await readdir(join(webApp, '..'))).filter((name) => name.startsWith('.making')),
      [],
    );
  });
});

t.test('without a web app the API runs, and the page says what is wrong', async (t) => {
  const host = await startHost(t);
  const { status, text } = await host.inject({ url: '/' });
  t.equal(status, 503);
  t.match(text, /could not be built/);
  t.equal((await host.inject({ url: '/api/v1/setup' })).status, 200);
});

t.test('the stamp of a source changes with any file of it, and with nothing else', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'pages', 'a.ts'), 'one');
  const first = await stampOf(folder, []);
  t.match(first, /^[0-9a-f]{16}$/);
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'a.js'), 'built');
  await writeFile(join(folder, 'pages', 'a.ts'), 'one');
  t.equal(await stampOf(folder, []), first);
  await writeFile(join(folder, 'pages', 'a.ts'), 'two');
  const second = await stampOf(folder, []);
  t.not(second, first);
  await writeFile(join(folder, 'pages', 'b.ts'), '');
  t.not(await stampOf(folder, []), second);
});
