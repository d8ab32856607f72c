import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused } from '../../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../../test/support/staff.ts';
import { transaction } from '../../../platform/context.ts';
import type { Letter } from '../../../platform/mail/mail.ts';
import { documentHandlers, type NewDocument, storeDocument } from '../index.ts';
import { sampleDocument } from '../test-support/documents.fixture.ts';
import { noteReturned, resendCopy } from './resend.ts';

/** A mail server as the letters see it: it remembers, and answers with an error while there is one. */
async function setting(t: Parameters<typeof testApp>[1]) {
  const portal = await testApp({}, t);
  const { db, jobs, carrier } = portal.services;
  const { owner } = portal.database;
  const { customer } = await ctxFor({ db, jobs });
  const ctx = carrierCtx({ db, jobs, customer });
  await owner.sql(
    `insert into invoice_settings (customer_id, invoice_copies, report_copies, receipt_copies, einvoice_format,
       leitweg_id, buyer_reference, price_display)
     values ($1, '{buch@x.example,chef@x.example}', '{}', '{lager@x.example}', 'zugferd', '', '', 'net')`,
    [customer.id],
  );
  const sent: { letter: Letter; key: string }[] = [];
  const server: { error: Error | undefined } = { error: undefined };
  const mailer = {
    isMailbox: false,
    close() {},
    async send(letter: Letter, key: string) {
      if (server.error) throw server.error;
      if (!sent.some((one) => one.key === key)) sent.push({ letter, key });
    },
  };
  const handlers = documentHandlers({
    db,
    jobs,
    mailer,
    carrier,
    clock: portal.clock,
    publicUrl: 'http://p',
  });
  return {
    portal,
    owner,
    sent,
    server,
    copies: () => sent.filter(({ key }) => key.startsWith('document-copy-')),
    run: () => jobs.drain(handlers),
    store: (document: Partial<NewDocument>) =>
      transaction(ctx, (tx) => storeDocument(tx, ctx, sampleDocument(document))),
    clerk: await clerkCtx(portal.database, { jobs, now: portal.clock(), roles: ['billing'] }),
    other: await clerkCtx(portal.database, { jobs, now: portal.clock(), roles: ['dispatch'] }),
    deliveries: () =>
      owner.sql<{ id: number; state: string; attempts: number; problem: string | null }>(
        'select id, state, attempts, problem from document_delivery order by address',
      ),
  };
}

const smtpError = (responseCode: number) => Object.assign(new Error(`${responseCode} no`), { responseCode });

describe('copies of documents', () => {
  it('go to the addresses for their kind, with PDF and XML, once', async (t) => {
    const { store, run, copies, deliveries } = await setting(t);
    const xml = { name: 'R.xml', bytes: Buffer.from('<a/>') };
    await store({ number: 'R-1', files: { pdf: { name: 'R.pdf', bytes: Buffer.from('%PDF r') }, xml } });
    await store({ number: 'WB-1', kind: 'weekly-report' });
    await run();
    assert.deepEqual(
      copies()
        .map(({ letter }) => letter.to)
        .sort(),
      ['buch@x.example', 'chef@x.example'],
    );
    const [first] = copies();
    assert.deepEqual(
      first?.letter.attachments?.map(({ name, type, bytes }) => [name, type, Buffer.from(bytes).toString()]),
      [
        ['R.pdf', 'application/pdf', '%PDF r'],
        ['R.xml', 'application/xml', '<a/>'],
      ],
    );
    assert.match(first?.letter.subject ?? '', /^Rechnung R-1 für /);
    assert.ok(first?.letter.text.includes('http://p/rechnungen-und-berichte/R-1'));
    assert.deepEqual(
      (await deliveries()).map(({ state, attempts }) => [state, attempts]),
      [
        ['sent', 1],
        ['sent', 1],
      ],
    );
  });

  it('have only a link when they would be too large for a mail', async (t) => {
    const { store, run, copies } = await setting(t);
    const bytes = Buffer.alloc(8 * 1024 * 1024, '%');
    await store({ number: 'EB-1', kind: 'receipt', files: { pdf: { name: 'EB.pdf', bytes } } });
    await run();
    const [copy] = copies();
    assert.equal(copy?.letter.to, 'lager@x.example');
    assert.deepEqual(copy?.letter.attachments, []);
    assert.ok(copy?.letter.text.includes('zu groß für eine E-Mail'));
  });

  it('that the server will never take are given up and shown at the desk', async (t) => {
    const { portal, store, run, server, deliveries, copies } = await setting(t);
    server.error = smtpError(550);
    await store({ number: 'EB-1', kind: 'receipt' });
    await portal.database.owner.sql("delete from pgboss.job where name = 'mail.document-arrived'");
    await run();
    assert.deepEqual(
      (await deliveries()).map(({ state, problem }) => [state, problem]),
      [['failed', '550 no']],
    );
    const desk = await clerkAt(portal, 'billing');
    const page = await desk.get('/desk/dokumente');
    for (const part of ['EB-1', 'lager@x.example', '550 no', 'D100001'])
      assert.ok(page.text.includes(part), part);

    server.error = undefined;
    await desk.submit(/senden$/);
    await run();
    assert.equal(copies().length, 1);
    assert.deepEqual(
      (await deliveries()).map(({ state, attempts }) => [state, attempts]),
      [['sent', 2]],
    );
    assert.ok((await desk.get('/desk/dokumente')).text.includes('Alles angekommen'));
    assert.equal((await lastAudit(portal.database, 'document.resend'))?.object, 'EB-1');
  });

  it('that the server does not take just now are noted, and left to the queue to try again', async (t) => {
    const { portal, store, run, server, deliveries, copies } = await setting(t);
    await store({ number: 'EB-1', kind: 'receipt' });
    await portal.database.owner.sql("delete from pgboss.job where name = 'mail.document-arrived'");
    server.error = smtpError(451);
    await assert.rejects(run(), /451/);
    assert.deepEqual(
      (await deliveries()).map(({ state, attempts }) => [state, attempts]),
      [['failed', 1]],
    );
    server.error = undefined;
    await portal.database.owner.sql(
      "update pgboss.job set state = 'retry', start_after = now() where name = 'mail.document-copy'",
    );
    await run();
    assert.equal(copies().length, 1);
    assert.deepEqual(
      (await deliveries()).map(({ state, attempts }) => [state, attempts]),
      [['sent', 2]],
    );
  });

  it('are sent again and noted as returned only by staff with the role, and only where there is one', async (t) => {
    const { store, run, clerk, other, deliveries, copies } = await setting(t);
    await store({ number: 'EB-1', kind: 'receipt' });
    await run();
    const id = (await deliveries())[0]?.id ?? 0;
    await assertRefused(resendCopy(other, id), 'staff-role-required');
    await assertRefused(resendCopy(clerk, 999_999), { code: 'not-found' });
    assert.equal(await resendCopy(clerk, id), false, 'it has arrived, as far as anybody knows');
    await assertRefused(noteReturned(other, id), 'staff-role-required');
    assert.equal(await noteReturned(clerk, id), true);
    assert.equal(await noteReturned(clerk, id), false);
    assert.equal((await deliveries())[0]?.state, 'returned');
    // two clerks at the same moment, and one of them once more: it is sent once
    const both = await Promise.all([resendCopy(clerk, id), resendCopy(clerk, id)]);
    assert.deepEqual(both.toSorted(), [false, true]);
    assert.equal(await resendCopy(clerk, id), false);
    await run();
    assert.equal(copies().length, 2);
    assert.notEqual(copies()[0]?.key, copies()[1]?.key);
  });

  it('that came back are found by what the message names, noted by a button, and sent again', async (t) => {
    const { portal, store, run, copies, owner } = await setting(t);
    await store({ number: 'EB-1', kind: 'receipt' });
    await store({ number: 'R-1', files: { pdf: { name: 'R.pdf', bytes: Buffer.from('%PDF r') } } });
    await run();
    const desk = await clerkAt(portal, 'billing');
    for (const [search, count] of [
      ['EB-1', '1 Kopie'],
      ['r-1', '2 Kopien'],
      ['d100001', '3 Kopien'],
      ['LAGER@x.example', '1 Kopie'],
      ['%', 'Keine Kopie gefunden'],
      ["'; drop table document_delivery; --", 'Keine Kopie gefunden'],
      ['x'.repeat(9000), 'Keine Kopie gefunden'],
    ] as const) {
      const page = await desk.get(`/desk/dokumente?suche=${encodeURIComponent(search)}`);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(count), `${search.slice(0, 40)}: ${page.text}`);
      await assertValidHtml(page.html);
    }
    await desk.get('/desk/dokumente?suche=EB-1');
    const noted = await desk.submit(/zurueck$/);
    for (const text of ['Festgehalten', 'Zurückgekommen', 'lager@x.example']) {
      assert.ok(noted.text.includes(text), noted.text);
    }
    assert.equal((await lastAudit(portal.database, 'document.returned'))?.object, 'EB-1');
    await desk.submit(/senden$/);
    await run();
    assert.equal(copies().filter(({ letter }) => letter.to === 'lager@x.example').length, 2);
    assert.ok((await desk.get('/desk/dokumente')).text.includes('Alles angekommen'));
    for (const id of ['0', 'x', '999999', '1e3', '9'.repeat(30)]) {
      assert.equal((await desk.post(`/desk/dokumente/kopien/${id}/zurueck`)).status, 404, id);
    }
    const looking = await clerkAt(portal, 'care');
    assert.doesNotMatch((await looking.get('/desk/dokumente?suche=EB-1')).html, /zurueck"/);
    await owner.sql("update staff_account set language = 'en'");
    const english = await desk.get('/desk/dokumente?suche=EB-1');
    assert.ok(english.text.includes('Find copies') && english.text.includes('1 copy'), english.text);
  });
});
