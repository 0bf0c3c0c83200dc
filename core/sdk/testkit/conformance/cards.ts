/** The ui module, imported where there is no page: classes by the declared names, and nothing defined. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runModule } from './child.ts';

const MAX_BYTES = 60 * 1024;

const script = (url: string) => `
  const defined = [];
  globalThis.HTMLElement = class {};
  globalThis.customElements = { define: (name) => defined.push(name), get: () => undefined };
  const { default: ui } = await import(${JSON.stringify(url)});
  const cards = Object.entries(ui?.cards ?? {});
  console.log(JSON.stringify({
    api: ui?.api,
    defined,
    names: cards.map(([name]) => name).sort(),
    odd: cards.filter(([, one]) => !(one?.prototype instanceof HTMLElement)).map(([name]) => name),
  }));
`;

export async function checkCards(folder: string): Promise<void> {
  const { stint } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (!stint.ui) return;
  const file = join(folder, stint.ui);
  const found = JSON.parse(await runModule(script(pathToFileURL(file).href), folder));
  const declared = (stint.contributes?.cards ?? []).map(({ name }: { name: string }) => name);
  assert.equal(found.api, 1, 'its default export is not defineUI({ api: 1, cards })');
  assert.deepEqual(found.defined, [], 'it defines elements itself: that is the page’s part');
  assert.deepEqual(found.names, declared.toSorted(), 'its cards are not those of the manifest');
  assert.deepEqual(found.odd, [], 'these cards do not extend HTMLElement');
  const bytes = gzipSync(await readFile(file)).length;
  assert.ok(
    bytes <= MAX_BYTES,
    `the module has ${bytes} bytes after gzip; ${MAX_BYTES} are allowed`,
  );
}
