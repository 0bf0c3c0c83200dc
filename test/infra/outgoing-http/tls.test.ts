import type { TLSSocket } from 'node:tls';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import t from 'tap';
import { certificate, listen, makeClient, playDns } from './fixtures/other-side.ts';

const serve = (t: Parameters<typeof listen>[0]) =>
  listen(t, (request, reply) => reply.end(String((request.socket as TLSSocket).servername)), {
    tls: true,
  });

t.test('a certificate of an unknown authority is refused', async (t) => {
  const { port } = await serve(t);
  const client = makeClient(t, playDns(['127.0.0.1']));
  await t.rejects(client.fetch(`https://api.plugin.test:${port}`), {
    code: 'STINT_ERR_OUTGOING_UNREACHABLE',
    message: /\(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
  });
});

t.test('a pinned connection still asks for, and checks, the original name', async (t) => {
  const own = certificate.slice(certificate.indexOf('-----BEGIN CERTIFICATE'));
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, own]);
  t.teardown(() => setDefaultCACertificates(usual));
  const { port } = await serve(t);
  const client = makeClient(t, playDns(['127.0.0.1']));
  t.equal((await client.fetch(`https://api.plugin.test:${port}`)).text(), 'api.plugin.test');
  await t.rejects(client.fetch(`https://other.plugin.test:${port}`), {
    code: 'STINT_ERR_OUTGOING_UNREACHABLE',
    message: /\(ERR_TLS_CERT_ALTNAME_INVALID\)/,
  });
  await t.rejects(client.fetch(`https://127.0.0.1:${port}`), {
    message: /\(ERR_TLS_CERT_ALTNAME_INVALID\)/,
  });
});
