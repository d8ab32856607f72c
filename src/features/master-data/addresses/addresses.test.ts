import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { testJobs } from '../../../../test/support/jobs.ts';
import { idsOf, pickupInput } from '../../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { query } from '../../../platform/db/database.ts';
import { addressesFor } from '../../customers/index.ts';
import { bookPickup } from '../../pickups/index.ts';
import { addressInput, auditAbout } from '../test-support/master-data.fixture.ts';
import { addAddress, MOST_ADDRESSES } from './add-address.ts';
import { changeAddress } from './change-address.ts';
import { findAddress, listAddresses } from './queries.ts';
import { removeAddress } from './remove-address.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const editor = await ctxFor({ db, jobs, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } });
const reader = await ctxFor({ db, jobs, user: 'mitarbeit' });
const stranger = await ctxFor({ db, jobs, customer: 'D100002' });

const inFirm = <T>(work: Parameters<typeof db.transaction<T>>[1], ctx = admin) =>
  db.transaction(ctx.customer.id, work);
const listed = (ctx = admin) => inFirm(listAddresses, ctx);
const defaults = async (ctx = admin) => (await listed(ctx)).filter(({ values }) => values.isDefaultBilling);

/** Adds an address and gives it back as it is stored. */
async function added(changes: Record<string, unknown> = {}) {
  const known = new Set((await listed()).map(({ id }) => id));
  await addAddress(editor, addressInput(changes));
  const found = (await listed()).find(({ id }) => !known.has(id));
  assert.ok(found);
  return found;
}

/** The address as its form would send it. */
async function formOf(id: number, changes: Record<string, unknown> = {}) {
  const found = await inFirm((tx) => findAddress(tx, id));
  assert.ok(found);
  return { id, version: found.version, ...found.values, ...changes };
}

describe('adding an address', () => {
  it('keeps what was said, cleaned and mended, and notes who did it', async () => {
    const { id, values, version } = await added({
      label: ' Lager \u202eNord ',
      postcode: 'D-10 997',
      isPickup: 'on',
      driverHint: 'Tor 2',
    });
    assert.deepEqual(values, {
      label: 'Lager Nord',
      recipient: 'Kanzlei am Laternenplatz',
      street: 'Speicherweg 3',
      postcode: '10997',
      city: 'Berlin',
      isBilling: false,
      isDelivery: true,
      isPickup: true,
      isDefaultBilling: false,
      contactName: '',
      contactPhone: '',
      driverHint: 'Tor 2',
    });
    assert.equal(version, 1);
    assert.deepEqual(await auditAbout(database, `address/${id}`), [
      {
        action: 'address.add',
        before: null,
        after: {
          label: 'Lager Nord',
          recipient: 'Kanzlei am Laternenplatz',
          street: 'Speicherweg 3',
          postcode: '10997',
          city: 'Berlin',
          isDelivery: true,
          isPickup: true,
          driverHint: 'Tor 2',
        },
        person_id: editor.actor.kind === 'person' ? editor.actor.personId : undefined,
        actor_kind: 'person',
      },
    ]);
  });

  it('is forbidden without the right', async () => {
    await assertUnchanged(database, () =>
      assertRefused(addAddress(reader, addressInput()), { code: 'forbidden', right: 'masterData.edit' }),
    );
  });

  it('names every field that is missing or too long', async () => {
    const input = addressInput({
      label: '',
      street: ' \u0000 ',
      city: 'x'.repeat(101),
      isDelivery: undefined,
    });
    await assertRefused(addAddress(editor, input), {
      code: 'invalid',
      fields: [
        { field: 'label', problem: 'required' },
        { field: 'street', problem: 'required' },
        { field: 'city', problem: 'too-long', limit: 100 },
      ],
    });
  });

  it('asks what the address is for', async () => {
    await assertRefused(addAddress(editor, addressInput({ isDelivery: undefined })), {
      code: 'invalid',
      fields: [{ field: 'isBilling', problem: 'nothing-chosen' }],
    });
  });

  it('adds one address for one form, also when it is sent twice at once', async () => {
    const input = addressInput({ label: 'Zweimal' });
    const settled = await Promise.allSettled([addAddress(editor, input), addAddress(editor, input)]);
    assert.deepEqual(outcomes(settled).failed, []);
    assert.equal((await listed()).filter(({ values }) => values.label === 'Zweimal').length, 1);
    await assertRefused(addAddress(editor, { ...input, label: 'Anders' }), 'key-reused');
  });

  it('stops where nobody could choose any more', async (t) => {
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app });
    await other.owner.sql(
      `insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup)
       select $1::bigint, 'Filiale ' || n, 'x', 'x', '10997', 'Berlin', false, true, false
       from generate_series(1, $2::int - (select count(*) from address where customer_id = $1::bigint)) n`,
      [ctx.customer.id, MOST_ADDRESSES],
    );
    await assertRefused(addAddress(ctx, addressInput()), { code: 'limit-reached', limit: MOST_ADDRESSES });
  });
});

describe('changing an address', () => {
  it('notes what was and what is', async () => {
    const { id } = await added();
    assert.deepEqual(
      await changeAddress(editor, await formOf(id, { street: 'Speicherweg 4', driverHint: 'Tor 1' })),
      {
        changed: true,
      },
    );
    const [, change] = await auditAbout(database, `address/${id}`);
    assert.equal(change?.action, 'address.change');
    assert.deepEqual(change?.before, { street: 'Speicherweg 3', driverHint: '' });
    assert.deepEqual(change?.after, { street: 'Speicherweg 4', driverHint: 'Tor 1' });
    assert.equal((await inFirm((tx) => findAddress(tx, id)))?.version, 2);
  });

  it('notes nothing when nothing changed, also from an old form', async () => {
    const { id } = await added();
    const form = await formOf(id, { street: 'Speicherweg 9' });
    await changeAddress(editor, form);
    await assertUnchanged(database, async () => {
      // a double click sends the first version once more
      assert.deepEqual(await changeAddress(editor, form), { changed: false });
    });
  });

  it('is forbidden without the right', async () => {
    const form = await formOf(ids.address('Notariat'), { street: 'Anders 1' });
    await assertUnchanged(database, () => assertRefused(changeAddress(reader, form), 'forbidden'));
  });

  it('does not find another firm’s address', async () => {
    const form = await formOf(ids.address('Notariat'), { street: 'Anders 1' });
    await assertUnchanged(database, () => assertRefused(changeAddress(stranger, form), 'not-found'));
  });

  it('tells the second of two people that the first was faster', async () => {
    const { id } = await added();
    const [mine, theirs] = [await formOf(id, { street: 'Meine 1' }), await formOf(id, { street: 'Ihre 1' })];
    await changeAddress(admin, theirs);
    await assertUnchanged(database, () => assertRefused(changeAddress(editor, mine), { code: 'stale' }));
    await changeAddress(editor, { ...mine, version: 2 });
    assert.equal((await inFirm((tx) => findAddress(tx, id)))?.values.street, 'Meine 1');
  });

  it('lets one of two win who save at the same moment', async () => {
    const { id } = await added();
    const forms = [await formOf(id, { street: 'A 1' }), await formOf(id, { street: 'B 1' })];
    const settled = await allAtOnce(
      database,
      { sql: 'select id from address where id = $1 for update', values: [id] },
      // the first waits for the row, the second for the first
      forms.map((form) => () => changeAddress(editor, form)),
    );
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    assert.equal(failed.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'stale');
  });

  it('leaves booked orders their copy', async () => {
    const { id } = await added({ isPickup: 'on' });
    const [order] = await bookPickup(admin, { ...pickupInput(ids), addressId: id });
    await changeAddress(editor, await formOf(id, { street: 'Umgezogen 1' }));
    const [row] = await owner.all(
      query
        .selectFrom('service_order')
        .select('address')
        .where('number', '=', order?.number ?? ''),
    );
    assert.equal(row?.address.street, 'Speicherweg 3');
  });
});

describe('removing an address', () => {
  it('offers it no more, keeps it for its orders, and notes what it was', async () => {
    const { id, version } = await added({ isPickup: 'on', label: 'Weg damit' });
    await bookPickup(admin, { ...pickupInput(ids), addressId: id });
    await removeAddress(editor, { id, version });
    assert.ok((await inFirm((tx) => findAddress(tx, id)))?.archivedAt);
    assert.equal(
      (await inFirm((tx) => addressesFor(tx, 'pickup'))).find((one) => one.id === id),
      undefined,
    );
    await assertRefused(bookPickup(admin, { ...pickupInput(ids), addressId: id }), {
      code: 'invalid',
      fields: [{ field: 'addressId', problem: 'unknown' }],
    });
    const entry = (await auditAbout(database, `address/${id}`)).at(-1);
    assert.equal(entry?.action, 'address.remove');
    assert.equal((entry?.before as { label?: string } | undefined)?.label, 'Weg damit');
    await assertUnchanged(database, () => removeAddress(editor, { id, version }));
    await assertRefused(changeAddress(editor, { ...addressInput(), id, version: version + 1 }), 'stale');
  });

  it('is forbidden without the right, and does not find another firm’s', async () => {
    const { id, version } = await added();
    await assertUnchanged(database, async () => {
      await assertRefused(removeAddress(reader, { id, version }), 'forbidden');
      await assertRefused(removeAddress(stranger, { id, version }), 'not-found');
      await assertRefused(removeAddress(editor, { id, version: version + 1 }), 'stale');
      await assertRefused(removeAddress(editor, { id: 'x', version }), 'invalid');
    });
  });
});

describe('the default billing address', () => {
  it('is the first one that the firm was entered with', async (t) => {
    const other = await testDatabase(t);
    const found = await other.app.transaction(admin.customer.id, listAddresses);
    assert.deepEqual(
      found.filter(({ values }) => values.isDefaultBilling).map(({ values }) => values.label),
      ['Kanzlei'],
    );
  });

  it('moves to another address, and both histories say so', async () => {
    const [former] = await defaults();
    assert.ok(former);
    const { id } = await added({ label: 'Buchhaltung', isDelivery: undefined, isDefaultBilling: 'on' });
    const [now, ...others] = await defaults();
    assert.equal(now?.id, id);
    assert.deepEqual(others, []);
    assert.equal(now?.values.isBilling, true);
    const entry = (await auditAbout(database, `address/${former.id}`)).at(-1);
    assert.deepEqual(
      [entry?.before, entry?.after],
      [{ isDefaultBilling: true }, { isDefaultBilling: false }],
    );
    await changeAddress(editor, await formOf(former.id, { isDefaultBilling: true }));
    assert.equal((await defaults())[0]?.id, former.id);
  });

  it('can neither be removed nor stop to be one', async () => {
    const [current] = await defaults();
    assert.ok(current);
    const { id, version } = current;
    await assertUnchanged(database, async () => {
      await assertRefused(removeAddress(editor, { id, version }), 'default-billing-needed');
      const form = await formOf(id, { isDefaultBilling: false });
      await assertRefused(changeAddress(editor, form), 'default-billing-needed');
    });
  });

  it('is one, whatever several people do at once', async () => {
    const places = [await added({ label: 'Eins' }), await added({ label: 'Zwei' })];
    const forms = await Promise.all(places.map(({ id }) => formOf(id, { isDefaultBilling: true })));
    await Promise.allSettled([
      ...forms.map((form) => changeAddress(editor, form)),
      ...places.map(({ id, version }) => removeAddress(admin, { id, version })),
      addAddress(editor, addressInput({ label: 'Drei', isDefaultBilling: 'on' })),
    ]);
    assert.equal((await defaults()).length, 1);
  });

  it('is given to the first billing address of a firm that has none', async (t) => {
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app });
    await other.owner.sql('alter table address disable trigger keeps_default_billing');
    await other.owner.sql('update address set is_default_billing = false, is_billing = false');
    await addAddress(ctx, addressInput({ isBilling: 'on' }));
    const found = await other.app.transaction(ctx.customer.id, listAddresses);
    assert.deepEqual(
      found.filter(({ values }) => values.isDefaultBilling).map(({ values }) => values.label),
      ['Lager'],
    );
  });

  it('is held by the database too', async () => {
    const [current] = await defaults();
    const id = current?.id ?? 0;
    const tries = [
      'update address set is_default_billing = false where id = $1',
      'update address set archived_at = now() where id = $1',
      'update address set is_billing = false where id = $1',
    ];
    for (const sql of tries)
      await assert.rejects(
        inFirm((tx) => tx.sql(sql, [id])),
        { code: '23514' },
        sql,
      );
  });
});

describe('the carrier', () => {
  it('may do what people of the firm may', async () => {
    const ctx = carrierCtx({ db, jobs, customer: admin.customer });
    await addAddress(ctx, addressInput({ label: 'Vom Kundenservice' }));
    const found = (await listed()).find(({ values }) => values.label === 'Vom Kundenservice');
    const [entry] = await auditAbout(database, `address/${found?.id}`);
    assert.deepEqual([entry?.actor_kind, entry?.person_id], ['carrier', null]);
  });
});
