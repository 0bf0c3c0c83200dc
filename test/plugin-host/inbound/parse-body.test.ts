import t from 'tap';
import { parseBody, toJsonText } from '../../../core/plugin-host/inbound/parse-body.ts';

const form = 'application/x-www-form-urlencoded; charset=utf-8';
const parse = (type: string | undefined, text: string | Buffer) =>
  parseBody(type, Buffer.from(text));

t.test('a body is JSON, a form, or JSON in a form', async (t) => {
  t.same(parse('application/json', '{"a":1}'), { a: 1 });
  t.same(parse(undefined, '{"a":1}'), { a: 1 });
  t.same(parse(form, 'a=1&b=%C3%A9+x'), { a: '1', b: 'é x' });
  t.same(parse(form, 'payload=%7B%22a%22%3A1%7D'), { a: 1 });
  t.equal(Object.getPrototypeOf(parse('application/json', '{"__proto__":{"a":1}}')).a, undefined);
});

t.test('anything else is refused, without repeating it', async (t) => {
  for (const [type, text] of [
    ['application/json', '{"secret":'],
    ['application/json', ''],
    ['application/json', '[1]'],
    ['application/json', 'null'],
    ['application/json', '"text"'],
    ['application/json', Buffer.from([0x7b, 0xff, 0x7d])],
    ['application/json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    [form, 'payload=%7Bsecret'],
  ] as const) {
    t.throws(() => parse(type, text as string), {
      code: 'STINT_ERR_WEBHOOK_BODY',
      statusCode: 400,
      message: /^(?!.*secret)/,
    });
  }
});

t.test('JSON text is such as PostgreSQL can keep', async (t) => {
  const kept = JSON.parse(
    toJsonText({ a: 'x\0\0y', b: '\ud800z', c: '\\u0000', d: '😀', e: '\\\0' }),
  );
  t.same(kept, { a: 'x\ufffd\ufffdy', b: '\ufffdz', c: '\\u0000', d: '😀', e: '\\\ufffd' });
});
