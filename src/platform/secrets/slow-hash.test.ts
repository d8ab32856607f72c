import assert from 'node:assert/strict';
import { it } from 'node:test';
import { NOBODYS, slowHash, verifySlowHash } from './slow-hash.ts';

const costOf = (hash: string) => hash.split('$').slice(1, 4);

it('is salted argon2id, and as dear for nobody’s secret as for somebody’s', async () => {
  const [one, other] = [await slowHash('secret'), await slowHash('secret')];
  assert.notEqual(one, other);
  assert.deepEqual(costOf(one), ['argon2id', 'v=19', 'm=19456,t=2,p=1']);
  assert.deepEqual(costOf(NOBODYS), costOf(one));
});

it('knows the secret again and no other one, and nothing without a hash', async () => {
  const stored = await slowHash('secret');
  assert.equal(await verifySlowHash(stored, 'secret'), true);
  assert.equal(await verifySlowHash(stored, 'Secret'), false);
  for (const nothing of [undefined, '', 'secret', '$2b$10$abc']) {
    assert.equal(await verifySlowHash(nothing, 'secret'), false);
  }
});
