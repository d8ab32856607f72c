import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eInvoiceFaults } from '../../../test/support/e-invoice.ts';
import {
  ciiXml,
  type DraftLine,
  type Invoice,
  invoiceFaults,
  remaining,
  reversal,
  type TakenBack,
  type VatTreatment,
} from './index.ts';
import { draftLine, sampleInvoice } from './invoice.fixture.ts';

const vat: fc.Arbitrary<VatTreatment> = fc.constantFrom(
  { category: 'S', rate: 1900, reason: '' },
  { category: 'S', rate: 700, reason: '' },
  { category: 'Z', rate: 0, reason: '' },
  { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' },
  { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 21 UStG' },
);

/** Anything that could be in a month: many cheap letters, single trips, things taken back. */
const line: fc.Arbitrary<DraftLine> = fc
  .record({ unitPrice: fc.nat(2_500_000), quantity: fc.integer({ min: -500, max: 250_000 }), vat })
  .map((changes) => draftLine(changes));

const basket = fc.array(line, { minLength: 1, maxLength: 40 });

/** The rules once more, in whole numbers of any size and written from the norm: x10^4 of a cent where prices are. */
function expected(lines: readonly DraftLine[]) {
  const nets = lines.map((one) => half(BigInt(one.unitPrice) * BigInt(one.quantity), 100n));
  const bases = new Map<string, bigint>();
  lines.forEach((one, index) => {
    const key = `${one.vat.category}${one.vat.rate}`;
    bases.set(key, (bases.get(key) ?? 0n) + (nets[index] ?? 0n));
  });
  const taxes = [...bases].map(([key, base]) => half(base * BigInt(key.slice(1)), 10_000n));
  const add = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const [net, tax] = [add(nets), add(taxes)];
  return { net, tax, gross: net + tax, categories: bases.size };
}

/** Rounds a half away from zero. */
function half(dividend: bigint, divisor: bigint): bigint {
  const amount = dividend < 0n ? -dividend : dividend;
  const rounded = (amount * 2n + divisor) / (divisor * 2n);
  return dividend < 0n ? -rounded : rounded;
}

describe('whatever is charged', () => {
  it('adds up to the cent by the rules of EN 16931', () => {
    fc.assert(
      fc.property(basket, (lines) => {
        const invoice = sampleInvoice({ lines });
        const { net, tax, gross, categories } = expected(lines);
        assert.deepEqual(
          [BigInt(invoice.net), BigInt(invoice.tax), BigInt(invoice.gross), invoice.vat.length],
          [net, tax, gross, categories],
        );
        assert.deepEqual(invoiceFaults(invoice), []);
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(basket, (lines) => {
        const [one, other] = [sampleInvoice({ lines }), sampleInvoice({ lines: lines.toReversed() })];
        assert.deepEqual(
          [one.net, one.tax, one.gross, one.vat.map((share) => [share.base, share.tax])],
          [other.net, other.tax, other.gross, other.vat.map((share) => [share.base, share.tax])],
        );
      }),
    );
  });

  it('is taken back by a cancellation to the cent', () => {
    fc.assert(
      fc.property(basket, (lines) => {
        const invoice = sampleInvoice({ lines });
        const back = reversal(invoice, remaining(invoice, []), facts(invoice));
        assert.deepEqual([back.net, back.tax, back.gross], [invoice.net, invoice.tax, invoice.gross]);
        assert.deepEqual(invoiceFaults(back), back.lines.length === 0 ? ['BR-16 lines'] : []);
      }),
    );
  });

  it('is never taken back beyond what is left', () => {
    fc.assert(
      fc.property(basket, fc.nat(100), (lines, percent) => {
        const invoice = sampleInvoice({ lines });
        const part = invoice.lines.map(({ position, quantity }) => ({
          position,
          quantity: Math.trunc((quantity * percent) / 100),
        }));
        const left = remaining(invoice, part);
        for (const one of [...part, ...left]) {
          const whole = invoice.lines[one.position - 1]?.quantity ?? 0;
          assert.ok(Math.abs(one.quantity) <= Math.abs(whole));
        }
        assert.deepEqual(remaining(invoice, [...part, ...left]), []);
      }),
    );
  });
});

describe('several corrections of one invoice', () => {
  /** Cheap things, where rounding weighs most, and shares in which they are taken back. */
  const cheap = fc
    .record({ unitPrice: fc.integer({ min: 1, max: 400 }), quantity: fc.integer({ min: 1, max: 60 }), vat })
    .map((changes) => draftLine(changes));
  const shares = fc.array(fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }), {
    minLength: 1,
    maxLength: 6,
  });

  it('give back what was charged to the cent, never more on the way, and keep the rules', () => {
    fc.assert(
      fc.property(fc.array(cheap, { minLength: 1, maxLength: 12 }), shares, (lines, parts) => {
        const invoice = sampleInvoice({ lines });
        const taken: TakenBack[] = [];
        const given = { net: 0, tax: 0, gross: 0 };
        const take = (part: readonly TakenBack[]) => {
          if (part.length === 0) return;
          const back = reversal(invoice, part, facts(invoice), taken);
          assert.deepEqual(invoiceFaults(back), []);
          for (const sum of ['net', 'tax', 'gross'] as const) {
            given[sum] += back[sum];
            assert.ok(back[sum] >= 0 && given[sum] <= invoice[sum], sum);
          }
          taken.push(...part);
        };
        for (const percents of parts) {
          take(
            remaining(invoice, taken)
              .map(({ position, quantity }) => ({
                position,
                quantity: Math.trunc((quantity * (percents[position - 1] ?? 0)) / 100),
              }))
              .filter(({ quantity }) => quantity > 0),
          );
        }
        take(remaining(invoice, taken));
        assert.deepEqual(given, { net: invoice.net, tax: invoice.tax, gross: invoice.gross });
      }),
      { numRuns: 300 },
    );
  });

  it('are right for the official rules, also where a cent was moved', () => {
    const invoice = sampleInvoice({ lines: [draftLine({ unitPrice: 50, quantity: 3 })] });
    const one = [{ position: 1, quantity: 1 }];
    const nets: number[] = [];
    for (let gone = 0; gone < 3; gone++) {
      const earlier = gone === 0 ? [] : [{ position: 1, quantity: gone }];
      const back = reversal(invoice, one, facts(invoice), earlier);
      nets.push(back.net);
      for (const format of ['zugferd', 'xrechnung'] as const) {
        assert.deepEqual(eInvoiceFaults(ciiXml(back, format)), []);
      }
    }
    // half a cent each: two were charged for the three of them
    assert.deepEqual([invoice.net, nets], [2, [1, 0, 1]]);
  });
});

const facts = ({ seller }: Invoice) => ({
  kind: 'cancellation' as const,
  number: 'G-2026-000001',
  issuedOn: '2026-12-02',
  paymentTerms: 'Der Betrag wird verrechnet.',
  notes: [],
  seller,
});
