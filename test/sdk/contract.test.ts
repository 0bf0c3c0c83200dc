import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import t from 'tap';
import { files, renderSchema, renderTypes } from './contract-snapshot.ts';

const advice =
  'if this change is meant, run `node test/sdk/contract-snapshot.ts` and look at what it breaks';

t.test('the published JSON Schema of the manifest is the one that the host checks', async (t) => {
  t.same(JSON.parse(await readFile(files.schema, 'utf8')), JSON.parse(renderSchema()), advice);
});

t.test('the published schema is one that other tools take', async (t) => {
  const schema = JSON.parse(await readFile(files.schema, 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  t.ok(validate({ id: 'goals', displayName: 'Goals', entry: './plugin.ts' }));
  t.notOk(validate({ id: 'Goals', displayName: 'Goals', entry: './plugin.ts' }));
  t.match(schema.$id, /plugin-manifest-v1/);
});

t.test('no type of the contract changes unseen', async (t) => {
  t.equal(await readFile(files.types, 'utf8'), await renderTypes(), advice);
});
