/** Ten thousand bodies and signatures, right, wrong and nearly right: the receiver says what GitHub's own verifier says. */
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Webhooks } from '@octokit/webhooks';
import { connectAda, issue, sign } from './connected.ts';

const ROUNDS = 10_000;

const pick = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T;

/** Another character somewhere, one more or one less. */
function mutate(text: string): string {
  const at = randomInt(Math.max(1, text.length));
  const odd = pick(['0', 'f', ' ', '=', 'é', '\u0000', '👍', '"', '}', '\n']);
  return pick([
    text.slice(0, at) + odd + text.slice(at + 1),
    text.slice(0, at) + odd + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at),
    text.toUpperCase(),
  ]);
}

test('ten thousand mutated bodies and signatures are judged as @octokit/webhooks judges them', async (t) => {
  const { link } = await connectAda(t);
  const webhooks = new Webhooks({ secret: link.secret });
  const verdicts = { accepted: 0, refused: 0 };
  for (let i = 0; i < ROUNDS; i += 1) {
    const told = { action: 'pinned', issue: issue(i + 1), repository: { full_name: 'acme/shop' } };
    const original = JSON.stringify(told);
    // One that is empty is malformed before it is unsigned, and the verifier takes none.
    const body = pick([original, original, mutate(original) || original]);
    const right = sign(link.secret, pick([original, body]));
    const signature = pick([right, right, mutate(right), right.replace('sha256=', 'sha1=')]);
    // A header is Latin-1 and has no control characters: what cannot be sent is nobody's to judge.
    const sent = signature.replaceAll(/[^\x20-\x7e]/g, '?').trim();
    const isGenuine = sent !== '' && (await webhooks.verify(body, sent).catch(() => false));
    const { status } = await link.deliver(body, {
      'x-hub-signature-256': sent,
      'x-github-delivery': randomUUID(),
    });
    assert.ok(status < 500, `${status}: ${body}`);
    assert.equal(status !== 401, isGenuine, `${status} for ${sent} on ${body}`);
    verdicts[isGenuine ? 'accepted' : 'refused'] += 1;
  }
  // Both have to be tried often, or nothing is shown.
  assert.ok(verdicts.accepted > ROUNDS / 10, JSON.stringify(verdicts));
  assert.ok(verdicts.refused > ROUNDS / 10, JSON.stringify(verdicts));
});
