import t from 'tap';
import { listen, makeClient } from './fixtures/other-side.ts';

t.test('a redirect is an answer, and is not followed', async (t) => {
  const inner = await listen(t, (_request, reply) => reply.end('inner'), { host: '127.0.0.2' });
  const server = await listen(t, (_request, reply) =>
    reply.writeHead(302, { location: inner.url }).end(),
  );
  const answer = await makeClient(t).fetch(server.url);
  t.equal(answer.status, 302);
  t.equal(answer.headers.location, inner.url);
  t.equal(inner.connections(), 0);
});

t.test('three redirects within the origin are followed where the caller asks for it', async (t) => {
  const server = await listen(t, (request, reply) => {
    const hop = Number(request.url?.slice(1));
    if (hop === 0) reply.end(`${request.method} done`);
    else reply.writeHead(307, { location: `/${hop - 1}` }).end();
  });
  const client = makeClient(t);
  const follow = { followSameOrigin: true };
  t.equal((await client.fetch(`${server.url}/3`, follow)).text(), 'GET done');
  t.equal((await client.fetch(`${server.url}/4`, follow)).status, 307);
  t.equal(
    (await client.fetch(`${server.url}/2`, { ...follow, method: 'POST', body: 'x' })).text(),
    'POST done',
  );
});

t.test('a redirect to elsewhere is never followed', async (t) => {
  const inner = await listen(t, (_request, reply) => reply.end('inner'), { host: '127.0.0.2' });
  const server = await listen(t, (request, reply) => {
    const location = decodeURIComponent(request.url?.slice(1) ?? '');
    reply.writeHead(302, { location }).end();
  });
  const client = makeClient(t, { allowPrivate: ['127.0.0.0/8'] });
  const { host } = new URL(server.url);
  for (const location of [
    inner.url,
    `//127.0.0.2:${inner.port}/`,
    `http://user@${host}/`,
    'http://[',
  ]) {
    const answer = await client.fetch(`${server.url}/${encodeURIComponent(location)}`, {
      followSameOrigin: true,
    });
    t.equal(answer.status, 302, location);
  }
  t.equal(inner.connections(), 0);
});

t.test('a redirected POST is left to its caller', async (t) => {
  const server = await listen(t, (_request, reply) =>
    reply.writeHead(301, { location: '/moved' }).end(),
  );
  const answer = await makeClient(t).fetch(server.url, { method: 'POST', followSameOrigin: true });
  t.equal(answer.status, 301);
});
