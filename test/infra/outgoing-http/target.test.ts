import t from 'tap';
import { listen, makeClient } from './fixtures/other-side.ts';

t.test('a URL of another form is refused, and its secrets are not repeated', async (t) => {
  const client = makeClient(t);
  for (const url of [
    '/relative',
    'file:///etc/passwd',
    'ftp://example.com/',
    'gopher://example.com/',
    'data:text/plain,x',
    'http://',
    'http://user@example.com/',
    'http://user:hunter2@example.com/',
    'http://:hunter2@example.com/',
    'http://api.github.com@169.254.169.254/',
    'http://1.2.3.4.5:99999/?hunter2',
  ]) {
    await t.rejects(
      client.fetch(url),
      { code: 'STINT_ERR_OUTGOING_URL_INVALID', message: /^(?!.*hunter2)/ },
      url,
    );
  }
});

t.test('a host that is not allowed is refused by name, before it is resolved', async (t) => {
  const asked: string[] = [];
  const client = makeClient(t, {
    allowedHosts: async () => ['api.github.com'],
    resolve: async (host) => {
      asked.push(host);
      return [];
    },
  });
  await t.rejects(client.fetch('https://evil.example/?key=hunter2'), {
    code: 'STINT_ERR_OUTGOING_HOST_NOT_ALLOWED',
    message: 'The host evil.example is not among those that may be called.',
  });
  t.same(asked, []);
  t.match(client.lines[0], /outgoing request refused/);
});

t.test('an allowed origin that lies inside needs the self-hoster as well', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end('ok'));
  const allowedHosts = () => [server.url];
  const refused = makeClient(t, { allowedHosts, allowPrivate: [] });
  await t.rejects(refused.fetch(server.url), { code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN' });
  const allowed = makeClient(t, { allowedHosts });
  t.equal((await allowed.fetch(server.url)).status, 200);
});

t.test('the list of hosts is asked again at each call', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end('ok'));
  let hosts = ['127.0.0.1'];
  const client = makeClient(t, { allowedHosts: () => hosts });
  t.equal((await client.fetch(server.url)).status, 200);
  hosts = [];
  await t.rejects(client.fetch(server.url), { code: 'STINT_ERR_OUTGOING_HOST_NOT_ALLOWED' });
});

t.test('a fault of the list itself is not blamed on the host', async (t) => {
  const client = makeClient(t, {
    allowedHosts: () => Promise.reject(new Error('database gone')),
  });
  await t.rejects(client.fetch('https://api.github.com'), { message: 'database gone' });
});
