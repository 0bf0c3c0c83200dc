import { RateLimited } from '@stint/plugin';
import t from 'tap';
import { readRetryAfter } from '../../../core/infra/outgoing-http/retry-after.ts';
import { listen, listenRaw, makeClient } from './fixtures/other-side.ts';

type Test = Parameters<typeof listen>[0];
type Step = [status: number, retryAfter?: string];

/** Answers step by step; the last step stays. */
async function listenInSteps(t: Test, ...steps: Step[]) {
  let count = 0;
  const server = await listen(t, (_request, reply) => {
    const [status, retryAfter] = steps[Math.min(count++, steps.length - 1)] ?? [200];
    if (retryAfter !== undefined) reply.setHeader('retry-after', retryAfter);
    reply.writeHead(status).end();
  });
  return { url: server.url, count: () => count };
}

t.test('a gateway fault is tried again, twice at most, where repeating does no harm', async (t) => {
  for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
    const server = await listenInSteps(t, [502], [504], [200]);
    t.equal((await makeClient(t).fetch(server.url, { method })).status, 200, method);
    t.equal(server.count(), 3);
  }
  for (const method of ['POST', 'PATCH']) {
    const server = await listenInSteps(t, [503], [200]);
    t.equal((await makeClient(t).fetch(server.url, { method })).status, 503, method);
    t.equal(server.count(), 1);
  }
  const down = await listenInSteps(t, [502]);
  const client = makeClient(t);
  t.equal((await client.fetch(down.url)).status, 502);
  t.equal(down.count(), 3);
  t.match(client.metrics, [{ attempts: 3, outcome: 502 }]);
  const broken = await listenInSteps(t, [500]);
  t.equal((await makeClient(t).fetch(broken.url)).status, 500);
  t.equal(broken.count(), 1);
});

t.test('a connection that broke is tried again', async (t) => {
  let count = 0;
  const server = await listenRaw(t, (socket) => {
    if (++count < 3) socket.destroy();
    else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
  t.equal((await makeClient(t).fetch(server.url)).status, 200);
  t.equal(count, 3);
});

t.test('there is no wait that would end after the time-out', async (t) => {
  const server = await listenInSteps(t, [429, '2'], [200]);
  const startedAt = performance.now();
  const error = await makeClient(t)
    .fetch(server.url, { timeoutSeconds: 1.9 })
    .catch((error) => error);
  t.type(error, RateLimited);
  t.ok(performance.now() - startedAt < 1500);
  t.equal(server.count(), 1);
});

t.test('a long Retry-After, in seconds or as a date, is handed to the caller', async (t) => {
  const now = () => new Date('2025-01-27T09:00:00Z');
  const steps: Step[] = [
    [429, '120'],
    [503, '120'],
    [429, 'Mon, 27 Jan 2025 09:02:00 GMT'],
  ];
  for (const step of steps) {
    for (const method of ['GET', 'POST']) {
      const server = await listenInSteps(t, step);
      const error = await makeClient(t, { now })
        .fetch(server.url, { method })
        .catch((error) => error);
      t.type(error, RateLimited);
      t.equal(error.retryAfterSeconds, 120);
      t.equal(server.count(), 1);
    }
  }
});

t.test('a short Retry-After is waited for', async (t) => {
  const server = await listenInSteps(t, [429, '1'], [200]);
  const startedAt = performance.now();
  t.equal((await makeClient(t).fetch(server.url, { method: 'POST' })).status, 200);
  t.ok(performance.now() - startedAt >= 1000);
  const stubborn = await listenInSteps(t, [429, '0']);
  const error = await makeClient(t)
    .fetch(stubborn.url)
    .catch((error) => error);
  t.type(error, RateLimited);
  t.equal(error.retryAfterSeconds, 1);
  t.equal(stubborn.count(), 3);
  const unsure = await listenInSteps(t, [503, '1'], [200]);
  await t.rejects(makeClient(t).fetch(unsure.url, { method: 'POST' }), RateLimited);
  t.equal(unsure.count(), 1, 'nobody knows whether a POST that met a 503 was done');
});

t.test('a 429 without a readable Retry-After is an answer', async (t) => {
  for (const step of [[429], [429, 'soon']] as Step[]) {
    const server = await listenInSteps(t, step);
    t.equal((await makeClient(t).fetch(server.url)).status, 429);
    t.equal(server.count(), 1);
  }
});

t.test('Retry-After is read in all forms of RFC 9110, and in no other', async (t) => {
  const now = new Date('1994-11-06T08:49:00Z');
  const forms: [string | undefined, number | undefined][] = [
    ['120', 120],
    [' 0 ', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37],
    ['Sun Nov  6 08:49:37 1994', 37],
    ['Sun, 06 Nov 1994 08:00:00 GMT', 0],
    ['99999999999', 86_400],
    [undefined, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Sun, 99 Nov 1994', undefined],
    ['1994-11-06T08:49:37Z', undefined],
  ];
  for (const [value, seconds] of forms) t.equal(readRetryAfter(value, now), seconds, `${value}`);
});
