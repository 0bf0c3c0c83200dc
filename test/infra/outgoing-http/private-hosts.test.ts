import t from 'tap';
import { loadConfig } from '../../../core/config.ts';
import {
  listPrivateHosts,
  readPrivateHosts,
} from '../../../core/infra/outgoing-http/private-hosts.ts';

t.test('the list takes hosts, addresses and networks', async (t) => {
  const { OUTGOING_ALLOW_PRIVATE } = loadConfig({
    OUTGOING_ALLOW_PRIVATE: 'gitlab.lan, *.intern.example,10.1.2.3, 192.168.0.0/16,fd00::/8',
  });
  const mayBePrivate = readPrivateHosts(listPrivateHosts(OUTGOING_ALLOW_PRIVATE));
  t.ok(mayBePrivate('gitlab.lan', '172.16.0.9'));
  t.ok(mayBePrivate('a.intern.example', '172.16.0.9'));
  t.ok(mayBePrivate('any.example', '10.1.2.3'));
  t.ok(mayBePrivate('any.example', '192.168.7.7'));
  t.ok(mayBePrivate('any.example', 'fd00::7'));
  t.notOk(mayBePrivate('any.example', '10.1.2.4'));
  t.notOk(mayBePrivate('intern.example', '10.1.2.4'));
});

t.test('nothing is allowed when the list is empty', async (t) => {
  t.same(listPrivateHosts(loadConfig({}).OUTGOING_ALLOW_PRIVATE), []);
  t.notOk(readPrivateHosts([])('localhost', '127.0.0.1'));
});

t.test('a list with an entry of no known form stops the start', async (t) => {
  for (const entry of ['10.0.0.0/33', 'http://gitlab.lan', '*', 'a b', 'gitlab.lan:80']) {
    t.throws(() => loadConfig({ OUTGOING_ALLOW_PRIVATE: `10.0.0.1,${entry}` }), {
      code: 'STINT_ERR_CONFIG_INVALID',
      message: /OUTGOING_ALLOW_PRIVATE/,
    });
  }
});
