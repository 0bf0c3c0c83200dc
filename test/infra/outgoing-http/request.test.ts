import t from 'tap';
import type { OutgoingInit } from '../../../core/infra/outgoing-http/request.ts';
import { listen, makeClient } from './fixtures/other-side.ts';

t.test('method, headers and body arrive as they were given', async (t) => {
  const server = await listen(t, async (request, reply) => {
    const body = (await request.toArray()).join('');
    const { method, url, headers } = request;
    reply.setHeader('set-cookie', ['a=1', 'b=2']);
    reply.writeHead(201).end(JSON.stringify({ method, url, headers, body }));
  });
  const client = makeClient(t);
  const answer = await client.fetch(`${server.url}/a%20b?q=1#part`, {
    method: 'post',
    headers: { 'X-Key': 'v', 'user-agent': 'goals' },
    body: '{"ü":1}',
  });
  t.equal(answer.status, 201);
  t.equal(answer.headers['set-cookie'], 'a=1, b=2');
  t.match(answer.json(), {
    method: 'POST',
    url: '/a%20b?q=1',
    headers: { 'x-key': 'v', 'user-agent': 'goals', 'content-length': '8' },
    body: '{"ü":1}',
  });
  t.equal((await client.fetch(server.url, { method: 'HEAD' })).text(), '');
});

t.test('headers and methods that steer the connection are refused', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end());
  const client = makeClient(t);
  const inits: OutgoingInit[] = [
    { headers: { Host: 'other.example' } },
    { headers: { 'Transfer-Encoding': 'chunked' } },
    { headers: { 'content-length': '1' } },
    { headers: { 'Proxy-Authorization': 'Basic hunter2' } },
    { headers: { 'x-a': 'hunter2\r\nHost: other.example' } },
    { headers: { 'x a': 'hunter2' } },
    { method: 'CONNECT' },
    { method: 'GET / HTTP/1.1\r\nX: ' },
    { method: 'GET', body: 'x' },
  ];
  for (const init of inits) {
    await t.rejects(
      client.fetch(server.url, init),
      { code: 'STINT_ERR_OUTGOING_REQUEST_INVALID', message: /^(?!.*hunter2)/ },
      JSON.stringify(init),
    );
  }
  t.equal(server.connections(), 0);
});

t.test('a body of more than 10 MB is not sent', async (t) => {
  const client = makeClient(t);
  await t.rejects(
    client.fetch('http://127.0.0.1:1/', { method: 'POST', body: 'x'.repeat(10_000_001) }),
    { code: 'STINT_ERR_OUTGOING_TOO_LARGE', message: /^The request to 127\.0\.0\.1:1 is larger/ },
  );
});

t.test('log lines and metrics name the host and nothing secret', async (t) => {
  const server = await listen(t, (_request, reply) => reply.writeHead(401).end('hunter2'));
  const client = makeClient(t);
  const answer = await client.fetch(`${server.url}/hunter2?key=hunter2`, {
    method: 'POST',
    headers: { authorization: 'hunter2' },
    body: 'hunter2',
  });
  t.equal(answer.status, 401, 'and a refusal is an answer');
  t.notMatch(client.lines.join('\n'), /hunter2/);
  t.match(client.metrics, [
    { host: `127.0.0.1:${server.port}`, method: 'POST', outcome: 401, attempts: 1 },
  ]);
});

t.test('calls above the limit wait for a free slot, and for no longer than they may', async (t) => {
  let running = 0;
  let most = 0;
  const server = await listen(t, (_request, reply) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      reply.end();
    }, 150);
  });
  const client = makeClient(t, { concurrency: 3 });
  const calls = Array.from({ length: 9 }, () => client.fetch(server.url));
  await t.rejects(client.fetch(server.url, { timeoutSeconds: 0.05 }), {
    code: 'STINT_ERR_OUTGOING_TIMEOUT',
  });
  const answers = await Promise.all(calls);
  t.ok(answers.every((answer) => answer.status === 200));
  t.equal(most, 3);
  await Promise.all(Array.from({ length: 3 }, () => client.fetch(server.url)));
  t.equal(most, 3, 'slots are given back');
});
