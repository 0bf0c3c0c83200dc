// What a broken or hostile other side does, and what is made of it.

import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import t from 'tap';
import { listen, listenRaw, makeClient } from './fixtures/other-side.ts';

const once = { method: 'POST' };

t.test('a server that never answers costs no more than the time-out', async (t) => {
  const server = await listenRaw(t, () => {});
  const startedAt = performance.now();
  // Long enough for a busy machine to connect in.
  await t.rejects(makeClient(t).fetch(server.url, { timeoutSeconds: 1 }), {
    code: 'STINT_ERR_OUTGOING_TIMEOUT',
    message: `127.0.0.1:${server.port} did not answer within 1 s.`,
  });
  t.ok(performance.now() - startedAt < 4000);
  t.equal(server.connections(), 1, 'it is not tried again');
});

t.test('a server that dribbles its headers or its body gains no time', async (t) => {
  const heads = ['HTTP/1.1 200 OK\r\nX: ', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n'];
  for (const head of heads) {
    const server = await listenRaw(t, (socket) => {
      socket.write(head);
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const startedAt = performance.now();
    await t.rejects(makeClient(t).fetch(server.url, { timeoutSeconds: 0.4 }), {
      code: 'STINT_ERR_OUTGOING_TIMEOUT',
    });
    t.ok(performance.now() - startedAt < 2000);
  }
});

t.test('a name that takes forever to resolve costs no more than the time-out', async (t) => {
  const client = makeClient(t, { resolve: () => sleep(10_000, [], { ref: false }) });
  const startedAt = performance.now();
  await t.rejects(client.fetch('https://slow.example', { timeoutSeconds: 0.2 }), {
    code: 'STINT_ERR_OUTGOING_TIMEOUT',
  });
  t.ok(performance.now() - startedAt < 2000);
});

t.test('a caller who gives up gets its own reason back', async (t) => {
  const server = await listenRaw(t, () => {});
  const client = makeClient(t);
  const reason = new Error('the plugin stops');
  const controller = new AbortController();
  const call = client.fetch(server.url, { signal: controller.signal });
  setTimeout(() => controller.abort(reason), 50);
  await t.rejects(call, reason);
  await t.rejects(client.fetch(server.url, { signal: AbortSignal.abort(reason) }), reason);
  t.match(client.metrics, [{ outcome: 'aborted' }, { outcome: 'aborted' }]);
});

t.test('closing the client cuts what is under way', async (t) => {
  const server = await listenRaw(t, () => {});
  const client = makeClient(t);
  const call = client.fetch(server.url);
  setTimeout(() => client.close(), 50);
  await t.rejects(call, { code: 'STINT_ERR_OUTGOING_UNREACHABLE' });
  await t.rejects(client.fetch(server.url), { code: 'STINT_ERR_OUTGOING_UNREACHABLE' });
});

t.test('a connection that closes half-way is no answer', async (t) => {
  const talks = [
    '',
    'HTTP/1.1 200',
    'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf',
  ];
  for (const talk of talks) {
    const server = await listenRaw(t, (socket) => socket.end(talk));
    const client = makeClient(t);
    await t.rejects(client.fetch(server.url, once), {
      code: 'STINT_ERR_OUTGOING_UNREACHABLE',
      message: /^(?!.*half)/,
    });
    t.equal(server.connections(), 1, 'a POST is not sent twice');
    await t.rejects(client.fetch(server.url), { code: 'STINT_ERR_OUTGOING_UNREACHABLE' });
    t.equal(server.connections(), 4, 'a GET is tried three times');
  }
});

t.test(
  'a body longer than its length said is cut there, and the rest is not an answer',
  async (t) => {
    const server = await listenRaw(t, (socket) =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 500 Smuggled\r\n\r\n'),
    );
    const client = makeClient(t);
    for (let i = 0; i < 2; i++) {
      const answer = await client.fetch(server.url);
      t.equal(answer.status, 200);
      t.equal(answer.text(), 'ok');
    }
  },
);

t.test('garbage is no answer, and is not asked for again', async (t) => {
  for (const talk of ['SSH-2.0-OpenSSH\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n']) {
    const server = await listenRaw(t, (socket) => socket.end(talk));
    await t.rejects(makeClient(t).fetch(server.url), { code: 'STINT_ERR_OUTGOING_UNREACHABLE' });
    t.equal(server.connections(), 1);
  }
});

t.test('a body of more than 10 MB is cut off', async (t) => {
  const chunk = Buffer.alloc(1_000_000);
  let sent = 0;
  const server = await listen(t, async (_request, reply) => {
    while (!reply.destroyed && sent < 200) {
      sent++;
      if (!reply.write(chunk))
        await new Promise((resolve) => reply.once('drain', resolve).once('close', resolve));
    }
    reply.end();
  });
  await t.rejects(makeClient(t).fetch(server.url), {
    code: 'STINT_ERR_OUTGOING_TOO_LARGE',
    message: /^The answer of 127\.0\.0\.1:\d+ is larger than 10 MB\.$/,
  });
  t.ok(sent < 100, `after ${sent} MB`);
  const exact = await listen(t, (_request, reply) => reply.end(Buffer.alloc(10_000_000)));
  t.equal((await makeClient(t).fetch(exact.url)).text().length, 10_000_000);
});

t.test('a compressed body is decompressed, and the limit counts after that', async (t) => {
  const bodies: Record<string, [string, Buffer]> = {
    '/gzip': ['gzip', gzipSync('{"n":1}')],
    '/br': ['BR', brotliCompressSync('{"n":1}')],
    '/gzip-bomb': ['gzip', gzipSync(Buffer.alloc(100_000_000))],
    '/br-bomb': ['br', brotliCompressSync(Buffer.alloc(20_000_000))],
    '/damaged': ['gzip', gzipSync('{"n":1}').subarray(0, 12)],
    '/wrong': ['gzip', Buffer.from('{"n":1}')],
    '/unknown': ['zip', Buffer.from('x')],
    '/twice': ['gzip, gzip', gzipSync(gzipSync('x'))],
  };
  const server = await listen(t, (request, reply) => {
    const [encoding, body] = bodies[request.url ?? ''] ?? ['', Buffer.alloc(0)];
    reply.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length });
    reply.end(body);
  });
  const client = makeClient(t);
  for (const path of ['/gzip', '/br']) {
    const answer = await client.fetch(server.url + path);
    t.same(answer.json(), { n: 1 });
    t.notHas(answer.headers, { 'content-encoding': String });
    t.equal((await client.fetch(server.url + path, { method: 'HEAD' })).status, 200);
  }
  for (const path of ['/gzip-bomb', '/br-bomb']) {
    await t.rejects(
      client.fetch(server.url + path),
      { code: 'STINT_ERR_OUTGOING_TOO_LARGE' },
      path,
    );
  }
  for (const path of ['/damaged', '/wrong', '/unknown', '/twice']) {
    const call = client.fetch(server.url + path);
    await t.rejects(call, { code: 'STINT_ERR_OUTGOING_UNREACHABLE' }, path);
  }
});

t.test('an answer that is not JSON says so without quoting it', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end('<html>hunter2'));
  const answer = await makeClient(t).fetch(server.url);
  t.throws(() => answer.json(), {
    code: 'STINT_ERR_OUTGOING_NOT_JSON',
    message: `The answer of 127.0.0.1:${server.port} is not JSON.`,
  });
});

t.test('an unreachable host is named, its address is not', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end());
  const resolve = async () => [{ address: '127.0.0.2', family: 4 }];
  const client = makeClient(t, { allowPrivate: ['127.0.0.2'], resolve });
  const call = client.fetch(`http://gone.example:${server.port}`, once);
  await t.rejects(call, {
    code: 'STINT_ERR_OUTGOING_UNREACHABLE',
    message: `gone.example:${server.port} gave no complete answer (ECONNREFUSED).`,
    cause: undefined,
  });
  const nameless = makeClient(t, { resolve: async () => [] });
  await t.rejects(nameless.fetch('http://nowhere.example'), { message: /\(ENOTFOUND\)/ });
});
