import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { assertRefused } from '../../../test/support/refused.ts';
import {
  addressGroup,
  clientAddress,
  compress,
  isSameSite,
  localAddress,
  readBytes,
  securityHeaders,
} from './index.ts';

describe('the address of the client', () => {
  const remote = '10.0.0.1';

  it('is that of the connection when no proxy is trusted, whatever is claimed', () => {
    assert.equal(clientAddress(remote, '1.2.3.4', 0), remote);
    assert.equal(clientAddress(remote, undefined, 2), remote);
  });

  it('is counted from the right by the trusted proxies', () => {
    const claimed = '6.6.6.6, 203.0.113.7 , 10.0.0.2';
    assert.equal(clientAddress(remote, claimed, 1), '10.0.0.2');
    assert.equal(clientAddress(remote, claimed, 2), '203.0.113.7');
    assert.equal(clientAddress(remote, claimed, 3), '6.6.6.6');
  });

  it('is that of the connection when there are fewer entries than proxies', () => {
    assert.equal(clientAddress(remote, '203.0.113.7', 2), remote);
    assert.equal(clientAddress(remote, '', 1), remote);
    assert.equal(clientAddress(remote, ' , ', 1), remote);
  });
});

describe('the group of an address', () => {
  const groups: [address: string, group: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0001:0002:a::', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::7', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ];
  for (const [address, group] of groups) {
    it(`of ${address || 'nothing'} is ${group || 'nothing'}`, () =>
      assert.equal(addressGroup(address), group));
  }
});

describe('whether a request comes from our own page', () => {
  const ownOrigin = 'https://portal.example';
  const cases: [fetchSite: string | undefined, origin: string | undefined, isOurs: boolean][] = [
    ['same-origin', ownOrigin, true],
    [undefined, ownOrigin, true],
    ['same-origin', undefined, true],
    [undefined, undefined, false],
    ['same-site', ownOrigin, false],
    ['cross-site', ownOrigin, false],
    ['none', undefined, false],
    ['none', ownOrigin, false],
    ['', ownOrigin, false],
    ['same-origin', 'null', false],
    ['same-origin', 'https://portal.example.evil.example', false],
    ['same-origin', 'http://portal.example', false],
    ['same-origin', 'https://portal.example:8443', false],
    ['same-origin', 'https://PORTAL.example', false],
    ['same-origin', '', false],
    [undefined, `${ownOrigin}/`, false],
  ];
  for (const [fetchSite, origin, isOurs] of cases) {
    it(`${fetchSite ?? 'no word'} from ${origin ?? 'nowhere'}: ${isOurs ? 'yes' : 'no'}`, () => {
      assert.equal(isSameSite({ fetchSite, origin, ownOrigin }), isOurs);
    });
  }
});

describe('an address to go on to', () => {
  const own = 'https://portal.example';

  it('keeps path and query of this portal', () => {
    assert.equal(
      localAddress('/auftraege?status=placed&older=1-2', own),
      '/auftraege?status=placed&older=1-2',
    );
    assert.equal(localAddress('/a/../b', own), '/b');
    assert.equal(localAddress('/x#part', own), '/x');
  });

  const elsewhere = [
    undefined,
    '',
    'auftraege',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\\/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    ' /auftraege',
    '/@evil.example:99999//',
  ];
  for (const address of elsewhere) {
    it(`leads nowhere else by ${JSON.stringify(address)}`, () => {
      const found = localAddress(address, own);
      if (found !== undefined) assert.equal(new URL(found, own).origin, own);
    });
  }

  it('stays on this portal whatever comes', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '/',
        '\\',
        '\t',
        '\n',
        '\r',
        '@',
        ':',
        '.',
        '..',
        'evil.example',
        '%2f',
        '?',
        '#',
        ' ',
        '\0',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((parts) => `/${parts.join('')}`),
        ),
        (address) => {
          const found = localAddress(address, own);
          if (found === undefined) return;
          assert.ok(found.startsWith('/'));
          // a browser that is sent there by a header must stay as well
          assert.equal(new URL(found, own).origin, own, JSON.stringify(address));
          assert.doesNotMatch(found, /[\r\n]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('reading a body', () => {
  const post = (body: BodyInit | undefined) =>
    new Request('http://portal.test', { method: 'POST', body: body ?? null, duplex: 'half' } as RequestInit);
  const stream = (chunks: number, size: number, onPull = () => {}) => {
    let sent = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        onPull();
        if (sent++ < chunks) controller.enqueue(new Uint8Array(size));
        else controller.close();
      },
    });
  };

  it('gives all of it', async () => {
    assert.equal((await readBytes(post('a=ä'))).toString(), 'a=ä');
    assert.equal((await readBytes(post(undefined))).length, 0);
    assert.equal((await readBytes(post(stream(4, 1000)))).length, 4000);
  });

  it('stops at the limit, one byte too many', async () => {
    assert.equal((await readBytes(post('x'.repeat(100)), 100)).length, 100);
    await assertRefused(readBytes(post('x'.repeat(101)), 100), { code: 'too-large', limitBytes: 100 });
    await assertRefused(readBytes(post('x'.repeat(200_000))), { code: 'too-large', limitBytes: 128 * 1024 });
  });

  it('does not read on past the limit, however much is sent', async () => {
    let pulls = 0;
    await assertRefused(readBytes(post(stream(1_000_000, 10_000, () => (pulls += 1)))), 'too-large');
    assert.ok(pulls < 30, `${pulls} parts were read`);
  });
});

describe('compressing', () => {
  const page = '<p>Sonderabholung</p>'.repeat(200);
  const unpack = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };

  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
  ] as const) {
    it(`takes ${encoding} out of ${accepted}`, () => {
      const packed = compress(page, accepted);
      assert.equal(packed.encoding, encoding);
      assert.equal(unpack[encoding](packed.body).toString(), page);
      assert.ok(packed.body.length < page.length / 10);
    });
  }

  it('leaves alone what is short, and what nobody can unpack', () => {
    for (const [text, accepted] of [
      ['short', 'gzip'],
      [page, undefined],
      [page, ''],
      [page, 'identity'],
      [page, 'deflate'],
    ] as const) {
      assert.deepEqual(compress(text, accepted), { body: text });
    }
  });

  it('does not use what the browser refuses', () => {
    assert.equal(compress(page, 'gzip, br;q=0, zstd;q=0').encoding, 'gzip');
    assert.equal(compress(page, 'gzip;q=0').encoding, undefined);
  });
});

describe('the security headers', () => {
  it('allow nothing inline and nobody else', () => {
    const policy = securityHeaders(true)['content-security-policy'] ?? '';
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    for (const directive of [
      "default-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      assert.ok(policy.includes(directive), directive);
    }
  });

  it('ask for TLS only where there is TLS', () => {
    assert.match(securityHeaders(true)['strict-transport-security'] ?? '', /max-age=\d{8}/);
    assert.equal(securityHeaders(false)['strict-transport-security'], undefined);
  });
});
