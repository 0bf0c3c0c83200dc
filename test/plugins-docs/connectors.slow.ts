/** The guide to connectors, and with it what the scaffolder makes: every command runs, conformance included. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readBlocks } from '../fixtures/doc-page.ts';
import { runAsAuthor } from '../sdk/author.ts';

t.test('the guide to connectors leads to a tested one, as the scaffolder makes it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-plugin-docs-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const blocks = await readBlocks('docs/plugins/connectors.md');
  const commands = blocks.filter(({ language }) => language === 'bash').map(({ text }) => text);
  t.equal(commands.length, 3);
  const { code, output } = await runAsAuthor(commands.join('\n'), folder);
  t.equal(code, 0, output);
  t.match(output, /two people who connect know nothing of each other/);
  t.match(output, /a synchronisation brings every page of items/);
  t.match(output, /fail 0/);
  t.match(output, /The manifest is valid/);
  for (const file of ['package.json', 'plugin.ts', 'service.ts', 'README.md']) {
    t.notMatch(await readFile(join(folder, 'bird-watch', file), 'utf8'), /my.plugin/i, file);
  }
});
