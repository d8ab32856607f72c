import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { idsOf, leavePlaces, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { type FieldProblem, Refused } from '../../domain/refusal.ts';
import { query } from '../../platform/db/database.ts';
import { cancelOrder, findOrder } from '../orders/index.ts';
import { bookDropOff } from './book-drop-off.ts';
import { findAnnounced } from './queries.ts';
import { adInput, dropOffInput } from './test-support/sample.fixture.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const admin = await ctxFor({ db, jobs });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const ids = await idsOf(database);

const readBack = (id: number) =>
  db.transaction(admin.customer.id, async (tx) => ({
    announced: await findAnnounced(tx, id),
  }));

describe('announcing a drop-off', () => {
  it('is an order at the depot that costs nothing, with what is announced and a code', async () => {
    const [order, ...more] = await bookDropOff(admin, dropOffInput());
    assert.ok(order);
    assert.equal(more.length, 0);
    const found = await db.transaction(admin.customer.id, (tx) => findOrder(tx, order.number));
    assert.equal(found?.order.service_code, 'DROPOFF');
    assert.equal(found?.order.pool, 'site-DEPOT_KREUZBERG');
    assert.equal(found?.order.address_id, null);
    assert.equal(found?.order.address.recipient, 'Depot Kreuzberg');
    assert.equal(found?.order.gross_cents, 0);
    assert.deepEqual(
      found?.lines.map((line) => [line.product_code, line.quantity, line.unit_price]),
      [['DROPOFF', 1, 0]],
    );
    assert.equal(found?.order.change_until?.toString(), berlin('2026-11-30T09:00').toString());
    assert.equal(found?.order.cancel_until?.toString(), berlin('2026-11-29T16:00').toString());

    const { announced } = await readBack(order.id);
    assert.match(announced?.manifestCode ?? '', /^EL-/);
    assert.deepEqual(announced?.containers, { box: 2, trolley: 0, pallet: 0 });
    assert.deepEqual(
      announced?.items.map(({ productCode, pieces, grams, unitPrice, net }) => [
        productCode,
        pieces,
        grams,
        unitPrice,
        net,
      ]),
      [['LETTER_STD', 500, 20, 7100, 35_500]],
    );
    const said = Object.fromEntries(
      (found?.order.particulars ?? []).map(({ term, value }) => [term.de, value.de]),
    );
    assert.equal(said.Standardbrief, '500 Stück zu je 20 g');
    assert.equal(said.Behälter, '2 Kisten');
    assert.equal(said['Gewicht zusammen'], '10,0 kg');
    assert.match(said['Voraussichtliches Porto'] ?? '', /^355,00\s€ netto, 422,45\s€ brutto \(Schätzung/);
    assert.equal(said.Einlieferungscode, announced?.manifestCode);
  });

  it('takes a place at that site and no other', async () => {
    const slot = '2026-12-01T10:00';
    await bookDropOff(admin, dropOffInput({ slot }));
    assert.equal(await placesTaken(database, 'site-DEPOT_KREUZBERG', slot), 1);
    assert.equal(await placesTaken(database, 'site-DEPOT_SPANDAU', '2026-12-01T11:00'), 0);
  });

  it('lets one of two have the last place, and gives it back when it is cancelled', async () => {
    const slot = '2026-12-02T10:00';
    await leavePlaces(database, 'site-DEPOT_KREUZBERG', slot, 1);
    const results = await allAtOnce(
      database,
      {
        sql: "select from slot where pool = 'site-DEPOT_KREUZBERG' and service_date + starts = $1::timestamp for update",
        values: [slot],
      },
      [admin, other].map((ctx) => () => bookDropOff(ctx, dropOffInput({ slot }))),
    );
    const { done, failed } = outcomes(results);
    assert.deepEqual(
      failed.map((error) => error instanceof Refused && error.refusal),
      [{ code: 'slot-full' }],
    );
    const won = done[0]?.[0];
    const [row] = await owner.all(
      query
        .selectFrom('service_order')
        .select('customer_id')
        .where('number', '=', won?.number ?? ''),
    );
    const winner = row?.customer_id === admin.customer.id ? admin : other;
    const before = await placesTaken(database, 'site-DEPOT_KREUZBERG', slot);
    await cancelOrder(winner, { number: won?.number });
    assert.equal(await placesTaken(database, 'site-DEPOT_KREUZBERG', slot), before - 1);
  });

  it('is possible until one hour before the window, to the second', async () => {
    const slot = '2026-11-24T10:00';
    const at = (time: string) => ({ ...admin, now: berlin(time) });
    assert.equal((await bookDropOff(at('2026-11-24T08:59:59'), dropOffInput({ slot }))).length, 1);
    assert.equal((await bookDropOff(at('2026-11-24T09:00:00'), dropOffInput({ slot }))).length, 1);
    await assertRefused(bookDropOff(at('2026-11-24T09:00:01'), dropOffInput({ slot })), {
      code: 'slot-not-offered',
    });
  });

  it('of advertising mail is possible until noon on the day before, Monday to Friday', async () => {
    const slot = '2026-11-25T10:00';
    const at = (time: string) => ({ ...admin, now: berlin(time) });
    assert.equal((await bookDropOff(at('2026-11-24T11:59:59'), adInput({ slot }))).length, 1);
    assert.equal((await bookDropOff(at('2026-11-24T12:00:00'), adInput({ slot }))).length, 1);
    await assertRefused(bookDropOff(at('2026-11-24T12:00:01'), adInput({ slot })), {
      code: 'slot-not-offered',
    });
    const saturday = '2026-11-28T09:00';
    await assertRefused(bookDropOff(admin, adInput({ slot: saturday })), { code: 'slot-not-offered' });
    assert.equal((await bookDropOff(admin, dropOffInput({ slot: saturday }))).length, 1);
  });

  it('does not promise to be cancelled where that time has passed', async () => {
    const now = berlin('2026-11-24T08:00');
    const [order] = await bookDropOff({ ...admin, now }, dropOffInput({ slot: '2026-11-24T12:00' }));
    const found = await db.transaction(admin.customer.id, (tx) => findOrder(tx, order?.number ?? ''));
    assert.equal(found?.order.cancel_until, null);
    assert.ok(found?.order.change_until);
  });

  it('takes advertising mail from 200 pieces, with the surcharge, and without it from 1,000', async () => {
    for (const [pieces, surcharge, net] of [
      [200, 1200, 8800],
      [999, 1200, 43_956],
      [1000, 0, 32_000],
    ] as const) {
      const input = adInput({ items: { AD_STD: { pieces, grams: 20 } } });
      const [order] = await bookDropOff(admin, input);
      const { announced } = await readBack(order?.id ?? 0);
      assert.deepEqual(
        announced?.items.map((item) => [item.surcharge, item.net]),
        [[surcharge, net]],
      );
    }
    await assertRefused(bookDropOff(admin, adInput({ items: { AD_STD: { pieces: 199, grams: 20 } } })), {
      code: 'invalid',
      fields: [{ field: 'items.AD_STD.pieces', problem: 'too-small', limit: 200 }],
    });
  });

  it('names every field that cannot be had', async () => {
    const cases: [Record<string, unknown>, FieldProblem[]][] = [
      [{ items: {} }, [{ field: 'items', problem: 'required' }]],
      [{ items: { LETTER_STD: { pieces: 0, grams: 20 } } }, [{ field: 'items', problem: 'required' }]],
      [
        { items: { LETTER_STD: { pieces: 5, grams: 21 } } },
        [{ field: 'items.LETTER_STD.grams', problem: 'too-large', limit: 20 }],
      ],
      [
        { items: { AD_STD: { pieces: 5000, grams: 20 } } },
        [{ field: 'items.AD_STD.pieces', problem: 'unknown' }],
      ],
      [
        { items: { AD_SMALL_QTY: { pieces: 5000, grams: 20 } }, kind: 'advertising', isUniform: true },
        [{ field: 'items.AD_SMALL_QTY.pieces', problem: 'unknown' }],
      ],
      [
        { items: { LETTER_STD: { pieces: 'many', grams: '' } } },
        [
          { field: 'items.LETTER_STD.pieces', problem: 'not-a-number' },
          { field: 'items.LETTER_STD.grams', problem: 'required' },
        ],
      ],
      [{ site: 'NOWHERE' }, [{ field: 'site', problem: 'unknown' }]],
      [{ kind: 'advertising', site: 'SHOP_PANKOW' }, [{ field: 'site', problem: 'unknown' }]],
      [{ kind: 'parcels' }, [{ field: 'kind', problem: 'unknown' }]],
      [{ containers: { box: '501' } }, [{ field: 'containers.box', problem: 'too-large', limit: 500 }]],
      [{ note: 'x'.repeat(501) }, [{ field: 'note', problem: 'too-long', limit: 500 }]],
      [{ slot: '30 February' }, [{ field: 'slot', problem: 'not-offered' }]],
    ];
    await assertUnchanged(database, async () => {
      for (const [changes, fields] of cases)
        await assertRefused(bookDropOff(admin, dropOffInput(changes)), { code: 'invalid', fields });
      await assertRefused(bookDropOff(admin, adInput({ isUniform: '' })), {
        code: 'invalid',
        fields: [{ field: 'isUniform', problem: 'not-agreed' }],
      });
    });
  });

  it('is for those who may order, with a cost centre of the own firm', async () => {
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    const { costCentre } = await idsOf(database, 'D100003');
    await assertUnchanged(database, async () => {
      await assertRefused(bookDropOff(nobody, dropOffInput()), { code: 'forbidden', right: 'orders.place' });
      await assertRefused(bookDropOff(admin, dropOffInput({ costCentreId: costCentre('P-10') })), {
        code: 'invalid',
        fields: [{ field: 'costCentreId', problem: 'unknown' }],
      });
    });
    const [order] = await bookDropOff(admin, dropOffInput({ costCentreId: `${ids.costCentre('1100')}` }));
    const found = await db.transaction(admin.customer.id, (tx) => findOrder(tx, order?.number ?? ''));
    assert.match(found?.order.cost_centre_label ?? '', /^1100 /);
  });

  it('counts once however often the form is sent', async () => {
    const input = dropOffInput({ slot: '2026-12-03T10:00' });
    const letters = (await waitingJobs(database)).length;
    const results = [await bookDropOff(admin, input), await bookDropOff(admin, input)];
    assert.deepEqual(results[0], results[1]);
    assert.equal(await placesTaken(database, 'site-DEPOT_KREUZBERG', '2026-12-03T10:00'), 1);
    assert.equal((await waitingJobs(database)).length, letters + 1);
    await assertRefused(bookDropOff(admin, { ...input, reference: 'other' }), { code: 'key-reused' });
  });
});
