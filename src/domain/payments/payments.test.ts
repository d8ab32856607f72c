import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSchema } from '../../../test/support/xml-schema.ts';
import {
  balanceOf,
  collectionDay,
  type Debit,
  type DebitFile,
  documentStateOf,
  type InvoiceAccount,
  mayRemind,
  overdueDays,
  pain008,
  reversalStateOf,
} from './index.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('what is owed by an invoice', () => {
  const account = (changes: Partial<InvoiceAccount> = {}): InvoiceAccount => ({
    gross: 10_000,
    takenBack: 0,
    isCancelled: false,
    received: 0,
    receivedOn: null,
    debits: [],
    ...changes,
  });
  const debit = (returnedOn: string | null = null, amount = 10_000) => ({
    amount,
    dueOn: '2026-12-15',
    returnedOn,
  });

  for (const [name, changes, balance, state] of [
    ['nothing has happened', {}, 10_000, { is: 'open' }],
    ['a part was paid', { received: 9_999 }, 1, { is: 'open' }],
    ['it was paid', { received: 10_000, receivedOn: '2026-12-10' }, 0, { is: 'paid', on: '2026-12-10' }],
    ['more was paid', { received: 10_001 }, -1, { is: 'paid' }],
    ['it was debited', { debits: [debit()] }, 0, { is: 'debited', on: '2026-12-15' }],
    ['the debit came back', { debits: [debit('2026-12-20')] }, 10_000, { is: 'returned', on: '2026-12-20' }],
    ['and was paid then', { debits: [debit('2026-12-20')], received: 10_000 }, 0, { is: 'paid' }],
    [
      'and was debited again',
      { debits: [debit('2026-12-20'), debit()] },
      0,
      { is: 'debited', on: '2026-12-15' },
    ],
    ['a part was taken back', { takenBack: 4_000 }, 6_000, { is: 'corrected' }],
    ['and the rest paid', { takenBack: 4_000, received: 6_000 }, 0, { is: 'paid' }],
    ['all was corrected away', { takenBack: 10_000 }, 0, { is: 'corrected' }],
    ['it was cancelled', { takenBack: 10_000, isCancelled: true }, 0, { is: 'cancelled' }],
    [
      'it was paid and cancelled',
      { takenBack: 10_000, isCancelled: true, received: 10_000 },
      -10_000,
      { is: 'cancelled' },
    ],
  ] as const satisfies [string, Partial<InvoiceAccount>, number, object][]) {
    it(`when ${name}`, () => {
      assert.equal(balanceOf(account(changes)), balance);
      assert.deepEqual(documentStateOf(account(changes)), state);
    });
  }

  it('decides whether what takes it back is still to be paid out', () => {
    assert.deepEqual(reversalStateOf(account({ takenBack: 4_000 })), { is: 'paid' });
    assert.deepEqual(reversalStateOf(account({ takenBack: 4_000, received: 10_000 })), { is: 'open' });
    assert.deepEqual(reversalStateOf(account({ takenBack: 4_000, received: 6_000 })), { is: 'paid' });
  });
});

describe('the day of a debit', () => {
  it('is the announced one as long as the bank can keep it', () => {
    assert.equal(collectionDay(day('2026-12-15'), day('2026-12-02')).toString(), '2026-12-15');
    assert.equal(collectionDay(day('2026-12-15'), day('2026-12-14')).toString(), '2026-12-15');
  });

  it('is the next one that the bank can keep when it is late, over weekends and holidays', () => {
    assert.equal(collectionDay(day('2026-12-15'), day('2026-12-15')).toString(), '2026-12-16');
    assert.equal(collectionDay(day('2026-12-01'), day('2026-12-18')).toString(), '2026-12-21');
    assert.equal(collectionDay(day('2026-12-01'), day('2026-12-24')).toString(), '2026-12-28');
  });

  it('is never before the announced day, and never on a day without banks', () => {
    assert.equal(collectionDay(day('2026-12-26'), day('2026-12-02')).toString(), '2026-12-28');
  });
});

describe('being late', () => {
  it('is counted in days after the due day, with some days of grace before anybody is reminded', () => {
    const due = day('2026-12-16');
    for (const [today, days, may] of [
      ['2026-12-15', 0, false],
      ['2026-12-16', 0, false],
      ['2026-12-17', 1, false],
      ['2026-12-21', 5, false],
      ['2026-12-22', 6, true],
    ] as const) {
      assert.deepEqual([overdueDays(due, day(today)), mayRemind(due, day(today))], [days, may], today);
    }
  });
});

const debit = (changes: Partial<Debit> = {}): Debit => ({
  endToEndId: 'R-2026-000001',
  amount: 27_608,
  collectOn: '2026-12-16',
  mandate: 'D100001-0001',
  signedOn: '2026-11-23',
  holder: 'Kanzlei Aydın & Töchter',
  street: 'Uferstraße 1',
  postcode: '10115',
  city: 'Berlin',
  country: 'DE',
  iban: 'DE89370400440532013000',
  text: 'Rechnung R-2026-000001, Kunde D100001',
  ...changes,
});

const file = (changes: Partial<DebitFile> = {}): DebitFile => ({
  messageId: 'L-2026-000001',
  createdAt: '2026-12-02T09:00:00Z',
  scheme: 'CORE',
  creditor: {
    id: 'DE98ZZZ09999999999',
    name: 'Musterpost GmbH',
    street: 'Laternenkai 12',
    postcode: '10999',
    city: 'Berlin',
    country: 'DE',
    iban: 'DE60123456780012345678',
    bic: '',
  },
  debits: [debit()],
  ...changes,
});

const schema = await openSchema('pain/pain.008.001.08_GBIC_4.xsd');

describe('a file of direct debits', () => {
  it('keeps the schema of the German banks, of both kinds, with and without a BIC', () => {
    for (const changes of [
      {},
      { scheme: 'B2B' },
      { creditor: { ...file().creditor, bic: 'MARKDEF1100' } },
      { debits: [debit(), debit({ endToEndId: 'R-2026-000002', collectOn: '2026-12-28', amount: 1 })] },
    ] as const) {
      assert.deepEqual(schema.faults(pain008(file(changes as Partial<DebitFile>))), []);
    }
    assert.notDeepEqual(schema.faults(pain008(file()).replace('<Cd>CORE</Cd>', '<Cd>SDD</Cd>')), []);
  });

  it('has a group for each day, and sums to the cent', () => {
    const debits = [
      debit({ amount: 10 }),
      debit({ endToEndId: 'R-2', collectOn: '2026-12-28', amount: 20 }),
      debit({ endToEndId: 'R-3', amount: 9_999_999 }),
    ];
    const xml = pain008(file({ debits }));
    assert.deepEqual(
      [...xml.matchAll(/<NbOfTxs>(\d+)<\/NbOfTxs><CtrlSum>([\d.]+)</g)].map(([, n, sum]) => [n, sum]),
      [
        ['3', '100000.29'],
        ['2', '100000.09'],
        ['1', '0.20'],
      ],
    );
    assert.deepEqual(
      [...xml.matchAll(/<ReqdColltnDt>([^<]+)/g)].map(([, when]) => when),
      ['2026-12-16', '2026-12-28'],
    );
    assert.equal(xml.match(/<SeqTp>RCUR<\/SeqTp>/g)?.length, 2);
  });

  it('is written in the letters of SEPA and within its lengths, whatever people are called', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 }),
      fc.constantFrom('Müller & Söhne <GmbH>', 'x'.repeat(200), 'ß'.repeat(70), `${'a'.repeat(69)} b`),
    );
    fc.assert(
      fc.property(name, name, (holder, text) => {
        const xml = pain008(
          file({ debits: [debit({ holder: `A${holder}`, street: `S${text}`, text: `R${text}` })] }),
        );
        assert.deepEqual(schema.faults(xml), []);
        assert.match(xml, /^[\n -~]*$/);
      }),
      { numRuns: 100 },
    );
  });

  it('debits no nothing', () => {
    for (const amount of [0, -1, 0.5]) {
      assert.throws(() => pain008(file({ debits: [debit({ amount })] })), RangeError);
    }
  });
});
