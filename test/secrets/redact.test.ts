import fc from 'fast-check';
import t from 'tap';
import { redact, truncateSecret } from '../../core/secrets/redact.ts';

t.test('of a secret its prefix is shown, or the first four characters, or nothing', async (t) => {
  t.equal(truncateSecret('ghp_16C7e42F292c6912E7710c8'), 'ghp_…');
  t.equal(truncateSecret('xoxb-1234-5678-abcdefghijkl'), 'xoxb-…');
  t.equal(truncateSecret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'), 'whsec_…');
  t.equal(truncateSecret('0123456789abcdef'), '0123…');
  t.equal(truncateSecret('correct-horse-battery'), 'corr…');
  t.equal(truncateSecret('hunter2'), '…');
});

t.test('every place of every secret in a text is replaced', async (t) => {
  const token = 'ghp_16C7e42F292c6912E7710c8';
  t.equal(
    redact(`GET /?t=${token} failed: ${token}, then hunter2`, [token, 'hunter2']),
    'GET /?t=ghp_… failed: ghp_…, then …',
  );
  t.equal(redact('nothing here', [token]), 'nothing here');
  t.equal(redact('nothing here', []), 'nothing here');
  t.equal(redact('abcdef', ['abc', '']), 'abcdef');
  t.equal(redact('secret-and-more', ['secret', 'secret-and-more']), '…', 'the longest counts');
});

t.test('no secret is left, as it is or as JSON, URLs, forms and base64 write it', async () => {
  const secret = fc.string({ unit: 'grapheme', minLength: 16, maxLength: 40 });
  fc.assert(
    fc.property(secret, fc.string(), fc.array(secret), (value, around, others) => {
      fc.pre(!truncateSecret(value).includes(value));
      const text = [
        value,
        JSON.stringify({ value }),
        encodeURIComponent(value),
        new URLSearchParams({ value }),
        Buffer.from(value).toString('base64'),
      ].join(`\n${around}\n`);
      const clean = redact(text, [...others, value]);
      return !clean.includes(value) && !clean.includes(encodeURIComponent(value));
    }),
  );
});
