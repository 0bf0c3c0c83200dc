import fc from 'fast-check';
import t from 'tap';
import {
  isInNetwork,
  isPublicAddress,
  readNetwork,
} from '../../../core/infra/outgoing-http/address.ts';

t.test('an address outside the public internet is not public', async (t) => {
  const notPublic = {
    unspecified: ['0.0.0.0', '0.1.2.3', '::'],
    loopback: ['127.0.0.1', '127.255.255.254', '::1'],
    private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
    'link-local': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1'],
    'shared by a carrier': ['100.64.0.1', '100.127.255.255'],
    multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1'],
    'reserved or broadcast': ['192.0.0.1', '240.0.0.1', '255.255.255.255', '198.18.0.1'],
    documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    'IPv4 in IPv6': ['::ffff:169.254.169.254', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:7f00:1'],
    'translated or tunnelled': ['64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::1', '2001::1'],
    'no address': ['', 'localhost', '127.1', '0x7f.0.0.1', '1.2.3.4/32'],
  };
  for (const [kind, addresses] of Object.entries(notPublic)) {
    for (const address of addresses) t.notOk(isPublicAddress(address), `${kind}: ${address}`);
  }
  for (const address of ['8.8.8.8', '100.63.255.255', '172.32.0.1', '2606:4700::1111']) {
    t.ok(isPublicAddress(address), address);
  }
});

t.test('no IPv4 address becomes public by being written as IPv6', async () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'),
      (v4, before) => !isPublicAddress(before + v4),
    ),
  );
});

t.test('a network is read strictly', async (t) => {
  for (const text of ['10', '10/8', '10.0.0.0/33', '10.0.0.0/', '::1/129', '10.0.0.0/8/8', 'lan']) {
    t.equal(readNetwork(text), undefined, text);
  }
  const within = (address: string, text: string) => {
    const network = readNetwork(text);
    return network !== undefined && isInNetwork(address, network);
  };
  t.ok(within('10.1.2.3', '10.0.0.0/8'));
  t.notOk(within('11.1.2.3', '10.0.0.0/8'));
  t.ok(within('::1', '[::1]'));
  t.notOk(within('127.0.0.2', '127.0.0.1'));
  t.notOk(within('::ffff:10.1.2.3', '10.0.0.0/8'), 'a mapped address has to be named itself');
});
