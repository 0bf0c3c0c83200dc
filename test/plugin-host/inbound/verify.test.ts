import { createHmac } from 'node:crypto';
import type { Verifier } from '@stint/plugin';
import t from 'tap';
import { isGenuine } from '../../../core/plugin-host/inbound/verify.ts';

const bytes = (text: string) => Buffer.from(text);
const now = new Date('2025-01-27T12:00:00Z');
const seconds = now.getTime() / 1000;

t.test("GitHub's published example is genuine, and nothing near it", async (t) => {
  const secret = "It's a Secret to Everybody";
  const right = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
  const check = (signature: string | string[] | undefined, body = 'Hello, World!', key = secret) =>
    isGenuine(
      { kind: 'github' },
      { headers: { 'x-hub-signature-256': signature }, rawBody: bytes(body) },
      key,
      now,
    );
  t.equal(await check(right), true);
  t.equal(await check(right, 'Hello, World! '), false);
  t.equal(await check(right, '', secret), false);
  t.equal(await check(right, 'Hello, World!', 'another'), false);
  t.equal(await check(right, 'Hello, World!', ''), false);
  for (const wrong of [
    undefined,
    '',
    right.slice(7),
    right.slice(0, -1),
    `${right}0`,
    right.replace('sha256', 'sha1'),
    right.toUpperCase(),
    [right],
    right.replace('e', 'é'),
  ]) {
    t.equal(await check(wrong), false, String(wrong));
  }
});

t.test("Slack's published example is genuine within five minutes", async (t) => {
  const secret = '8f742231b10e8888abcd99yyyzzz85a5';
  const timestamp = 1531420618;
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  const right = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
  const check = (late: number, signature = right, header = String(timestamp), text = body) =>
    isGenuine(
      { kind: 'slack' },
      {
        headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': header },
        rawBody: bytes(text),
      },
      secret,
      new Date((timestamp + late) * 1000),
    );
  t.equal(await check(0), true);
  t.equal(await check(300), true);
  t.equal(await check(301), false, 'too old');
  t.equal(await check(-60), true, 'a clock that is a little ahead');
  t.equal(await check(-61), false, 'from the future');
  t.equal(await check(0, right.replace('v0', 'v1')), false);
  t.equal(await check(0, right, String(timestamp + 1)), false, 'another time');
  for (const header of ['', 'now', `${timestamp}.0`, `+${timestamp}`, '1e9', `0x${timestamp}`]) {
    t.equal(await check(0, right, header), false, header);
  }
  t.equal(await check(0, right, undefined, `${body}&text=x`), false);
});

t.test('Standard Webhooks takes one right signature among several', async (t) => {
  const key = Buffer.alloc(24, 7);
  const secret = `whsec_${key.toString('base64')}`;
  const sign = (id: string, at: number, body: string) =>
    `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
  const check = (signature: string, { id = 'msg_1', at = seconds, body = '{}' } = {}) =>
    isGenuine(
      { kind: 'standard' },
      {
        headers: {
          'webhook-id': id,
          'webhook-timestamp': String(at),
          'webhook-signature': signature,
        },
        rawBody: bytes(body),
      },
      secret,
      now,
    );
  const published = await isGenuine(
    { kind: 'standard' },
    {
      headers: {
        'webhook-id': 'msg_loFOjxBNrRLzqYUf',
        'webhook-timestamp': '1731705121',
        'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
      },
      rawBody: bytes('{"event_type":"ping","data":{"success":true}}'),
    },
    'whsec_plJ3nmyCDGBKInavdOK15jsl',
    new Date(1_731_705_121_000),
  );
  t.equal(published, true, 'the published example');
  const right = sign('msg_1', seconds, '{}');
  t.equal(await check(right), true);
  t.equal(await check(`v1,${'A'.repeat(43)}= v1a,x ${right}`), true);
  t.equal(await check(right, { id: 'msg_2' }), false);
  t.equal(await check(right, { body: '{ }' }), false);
  t.equal(await check(sign('msg_1', seconds - 301, '{}'), { at: seconds - 301 }), false);
  t.equal(await check(''), false);
});

t.test(
  'a plain HMAC is read from the header, encoding and prefix that the plugin names',
  async (t) => {
    for (const algorithm of ['sha256', 'sha512'] as const) {
      for (const encoding of ['hex', 'base64'] as const) {
        const verifier: Verifier = {
          kind: 'hmac',
          header: 'X-Mill-Signature',
          algorithm,
          encoding,
          prefix: 'mac=',
        };
        const right = createHmac(algorithm, 'secret').update('grain').digest(encoding);
        const check = (signature: string) =>
          isGenuine(
            verifier,
            { headers: { 'x-mill-signature': signature }, rawBody: bytes('grain') },
            'secret',
            now,
          );
        t.equal(await check(`mac=${right}`), true);
        t.equal(await check(right), false);
        t.equal(await check(`mac=${right.slice(1)}`), false);
      }
    }
  },
);

t.test("a plugin's own check counts only when it says true", async (t) => {
  const check = (answer: () => unknown) =>
    isGenuine(
      { kind: 'custom', verify: answer as () => boolean },
      { headers: {}, rawBody: bytes('') },
      'secret',
      now,
    );
  t.equal(await check(() => true), true);
  t.equal(await check(async () => true), true);
  t.equal(await check(() => 'yes'), false);
  t.equal(await check(() => undefined), false);
  t.equal(
    await check(() => {
      throw new Error('a bug');
    }),
    false,
  );
});

t.test(
  'an hmac with a signed time is genuine within five minutes, with that time alone',
  async (t) => {
    const verifier: Verifier = {
      kind: 'hmac',
      header: 'X-Signature',
      algorithm: 'sha256',
      encoding: 'hex',
      timestampHeader: 'X-Timestamp',
    };
    const check = (signedAt: number | string, toldAt: number | string | undefined = signedAt) => {
      const mac = createHmac('sha256', 'key').update(`${signedAt}.{}`).digest('hex');
      const headers = { 'x-signature': mac, 'x-timestamp': toldAt?.toString() };
      return isGenuine(verifier, { headers, rawBody: bytes('{}') }, 'key', now);
    };
    t.equal(await check(seconds), true);
    t.equal(await check(seconds - 300), true);
    t.equal(await check(seconds - 301), false);
    t.equal(await check(seconds + 61), false);
    t.equal(await check(seconds - 400, seconds), false);
    t.equal(await check('soon'), false);
    const mac = createHmac('sha256', 'key').update('{}').digest('hex');
    const untimed = { headers: { 'x-signature': mac }, rawBody: bytes('{}') };
    t.equal(await isGenuine(verifier, untimed, 'key', now), false);
  },
);
