import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { networkKind, networkOf } from './network.ts';

describe('the network of an address', () => {
  const cases: readonly [address: string, network: string, kind: ReturnType<typeof networkKind>][] = [
    ['203.0.113.77', '203.0.113.0/24', 'public'],
    ['::ffff:203.0.113.77', '203.0.113.0/24', 'public'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', 'public'],
    ['2001:db8::1', '2001:db8:0:0::/64', 'public'],
    ['127.0.0.1', '127.0.0.0/24', 'own-machine'],
    ['::1', '0:0:0:0::/64', 'own-machine'],
    ['10.1.2.3', '10.1.2.0/24', 'private'],
    ['172.15.0.1', '172.15.0.0/24', 'public'],
    ['172.16.0.1', '172.16.0.0/24', 'private'],
    ['172.31.255.1', '172.31.255.0/24', 'private'],
    ['172.32.0.1', '172.32.0.0/24', 'public'],
    ['192.168.178.20', '192.168.178.0/24', 'private'],
    ['100.64.0.1', '100.64.0.0/24', 'private'],
    ['169.254.1.1', '169.254.1.0/24', 'private'],
    ['fd12:3456::1', 'fd12:3456:0:0::/64', 'private'],
    ['fe80::1', 'fe80:0:0:0::/64', 'private'],
    ['', '', 'unknown'],
    ['unknown', '', 'unknown'],
    ['<script>alert(1)</script>', '', 'unknown'],
  ];
  for (const [address, network, kind] of cases) {
    it(`${address || 'nothing'}: ${network || 'nothing'}, ${kind}`, () => {
      assert.equal(networkOf(address), network);
      assert.equal(networkKind(network), kind);
    });
  }

  it('never keeps the whole of an IPv4 address', () => {
    assert.ok(!networkOf('198.51.100.23').includes('23'));
  });
});
