import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { runAsAuthor } from './author.ts';

t.test('a new plugin', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-create-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const plugin = join(folder, 'my-goals');

  t.test('is made without a network, under its own name', async (t) => {
    const { code, output } = await runAsAuthor(
      'node $STINT/core/sdk/create/index.ts my-goals',
      folder,
    );
    t.equal(code, 0, output);
    t.match(JSON.parse(await readFile(join(plugin, 'package.json'), 'utf8')), {
      name: 'stint-plugin-my-goals',
      stint: { id: 'my_goals', displayName: 'My goals' },
    });
    t.notMatch(await readFile(join(plugin, 'plugin.ts'), 'utf8'), /my.plugin/i);
  });

  t.test('passes its own tests, conformance included', async (t) => {
    const { code, output } = await runAsAuthor('node $STINT/core/sdk/cli/index.ts test .', plugin);
    t.equal(code, 0, output);
    t.match(output, /pass 11/);
    t.match(output, /fail 0/);
  });

  t.test('has each fault of its manifest named with its field', async (t) => {
    const validate = () => runAsAuthor('node $STINT/core/sdk/cli/index.ts validate .', plugin);
    t.match(await validate(), { code: 0, output: /The manifest is valid/ });
    const file = join(plugin, 'package.json');
    const json = JSON.parse(await readFile(file, 'utf8'));
    json.stint.id = 'My Goals';
    json.stint.contributes.cards[0].region = 'nowhere';
    await writeFile(file, JSON.stringify(json));
    const { code, output } = await validate();
    t.equal(code, 1);
    t.match(output, /^\/stint\/id must match pattern .* \(is "My Goals"\)$/m);
    t.match(output, /^\/stint\/contributes\/cards\/0\/region must be equal to one of/m);
  });

  t.test('is not made where something is, or under a name that makes no id', async (t) => {
    const create = (name: string) =>
      runAsAuthor(`node $STINT/core/sdk/create/index.ts ${name}`, folder);
    t.match(await create('my-goals'), { code: 1, output: /is not empty/ });
    t.match(await create('7'), { code: 1, output: /cannot be a plugin/ });
    t.match(await create(''), { code: 2, output: /Usage/ });
  });
});

t.test('an unknown command is told what there is', async (t) => {
  const { code, output } = await runAsAuthor('node $STINT/core/sdk/cli/index.ts explode', '.');
  t.equal(code, 2);
  t.match(output, /validate\|test\|dev/);
});
