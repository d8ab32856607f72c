import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);
const token = await program.tokenOf('D100001');
const PATH = '/api/v1/invoice-settings';

describe('the invoice settings', () => {
  it('are read and changed on the version that was read', async () => {
    const { body: before } = await program.call('GET', PATH, { token });
    assert.deepEqual([before.version, before.vatId, before.country], [0, '', 'DE']);
    const json = { ...before, vatId: 'de136695976', invoiceCopies: ['buch@firma.example'] };
    const changed = await program.call('POST', PATH, { token, json });
    assert.deepEqual(
      [changed.status, changed.body.version, changed.body.vatId],
      [200, 1, 'DE136695976'],
      JSON.stringify(changed.body),
    );
    // the same again changes nothing, something else on the old version is late
    assert.equal((await program.call('POST', PATH, { token, json })).body.version, 1);
    const late = await program.call('POST', PATH, { token, json: { ...json, country: 'AT' } });
    assert.deepEqual([late.status, late.body.code], [409, 'stale']);
  });

  it('refuse what is no VAT id and no country, and who may not', async () => {
    const { body: before } = await program.call('GET', PATH, { token });
    for (const changes of [
      { vatId: 'DE136695977' },
      { vatId: '<script>' },
      { vatId: null },
      { country: 'ZZ' },
      { country: '' },
      { version: -1 },
      { invoiceCopies: 'x' },
      { leitwegId: '\u0000' },
      { more: 1 },
    ]) {
      const { status } = await program.call('POST', PATH, { token, json: { ...before, ...changes } });
      // an invisible mark is nothing, and nothing is no Leitweg-ID
      assert.ok([422, 'leitwegId' in changes ? 200 : 422].includes(status), JSON.stringify(changes));
    }
    const reader = await program.tokenOf('D100001', 'mitarbeit');
    assert.equal((await program.call('GET', PATH, { token: reader })).status, 200);
    assert.equal((await program.call('POST', PATH, { token: reader, json: before })).status, 403);
  });
});
