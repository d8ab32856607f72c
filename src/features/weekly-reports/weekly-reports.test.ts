import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { weekOf } from '../../domain/weekly-report/index.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { correctInvoice, startRun } from '../invoices/index.ts';
import { billingCtx, doneOrder } from '../invoices/test-support/billing.fixture.ts';
import { makeWeeklyReport } from './index.ts';
import { weeklyReportsDue } from './jobs.ts';

async function setting(t: Parameters<typeof testApp>[1], at = '2026-11-23T06:00') {
  const portal = await testApp({ at }, t);
  const { db, jobs } = portal.services;
  const { owner } = portal.database;
  const mine = await ctxFor({ db, jobs });
  const theirs = await ctxFor({ db, jobs, customer: 'D100002' });
  return {
    portal,
    owner,
    mine,
    ctx: () => carrierCtx({ db, jobs, customer: mine.customer, now: portal.clock() }),
    /** Pieces of a product that the firm handed over on a day. */
    sent: (day: string, productCode: string, pieces: number, customer = mine.customer) =>
      owner.sql(
        `insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name,
           created_at) values ($1, $2, $3, $4, $5, 'typed', 'Test', now())`,
        [customer.id, day, productCode, pieces, pieces * 15],
      ),
    theirs,
    /** What the clock does every hour. */
    async look() {
      await db.transaction(undefined, (tx) => jobs.enqueue(tx, weeklyReportsDue, {}));
      await portal.drain();
      const rows = await owner.sql<{ number: string }>('select number from document order by number');
      return rows.map(({ number }) => number);
    },
    /** A file of the newest report. */
    file: async (role: string) => {
      const [row] = await owner.sql<{ bytes: Buffer }>(
        `select f.bytes from document_file f join document d on d.id = f.document_id
         where f.role = $1 order by d.number desc limit 1`,
        [role],
      );
      return row?.bytes ?? Buffer.alloc(0);
    },
  };
}

describe('weekly reports', () => {
  it('are there from Monday, 06:00 on, for the firms that sent something, once', async (t) => {
    const { portal, sent, look, theirs } = await setting(t, '2026-11-23T05:59:59');
    await sent('2026-11-16', 'LETTER_STD', 120);
    await sent('2026-11-22', 'LETTER_STD', 10, theirs.customer);
    assert.deepEqual(await look(), []);
    portal.clock.set('2026-11-23T06:00');
    const both = ['WB-2026-W47-D100001', 'WB-2026-W47-D100002'];
    assert.deepEqual(await look(), both);
    portal.clock.set('2026-11-23T07:00');
    assert.deepEqual(await look(), both);
    const letters = await portal.letters();
    assert.equal(letters.filter(({ subject }) => subject.includes('WB-2026-W47-D100001')).length, 2);
  });

  it('are made up for after a downtime, over the end of a year', async (t) => {
    const { sent, look } = await setting(t, '2027-01-06T14:00');
    for (const day of ['2026-12-14', '2026-12-21', '2027-01-02', '2027-01-05'])
      await sent(day, 'POSTCARD', 5);
    assert.deepEqual(await look(), ['WB-2026-W51-D100001', 'WB-2026-W52-D100001', 'WB-2026-W53-D100001']);
  });

  it('exist once also when two make them at the same moment', async (t) => {
    const { portal, sent, ctx, owner } = await setting(t);
    await sent('2026-11-17', 'LETTER_STD', 3);
    const week = weekOf(Temporal.PlainDate.from('2026-11-16'));
    const made = await Promise.all([1, 2, 3].map(() => makeWeeklyReport(ctx(), portal.services, week)));
    assert.deepEqual(made.filter(Boolean), [true]);
    const [count] = await owner.sql('select count(*)::int as n from document');
    assert.deepEqual(count, { n: 1 });
  });

  it('are made by the carrier alone', async (t) => {
    const { portal, mine } = await setting(t);
    const week = weekOf(Temporal.PlainDate.from('2026-11-16'));
    await assertRefused(makeWeeklyReport(mine, portal.services, week), { code: 'not-found' });
  });

  it('say what was sent by day and product at the prices of the day, what was unusual, and what it is not', async (t) => {
    const { sent, look, file } = await setting(t);
    await sent('2026-11-16', 'LETTER_STD', 1000);
    await sent('2026-11-16', 'LETTER_STD', 12);
    await sent('2026-11-18', 'AD_STD', 500);
    await sent('2026-11-09', 'LETTER_STD', 100);
    await sent('2026-11-10', 'LETTER_LARGE', 100);
    await sent('2025-11-20', 'LETTER_STD', 1500);
    await look();
    const pdf = await file('pdf');
    const text = pdfText(pdf);
    for (const said of [
      'Wochenbericht KW 47/2026',
      // the firm, then who reads its mail
      'Kanzlei am Laternenplatz, Rechtsanwältinnen und Notar PartG mbB Kanzlei am Laternenplatz Laternenplatz 4',
      'Kundennummer D100001',
      'Berichtsnummer WB-2026-W47-D100001',
      '16.11.2026 bis 22.11.2026',
      'Montag, 16. November 2026',
      // 1012 at 0,71; 500 at 0,32 and 0,12 on top, because fewer than a thousand
      'Standardbrief 1.012 15,18 kg 718,52 €',
      '500 7,5 kg 220,00 €',
      'Summe der Woche 1.512 22,68 kg 938,52 €',
      'Das sind 656 % mehr Sendungen als in der Woche davor.',
      'Großbrief: diesmal nichts, in der Woche davor schon.',
      'Vorwoche (KW 46)',
      'Vorjahr (KW 47/2025)',
      'Kein Rechnungsbeleg.',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
    assert.ok(!text.includes('Vorjahres'), 'as many as last year is not unusual');
    const latin1 = pdf.toString('latin1');
    for (const sign of ['/StructTreeRoot', '/Marked true', '/Lang (de-DE)', '<pdfaid:part>2</pdfaid:part>']) {
      assert.ok(latin1.includes(sign), sign);
    }
    const csv = (await file('csv')).toString();
    assert.ok(csv.includes('2026-11-16;Standardbrief;1012;15180;718,52\r\n'), csv);
    assert.equal((await file('xlsx')).subarray(0, 2).toString(), 'PK');
  });

  it('say of a single item that nobody weighed that it is one, and nothing of its weight', async (t) => {
    const { owner, mine, look, file } = await setting(t);
    await owner.sql(
      `insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name,
         created_at) values ($1, '2026-11-17', 'LETTER_STD', 1, 0, 'typed', 'Test', now())`,
      [mine.customer.id],
    );
    await look();
    assert.match(
      pdfText(await file('pdf')),
      /In dieser Woche haben Sie 1 Sendung eingeliefert, netto 0,71 €\./,
    );
  });

  it('tell of pickups that were missed, and of what was delivered', async (t) => {
    const { portal, look, file, owner, mine, sent } = await setting(t, '2026-11-23T06:00');
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    await sent('2026-11-17', 'LETTER_STD', 1);
    await owner.sql(
      `with s as (insert into submission values ($1, 'report-test', '\\x00', now()) returning key),
       o as (
         insert into service_order (customer_id, number, submission_key, service_code, status, pool, service_date,
           window_starts, window_ends, starts_at, ends_at, address_id, address, reference, cost_centre_label,
           driver_hint, net_cents, vat, gross_cents, placed_at)
         select $1, 'A-2026-90000' || n, s.key, service, status, case when service like 'GOODS%' then 'delivery' else 'pickup' end,
           '2026-11-18', '10:00', '12:00', '2026-11-18T10:00+01', '2026-11-18T12:00+01',
           (select min(id) from address where customer_id = $1), '{}', '', '', '', 0, '[]', 0, now()
         from s, (values (1, 'PICKUP_EXTRA', 'completed'), (2, 'PICKUP_EXTRA', 'failed'), (3, 'GOODS_BOXES', 'completed'))
           as v (n, service, status)
         returning id, number, service_code
       )
       insert into order_line select id, $1, 1, case when service_code = 'GOODS_BOXES' then 'BOX_SMALL' else 'PICKUP_EXTRA' end,
         '{"de":"x","en":"x"}', '{"de":"x","en":"x"}', 7, 0, 1900, 0 from o`,
      [mine.customer.id],
    );
    await look();
    const text = pdfText(await file('pdf'));
    assert.ok(text.includes('Eine Abholung hat nicht stattgefunden.'), text);
    assert.ok(text.includes('Abholungen 1 1 0'), text);
    assert.match(text, /Verbrauchsmaterial Artikel Menge .* 7 /);
  });

  it('name what did not take place and why, and what was taken back of invoices', async (t) => {
    const { portal, look, file, owner, ctx } = await setting(t, '2026-12-02T10:00');
    const { database, services } = portal;
    await doneOrder(database, { day: '2026-11-12', quantity: 3 });
    const clerk = billingCtx(database, services.jobs);
    await startRun(clerk, { month: '2026-11' }, services.carrier);
    await portal.drain();
    await correctInvoice(
      { ...ctx(), customer: ctx().customer },
      { number: 'R-2026-000001', reason: 'Zu <b>viel', quantities: { 1: 1 } },
      services.carrier,
    );
    for (const at of ['customer', 'carrier'] as const) {
      const order = await doneOrder(database, { day: '2026-12-01', status: 'failed', atFault: at });
      await owner.sql("update order_outcome set reason = 'not-met' where order_id = $1", [order]);
    }
    const late = await doneOrder(database, { day: '2026-12-02', status: 'cancelled' });
    await owner.sql('update service_order set is_cancellation_charged = true where id = $1', [late]);
    portal.clock.set('2026-12-07T06:00');
    await look();
    const text = pdfText(await file('pdf'));
    for (const said of [
      'Nicht zustande gekommen Leistung Tag Grund Berechnet',
      '01.12.2026 Kunde nicht angetroffen ja',
      '01.12.2026 Kunde nicht angetroffen nein',
      '02.12.2026 nach Ablauf der Frist storniert ja',
      'Korrekturen von Rechnungen',
      'Rechnungskorrektur G-2026-000001: Zu <b>viel 02.12.2026 R-2026-000001 9,50 €',
    ]) {
      assert.ok(text.includes(said), `${said}\n${text}`);
    }
  });

  it('are found in their place, to look at and to take along', async (t) => {
    const { portal, sent, look } = await setting(t);
    await sent('2026-11-16', 'LETTER_STD', 120);
    await look();
    const client = portal.client();
    await client.signIn('D100001', 'admin@d100001.example');
    const page = await client.get('/rechnungen-und-berichte/wochenberichte');
    assert.ok(page.text.includes('WB-2026-W47-D100001') && page.text.includes('KW 47/2026'), page.text);
    for (const role of ['pdf', 'csv', 'xlsx']) {
      assert.equal((await client.get(`/rechnungen-und-berichte/WB-2026-W47-D100001/${role}`)).status, 200);
    }
  });
});
