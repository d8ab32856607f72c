import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { priceDisplay } from '../../customers/index.ts';
import { auditAbout } from '../test-support/master-data.fixture.ts';
import { changeBuyer } from './change-buyer.ts';
import { changeInvoiceSettings } from './change-invoice-settings.ts';
import { findInvoiceSettings } from './queries.ts';
import { splitAddresses } from './schemas.ts';

/** What the form sends when nothing was filled in. */
const input = (changes: Record<string, unknown> = {}) => ({
  version: '0',
  invoiceCopies: '',
  reportCopies: '',
  receiptCopies: '',
  einvoiceFormat: 'zugferd',
  leitwegId: '',
  buyerReference: '',
  priceDisplay: 'net',
  ...changes,
});

async function firm(t: Parameters<typeof testDatabase>[0]) {
  const database = await testDatabase(t);
  const { app: db } = database;
  return {
    database,
    biller: await ctxFor({ db, user: 'mitarbeit', grants: { rights: ['billing.edit'] } }),
    admin: await ctxFor({ db }),
    editor: await ctxFor({ db, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } }),
    stored: (customerId: number) => db.transaction(customerId, (tx) => findInvoiceSettings(tx)),
  };
}

describe('invoice settings', () => {
  it('have defaults as long as nobody has said anything', async (t) => {
    const { admin, stored } = await firm(t);
    assert.deepEqual(await stored(admin.customer.id), {
      version: 0,
      values: {
        invoiceCopies: [],
        reportCopies: [],
        receiptCopies: [],
        einvoiceFormat: 'zugferd',
        leitwegId: '',
        buyerReference: '',
        vatId: '',
        country: 'DE',
        priceDisplay: 'net',
      },
    });
  });

  it('are changed, mended, and noted with before and after', async (t) => {
    const { database, biller, stored } = await firm(t);
    const first = input({
      invoiceCopies: 'a@x.example, B@x.example\r\n\r\nb@x.example;c@x.example',
      leitwegId: ' 991-33333test-33 ',
      einvoiceFormat: 'xrechnung',
      priceDisplay: 'gross',
    });
    assert.deepEqual(await changeInvoiceSettings(biller, first), { changed: true });
    const { version, values } = await stored(biller.customer.id);
    assert.equal(version, 1);
    assert.deepEqual(values.invoiceCopies, ['a@x.example', 'B@x.example', 'c@x.example']);
    assert.equal(values.leitwegId, '991-33333TEST-33');
    await changeInvoiceSettings(biller, { ...values, version: 1, buyerReference: 'PO 4711' });
    const entries = await auditAbout(database, 'invoice-settings');
    assert.deepEqual(
      entries.map(({ action, before, after }) => [action, before, after]),
      [
        [
          'invoice-settings.change',
          { invoiceCopies: [], einvoiceFormat: 'zugferd', leitwegId: '', priceDisplay: 'net' },
          {
            invoiceCopies: ['a@x.example', 'B@x.example', 'c@x.example'],
            einvoiceFormat: 'xrechnung',
            leitwegId: '991-33333TEST-33',
            priceDisplay: 'gross',
          },
        ],
        ['invoice-settings.change', { buyerReference: '' }, { buyerReference: 'PO 4711' }],
      ],
    );
    assert.equal(await biller.db.transaction(biller.customer.id, priceDisplay), 'gross');
  });

  it('need the right for bills, not that for master data', async (t) => {
    const { database, editor } = await firm(t);
    await assertUnchanged(database, () =>
      assertRefused(changeInvoiceSettings(editor, input({ buyerReference: 'x' })), {
        code: 'forbidden',
        right: 'billing.edit',
      }),
    );
  });

  it('refuse what is no address, no Leitweg-ID, or not offered', async (t) => {
    const { database, biller } = await firm(t);
    const wrong = input({
      invoiceCopies: 'a@x.example\nkein-at\nb@x.example',
      reportCopies: Array.from({ length: 11 }, (_, at) => `p${at}@x.example`).join(' '),
      leitwegId: '04011000-12345-04',
      einvoiceFormat: 'fax',
      priceDisplay: undefined,
    });
    await assertUnchanged(database, () =>
      assertRefused(changeInvoiceSettings(biller, wrong), {
        code: 'invalid',
        fields: [
          { field: 'invoiceCopies.1', problem: 'not-an-email' },
          { field: 'reportCopies', problem: 'too-large', limit: 10 },
          { field: 'einvoiceFormat', problem: 'unknown' },
          { field: 'leitwegId', problem: 'wrong-check-digits' },
          { field: 'priceDisplay', problem: 'unknown' },
        ],
      }),
    );
    await assertRefused(changeInvoiceSettings(biller, input({ leitwegId: '4711' })), {
      code: 'invalid',
      fields: [{ field: 'leitwegId', problem: 'not-a-leitweg-id' }],
    });
  });

  it('say what invoices name the firm by, in the form that is stored', async (t) => {
    const { database, biller, stored } = await firm(t);
    await changeInvoiceSettings(biller, input({ vatId: ' de 136 695 976 ', country: 'at' }));
    const { values } = await stored(biller.customer.id);
    assert.deepEqual([values.vatId, values.country], ['DE136695976', 'AT']);
    await assertUnchanged(database, async () => {
      for (const [vatId, problem] of [
        ['DE136695977', 'vat-check-digit'],
        ['136695976', 'not-a-vat-id'],
        ["DE'; drop table", 'not-a-vat-id'],
        ['x'.repeat(10_000), 'not-a-vat-id'],
      ]) {
        await assertRefused(changeInvoiceSettings(biller, input({ version: 1, vatId })), {
          code: 'invalid',
          fields: [{ field: 'vatId', problem }],
        } as never);
      }
      for (const country of ['', 'Deutschland', 'ZZ', 'XK', '__proto__', 7]) {
        await assertRefused(changeInvoiceSettings(biller, input({ version: 1, country })), 'invalid');
      }
    });
  });

  it('are corrected by a clerk on the phone, which the firm reads in its history', async (t) => {
    const { database, biller, stored } = await firm(t);
    await changeInvoiceSettings(biller, input({ buyerReference: 'PO 1' }));
    const care = carrierCtx({ db: database.app, customer: biller.customer });
    assert.deepEqual(await changeBuyer(care, { version: '1', vatId: 'ATU12345678', country: 'AT' }), {
      changed: true,
    });
    const { version, values } = await stored(biller.customer.id);
    assert.deepEqual(
      [version, values.vatId, values.country, values.buyerReference],
      [2, 'ATU12345678', 'AT', 'PO 1'],
    );
    await assertUnchanged(database, async () => {
      await assertRefused(changeBuyer(care, { version: 1, vatId: '', country: 'DE' }), 'stale');
      await assertRefused(changeBuyer(care, { version: 2, vatId: 'AT1', country: 'AT' }), 'invalid');
      await assertRefused(changeBuyer(biller, { version: 2, vatId: '', country: 'DE' }), 'not-found');
      const dispatcher = { ...care, actor: { ...care.actor, roles: ['dispatch'] as const } } as typeof care;
      await assertRefused(
        changeBuyer(dispatcher, { version: 2, vatId: '', country: 'DE' }),
        'staff-role-required',
      );
    });
  });

  it('are written by one of two who are the first at the same moment', async (t) => {
    const { database, biller, admin, stored } = await firm(t);
    const settled = await allAtOnce(
      database,
      // both find nothing, and wait to write the first row, whose customer is locked
      { sql: 'select id from customer where id = $1 for update', values: [admin.customer.id] },
      [biller, admin].map(
        (ctx, at) => () => changeInvoiceSettings(ctx, input({ buyerReference: `Nr ${at}` })),
      ),
    );
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'stale');
    assert.equal((await stored(admin.customer.id)).version, 1);
  });

  it('tell the second of two that the first was faster, unless both want the same', async (t) => {
    const { database, biller, admin } = await firm(t);
    await changeInvoiceSettings(admin, input({ buyerReference: 'A' }));
    await assertUnchanged(database, async () => {
      await assertRefused(changeInvoiceSettings(biller, input({ buyerReference: 'B' })), 'stale');
      assert.deepEqual(await changeInvoiceSettings(biller, input({ buyerReference: 'A' })), {
        changed: false,
      });
    });
  });

  it('belong to one firm', async (t) => {
    const { biller, database, stored } = await firm(t);
    await changeInvoiceSettings(biller, input({ buyerReference: 'A' }));
    await changeInvoiceSettings(biller, input({ version: 1, buyerReference: 'B' }));
    const other = await ctxFor({ db: database.app, customer: 'D100002' });
    assert.equal((await stored(other.customer.id)).version, 0);
    assert.equal(await other.db.transaction(other.customer.id, priceDisplay), 'net');
  });
});

describe('a list of addresses', () => {
  it('is split where people separate them, and names each once', () => {
    assert.deepEqual(splitAddresses(' a@x ; A@X,b@x\t\n;; '), ['a@x', 'b@x']);
    assert.deepEqual(splitAddresses(['a@x', ' ', 'a@x']), ['a@x']);
    assert.deepEqual(splitAddresses(''), []);
  });
});
