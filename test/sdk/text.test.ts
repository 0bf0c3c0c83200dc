import { cutText } from '@stint/plugin';
import fc from 'fast-check';
import t from 'tap';

t.test('text is cut at code points, and made fit to be kept', async (t) => {
  t.equal(cutText('abc', 2), 'ab');
  t.equal(cutText('👍👍👍', 2), '👍👍');
  t.equal(cutText('a\0b', 5), 'ab');
  t.equal(cutText('a\ud83d', 5), 'a\ufffd');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, length) => {
      const cut = cutText(text, length);
      const whole = Array.from(text.replaceAll('\0', '').toWellFormed());
      return cut === whole.slice(0, length).join('') && cut.isWellFormed();
    }),
  );
});
