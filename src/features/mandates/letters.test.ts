import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { giveMandate } from './give-mandate.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { mandateInput, OTHER_IBAN, SIGNING } from './sample.fixture.ts';

/** A portal with somebody of this firm who may change bank data. */
async function firm(t: Parameters<typeof testApp>[1], customer: string, user: 'admin' | 'mitarbeit') {
  const portal = await testApp({}, t);
  const { db, jobs } = portal.services;
  const plain = await ctxFor({
    db,
    jobs,
    customer,
    user,
    grants: { isAdmin: false, rights: ['billing.edit'] },
  });
  return { portal, ctx: { ...plain, confirmedAt: plain.now } };
}

describe('the letters about a mandate', () => {
  it('go to whoever did it and to the main contact', async (t) => {
    const { portal, ctx } = await firm(t, 'D100001', 'mitarbeit');
    await giveMandate(ctx, mandateInput({ scheme: 'B2B' }), SIGNING);
    await portal.drain();
    await giveMandate(ctx, mandateInput({ iban: OTHER_IBAN, replaces: 'D100001-0001' }), SIGNING);
    await portal.drain();
    await revokeMandate(ctx, { reference: 'D100001-0002' });
    await portal.drain();
    const letters = await portal.letters();
    assert.deepEqual(
      letters.map(({ recipient, subject }) => [recipient, subject]),
      [
        ['admin@d100001.example', 'SEPA-Lastschriftmandat D100001-0001 erteilt'],
        ['mitarbeit@d100001.example', 'SEPA-Lastschriftmandat D100001-0001 erteilt'],
        ['admin@d100001.example', 'Neue Bankverbindung: SEPA-Lastschriftmandat D100001-0002'],
        ['mitarbeit@d100001.example', 'Neue Bankverbindung: SEPA-Lastschriftmandat D100001-0002'],
        ['admin@d100001.example', 'SEPA-Lastschriftmandat D100001-0002 widerrufen'],
        ['mitarbeit@d100001.example', 'SEPA-Lastschriftmandat D100001-0002 widerrufen'],
      ],
    );
    const [first = assert.fail(), , third = assert.fail()] = letters;
    for (const body of [first.text, first.html]) {
      assert.match(body, /DE•• •••• •••• •••• ••30 00/);
      assert.match(body, /Firmenlastschrift löst Ihre Bank nur ein/);
      assert.match(body, /http:\/\/portal\.test\/konto\/lastschrift/);
      assert.match(body, /Wussten Sie davon nichts\?/);
      assert.ok(body.includes(ctx.actor.kind === 'person' ? ctx.actor.name : ''));
    }
    assert.match(third.text, /AT•• •••• •••• •••• 3201/);
    assert.doesNotMatch(third.text, /löst Ihre Bank nur ein/);
  });

  it('are sent once to somebody who is both, in their language', async (t) => {
    const { portal, ctx } = await firm(t, 'D100003', 'admin');
    await giveMandate(ctx, mandateInput({ holder: '<b>O’Neil & Co</b>' }), SIGNING);
    await portal.drain();
    const [letter, ...more] = await portal.letters();
    assert.equal(more.length, 0);
    assert.equal(letter?.subject, 'SEPA direct debit mandate D100003-0001 given');
    assert.match(letter?.text ?? '', /Account holder: <b>O’Neil & Co<\/b>/);
    assert.ok(letter?.html.includes('&lt;b&gt;O’Neil &amp; Co&lt;/b&gt;'));
  });
});
