import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { openSchema } from '../../../test/support/xml-schema.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { cancelInvoice, correctInvoice, startRun } from '../invoices/index.ts';
import {
  BILLING_DAY,
  billingCtx,
  billingFor,
  doneOrder,
  emptyBilling,
} from '../invoices/test-support/billing.fixture.ts';
import { giveMandate, revokeMandate } from '../mandates/index.ts';
import { IBAN, mandateInput, SIGNING } from '../mandates/sample.fixture.ts';
import { makeDebitFile, recordPayment, recordReturn, takeDebitFile, writeReminder } from './index.ts';

const portal = await testApp({ at: '2026-12-02T10:00' });
const { database, services, drain } = portal;
const { owner, app } = database;
const { carrier, jobs } = services;
const clerk = billingCtx(database, jobs);
const schema = await openSchema('pain/pain.008.001.08_GBIC_4.xsd');

beforeEach(async () => {
  await emptyBilling(database);
  for (const table of ['debit_file_download', 'debit', 'debit_file', 'payment'])
    await owner.sql(`truncate ${table} cascade`);
});

const later = (days: number) => BILLING_DAY.add({ hours: 24 * days });
const dispatcher = <Ctx extends CustomerCtx | typeof clerk>(ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { kind: 'carrier', name: 'D', roles: ['dispatch'] },
});

/** The firm is invoiced 11.31 EUR for one pickup; with a mandate it is collected. */
async function invoiced(
  options: { mandate?: 'CORE' | 'B2B'; customers?: string[] } = {},
): Promise<CustomerCtx> {
  const { mandate, customers = ['D100001'] } = options;
  for (const customer of customers) {
    if (mandate) {
      const admin = await ctxFor({ db: app, jobs, now: BILLING_DAY, customer });
      await giveMandate({ ...admin, confirmedAt: admin.now }, mandateInput({ scheme: mandate }), SIGNING);
    }
    await doneOrder(database, { customer });
  }
  await startRun(clerk, { month: '2026-11' }, carrier);
  await drain();
  return billingFor(database, jobs);
}

const payment = (changes: Record<string, unknown> = {}) => ({
  number: 'R-2026-000001',
  kind: 'transfer',
  amount: '11,31',
  paidOn: '2026-12-02',
  note: '',
  key: randomUUID(),
  ...changes,
});

/** What of a document is still owed. */
const open = async (number = 'R-2026-000001') => {
  const [row] = await owner.all(
    query.selectFrom('document').select('open_cents').where('number', '=', number),
  );
  return row?.open_cents;
};
const state = async (number = 'R-2026-000001') => {
  const [row] = await owner.all(
    query.selectFrom('document').select(['state', 'state_on']).where('number', '=', number),
  );
  return [row?.state, row?.state_on?.toString()];
};

describe('a payment', () => {
  it('settles the invoice, and the firm sees it', async () => {
    const ctx = await invoiced();
    assert.deepEqual(await state(), ['open', undefined]);
    assert.equal(await open(), 1131);
    assert.deepEqual(await recordPayment(ctx, payment({ amount: '11,30' })), { balance: 1 });
    assert.deepEqual(await state(), ['open', undefined]);
    assert.equal(await open(), 1);
    assert.deepEqual(await recordPayment(ctx, payment({ amount: '0.01' })), { balance: 0 });
    assert.deepEqual(await state(), ['paid', '2026-12-02']);
    const audited = await lastAudit(database, 'payment.transfer');
    assert.deepEqual([audited?.object, audited?.before], ['R-2026-000001', { balance: 1 }]);
  });

  it('counts once, however often its form is sent', async () => {
    const ctx = await invoiced();
    const form = payment({ amount: '5' });
    await Promise.all([recordPayment(ctx, form), recordPayment(ctx, form)]);
    assert.deepEqual(await recordPayment(ctx, form), { balance: 631 });
  });

  it('of too much can be paid back, but no more than that', async () => {
    const ctx = await invoiced();
    assert.deepEqual(await recordPayment(ctx, payment({ amount: '1.011,31' })), { balance: -100_000 });
    await assertRefused(recordPayment(ctx, payment({ kind: 'refund', amount: '1000,01' })), 'invalid');
    assert.deepEqual(await recordPayment(ctx, payment({ kind: 'refund', amount: '1000' })), { balance: 0 });
    await assertRefused(recordPayment(ctx, payment({ kind: 'refund', amount: '0,01' })), 'invalid');
  });

  it('is read as people write amounts, and refused when it is none', async () => {
    const ctx = await invoiced();
    for (const [amount, balance] of [
      ['1', 1031],
      ['1,5', 881],
      ['2.25 €', 656],
      [' 1,00 ', 556],
    ] as const) {
      assert.deepEqual(await recordPayment(ctx, payment({ amount })), { balance }, amount);
    }
    for (const amount of [
      '',
      '0',
      '0,00',
      '-1',
      '1,234',
      '1.2345',
      'viel',
      '1e3',
      '٣',
      '9'.repeat(30),
      '1.000.000.000,00',
      `1${'.000'.repeat(30)}`,
      "1'; --",
    ]) {
      await assertRefused(recordPayment(ctx, payment({ amount })), 'invalid');
    }
    for (const bad of [
      { paidOn: '2026-12-03' },
      { paidOn: '2026-02-30' },
      { paidOn: '' },
      { kind: 'gift' },
      { note: 'x'.repeat(201) },
      { key: '' },
      { number: 'R-1' },
    ]) {
      await assertRefused(recordPayment(ctx, payment(bad)), 'invalid');
    }
  });

  it('is recorded by billing staff only, for that firm only', async () => {
    const ctx = await invoiced();
    await assertRefused(recordPayment(await ctxFor({ db: app, jobs }), payment()), 'not-found');
    await assertRefused(recordPayment(dispatcher(ctx), payment()), 'staff-role-required');
    await assertRefused(recordPayment(await billingFor(database, jobs, 'D100002'), payment()), 'not-found');
    await assertRefused(recordPayment(ctx, payment({ number: 'R-2026-000009' })), 'not-found');
  });
});

describe('what takes an invoice back', () => {
  it('is settled when nothing is owed to the firm, and open until it is paid out', async () => {
    const ctx = await invoiced();
    await recordPayment(ctx, payment());
    await cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'Falsche Firma' }, carrier);
    await drain();
    assert.deepEqual(await state(), ['cancelled', undefined]);
    assert.deepEqual(await state('G-2026-000001'), ['open', undefined]);
    assert.deepEqual([await open(), await open('G-2026-000001')], [-1131, 0]);
    await recordPayment(ctx, payment({ kind: 'refund' }));
    assert.deepEqual(await state('G-2026-000001'), ['paid', undefined]);
  });

  it('leaves the rest owed', async () => {
    await doneOrder(database, { product: 'STAMP_STD_100', unitPrice: 710_000, quantity: 2 });
    const ctx = await invoiced();
    await correctInvoice(ctx, { number: 'R-2026-000001', reason: 'x', quantities: { 1: 1 } }, carrier);
    await drain();
    const [first] = await state();
    assert.equal(first, 'corrected');
    // 11.31 for the pickup and two rolls of 84.49; the correction itself is no debt
    assert.deepEqual([await open(), await open('G-2026-000001')], [9580, 0]);
    assert.deepEqual(await state('G-2026-000001'), ['paid', undefined]);
  });
});

describe('a file of direct debits', () => {
  it('holds what is due soon with a mandate in force, keeps the schema, and says so to the firms', async () => {
    await invoiced({ mandate: 'CORE', customers: ['D100001', 'D100002'] });
    const { number, debits } = await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    await drain();
    assert.match(number, /^L-2026-\d{6}$/);
    assert.equal(debits, 2);
    const { xml, name } = await takeDebitFile(clerk, { number }, services);
    assert.equal(name, `${number}-CORE.xml`);
    assert.deepEqual(schema.faults(xml), []);
    for (const part of [
      '<EndToEndId>R-2026-000001</EndToEndId>',
      '<InstdAmt Ccy="EUR">11.31</InstdAmt>',
      '<CtrlSum>22.62</CtrlSum>',
      '<ReqdColltnDt>2026-12-16</ReqdColltnDt>',
      '<MndtId>D100001-0001</MndtId>',
      `<IBAN>${IBAN}</IBAN>`,
      '<Nm>Kanzlei Aydin + Toechter</Nm>',
    ]) {
      assert.ok(xml.includes(part), part);
    }
    assert.deepEqual(await state(), ['debited', '2026-12-16']);
    const [mandate] = await owner.sql<{ used: boolean }>(
      "select last_used_at is not null as used from mandate where reference = 'D100001-0001'",
    );
    assert.equal(mandate?.used, true);
    await assertRefused(makeDebitFile(clerk, { scheme: 'CORE' }, services), 'nothing-to-debit');
  });

  it('is of one kind', async () => {
    await invoiced({ mandate: 'B2B' });
    await assertRefused(makeDebitFile(clerk, { scheme: 'CORE' }, services), 'nothing-to-debit');
    const { number } = await makeDebitFile(clerk, { scheme: 'B2B' }, services);
    assert.match((await takeDebitFile(clerk, { number }, services)).xml, /<Cd>B2B<\/Cd>/);
  });

  it('debits what is left of an invoice, and nothing that is paid, revoked or not due soon', async () => {
    const ctx = await invoiced({ mandate: 'CORE', customers: ['D100001', 'D100002', 'D100003'] });
    await recordPayment(ctx, payment({ amount: '1,31' }));
    const second = await billingFor(database, jobs, 'D100002');
    await recordPayment(second, payment({ number: 'R-2026-000002' }));
    const admin = await ctxFor({ db: app, jobs, now: BILLING_DAY, customer: 'D100003' });
    await revokeMandate({ ...admin, confirmedAt: admin.now }, { reference: 'D100003-0001' });
    const early = { ...clerk, now: BILLING_DAY.subtract({ hours: 24 }) };
    await assertRefused(makeDebitFile(early, { scheme: 'CORE' }, services), 'nothing-to-debit');
    const { number, debits } = await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    assert.equal(debits, 1);
    assert.match((await takeDebitFile(clerk, { number }, services)).xml, /<InstdAmt Ccy="EUR">10\.00</);
  });

  it('is made once by two clerks at the same moment', async () => {
    await invoiced({ mandate: 'CORE' });
    const both = await Promise.allSettled(
      [1, 2].map(() => makeDebitFile(clerk, { scheme: 'CORE' }, services)),
    );
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.equal((await owner.sql('select from debit')).length, 1);
  });

  it('lies sealed, and is taken a second time with a reason only; both are written down', async () => {
    await invoiced({ mandate: 'CORE' });
    const { number } = await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    const [row] = await owner.sql<{ sealed: Buffer }>('select xml_sealed as sealed from debit_file');
    assert.ok(!row?.sealed.includes(IBAN));
    const both = await Promise.allSettled([1, 2].map(() => takeDebitFile(clerk, { number }, services)));
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assertRefused(takeDebitFile(clerk, { number }, services), {
      code: 'invalid',
      fields: [{ field: 'reason', problem: 'required' }],
    });
    await takeDebitFile(clerk, { number, reason: 'Bank hat die Datei nicht erhalten' }, services);
    const taken = await owner.sql<{ reason: string | null }>(
      'select reason from debit_file_download order by id',
    );
    assert.deepEqual(
      taken.map(({ reason }) => reason),
      [null, 'Bank hat die Datei nicht erhalten'],
    );
    assert.equal((await lastAudit(database, 'debit-file.take'))?.object, number);
  });

  it('is for billing staff only', async () => {
    await invoiced({ mandate: 'CORE' });
    const { number } = await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    const firm = await ctxFor({ db: app, jobs });
    await assertRefused(makeDebitFile(firm, { scheme: 'CORE' }, services), 'not-found');
    await assertRefused(takeDebitFile(firm, { number }, services), 'not-found');
    await assertRefused(
      makeDebitFile(dispatcher(clerk), { scheme: 'CORE' }, services),
      'staff-role-required',
    );
    await assertRefused(takeDebitFile(dispatcher(clerk), { number }, services), 'staff-role-required');
    await assertRefused(takeDebitFile(clerk, { number: 'L-2026-999999' }, services), 'not-found');
    await assertRefused(takeDebitFile(clerk, { number: '../x' }, services), 'invalid');
    await assertRefused(makeDebitFile(clerk, { scheme: 'SWIFT' }, services), 'invalid');
    const none = { ...services, carrier: { ...carrier, creditor: undefined } };
    await assertRefused(makeDebitFile(clerk, { scheme: 'CORE' }, none), 'no-account');
  });
});

describe('a debit that comes back', () => {
  it('is owed again, seen by the firm, and not tried again by itself', async () => {
    const ctx = { ...(await invoiced({ mandate: 'CORE' })), now: later(20) };
    await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    const back = { number: 'R-2026-000001', returnedOn: '2026-12-18', reason: 'AM04' };
    for (const bad of [
      { returnedOn: '2026-12-15' },
      { returnedOn: '2026-12-30' },
      { reason: 'XX' },
      { returnedOn: '' },
    ]) {
      await assertRefused(recordReturn(ctx, { ...back, ...bad }), 'invalid');
    }
    await assertRefused(recordReturn(dispatcher(ctx), back), 'staff-role-required');
    await assertRefused(recordReturn(await ctxFor({ db: app, jobs }), back), 'not-found');
    await recordReturn(ctx, back);
    assert.deepEqual(await state(), ['returned', '2026-12-18']);
    await assertRefused(recordReturn(ctx, back), 'not-found');
    await assertRefused(
      makeDebitFile({ ...clerk, now: later(20) }, { scheme: 'CORE' }, services),
      'nothing-to-debit',
    );
    await recordPayment(ctx, payment());
    assert.deepEqual(await state(), ['paid', '2026-12-02']);
  });
});

describe('a reminder', () => {
  it('is a letter about what is overdue, written because a clerk asks for it', async () => {
    const ctx = { ...(await invoiced()), now: later(20) };
    const { number } = await writeReminder(ctx, services);
    assert.match(number, /^M-2026-\d{6}$/);
    const [file] = await owner.all(
      query
        .selectFrom('document_file as f')
        .innerJoin('document as d', 'd.id', 'f.document_id')
        .select('f.bytes')
        .where('d.number', '=', number),
    );
    const text = pdfText(file?.bytes ?? Buffer.alloc(0));
    for (const said of [
      'Zahlungserinnerung',
      'R-2026-000001 02.12.2026 16.12.2026 11,31 11,31',
      'Offener Betrag 11,31 €',
      '01.01.2027',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
    assert.equal((await lastAudit(database, 'reminder.write'))?.object, number);
  });

  it('is one a day, however often its button is pressed', async () => {
    const ctx = { ...(await invoiced()), now: later(20) };
    const both = await Promise.all([writeReminder(ctx, services), writeReminder(ctx, services)]);
    const again = await writeReminder({ ...ctx, now: ctx.now.add({ hours: 2 }) }, services);
    assert.equal(new Set([...both, again].map(({ number }) => number)).size, 1);
    const next = await writeReminder({ ...ctx, now: later(21) }, services);
    assert.notEqual(next.number, again.number);
    const written = await owner.sql("select number from document where kind = 'reminder'");
    assert.equal(written.length, 2);
  });

  it('names the country where the firm is abroad', async () => {
    const ctx = { ...(await invoiced()), now: later(20) };
    await owner.sql(
      `insert into invoice_settings (customer_id, invoice_copies, report_copies, receipt_copies, einvoice_format,
         leitweg_id, buyer_reference, price_display, country)
       values ($1, '{}', '{}', '{}', 'zugferd', '', '', 'net', 'AT')`,
      [ctx.customer.id],
    );
    const { number } = await writeReminder(ctx, services);
    const [file] = await owner.sql<{ bytes: Buffer }>(
      'select bytes from document_file f join document d on d.id = f.document_id where d.number = $1',
      [number],
    );
    assert.match(pdfText(file?.bytes ?? Buffer.alloc(0)), /10719 Berlin ÖSTERREICH/);
  });

  it('is not written while nothing is overdue: before, on and shortly after the day, when paid or being debited', async () => {
    const ctx = await invoiced();
    // due on 16 December; the days of grace end with the 21st
    for (const days of [0, 14, 19]) {
      await assertRefused(writeReminder({ ...ctx, now: later(days) }, services), 'nothing-overdue');
    }
    await recordPayment(ctx, payment());
    await assertRefused(writeReminder({ ...ctx, now: later(20) }, services), 'nothing-overdue');
    await emptyBilling(database);
    const debited = await invoiced({ mandate: 'CORE' });
    await makeDebitFile(clerk, { scheme: 'CORE' }, services);
    await assertRefused(writeReminder({ ...debited, now: later(20) }, services), 'nothing-overdue');
    await assertRefused(writeReminder(dispatcher(ctx), services), 'staff-role-required');
    await assertRefused(writeReminder(await ctxFor({ db: app, jobs }), services), 'not-found');
  });
});
