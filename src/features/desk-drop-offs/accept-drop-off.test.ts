import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import type { StaffRole } from '../../domain/staff-roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { pdfText } from '../../platform/pdf/pdf-text.fixture.ts';
import { takeStep } from '../desk-today/index.ts';
import { bookDropOff } from '../drop-offs/index.ts';
import { dropOffInput } from '../drop-offs/test-support/sample.fixture.ts';
import { acceptDropOff } from './accept-drop-off.ts';

const portal = await testApp();
const { database, services } = portal;
const { app: db, owner } = database;
const { jobs } = services;
const admin = await ctxFor({ db, jobs });

const NOW = berlin('2026-11-30T10:30');
const clerkWith = (...roles: StaffRole[]): Ctx => ({
  ...carrierCtx({ db, jobs, now: NOW }),
  actor: { kind: 'carrier', name: 'Dora Depot', staffId: 9, roles },
});
const clerk = clerkWith('dispatch');

/** A drop-off of 500 standard letters on Monday, 30 November, with the code of its manifest. */
async function announced(changes: Record<string, unknown> = {}) {
  await owner.sql('update slot set booked = 0');
  await bookDropOff(admin, dropOffInput(changes));
  const [row] = await owner.sql<{ code: string; number: string; id: number }>(
    `select d.manifest_code as code, o.number, o.id from drop_off d join service_order o on o.id = d.order_id
     order by o.id desc limit 1`,
  );
  assert.ok(row);
  return row;
}
const count = (code: string, changes: Record<string, unknown> = {}) => ({
  code,
  version: '1',
  counted: { LETTER_STD: { pieces: '500', grams: '10100' } },
  containers: '2',
  reason: '',
  ...changes,
});
const accept = (input: unknown, ctx = clerk) => acceptDropOff(ctx, services, input);

describe('accepting a drop-off', () => {
  it('ends the order, writes the volumes and issues the receipt into the documents of the firm', async () => {
    const { code, number, id } = await announced({ note: 'Rampe "B" <links>' });
    const receipt = await accept(count(` ${code.toLowerCase()} `));
    assert.match(receipt, /^EB-2026-\d{6}$/);
    const [order] = await owner.all(query.selectFrom('service_order').select('status').where('id', '=', id));
    assert.equal(order?.status, 'completed');
    const volumes = await owner.all(query.selectFrom('mail_volume').selectAll().where('order_id', '=', id));
    assert.deepEqual(
      volumes.map((row) => [
        row.product_code,
        row.pieces,
        row.weight_grams,
        row.source,
        `${row.service_date}`,
      ]),
      [['LETTER_STD', 500, 10_100, 'drop-off', '2026-11-30']],
    );
    const [file] = await owner.all(
      query
        .selectFrom('document as d')
        .innerJoin('document_file as f', 'f.document_id', 'd.id')
        .select(['d.kind', 'd.customer_id', 'd.order_id', 'f.bytes', 'f.name'])
        .where('d.number', '=', receipt),
    );
    assert.ok(file);
    assert.deepEqual([file.kind, file.customer_id, file.order_id], ['receipt', admin.customer.id, id]);
    const text = pdfText(file.bytes);
    for (const said of [receipt, number, 'D100001', 'LETTER', 'Dora Depot', '10.100 g'].filter(
      (one) => one !== 'LETTER',
    )) {
      assert.ok(text.includes(said), `${said} in ${text}`);
    }
    assert.match(file.bytes.toString('latin1'), /<pdfaid:part>2</);
    const [entry] = await owner.all(
      query
        .selectFrom('audit_entry')
        .select(['action', 'object', 'customer_id', 'actor_name'])
        .where('object', '=', receipt)
        .where('action', '=', 'drop-off.accept'),
    );
    assert.deepEqual(
      [entry?.action, entry?.customer_id, entry?.actor_name],
      ['drop-off.accept', admin.customer.id, 'Dora Depot'],
    );
  });

  it('needs a reason as soon as one piece differs, also for a kind that nobody announced', async () => {
    const { code, id } = await announced();
    const fewer = { counted: { LETTER_STD: { pieces: '499', grams: '' } } };
    await assertUnchanged(database, async () => {
      await assertRefused(accept(count(code, fewer)), {
        code: 'invalid',
        fields: [{ field: 'reason', problem: 'required' }],
      });
      await assertRefused(accept(count(code, { extraProduct: 'POSTCARD', extraPieces: '3' })), 'invalid');
      await assertRefused(accept(count(code, { extraProduct: 'POSTCARD', reason: 'x' })), {
        code: 'invalid',
        fields: [{ field: 'extraPieces', problem: 'required' }],
      });
    });
    const receipt = await accept(
      count(code, { ...fewer, extraProduct: 'POSTCARD', extraPieces: '3', reason: 'Drei Karten dazwischen' }),
    );
    const volumes = await owner.all(
      query.selectFrom('mail_volume').selectAll().where('order_id', '=', id).orderBy('id'),
    );
    assert.deepEqual(
      volumes.map((row) => [row.product_code, row.pieces, row.weight_grams]),
      [
        ['LETTER_STD', 499, 9980],
        ['POSTCARD', 3, 0],
      ],
    );
    const [stored] = await owner.sql<{ reason: string }>(
      'select reason from drop_off_receipt where number = $1',
      [receipt],
    );
    assert.equal(stored?.reason, 'Drei Karten dazwischen');
  });

  it('is for dispatch, and finds nothing for customers and unknown codes', async () => {
    const { code } = await announced();
    await assertUnchanged(database, async () => {
      await assertRefused(accept(count(code), clerkWith('billing', 'care')), {
        code: 'staff-role-required',
        role: 'dispatch',
      });
      await assertRefused(accept(count(code), admin), 'not-found');
      for (const unknown of ['EL-222-222-222', "EL'--", '', 'x'.repeat(40)]) {
        await assertRefused(accept(count(unknown)), 'not-found');
      }
      await assertRefused(accept(count(code, { counted: {} })), {
        code: 'invalid',
        fields: [{ field: 'pieces.LETTER_STD', problem: 'required' }],
      });
      await assertRefused(accept(count(code, { version: '2' })), 'stale');
      await assertRefused(accept(count(code, { counted: { LETTER_STD: { pieces: '0' } }, reason: 'x' })), {
        code: 'invalid',
        fields: [{ field: 'items', problem: 'nothing-counted' }],
      });
      await assertRefused(accept(null), 'invalid');
    });
  });

  it('issues one receipt when two accept at once, and numbers without a gap', async () => {
    const { code, id } = await announced();
    const settled = await allAtOnce(
      database,
      { sql: 'select from service_order where id = $1 for update', values: [id] },
      [1, 2].map(() => () => accept(count(code))),
    );
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => (error as { refusal?: { code: string } }).refusal?.code),
      ['receipt-issued'],
    );
    const next = await announced();
    await accept(count(next.code));
    const numbers = await owner.sql<{ n: number }>(
      "select split_part(number, '-', 3)::int as n from drop_off_receipt order by 1",
    );
    assert.deepEqual(
      numbers.map(({ n }) => n),
      numbers.map((_, index) => index + 1),
    );
  });

  it('is not passed over by saying that it was done, and not taken back', async () => {
    const { code, number } = await announced();
    const step = async (which: string, version: number) => {
      const { refused } = await takeStep(clerk, { step: which, orders: [{ number, version }] });
      return refused.map(({ refusal }) => refusal.code);
    };
    assert.deepEqual(await step('complete', 1), ['count-first']);
    await accept(count(code));
    assert.deepEqual(await step('undo', 2), ['receipt-issued']);
  });

  it('stays as it was issued: nobody changes or deletes a receipt', async () => {
    const { code } = await announced();
    const receipt = await accept(count(code));
    for (const sql of [
      'update drop_off_receipt set reason = $1',
      'delete from drop_off_receipt where $1 <> $1',
    ]) {
      await assert.rejects(
        db.transaction(admin.customer.id, (tx) => tx.sql(sql, [receipt])),
        /permission denied/,
      );
      await assert.rejects(
        db.deskTransaction((tx) => tx.sql(sql, [receipt])),
        /permission denied/,
      );
    }
  });
});

describe('the pages of accepting', () => {
  it('lead from the code to the receipt and its file', async () => {
    portal.clock.set('2026-11-30T10:30');
    const { code } = await announced();
    const browser = await clerkAt(portal, 'dispatch');
    const start = await browser.get('/desk/einlieferungen');
    await assertValidHtml(start.html);
    assert.ok(start.html.includes(code));
    assert.equal((await browser.get('/desk/einlieferungen?code=EL-222-222-222')).status, 404);
    const form = await browser.get(`/desk/einlieferungen?code=${code}`);
    await assertValidHtml(form.html);
    assert.match(form.text, /Angemeldet: 2 Kisten/);
    const wrong = await browser.submit('/desk/einlieferungen', { 'pieces.LETTER_STD': '49x' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Gezählt: .*: Bitte eine ganze Zahl eingeben/);
    assert.ok(wrong.html.includes('value="49x"'));
    const done = await browser.submit('/desk/einlieferungen', {
      'pieces.LETTER_STD': '490',
      reason: 'Zehn fehlen',
    });
    assert.match(done.address, /^\/desk\/einlieferungen\/EB-2026-\d{6}\?neu=1$/);
    assert.match(done.text, /Zehn fehlen/);
    await assertValidHtml(done.html);
    const pdf = await browser.get(`${done.address.replace('?neu=1', '')}/pdf`);
    assert.equal(pdf.headers.get('content-type'), 'application/pdf');
    assert.match((await browser.get(`/desk/einlieferungen?code=${code}`)).text, /der Beleg ist EB-2026-/);
    assert.equal((await browser.get('/desk/einlieferungen/EB-2026-999999')).status, 404);
    assert.equal((await browser.get('/desk/einlieferungen/quatsch')).status, 404);
  });
});
