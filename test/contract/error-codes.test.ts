import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import t from 'tap';
import { sourceFiles } from '../fixtures/sources.ts';

interface Documented {
  code: string;
  status: string;
  meaning: string;
  advice: string;
}

// Codes of plugins are documented by their plugins.
const code = /STINT_ERR_(?!PLG_)[A-Z0-9_]*[A-Z0-9](?![A-Z0-9_])/g;

// Packages that are published on their own document theirs.
const coreFiles = async () =>
  (await sourceFiles('core')).filter((file) => !file.includes('/core/sdk/'));

async function readDocumented(): Promise<Documented[]> {
  const page = fileURLToPath(new URL('../../docs/api/errors.md', import.meta.url));
  const rows = (await readFile(page, 'utf8')).matchAll(
    /^\| `(STINT_ERR_\w+)` \| (\S+) \| (.*) \| (.*) \|$/gm,
  );
  return [...rows].map(([, code = '', status = '', meaning = '', advice = '']) => ({
    code,
    status,
    meaning,
    advice,
  }));
}

/** Every error that an `errors.ts` exports, as one is thrown. */
async function readThrown(): Promise<{ file: string; error: Error & Record<string, unknown> }[]> {
  const files = (await coreFiles()).filter((file) => /(^|\/)errors\.ts$/.test(file));
  const thrown = [];
  for (const file of files) {
    for (const member of Object.values(await import(pathToFileURL(file).href))) {
      if (typeof member !== 'function' || !(member.prototype instanceof Error)) continue;
      const error = new (member as new (...values: string[]) => Error)('1', '2', '3');
      if ('code' in error) thrown.push({ file, error: error as Error & Record<string, unknown> });
    }
  }
  return thrown;
}

t.test(
  'every error code in the sources is documented, and every documented one exists',
  async (t) => {
    const used = new Set<string>();
    for (const file of [...(await coreFiles()), ...(await sourceFiles('migrations'))]) {
      for (const [found] of (await readFile(file, 'utf8')).matchAll(code)) used.add(found);
    }
    t.ok(used.size > 50);
    const documented = (await readDocumented()).map((row) => row.code);
    t.same(documented.toSorted(), [...used].toSorted());
  },
);

t.test('every code has one meaning: it is made in one place', async (t) => {
  const codes = (await readThrown()).map(({ error }) => String(error.code));
  t.same(
    codes.filter((one, i) => codes.indexOf(one) !== i),
    [],
  );
});

t.test('a documented status is the one that is sent', async (t) => {
  const statuses = new Map(
    (await readThrown()).map(({ error }) => [error.code, String(error.statusCode)]),
  );
  for (const { code, status } of await readDocumented()) {
    if (status === '–') t.equal(statuses.get(code), '500', code);
    else t.equal(statuses.get(code), status, code);
  }
});

t.test('every code says what it means and what to do', async (t) => {
  for (const { code, meaning, advice } of await readDocumented()) {
    t.match(meaning, /^[A-Z`].{10,}\.$/, code);
    t.match(advice, /^[A-Z`].{5,}\.$/, code);
  }
});
