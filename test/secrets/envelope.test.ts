import fc from 'fast-check';
import t from 'tap';
import { type Envelope, seal, unseal } from '../../core/secrets/envelope.ts';
import { parseKeyRing } from '../../core/secrets/key-ring.ts';
import { randomKey } from '../fixtures/secret-keys.ts';

const old = randomKey();
const keys = parseKeyRing(`new:${randomKey()},old:${old}`);
const place = { owner: 'connection:7', path: '/bot_token' };
const tampered = { code: 'STINT_ERR_SECRET_TAMPERED', message: /connection:7\/bot_token/ };

t.test('what is sealed opens again, whatever it is', async () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (clear, owner, path) => {
        const sealed = seal(keys, { owner, path }, clear);
        return unseal(keys, { owner, path }, sealed) === clear;
      },
    ),
  );
});

t.test('the same secret never looks the same twice', async (t) => {
  const all = Array.from({ length: 1000 }, () => seal(keys, place, 'same'));
  t.equal(new Set(all.map(({ nonce }) => nonce.toString('hex'))).size, 1000);
  t.equal(new Set(all.map(({ ciphertext }) => ciphertext.toString('hex'))).size, 1000);
  t.ok(all.every(({ nonce, key_id }) => nonce.length === 12 && key_id === 'new'));
});

t.test('one flipped bit anywhere in nonce, ciphertext or tag is noticed', async (t) => {
  const sealed = seal(keys, place, 'xoxb-0123456789');
  for (const part of ['nonce', 'ciphertext'] as const) {
    for (let bit = 0; bit < sealed[part].length * 8; bit++) {
      const bytes = Buffer.from(sealed[part]);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      t.throws(() => unseal(keys, place, { ...sealed, [part]: bytes }), tampered);
    }
  }
});

t.test('a shortened, lengthened or empty envelope is noticed', async (t) => {
  const sealed = seal(keys, place, 'xoxb-0123456789');
  const { nonce, ciphertext } = sealed;
  const broken: Partial<Envelope>[] = [
    { ciphertext: ciphertext.subarray(0, -1) },
    { ciphertext: ciphertext.subarray(1) },
    { ciphertext: ciphertext.subarray(-16) },
    { ciphertext: ciphertext.subarray(0, 4) },
    { ciphertext: Buffer.alloc(0) },
    { ciphertext: Buffer.concat([ciphertext, Buffer.alloc(1)]) },
    { nonce: nonce.subarray(0, 8) },
    { nonce: Buffer.alloc(0) },
  ];
  for (const part of broken) t.throws(() => unseal(keys, place, { ...sealed, ...part }), tampered);
});

t.test('a secret that was moved to another owner or path does not open', async (t) => {
  const sealed = seal(keys, place, 'mine');
  for (const elsewhere of [
    { ...place, owner: 'connection:8' },
    { ...place, path: '/signing_secret' },
    { owner: 'connection:7/', path: 'bot_token' },
    { owner: 'connection:', path: '7/bot_token' },
  ]) {
    t.throws(() => unseal(keys, elsewhere, sealed), { code: 'STINT_ERR_SECRET_TAMPERED' });
  }
});

t.test(
  'an older key still opens, another key of its id does not, a missing one is named',
  async (t) => {
    const sealed = seal(parseKeyRing(`old:${old}`), place, 'kept');
    t.equal(unseal(keys, place, sealed), 'kept');
    t.throws(() => unseal(parseKeyRing(`old:${randomKey()}`), place, sealed), tampered);
    t.throws(() => unseal(keys, place, { ...sealed, key_id: 'new' }), tampered);
    t.throws(() => unseal(parseKeyRing(`new:${randomKey()}`), place, sealed), {
      code: 'STINT_ERR_SECRET_KEY_UNKNOWN',
      message: /connection:7\/bot_token is under the key old/,
    });
  },
);
