import fc from 'fast-check';
import t from 'tap';
import { matchStep, newTotpSecret, totpUri } from '../../core/two-factor/totp.ts';
import { secretOf, totpAt } from '../fixtures/totp.ts';

// '12345678901234567890', the secret of the vectors of both RFCs.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

t.test('the codes of RFC 4226, appendix D, belong to their counters', async (t) => {
  const codes = [755224, 287082, 359152, 969429, 338314, 254676, 287922, 162583, 399871, 520489];
  for (const [counter, code] of codes.entries()) {
    t.equal(matchStep(secret, String(code), new Date(counter * 30_000)), counter);
  }
});

t.test('the codes of RFC 6238, appendix B, belong to their instants', async (t) => {
  // Of eight digits there, of which an authenticator shows the last six.
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ];
  for (const [second, code] of vectors) {
    const step = matchStep(secret, code.slice(2), new Date(second * 1000));
    t.equal(step, Math.floor(second / 30));
  }
});

t.test('a code counts in its step, the one before and the one after, and no further', async (t) => {
  const at = new Date('2025-01-27T12:00:10Z');
  const around = (steps: number) => totpAt(secret, new Date(at.getTime() + steps * 30_000));
  const now = Math.floor(at.getTime() / 30_000);
  t.same(
    [-2, -1, 0, 1, 2].map((steps) => matchStep(secret, around(steps), at)),
    [undefined, now - 1, now, now + 1, undefined],
  );
});

t.test('any secret and instant give the code of any other authenticator', async (t) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
      const mine = newTotpSecret();
      const at = new Date(second * 1000);
      return matchStep(mine, totpAt(mine, at), at) !== undefined;
    }),
  );
  t.pass();
});

t.test('a secret has 160 bits, and its URI all that an authenticator needs', async (t) => {
  const mine = newTotpSecret();
  t.match(mine, /^[A-Z2-7]{32}$/);
  const uri = totpUri(mine, 'ada+stint@example.com');
  const { protocol, host, pathname, searchParams } = new URL(uri);
  t.same(
    [protocol, host, decodeURIComponent(pathname)],
    ['otpauth:', 'totp', '/Stint:ada+stint@example.com'],
  );
  t.match(Object.fromEntries(searchParams), {
    issuer: 'Stint',
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  t.equal(secretOf(uri), mine);
});
