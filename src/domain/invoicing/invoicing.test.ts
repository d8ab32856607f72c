import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { at } from '../calendar/berlin.fixture.ts';
import {
  bankText,
  debitDueOn,
  documentNumber,
  giroCode,
  invoiceFaults,
  rangeOf,
  reversal,
  transferDueOn,
} from './index.ts';
import { draftLine, sampleInvoice } from './invoice.fixture.ts';

const EXEMPT = { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' } as const;

describe('an invoice', () => {
  it('rounds each line, and the tax once per category', () => {
    const invoice = sampleInvoice({
      lines: [
        draftLine({ quantity: 3, unitPrice: 7125 }),
        draftLine({ quantity: 1, unitPrice: 7125 }),
        draftLine({ quantity: 2, unitPrice: 35_000, vat: EXEMPT }),
      ],
    });
    assert.deepEqual(
      invoice.lines.map(({ position, net }) => [position, net]),
      [
        [1, 214], // 213.75
        [2, 71], // 71.25
        [3, 700],
      ],
    );
    assert.deepEqual(
      invoice.vat.map(({ category, base, tax }) => [category, base, tax]),
      [
        ['S', 285, 54], // 54.15
        ['E', 700, 0],
      ],
    );
    assert.deepEqual([invoice.net, invoice.tax, invoice.gross], [985, 54, 1039]);
  });

  it('has one entry for all that is exempt and names every reason once', () => {
    const other = { ...EXEMPT, reason: 'Steuerfrei nach § 4 Nr. 21 UStG' };
    const { vat } = sampleInvoice({
      lines: [EXEMPT, other, EXEMPT].map((one) => draftLine({ vat: one })),
    });
    assert.deepEqual(
      vat.map(({ reason }) => reason),
      ['Steuerfrei nach § 4 Nr. 11b UStG; Steuerfrei nach § 4 Nr. 21 UStG'],
    );
  });

  it('is not issued with a fault, and says which', () => {
    const good = sampleInvoice();
    assert.deepEqual(invoiceFaults(good), []);
    const faults = (changes: object) => invoiceFaults({ ...good, ...changes });
    assert.deepEqual(faults({ gross: good.gross + 1 }), ['BR-CO-15 gross']);
    assert.deepEqual(faults({ tax: good.tax - 1, gross: good.gross - 1 }), ['BR-CO-14 tax']);
    assert.deepEqual(faults({ buyer: { ...good.buyer, street: ' ' } }), ['BR-07 buyer']);
    assert.deepEqual(faults({ buyerReference: '' }), ['BR-DE-15 buyer reference']);
    assert.deepEqual(faults({ from: '2026-12-01' }), ['period']);
    assert.deepEqual(faults({ kind: 'correction' }), ['BR-55 preceding']);
    assert.deepEqual(invoiceFaults(sampleInvoice({ lines: [] })), ['BR-16 lines']);
    const unexplained = sampleInvoice({ lines: [draftLine({ vat: { ...EXEMPT, reason: '' } })] });
    assert.deepEqual(invoiceFaults(unexplained), ['BR-E-10 reason']);
    const zero = sampleInvoice({ lines: [draftLine({ vat: { category: 'S', rate: 0, reason: '' } })] });
    assert.deepEqual(invoiceFaults(zero), ['BR-S-05 standard rate']);
  });
});

describe('a correction', () => {
  it('takes back what it names, at the prices of the original, and names it', () => {
    const original = sampleInvoice({
      lines: [
        draftLine({ reference: 'Az. 12/26' }),
        draftLine({ quantity: 2, unitPrice: 95_000, order: 'A-1' }),
      ],
    });
    const back = reversal(original, [{ position: 2, quantity: 1 }], {
      kind: 'correction',
      number: 'G-2026-000001',
      issuedOn: '2026-12-08',
      paymentTerms: 'Der Betrag wird verrechnet.',
      notes: ['Die Abholung am 12.11. hat nicht stattgefunden.'],
      seller: original.seller,
    });
    assert.deepEqual(back.preceding, { number: 'R-2026-000017', issuedOn: '2026-12-01' });
    assert.deepEqual(
      back.lines.map(({ position, order, quantity, net }) => [position, order, quantity, net]),
      [[1, 'A-1', 1, 950]],
    );
    assert.equal(back.gross, 1131);
    assert.deepEqual(back.payment, { kind: 'set-off' });
    assert.deepEqual(invoiceFaults(back), []);
  });
});

describe('numbers', () => {
  it('are of two ranges that count by year', () => {
    assert.equal(documentNumber('R', 2026, 1), 'R-2026-000001');
    assert.equal(documentNumber('G', 2027, 1_234_567), 'G-2027-1234567');
    assert.deepEqual([rangeOf('invoice'), rangeOf('correction'), rangeOf('cancellation')], ['R', 'G', 'G']);
    for (const bad of [0, -1, 1.5, Number.NaN])
      assert.throws(() => documentNumber('R', 2026, bad), RangeError);
  });
});

describe('what is due when', () => {
  const day = (text: string) => at(`${text}T12:00`).toZonedDateTimeISO('Europe/Berlin').toPlainDate();

  it('gives a transfer its days, weekends counted', () => {
    assert.equal(transferDueOn(day('2026-12-01'), 14).toString(), '2026-12-15');
    assert.equal(transferDueOn(day('2026-12-12'), 14).toString(), '2026-12-26');
  });

  it('debits on a day on which banks work, never before the notice is over', () => {
    assert.equal(debitDueOn(day('2026-12-01'), 14).toString(), '2026-12-15');
    assert.equal(debitDueOn(day('2026-12-11'), 14).toString(), '2026-12-28'); // Christmas, a weekend
    assert.equal(debitDueOn(day('2026-03-20'), 14).toString(), '2026-04-07'); // Good Friday to Easter Monday
  });
});

describe('the code for banking apps', () => {
  const transfer = {
    holder: 'Müller & Söhne GmbH',
    iban: 'DE02 1203 0000 0000 2020 51',
    bic: 'BYLADEM1001',
    amount: 123_405,
    remittance: 'R-2026-000017 D100001',
  };

  it('is what EPC069-12 asks for', () => {
    assert.equal(
      giroCode(transfer),
      'BCD\n002\n1\nSCT\nBYLADEM1001\nMueller + Soehne GmbH\nDE02120300000000202051\nEUR1234.05\n\n\nR-2026-000017 D100001',
    );
  });

  it('stays within its bounds', () => {
    const long = giroCode({
      ...transfer,
      holder: 'ß'.repeat(200),
      remittance: 'ä'.repeat(200),
      amount: 99_999_999_999,
    });
    assert.ok(Buffer.byteLength(long) <= 331, `${Buffer.byteLength(long)} bytes`);
    const [, , , , , name = '', , amount, , , text = ''] = long.split('\n');
    assert.deepEqual([name.length, amount, text.length], [70, 'EUR999999999.99', 140]);
    for (const amount of [0, -1, 1.5, 100_000_000_000]) {
      assert.throws(() => giroCode({ ...transfer, amount }), RangeError);
    }
  });

  it('cannot be given lines of its own by a name', () => {
    assert.equal(giroCode({ ...transfer, holder: 'A\nB\r\nDE00' }).split('\n').length, 11);
  });
});

describe('text for banks', () => {
  it('is spelled in their letters', () => {
    assert.equal(
      bankText('Ärzte­haus Łódź — „Naïve“ Ğ & Ço. 100 €'),
      "Aerzte haus Lodz - 'Naive' G + Co. 100 EUR",
    );
    assert.equal(bankText(' 漢字 🦊 '), '');
  });
});
