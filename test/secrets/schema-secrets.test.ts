import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import t from 'tap';
import { keepSecrets } from '../../core/secrets/keep-secrets.ts';
import { maskSecrets, mergeSecrets, splitSecrets } from '../../core/secrets/schema-secrets.ts';
import { checkSecretSchema } from '../../core/secrets/secret-fields.ts';

interface Schema {
  type: string;
  'x-secret'?: boolean;
  'x-key'?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
type Data = Record<string, unknown>;

const MARK = 'S3CR3T';
const awkward = ['__proto__', 'constructor', 'toString', 'a/b', '~', '~1', '', '0', 'set'];
const name = fc.oneof(fc.constantFrom(...awkward), fc.string({ maxLength: 4 }));
const secret = fc.string({ unit: 'binary' }).map((text) => MARK + text);

const schemas = fc.letrec<{ field: Schema; object: Schema; list: Schema }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Schema>({ type: 'string', 'x-secret': true }, { type: 'string' }),
    fc.constantFrom<Schema>({ type: 'number' }, { type: 'array', items: { type: 'number' } }),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .array(fc.tuple(name, tie('field')), { maxLength: 4 })
    .map((fields) => ({ type: 'object', properties: Object.fromEntries(fields) })),
  list: tie('object').map((items) => {
    const fields = Object.entries(items.properties ?? {});
    const properties = Object.fromEntries([...fields, ['id', { type: 'number' }]]);
    return { type: 'array', 'x-key': 'id', items: { ...items, properties } };
  }),
}));

function dataOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema['x-secret']) return secret;
  if (schema.type === 'string') return fc.string();
  if (schema.type === 'number') return fc.integer();
  if (schema.type === 'array') {
    const list = fc.array(dataOf(schema.items as Schema), { maxLength: 4 });
    if (!schema['x-key']) return list;
    return list.map((items) => items.map((item, id) => ({ ...(item as Data), id })));
  }
  const fields = Object.entries(schema.properties ?? {}).map(([key, field]) =>
    fc.option(
      dataOf(field).map((value) => [key, value] as const),
      { nil: undefined },
    ),
  );
  return fc
    .tuple(...fields)
    .map((all) => Object.fromEntries(all.filter((one) => one !== undefined)));
}

const cases = schemas.object.chain((schema) =>
  fc.record({ schema: fc.constant(schema), data: dataOf(schema) as fc.Arbitrary<Data> }),
);
const sure = (secrets: Record<string, string | null>) => secrets as Record<string, string>;
/** The same settings, with the items of every list the other way round. */
function turn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turn).toReversed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, turn(child)]));
}

t.test('for any schema and settings', async (t) => {
  const holds = (rule: (one: { schema: Schema; data: Data }) => boolean) =>
    fc.assert(fc.property(cases, rule), { numRuns: 500 });

  t.test('what is split has no secret left, and is put together again as it was', async () => {
    holds(({ schema, data }) => {
      checkSecretSchema(schema);
      const { plain, secrets } = splitSecrets(schema, data);
      const hidden = !JSON.stringify(plain).includes(MARK);
      return hidden && isDeepStrictEqual(mergeSecrets(plain, sure(secrets)), data);
    });
  });

  t.test('what is shown has no secret, and sent back as it is changes nothing', async () => {
    holds(({ schema, data }) => {
      const { plain, secrets } = splitSecrets(schema, data);
      const stored = Object.keys(secrets);
      const shown = maskSecrets(schema, plain, stored);
      const again = splitSecrets(schema, shown);
      const kept = keepSecrets(schema, {
        before: plain,
        after: again.plain,
        sent: again.secrets,
        stored: sure(secrets),
      });
      return (
        !JSON.stringify(shown).includes(MARK) &&
        JSON.stringify(shown).split('{"set":true}').length === stored.length + 1 &&
        isDeepStrictEqual(again, { plain, secrets: {} }) &&
        isDeepStrictEqual(kept, secrets)
      );
    });
  });

  t.test('secrets move with their items', async () => {
    holds(({ schema, data }) => {
      const { plain, secrets } = splitSecrets(schema, data);
      const after = turn(plain) as Data;
      const kept = keepSecrets(schema, {
        before: plain,
        after,
        sent: {},
        stored: sure(secrets),
      });
      return isDeepStrictEqual(mergeSecrets(after, kept), turn(data));
    });
  });
});

const connector = {
  type: 'object',
  properties: {
    owner: { type: 'string' },
    token: { type: 'string', 'x-secret': true },
    repositories: {
      type: 'array',
      'x-key': 'name',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          key: { type: ['string', 'null'], 'x-secret': true },
        },
      },
    },
  },
};

function save(before: Data, data: Data, stored: Record<string, string>) {
  const { plain, secrets: sent } = splitSecrets(connector, data);
  return keepSecrets(connector, { before, after: plain, sent, stored });
}

t.test('on a save', async (t) => {
  const before = { owner: 'ada', repositories: [{ name: 'a' }, { name: 'b' }] };
  const stored = { '/token': 'T', '/repositories/0/key': 'A', '/repositories/1/key': 'B' };

  t.test('an absent or empty secret keeps the stored one, null deletes it', async (t) => {
    const { repositories } = before;
    for (const token of [undefined, '', { set: true }, { set: false }]) {
      t.same(save(before, { token, repositories }, stored), stored);
    }
    const { '/token': _, ...others } = stored;
    t.same(save(before, { token: null, repositories }, stored), others);
    t.same(save(before, { token: 'new', repositories }, stored), { ...others, '/token': 'new' });
  });

  t.test('the secret of an item that goes does not become that of the next', async (t) => {
    t.same(save(before, { repositories: [{ name: 'b' }] }, stored), {
      '/token': 'T',
      '/repositories/0/key': 'B',
    });
    t.same(save(before, { repositories: [{ name: 'new' }, { name: 'a' }] }, stored), {
      '/token': 'T',
      '/repositories/1/key': 'A',
    });
    t.same(save(before, {}, stored), { '/token': 'T' });
  });

  t.test('no secret is kept for items that cannot be told apart', async (t) => {
    const two = { repositories: [{ name: 'a' }, { name: 'a' }, {}] };
    t.same(save(before, two, stored), { '/token': 'T' });
    t.same(save(two, { repositories: [{ name: 'a' }, {}] }, stored), { '/token': 'T' });
  });

  t.test('a secret that is no text is refused at its place, and not shown', async (t) => {
    for (const key of [5, true, ['x'], { set: 'hunter2' }, { set: true, more: 1 }]) {
      t.throws(() => splitSecrets(connector, { repositories: [{ name: 'a', key }] }), {
        code: 'STINT_ERR_SECRET_VALUE',
        statusCode: 422,
        message: /^(?!.*hunter2)/,
        errors: [{ pointer: '/repositories/0/key' }],
      });
    }
  });
});

t.test('settings that do not fit their schema pass, for the validation to say so', async (t) => {
  for (const data of [{ repositories: 'none' }, { repositories: [1, null, ['x']] }, { more: {} }]) {
    t.same(splitSecrets(connector, data), { plain: data, secrets: {} });
    t.same(mergeSecrets(data, { '/repositories/0/key': 'k', '/gone/token': 'k' }), data);
  }
});

t.test('a secret that stands in stored settings by mistake is not shown', async (t) => {
  t.same(maskSecrets(connector, { token: 'T', repositories: [{ name: 'a', key: 'A' }] }, []), {
    token: { set: false },
    repositories: [{ name: 'a', key: { set: false } }],
  });
});

t.test('a schema whose secrets would not be kept apart is refused, naming the place', async (t) => {
  const token = { type: 'string', 'x-secret': true };
  const holder = { type: 'object', properties: { token } };
  const list = { type: 'array', items: { type: 'object', properties: { name: {}, token } } };
  t.doesNotThrow(() => checkSecretSchema(connector));
  t.doesNotThrow(() => checkSecretSchema({ type: 'object' }));
  const bad: [object, string][] = [
    [token, '/'],
    [
      { type: 'object', properties: { pin: { type: 'integer', 'x-secret': true } } },
      '/properties/pin',
    ],
    [{ type: 'object', properties: { any: { 'x-secret': true } } }, '/properties/any'],
    [
      { type: 'object', properties: { yes: { type: 'string', 'x-secret': 'yes' } } },
      '/properties/yes',
    ],
    [{ type: 'object', properties: { list } }, '/properties/list/items/properties/token'],
    [
      { type: 'object', properties: { list: { ...list, 'x-key': 'token' } } },
      '/properties/list/items/properties/token',
    ],
    [
      { type: 'object', properties: { list: { ...list, 'x-key': 'nothing' } } },
      '/properties/list/items/properties/token',
    ],
    [
      { type: 'object', properties: { list: { type: 'array', items: token } } },
      '/properties/list/items',
    ],
    [{ type: 'object', anyOf: [holder] }, '/anyOf/0/properties/token'],
    [{ type: 'object', $defs: { token } }, '/$defs/token'],
    [{ type: 'object', additionalProperties: token }, '/additionalProperties'],
    [{ type: 'object', patternProperties: { '^a/b': token } }, '/patternProperties/^a~1b'],
  ];
  for (const [schema, place] of bad) {
    t.throws(() => checkSecretSchema(schema), {
      code: 'STINT_ERR_SECRET_SCHEMA',
      message: `x-secret at ${place} would not be kept apart: it belongs on string properties of objects, also in arrays whose x-key names a property of their items.`,
    });
  }
});
