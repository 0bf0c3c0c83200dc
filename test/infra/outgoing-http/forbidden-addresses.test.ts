// What a URL from a stranger may try to reach what only this machine can. Every case is called
// against living servers on loopback, which must never see a connection.

import t from 'tap';
import { listen, makeClient, playDns } from './fixtures/other-side.ts';

t.test('every way to write an inner address is refused before a connection', async (t) => {
  const inner = await listen(t, (_request, reply) => reply.end('secret'), { host: '*' });
  const client = makeClient(t, { allowPrivate: [] });
  const hosts = [
    ...['127.0.0.1', '127.1', '0', '0.0.0.0', '2130706433', '017700000001', '0177.0.0.1'],
    ...['0x7f000001', '0x7f.1', '127.0.1', '①②⑦.0.0.1', '127。0。0。1', 'localhost', 'LOCALHOST'],
    ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['[::ffff:169.254.169.254]', '169.254.169.254', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
    ...['10.0.0.1', '192.168.0.1', '172.16.0.1', '100.64.0.1', '224.0.0.1', '255.255.255.255'],
  ];
  for (const host of hosts) {
    await t.rejects(
      client.fetch(`http://${host}:${inner.port}/`),
      { code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN', message: /^(?!.*secret)/ },
      host,
    );
  }
  t.equal(inner.connections(), 0);
  t.ok(client.metrics.every((metric) => metric.attempts === 1));
});

t.test('a name that resolves to an inner address is refused', async (t) => {
  for (const answer of [
    ['169.254.169.254'],
    ['::ffff:169.254.169.254'],
    ['8.8.8.8', '10.0.0.1'],
    ['2606:4700::1111', '::1'],
  ]) {
    const client = makeClient(t, { allowPrivate: [], ...playDns(answer) });
    const call = client.fetch('https://hook.example/?token=s3cret');
    await t.rejects(call, {
      code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN',
      message: /^The host hook\.example is not on the public internet\./,
    });
  }
});

t.test('a connection goes to the address that was checked, without a second look-up', async (t) => {
  const checked = await listen(t, (_request, reply) => reply.end('checked'), { host: '127.0.0.2' });
  const inner = await listen(t, (_request, reply) => reply.end('inner'), { port: checked.port });
  const dns = playDns(['127.0.0.2'], ['127.0.0.1']);
  const client = makeClient(t, { allowPrivate: ['127.0.0.2'], resolve: dns.resolve });
  const url = `http://rebind.example:${checked.port}/`;

  t.equal((await client.fetch(url)).text(), 'checked');
  t.same(dns.asked, ['rebind.example']);

  const later = makeClient(t, { allowPrivate: ['127.0.0.2'], resolve: dns.resolve });
  await t.rejects(later.fetch(url), { code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN' });
  t.equal(inner.connections(), 0);
});

t.test('a retry checks the addresses again', async (t) => {
  const inner = await listen(t, (_request, reply) => reply.end('inner'));
  // Nothing listens on this port of the first address.
  const dns = playDns(['127.0.0.2'], ['127.0.0.1']);
  const client = makeClient(t, { allowPrivate: ['127.0.0.2'], resolve: dns.resolve });
  await t.rejects(client.fetch(`http://rebind.example:${inner.port}/`), {
    code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN',
  });
  t.equal(dns.asked.length, 2);
  t.equal(inner.connections(), 0);
});

t.test('the self-hoster allows a host by its name', async (t) => {
  const server = await listen(t, (_request, reply) => reply.end('ok'));
  const dns = playDns(['127.0.0.1']);
  const client = makeClient(t, { allowPrivate: ['gitlab.lan'], resolve: dns.resolve });
  t.equal((await client.fetch(`http://gitlab.lan:${server.port}/`)).text(), 'ok');
  await t.rejects(client.fetch(`http://other.lan:${server.port}/`), {
    code: 'STINT_ERR_OUTGOING_ADDRESS_FORBIDDEN',
  });
});
