/** Ten thousand requests, whole and broken: Slack's own verifier says of each what this one does, but for the future. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import bolt from '@slack/bolt';
import fc from 'fast-check';
import { EVENTS, openWorkspace, SIGNING_SECRET } from './workspace.ts';

const REQUESTS = 10_000;
const MOST_AGE = 300;

const request = fc.record({
  text: fc.string({ unit: 'binary', maxLength: 40 }),
  secret: fc.constantFrom(SIGNING_SECRET, SIGNING_SECRET, SIGNING_SECRET, 'another', ''),
  age: fc.oneof(
    fc.integer({ min: -3, max: MOST_AGE }),
    fc.constantFrom(299, 300, 301, 302, -59, -60, -61, 86_400, -86_400),
  ),
  signature: fc.constantFrom(
    'right',
    'right',
    'right',
    'right',
    'upper',
    'cut',
    'v1',
    'bare',
    'empty',
    'bit',
    'long',
  ),
  timestamp: fc.constantFrom(
    'right',
    'right',
    'right',
    'right',
    'other',
    'spaced',
    'fraction',
    'text',
    'signed',
  ),
  body: fc.constantFrom('right', 'right', 'right', 'right', 'more', 'less', 'case'),
});
type Request = typeof request extends fc.Arbitrary<infer T> ? T : never;

test('they agree', { timeout: 900_000 }, async (t) => {
  const { host } = await openWorkspace(t);
  const now = host.clock.now().getTime();
  const seen = { taken: 0, refused: 0, future: 0 };
  await fc.assert(
    fc.asyncProperty(request, async (made) => {
      const { body, headers, seconds } = shape(made, now);
      const theirs = bolt.isValidSlackRequest
        ? bolt.isValidSlackRequest({
            signingSecret: SIGNING_SECRET,
            body,
            headers,
            nowMilliseconds: now,
          } as never)
        : assert.fail('Bolt has no verifier.');
      const { status } = await host.request(EVENTS, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } as never,
      });
      assert.ok(status === 200 || status === 401, `${status}`);
      const isFuture = seconds > now / 1000 + 60;
      if (isFuture) {
        seen.future += 1;
        assert.equal(status, 401, 'the future is refused, whatever Bolt says');
      } else {
        seen[status === 200 ? 'taken' : 'refused'] += 1;
        assert.equal(status === 200, theirs, JSON.stringify({ made, body, headers }));
      }
    }),
    { numRuns: REQUESTS },
  );
  // It was about something: of each kind there were many.
  for (const [kind, count] of Object.entries(seen)) assert.ok(count > 100, `${kind}: ${count}`);
});

function shape({ text, secret, age, signature, timestamp, body: change }: Request, now: number) {
  const seconds = Math.floor(now / 1000) - age;
  const form = new URLSearchParams({
    command: '/tt',
    text,
    team_id: 'T1',
    user_id: 'U1',
  }).toString();
  const mac = createHmac('sha256', secret).update(`v0:${seconds}:${form}`).digest('hex');
  const flipped = (mac.at(-1) === '0' ? '1' : '0').padStart(1);
  const signatures = {
    right: `v0=${mac}`,
    upper: `v0=${mac.toUpperCase()}`,
    cut: `v0=${mac.slice(0, -1)}`,
    v1: `v1=${mac}`,
    bare: mac,
    empty: '',
    bit: `v0=${mac.slice(0, -1)}${flipped}`,
    long: `v0=${mac}0`,
  };
  const timestamps = {
    right: `${seconds}`,
    other: `${seconds - 1}`,
    spaced: `${seconds}`.replace(/^(.)/, '$1 '),
    fraction: `${seconds}.5`,
    text: 'yesterday',
    signed: `-${seconds}`,
  };
  const bodies = {
    right: form,
    more: `${form}&x=1`,
    less: form.slice(0, -1),
    case: form.replace('tt', 'TT'),
  };
  return {
    seconds,
    body: bodies[change],
    headers: {
      'x-slack-request-timestamp': timestamps[timestamp],
      'x-slack-signature': signatures[signature],
    },
  };
}
