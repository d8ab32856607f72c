import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { mailPriceOn, readMailProducts } from './index.ts';

const { app, owner } = await testDatabase();
const on = (day: string) => Temporal.PlainDate.from(day);

describe('the products of the post', () => {
  it('come in the order of the price list, with the price and the VAT of the day', async () => {
    const products = await readMailProducts(app);
    assert.deepEqual([...products.keys()].slice(0, 2), ['POSTCARD', 'LETTER_STD']);
    const letter = products.get('LETTER_STD');
    assert.ok(letter);
    assert.equal(letter.maxGrams, 20);
    assert.equal(letter.surchargeCode, undefined);
    assert.deepEqual(mailPriceOn(letter, on('2026-11-23')), {
      unitPrice: 7100,
      vat: { validFrom: on('2025-01-01'), category: 'S', rate: 1900, exemptionReason: undefined },
    });
    assert.equal(mailPriceOn(letter, on('2025-12-31'))?.unitPrice, 6900);
    assert.equal(mailPriceOn(letter, on('2024-12-31')), undefined);
  });

  it('say from how many pieces on advertising mail costs no surcharge, and why something is exempt', async () => {
    const products = await readMailProducts(app);
    const { minPieces, fullPricePieces, surchargeCode } = products.get('AD_STD') ?? {};
    assert.deepEqual([minPieces, fullPricePieces, surchargeCode], [200, 1000, 'AD_SMALL_QTY']);
    const exempt = products.get('FORMAL_SERVICE')?.vat[0];
    assert.equal(exempt?.category, 'E');
    assert.match(exempt?.exemptionReason?.de ?? '', /§ 4/);
  });

  it('cannot be taxed in a way that an invoice could not say', async () => {
    const add = (category: string, rate: number, reason: string | null) =>
      owner.sql("insert into mail_product_vat values ('LETTER_STD', '2030-01-01', $1, $2, $3::jsonb)", [
        category,
        rate,
        reason,
      ]);
    const because = '{"de":"weil","en":"because"}';
    for (const [category, rate, reason] of [
      ['S', 0, null],
      ['S', 1900, because],
      ['E', 700, because],
      ['E', 0, null],
      ['Z', 0, because],
      ['X', 0, null],
    ] as const) {
      await assert.rejects(add(category, rate, reason), { code: '23514' }, `${category} ${rate} ${reason}`);
    }
    await add('Z', 0, null);
  });
});
