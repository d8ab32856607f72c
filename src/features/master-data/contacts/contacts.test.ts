import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { outcomes } from '../../../../test/support/at-once.ts';
import { ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { auditAbout } from '../test-support/master-data.fixture.ts';
import { addContact, MOST_CONTACTS } from './add-contact.ts';
import { changeContact } from './change-contact.ts';
import { findContact, listContacts } from './queries.ts';
import { removeContact } from './remove-contact.ts';

const database = await testDatabase();
const { app: db } = database;
const admin = await ctxFor({ db });
const editor = await ctxFor({ db, user: 'mitarbeit', grants: { rights: ['masterData.edit'] } });
const reader = await ctxFor({ db, user: 'mitarbeit' });
const stranger = await ctxFor({ db, customer: 'D100002' });

const listed = () => db.transaction(admin.customer.id, listContacts);
const input = (changes: Record<string, unknown> = {}) => ({
  key: randomUUID(),
  name: 'Ayşe Yıldız',
  role: 'Poststelle',
  phone: '030 5550123',
  email: 'post@kanzlei.example',
  ...changes,
});

async function added(changes: Record<string, unknown> = {}) {
  const known = new Set((await listed()).map(({ id }) => id));
  await addContact(editor, input(changes));
  const found = (await listed()).find(({ id }) => !known.has(id));
  assert.ok(found);
  return found;
}

describe('contact persons', () => {
  it('are added, changed and removed, and the log says so', async () => {
    const { id, values } = await added({ name: ' Ayşe\u0000 Yıldız ' });
    assert.deepEqual(values, {
      name: 'Ayşe Yıldız',
      role: 'Poststelle',
      phone: '030 5550123',
      email: 'post@kanzlei.example',
    });
    await changeContact(editor, { ...values, id, version: 1, phone: '' });
    await removeContact(admin, { id, version: 2 });
    assert.equal(await db.transaction(admin.customer.id, (tx) => findContact(tx, id)), undefined);
    const entries = await auditAbout(database, `contact/${id}`);
    assert.deepEqual(
      entries.map(({ action, before, after }) => [action, before, after]),
      [
        ['contact.add', null, values],
        ['contact.change', { phone: '030 5550123' }, { phone: '' }],
        ['contact.remove', { name: 'Ayşe Yıldız', role: 'Poststelle', email: 'post@kanzlei.example' }, null],
      ],
    );
  });

  it('need a name, and an e-mail that is one', async () => {
    await assertRefused(addContact(editor, input({ name: ' ', email: 'post@' })), {
      code: 'invalid',
      fields: [
        { field: 'name', problem: 'required' },
        { field: 'email', problem: 'not-an-email' },
      ],
    });
    assert.equal((await added({ email: '', role: '', phone: '' })).values.email, '');
  });

  it('belong to those who may change them', async () => {
    const { id, version, values } = await added();
    const changed = { ...values, id, version, name: 'Anders' };
    await assertUnchanged(database, async () => {
      await assertRefused(addContact(reader, input()), { code: 'forbidden', right: 'masterData.edit' });
      await assertRefused(changeContact(reader, changed), 'forbidden');
      await assertRefused(removeContact(reader, { id, version }), 'forbidden');
      await assertRefused(changeContact(stranger, changed), 'not-found');
      await assertRefused(removeContact(stranger, { id, version }), 'not-found');
    });
  });

  it('are changed by one of two who save at the same moment', async () => {
    const { id, version, values } = await added();
    const settled = await Promise.allSettled(
      ['Eins', 'Zwei'].map((name) => changeContact(editor, { ...values, id, version, name })),
    );
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    await assertRefused(Promise.reject(failed[0]), 'stale');
  });

  it('are not changed by saving what is saved', async () => {
    const { id, version, values } = await added();
    await assertUnchanged(database, async () => {
      assert.deepEqual(await changeContact(editor, { ...values, id, version }), { changed: false });
    });
  });

  it('are added once by one form', async () => {
    const once = input({ name: 'Einmal' });
    await Promise.all([addContact(editor, once), addContact(editor, once)]);
    assert.equal((await listed()).filter(({ values }) => values.name === 'Einmal').length, 1);
    await assertRefused(addContact(editor, { ...once, name: 'Zweimal' }), 'key-reused');
  });

  it('end where nobody could keep them up to date', async (t) => {
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app });
    await other.owner.sql(
      `insert into contact_person (customer_id, name, role, phone, email)
       select $1::bigint, 'N ' || n, '', '', '' from generate_series(1, $2::int) n`,
      [ctx.customer.id, MOST_CONTACTS],
    );
    await assertRefused(addContact(ctx, input()), { code: 'limit-reached', limit: MOST_CONTACTS });
  });
});
