import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { APP_KEY, testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { eInvoiceFaults } from '../../../test/support/e-invoice.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { invoiceFaults } from '../../domain/invoicing/index.ts';
import { query } from '../../platform/db/database.ts';
import { attachedFiles, pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { giveMandate } from '../mandates/index.ts';
import { mandateInput, SIGNING } from '../mandates/sample.fixture.ts';
import {
  cancelInvoice,
  correctInvoice,
  previewCancellation,
  previewCorrection,
  previewMonth,
  startRun,
} from './index.ts';
import {
  BILLING_DAY,
  billingCtx,
  billingFor,
  countedMail,
  doneOrder,
  emptyBilling,
  invoicesOf,
  withoutTriggers,
} from './test-support/billing.fixture.ts';

const portal = await testApp({ at: '2026-12-02T10:00' });
const { database, services, drain } = portal;
const { owner, app } = database;
const { carrier, jobs } = services;
const clerk = billingCtx(database, jobs);

beforeEach(() => emptyBilling(database));
after(() => services.pdf.close());

const run = async (month = '2026-11', without: string[] = []) => {
  const { runId } = await startRun(clerk, { month, without }, carrier);
  await drain();
  return runId;
};
const numbers = async () => (await invoicesOf(database)).map(({ number }) => number);
const outcomes = () =>
  owner.sql<{ number: string; state: string; problem: string }>(
    `select c.number, i.state, i.problem from invoice_run_item i join customer c on c.id = i.customer_id order by 1`,
  );

describe('a monthly run', () => {
  it('charges what was done and tried in vain, once, at the prices that were promised', async () => {
    await doneOrder(database, { reference: 'Fristsachen Az. 12/26', costCentre: '1100 Prozessabteilung' });
    await doneOrder(database, { status: 'failed', day: '2026-11-13' });
    await doneOrder(database, { status: 'failed', day: '2026-11-14', atFault: 'carrier' });
    await doneOrder(database, {
      product: 'STAMP_STD_100',
      unitPrice: 710_000,
      quantity: 3,
      day: '2026-11-30',
    });
    await doneOrder(database, { status: 'placed' });
    await doneOrder(database, { status: 'cancelled' });
    const late = await doneOrder(database, { status: 'cancelled', day: '2026-11-20' });
    await owner.sql('update service_order set is_cancellation_charged = true where id = $1', [late]);
    await doneOrder(database, { product: 'BOX_SMALL', unitPrice: 0 });
    await doneOrder(database, { day: '2026-12-01' });
    await run();
    const [invoice, ...others] = await invoicesOf(database);
    assert.ok(invoice);
    assert.equal(others.length, 0);
    const { content } = invoice;
    assert.deepEqual(
      content.lines.map(({ name, reference, costCentre, net }) => [name, reference, costCentre, net]),
      [
        ['Sonderabholung', 'Fristsachen Az. 12/26', '1100 Prozessabteilung', 950],
        ['Sonderabholung (vergebliche Anfahrt)', '', '', 950],
        ['Sonderabholung (kostenpflichtig storniert)', '', '', 950],
        ['Briefmarken Standardbrief, Rolle', '', '', 21_300],
      ],
    );
    assert.deepEqual([invoice.net_cents, invoice.tax_cents, invoice.gross_cents], [24_150, 4589, 28_739]);
    assert.equal(invoice.number, 'R-2026-000001');
    assert.equal(content.issuedOn, '2026-12-02');
    assert.deepEqual(invoiceFaults(content), []);
    assert.deepEqual(eInvoiceFaults(invoice.xml), []);

    await run('2026-12').catch(() => undefined);
    assert.deepEqual(await outcomes().then((all) => all.map(({ state }) => state)), ['issued']);
  });

  it('puts page and XML into the firm’s place, and tells the firm', async () => {
    await doneOrder(database);
    const before = (await portal.letters()).length;
    await run();
    const [document] = await owner.all(query.selectFrom('document').selectAll());
    assert.deepEqual(
      [document?.kind, document?.number, document?.gross_cents, document?.state, `${document?.due_on}`],
      ['invoice', 'R-2026-000001', 1131, 'open', '2026-12-16'],
    );
    const files = await owner.all(query.selectFrom('document_file').selectAll().orderBy('role'));
    assert.deepEqual(
      files.map(({ role, name }) => [role, name]),
      [
        ['pdf', 'Rechnung-R-2026-000001.pdf'],
        ['xml', 'Rechnung-R-2026-000001.xml'],
      ],
    );
    const [pdf, xml] = files;
    assert.ok(pdf && xml);
    const [row] = await invoicesOf(database);
    assert.equal(xml.bytes.toString('utf8'), row?.xml);
    assert.equal(attachedFiles(pdf.bytes)[0]?.content, row?.xml);
    assert.match(pdfText(pdf.bytes), /Rechnungsbetrag 11,31 €/);
    assert.ok(
      (await portal.letters()).slice(before).some(({ subject }) => subject.includes('R-2026-000001')),
    );
  });

  it('numbers all firms without a gap, and leaves a firm without an address out with a reason', async () => {
    for (const customer of ['D100001', 'D100002', 'D100003']) await doneOrder(database, { customer });
    await withoutTriggers(
      database,
      ['address'],
      [
        `update address set is_default_billing = false where customer_id = (select id from customer where number = 'D100002')`,
      ],
    );
    await run();
    assert.deepEqual(await numbers(), ['R-2026-000001', 'R-2026-000002']);
    assert.deepEqual(await outcomes(), [
      { number: 'D100001', state: 'issued', problem: '' },
      { number: 'D100002', state: 'refused', problem: 'no-address' },
      { number: 'D100003', state: 'issued', problem: '' },
    ]);
    // mended, it is charged by the next run, with the next number
    await owner.sql(
      `update address set is_default_billing = true where id =
       (select min(a.id) from address a join customer c on c.id = a.customer_id where c.number = 'D100002')`,
    );
    await run();
    assert.deepEqual(await numbers(), ['R-2026-000001', 'R-2026-000002', 'R-2026-000003']);
  });

  it('leaves out whom the clerk leaves out, and what is older comes along later', async () => {
    await doneOrder(database, { customer: 'D100001', day: '2026-10-30' });
    await doneOrder(database, { customer: 'D100002' });
    await run('2026-11', ['D100001']);
    assert.deepEqual(
      (await outcomes()).map(({ number }) => number),
      ['D100002'],
    );
    await run();
    const [, second] = await invoicesOf(database);
    assert.deepEqual([second?.content.from, second?.content.to], ['2026-10-30', '2026-11-30']);
  });

  it('goes on where it was killed, whoever works on it, without a gap or a double', async () => {
    for (const customer of ['D100001', 'D100002', 'D100003']) await doneOrder(database, { customer });
    const { runId } = await startRun(clerk, { month: '2026-11' }, carrier);
    // the job is lost, as if the program had been killed right after it took it
    await owner.sql("delete from pgboss.job where name = 'invoice.run'");
    assert.equal(await drain(), 0);
    portal.clock.advance({ minutes: 1 });
    await owner.sql(
      "insert into pgboss.job (name, data) values ('invoice.pick-up', '{}'), ('invoice.pick-up', '{}')",
    );
    await drain();
    assert.deepEqual(await numbers(), ['R-2026-000001', 'R-2026-000002', 'R-2026-000003']);
    const [state] = await owner.sql<{ finished: boolean }>(
      'select finished_at is not null as finished from invoice_run where id = $1',
      [runId],
    );
    assert.equal(state?.finished, true);
    // the pages are lost, too: they are set later, each once
    await owner.sql("delete from pgboss.job where name = 'invoice.set'");
    portal.clock.set(BILLING_DAY);
  });

  it('sets a page that was forgotten, and no page twice', async () => {
    await doneOrder(database);
    await startRun(clerk, { month: '2026-11' }, carrier);
    // only the run is worked on; the page is lost
    const { invoiceHandlers } = await import('./handlers.ts');
    const only = invoiceHandlers({ ...services, appKey: APP_KEY }).filter(
      ({ job }) => job.name === 'invoice.run',
    );
    await jobs.drain(only);
    await owner.sql("delete from pgboss.job where name = 'invoice.set'");
    await owner.sql("insert into pgboss.job (name, data) values ('invoice.pick-up', '{}')");
    await drain();
    assert.equal((await invoicesOf(database))[0]?.document_id, null, 'it is not forgotten yet');
    portal.clock.advance({ minutes: 6 });
    await owner.sql(
      "insert into pgboss.job (name, data) values ('invoice.pick-up', '{}'), ('invoice.pick-up', '{}')",
    );
    await drain();
    assert.notEqual((await invoicesOf(database))[0]?.document_id, null);
    assert.equal((await owner.sql('select from document')).length, 1);
    portal.clock.set(BILLING_DAY);
  });

  it('is one at a time, also when two clerks begin at the same moment', async () => {
    await doneOrder(database);
    const both = await Promise.allSettled([1, 2].map(() => startRun(clerk, { month: '2026-11' }, carrier)));
    const losers = both.filter((one) => one.status === 'rejected');
    assert.equal(losers.length, 1);
    assert.equal(losers[0]?.reason.refusal.code, 'run-in-progress');
    await drain();
    assert.equal((await numbers()).length, 1);
  });

  it('is refused to customers, to other staff, before the month is over, without an account, and with nothing to do', async () => {
    const firm = await ctxFor({ db: app });
    await assertRefused(startRun(firm, { month: '2026-11' }, carrier), 'not-found');
    const dispatcher = {
      ...clerk,
      actor: { kind: 'carrier' as const, name: 'D', roles: ['dispatch'] as const },
    };
    await assertRefused(startRun(dispatcher, { month: '2026-11' }, carrier), 'staff-role-required');
    await assertRefused(startRun(clerk, { month: '2026-11' }, carrier), 'nothing-to-invoice');
    await assertRefused(startRun(clerk, { month: '2026-12' }, carrier), 'invalid');
    await assertRefused(startRun(clerk, { month: '2026-13' }, carrier), 'invalid');
    await assertRefused(startRun(clerk, {}, carrier), 'invalid');
    await assertRefused(startRun(clerk, { month: '2026-11' }, { ...carrier, bank: undefined }), 'no-account');
    assert.deepEqual(await owner.sql('select from invoice_run'), []);
  });

  it('is written down: who began it, and every invoice with its hash', async () => {
    await doneOrder(database);
    await run();
    assert.equal((await lastAudit(database, 'invoice-run.start'))?.object, '2026-11');
    const issued = await lastAudit(database, 'invoice.issue');
    assert.equal(issued?.object, 'R-2026-000001');
    assert.equal(issued?.actor_name, 'Spreebrief');
    assert.match(JSON.stringify(issued?.after), /"hash":"[0-9a-f]{64}"/);
  });
});

describe('counted mail', () => {
  it('is charged at the price of its day, by month and cost centre, with the surcharge of small postings', async () => {
    await countedMail(database, {
      product: 'LETTER_STD',
      pieces: 1200,
      day: '2026-11-02',
      costCentre: '1100',
    });
    await countedMail(database, {
      product: 'LETTER_STD',
      pieces: 300,
      day: '2026-11-20',
      costCentre: '1100',
    });
    await countedMail(database, { product: 'LETTER_STD', pieces: 10, day: '2025-12-30' });
    await countedMail(database, { product: 'AD_STD', pieces: 999, day: '2026-11-03' });
    await countedMail(database, { product: 'AD_STD', pieces: 1000, day: '2026-11-04' });
    await countedMail(database, { product: 'FORMAL_SERVICE', pieces: 3, day: '2026-11-05' });
    await countedMail(database, { product: 'LETTER_STD', pieces: 5, day: '2026-12-01' });
    await doneOrder(database, { day: '2026-11-03' });
    await run();
    const [invoice] = await invoicesOf(database);
    assert.deepEqual(
      invoice?.content.lines.map(({ code, costCentre, quantity, net, from, to }) => [
        code,
        costCentre,
        quantity,
        net,
        from,
        to,
      ]),
      [
        ['LETTER_STD', '1100 Prozessabteilung', 1500, 106_500, '2026-11-01', '2026-11-30'],
        // the price of last year
        ['LETTER_STD', '', 10, 690, '2025-12-01', '2025-12-31'],
        ['AD_STD', '', 1999, 63_968, '2026-11-01', '2026-11-30'],
        ['AD_SMALL_QTY', '', 999, 11_988, '2026-11-01', '2026-11-30'],
        ['FORMAL_SERVICE', '', 3, 1050, '2026-11-01', '2026-11-30'],
        ['PICKUP_EXTRA', '', 1, 950, '2026-11-03', '2026-11-03'],
      ],
    );
    assert.match(invoice?.content.vat.at(-1)?.reason ?? '', /§ 4/);
    assert.deepEqual(invoiceFaults(invoice?.content ?? assert.fail()), []);
    assert.deepEqual(eInvoiceFaults(invoice?.xml ?? ''), []);
    const open = await owner.sql<{ pieces: number }>(
      'select pieces from mail_volume where invoice_id is null',
    );
    assert.deepEqual(open, [{ pieces: 5 }]);
    const [other] = await owner.sql<{ other: number }>(
      'select count(*) as other from mail_volume where invoice_id <> $1',
      [invoice?.id],
    );
    assert.equal(other?.other, 0);
  });

  it('is let go of by a cancellation that asks for it', async () => {
    await countedMail(database, { product: 'LETTER_STD', pieces: 100, day: '2026-11-02' });
    await run();
    const ctx = await billingFor(database, jobs);
    await cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'Falsch gezählt', again: 'on' }, carrier);
    await owner.sql('update mail_volume set pieces = 90');
    await run();
    assert.equal((await invoicesOf(database)).at(-1)?.net_cents, 6390);
  });

  it('without a price on its day keeps the invoice back and says why', async () => {
    await countedMail(database, { product: 'LETTER_STD', pieces: 100, day: '2024-12-31' });
    // it is odd before, and no zero beside what has a price
    await countedMail(database, { product: 'LETTER_STD', pieces: 100, day: '2026-11-03' });
    const preview = await previewMonth(clerk, { month: Temporal.PlainDate.from('2026-11-01'), page: 1 });
    assert.deepEqual(
      [preview.firms, preview.net, preview.unpriced, preview.rows[0]?.oddities],
      [1, 7100, 1, ['no-price', 'older-charges', 'first-invoice']],
    );
    await run();
    assert.deepEqual(await outcomes(), [
      { number: 'D100001', state: 'refused', problem: 'no-price: LETTER_STD' },
    ]);
    assert.deepEqual(await numbers(), []);
  });
});

describe('how an invoice is paid', () => {
  it('is by debit with the mandate in force, announced in time, without the account number in clear', async () => {
    const admin = await ctxFor({ db: app, jobs, now: BILLING_DAY });
    await giveMandate({ ...admin, confirmedAt: admin.now }, mandateInput(), SIGNING);
    await doneOrder(database);
    await run();
    const [invoice] = await invoicesOf(database);
    assert.deepEqual(
      [invoice?.payment, invoice?.mandate_reference, `${invoice?.due_on}`],
      ['debit', 'D100001-0001', '2026-12-16'],
    );
    assert.match(invoice?.content.paymentTerms ?? '', /am 16\.12\.2026 per SEPA-Basislastschrift/);
    assert.ok(!JSON.stringify(invoice).includes('DE89370400440532013000'));
  });

  it('follows what the firm set: Leitweg-ID first, then its reference, then its number', async () => {
    const format = async (settings: string | undefined) => {
      await owner.sql('truncate invoice_settings');
      if (settings) {
        await owner.sql(
          `insert into invoice_settings (customer_id, invoice_copies, report_copies, receipt_copies, einvoice_format,
             leitweg_id, buyer_reference, price_display) select id, '{buchhaltung@firma.example}', '{}', '{}', ${settings},
             'net' from customer where number = 'D100001'`,
        );
      }
      await doneOrder(database);
      await run();
      const invoice = (await invoicesOf(database)).at(-1);
      const { buyerReference, buyer } = invoice?.content ?? assert.fail();
      assert.deepEqual(eInvoiceFaults(invoice?.xml ?? ''), []);
      return [invoice?.format, buyerReference, buyer.electronicAddress?.scheme, buyer.electronicAddress?.id];
    };
    assert.deepEqual(await format(undefined), ['zugferd', 'D100001', 'EM', 'admin@d100001.example']);
    assert.deepEqual(await format("'zugferd', '', 'Bestellung 4711'"), [
      'zugferd',
      'Bestellung 4711',
      'EM',
      'buchhaltung@firma.example',
    ]);
    assert.deepEqual(await format("'xrechnung', '', ''"), [
      'xrechnung',
      'D100001',
      'EM',
      'buchhaltung@firma.example',
    ]);
    assert.deepEqual(await format("'zugferd', '991-12345-06', 'x'"), [
      'xrechnung',
      '991-12345-06',
      '0204',
      '991-12345-06',
    ]);
  });
});

describe('whom an invoice names', () => {
  it('is the firm with the VAT id and the country that it says', async () => {
    await owner.sql(
      `insert into invoice_settings (customer_id, invoice_copies, report_copies, receipt_copies, einvoice_format,
         leitweg_id, buyer_reference, price_display, vat_id, country)
       select id, '{}', '{}', '{}', 'xrechnung', '', '', 'net', 'ATU12345678', 'AT' from customer where number = 'D100001'`,
    );
    await doneOrder(database);
    await run();
    const [invoice] = await invoicesOf(database);
    const { vatId, country } = invoice?.content.buyer ?? assert.fail();
    assert.deepEqual([vatId, country], ['ATU12345678', 'AT']);
    assert.deepEqual(eInvoiceFaults(invoice?.xml ?? ''), []);
  });
});

describe('taking an invoice back', () => {
  const issued = async () => {
    await doneOrder(database, { product: 'STAMP_STD_100', unitPrice: 710_000, quantity: 3 });
    await run();
    return billingFor(database, jobs);
  };

  it('is a document of its own that names the original', async () => {
    const ctx = await issued();
    const { number } = await correctInvoice(
      ctx,
      { number: 'R-2026-000001', reason: 'Eine Rolle kam zurück', quantities: { 1: '1' } },
      carrier,
    );
    await drain();
    assert.equal(number, 'G-2026-000001');
    const [, credit] = await invoicesOf(database);
    assert.deepEqual(eInvoiceFaults(credit?.xml ?? ''), []);
    assert.deepEqual(
      [credit?.kind, credit?.gross_cents, credit?.reason],
      ['correction', 8449, 'Eine Rolle kam zurück'],
    );
    const documents = await owner.all(query.selectFrom('document').selectAll().orderBy('id'));
    assert.deepEqual(
      documents.map(({ number: one, kind, gross_cents, corrects_id }) => [
        one,
        kind,
        gross_cents,
        corrects_id,
      ]),
      [
        ['R-2026-000001', 'invoice', 25_347, null],
        ['G-2026-000001', 'correction', -8449, documents[0]?.id],
      ],
    );
    assert.equal((await lastAudit(database, 'invoice.correct'))?.object, 'G-2026-000001');
  });

  it('takes back no more than is left, and as a whole once', async () => {
    const ctx = await issued();
    const correct = (quantities: Record<string, unknown>) =>
      correctInvoice(ctx, { number: 'R-2026-000001', reason: 'x', quantities }, carrier);
    await correct({ 1: 2 });
    for (const bad of [{ 1: 2 }, { 2: 1 }, {}, { 1: 0 }, { 1: -1 }, { x: 1 }, { 1: 'viele' }]) {
      await assertRefused(correct(bad), 'invalid');
    }
    await assertRefused(cancelInvoice(ctx, { number: 'R-2026-000001', reason: '' }, carrier), 'invalid');
    await assertRefused(
      cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'x'.repeat(501) }, carrier),
      'invalid',
    );
    const { number } = await cancelInvoice(
      ctx,
      { number: 'R-2026-000001', reason: 'Falsche Firma' },
      carrier,
    );
    assert.equal(number, 'G-2026-000002');
    assert.equal((await invoicesOf(database)).at(-1)?.gross_cents, 8449);
    await assertRefused(
      cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'x' }, carrier),
      'nothing-left',
    );
    await assertRefused(cancelInvoice(ctx, { number: 'G-2026-000001', reason: 'x' }, carrier), 'not-found');
  });

  it('shows what it would be before, writes nothing meanwhile, and is done once by a form sent twice', async () => {
    const ctx = await issued();
    const input = { number: 'R-2026-000001', reason: 'Eine kam zurück', quantities: { 1: 1 } };
    const { document, seen } = await previewCorrection(ctx, input, carrier);
    assert.deepEqual([document.gross, document.preceding?.number, seen], [8449, 'R-2026-000001', 0]);
    assert.deepEqual(await numbers(), ['R-2026-000001']);
    const send = () => correctInvoice(ctx, { ...input, seen: `${seen}` }, carrier);
    const both = await Promise.allSettled([send(), send()]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assertRefused(send(), 'stale');
    assert.deepEqual(await numbers(), ['R-2026-000001', 'G-2026-000001']);
    assert.equal((await previewCorrection(ctx, input, carrier)).seen, 1);
    const left = await previewCancellation(ctx, { number: 'R-2026-000001' }, carrier);
    assert.deepEqual([left?.kind, left?.lines[0]?.quantity], ['cancellation', 2]);
  });

  it('gives back in parts exactly what was charged, each with its number, and counts as paid back', async () => {
    await doneOrder(database, { unitPrice: 50, quantity: 3 });
    await doneOrder(database, { unitPrice: 33, quantity: 7, vatRate: 700 });
    await run();
    const ctx = await billingFor(database, jobs);
    const correct = (quantities: Record<string, number>) =>
      correctInvoice(ctx, { number: 'R-2026-000001', reason: 'Teil', quantities }, carrier);
    const parts: Record<string, number>[] = [{ 1: 1 }, { 1: 1, 2: 3 }, { 2: 2 }];
    for (const part of parts) await correct(part);
    await cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'Rest' }, carrier);
    await drain();
    const [invoice, ...back] = await invoicesOf(database);
    assert.deepEqual(
      back.map(({ number, kind }) => [number, kind]),
      [
        ['G-2026-000001', 'correction'],
        ['G-2026-000002', 'correction'],
        ['G-2026-000003', 'correction'],
        ['G-2026-000004', 'cancellation'],
      ],
    );
    for (const sum of ['net_cents', 'tax_cents', 'gross_cents'] as const) {
      assert.equal(
        back.reduce((total, one) => total + one[sum], 0),
        invoice?.[sum],
      );
    }
    for (const { xml } of back) {
      assert.ok(xml.includes('<ram:TypeCode>381</ram:TypeCode>'));
      assert.deepEqual(eInvoiceFaults(xml), []);
    }
    const states = await owner.all(query.selectFrom('document').select(['number', 'state']).orderBy('id'));
    assert.deepEqual(
      states.map(({ state }) => state),
      ['cancelled', 'paid', 'paid', 'paid', 'paid'],
    );
  });

  it('lets what was charged be charged anew only when it is asked to', async () => {
    const ctx = await issued();
    await cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'Neue Anschrift', again: 'on' }, carrier);
    await run();
    assert.deepEqual(await numbers(), ['R-2026-000001', 'G-2026-000001', 'R-2026-000002']);
    await cancelInvoice(ctx, { number: 'R-2026-000002', reason: 'Kulanz' }, carrier);
    await assertRefused(startRun(clerk, { month: '2026-11' }, carrier), 'nothing-to-invoice');
  });

  it('is done once by two at the same moment', async () => {
    const ctx = await issued();
    const both = await Promise.allSettled(
      [1, 2].map(() => cancelInvoice(ctx, { number: 'R-2026-000001', reason: 'x' }, carrier)),
    );
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    assert.deepEqual(await numbers(), ['R-2026-000001', 'G-2026-000001']);
  });

  it('is refused to customers, to other staff, and for another firm', async () => {
    await issued();
    const input = { number: 'R-2026-000001', reason: 'x', quantities: { 1: 1 } };
    const firm = await ctxFor({ db: app, jobs });
    for (const verb of [cancelInvoice, correctInvoice, previewCorrection, previewCancellation]) {
      await assertRefused(verb(firm, input, carrier), 'not-found');
      await assertRefused(verb(await billingFor(database, jobs, 'D100002'), input, carrier), 'not-found');
      const ctx = await billingFor(database, jobs);
      const dispatcher = {
        ...ctx,
        actor: { kind: 'carrier' as const, name: 'D', roles: ['dispatch'] as const },
      };
      await assertRefused(verb(dispatcher, input, carrier), 'staff-role-required');
    }
  });
});

describe('what the database holds', () => {
  it('is that an invoice never changes or goes, whoever is at it', async () => {
    await doneOrder(database);
    await run();
    for (const statement of [
      'update invoice set gross_cents = gross_cents + 1, net_cents = net_cents + 1',
      "update invoice set xml = 'x'",
      'update invoice set document_id = null',
      'delete from invoice',
      'truncate invoice cascade',
    ]) {
      await assert.rejects(owner.sql(statement), { constraint: 'invoice_stays' }, statement);
    }
  });

  it('is that a number follows the one before, and that nothing is charged twice', async () => {
    const orderId = await doneOrder(database);
    await run();
    const copy = (running: number) =>
      owner.sql(
        `insert into invoice (customer_id, kind, year, running, number, issued_on, period_from, period_to, format, net_cents,
           tax_cents, gross_cents, payment, due_on, content, xml, xml_sha256, issued_at, issued_by_name)
         select customer_id, kind, year, $1, 'R-2026-' || lpad($1::int::text, 6, '0'), issued_on, period_from, period_to, format,
           net_cents, tax_cents, gross_cents, payment, due_on, content, xml, xml_sha256, issued_at, issued_by_name
         from invoice order by id limit 1 returning id`,
        [running],
      );
    await assert.rejects(copy(3), { constraint: 'invoice_number_is_next' });
    await assert.rejects(copy(1), /invoice_number_key|invoice_range_year_running_key/);
    await copy(2);
    await assert.rejects(
      owner.sql(
        `insert into invoice_item (customer_id, invoice_id, source, source_id)
         select customer_id, id, 'order', $1 from invoice where running = 2`,
        [orderId],
      ),
      { constraint: 'charged_once' },
    );
  });

  it('is that numbers are drawn by one after the other', async () => {
    for (const customer of ['D100001', 'D100002', 'D100003']) await doneOrder(database, { customer });
    const { runId } = await startRun(clerk, { month: '2026-11' }, carrier);
    const { workOnPart } = await import('./runs/work-on-run.ts');
    await Promise.all([1, 2, 3].map(() => workOnPart({ ...services, appKey: APP_KEY }, runId, 'test')));
    assert.deepEqual(await numbers(), ['R-2026-000001', 'R-2026-000002', 'R-2026-000003']);
  });
});
