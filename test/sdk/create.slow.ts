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
    t.match(output, /pass 12/);
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

  t.test('has the manifest written by its code', async (t) => {
    const made = join(folder, 'by-code');
    const run = (command: string) =>
      runAsAuthor(`node $STINT/core/sdk/cli/index.ts ${command}`, folder);
    await runAsAuthor('node $STINT/core/sdk/create/index.ts by-code', folder);
    const file = join(made, 'package.json');
    const whole = await readFile(file, 'utf8');
    const json = JSON.parse(whole);
    json.stint.contributes.events = ['timer.started'];
    json.stint.contributes.crons = ['forgotten'];
    delete json.stint.contributes.tasks;
    await writeFile(file, `${JSON.stringify(json, null, 4)}\n`);
    const { code, output } = await run('validate by-code');
    t.equal(code, 1);
    for (const fault of [
      '/stint/contributes/events lacks "timer.stopped", which the code registers',
      '/stint/contributes/events has "timer.started", which the code does not register',
      '/stint/contributes/tasks lacks "note", which the code registers',
      '/stint/contributes/crons has "forgotten", which the code does not register',
    ]) {
      t.ok(output.includes(`${fault}\n`), `${fault} is in ${output}`);
    }
    t.match(await run('manifest by-code --write'), { code: 0, output: /Mended: .*crons/ });
    const written = await readFile(file, 'utf8');
    const expected = JSON.parse(whole);
    t.strictSame(JSON.parse(written), expected, 'the cards stay');
    t.match(written, /^ {4}"name"/m, 'as it was indented');
    t.match(await run('validate by-code'), { code: 0 });
    t.match(await run('manifest by-code'), { code: 0, output: /"GET \/total"/ });
  });

  t.test('is not made where something is, or under a name that makes no id', async (t) => {
    const create = (name: string) =>
      runAsAuthor(`node $STINT/core/sdk/create/index.ts ${name}`, folder);
    t.match(await create('my-goals'), { code: 1, output: /is not empty/ });
    t.match(await create('7'), { code: 1, output: /cannot be a plugin/ });
    t.match(await create(''), { code: 2, output: /Usage/ });
    t.match(await create('--kind robot bird'), { code: 2, output: /minimal\|card\|connector/ });
  });
});

t.test('a new card passes its own tests and its validation at once', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'stint-create-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const { code, output } = await runAsAuthor(
    `node $STINT/core/sdk/create/index.ts --kind card bird-house
       node $STINT/core/sdk/cli/index.ts validate bird-house
       node $STINT/core/sdk/cli/index.ts test bird-house`,
    folder,
  );
  t.equal(code, 0, output);
  t.match(output, /The manifest is valid/);
  t.match(output, /fail 0/);
  for (const file of ['package.json', 'plugin.ts', 'README.md']) {
    t.notMatch(await readFile(join(folder, 'bird-house', file), 'utf8'), /my.plugin/i, file);
  }
});

t.test('an unknown command is told what there is', async (t) => {
  const { code, output } = await runAsAuthor('node $STINT/core/sdk/cli/index.ts explode', '.');
  t.equal(code, 2);
  t.match(output, /validate\|manifest/);
});
