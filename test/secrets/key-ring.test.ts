import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import t from 'tap';
import { generateKey, parseKeyRing } from '../../core/secrets/key-ring.ts';
import { randomKey } from '../fixtures/secret-keys.ts';

t.test('a single key needs no id, and is called by its fingerprint', async (t) => {
  const key = randomKey();
  const ring = parseKeyRing(` ${key}\n`);
  t.match(ring.currentId, /^[0-9a-f]{8}$/);
  t.equal(parseKeyRing(key).currentId, ring.currentId);
  t.not(parseKeyRing(randomKey()).currentId, ring.currentId);
});

t.test('of several keys the first is current and all are there', async (t) => {
  const ring = parseKeyRing(`b:${randomKey()}, a:${randomKey()}`);
  t.equal(ring.currentId, 'b');
  t.same([...ring.keys.keys()], ['b', 'a']);
});

t.test('base64 may be written for URLs, and without its padding', async (t) => {
  const bytes = randomBytes(32);
  t.equal(
    parseKeyRing(bytes.toString('base64url')).currentId,
    parseKeyRing(bytes.toString('base64')).currentId,
  );
});

t.test('a generated key is a setting that can be read', async (t) => {
  const entry = generateKey();
  t.equal(parseKeyRing(entry).currentId, entry.split(':')[0]);
});

t.test('a weak key is refused, and not shown', async (t) => {
  const weak: Record<string, Buffer> = {
    'of zeros': Buffer.alloc(32),
    'of one byte again and again': Buffer.alloc(32, 0xa7),
    'of few different bytes': Buffer.from('0123456789abcdef0123456789abcdef'),
    'that counts up': Buffer.from(Array.from({ length: 32 }, (_, i) => i)),
    'that counts down': Buffer.from(Array.from({ length: 32 }, (_, i) => 250 - 3 * i)),
    'that is a text': Buffer.from('Never use a sentence for it, ok?'),
    'too short': randomBytes(16),
    'too long': randomBytes(48),
    'of hex digits instead of base64': Buffer.from(randomBytes(32).toString('hex'), 'base64'),
  };
  for (const [what, bytes] of Object.entries(weak)) {
    const text = bytes.toString('base64');
    for (const setting of [text, `k1:${text}`, `k2:${randomKey()},k1:${text}`]) {
      const error = fault(() => parseKeyRing(setting));
      t.equal(error.code, 'STINT_ERR_SECRET_KEY_WEAK', what);
      t.notMatch(error.message, new RegExp(text.slice(0, 12).replaceAll('+', '\\+')));
    }
  }
});

t.test('what is no key ring is refused, and not shown', async (t) => {
  const key = randomKey();
  const other = randomKey();
  for (const setting of [
    'correct horse battery staple',
    `${key},`,
    `a:b:${key}`,
    `:${key}`,
    `${'a'.repeat(33)}:${key}`,
    `white space:${key}`,
    `a:${key},a:${other}`,
    `a:${key},b:${key}`,
  ]) {
    const error = fault(() => parseKeyRing(setting));
    t.equal(error.code, 'STINT_ERR_SECRET_KEY_INVALID', setting);
    t.notOk(error.message.includes(key) || error.message.includes('horse'));
  }
});

t.test('a key ring that is logged by mistake shows no key', async (t) => {
  const bytes = randomBytes(32);
  const ring = parseKeyRing(bytes.toString('base64'));
  for (const text of [JSON.stringify(ring), inspect(ring, { depth: 9, showHidden: true })]) {
    t.notOk(text.includes(bytes.toString('hex')) || text.includes(bytes.toString('base64')));
    t.notMatch(text, new RegExp([...bytes.subarray(0, 4)].join(',\\s*')));
  }
});

function fault(work: () => unknown): Error & { code?: string } {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}
