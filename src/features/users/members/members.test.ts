import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../../test/support/jobs.ts';
import { addPerson, confirmedCtx, lastAudit, personIdFor } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { Refused } from '../../../domain/refusal.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { query, violatedConstraint } from '../../../platform/db/database.ts';
import { changeMainContact } from './change-main-contact.ts';
import { changeRights } from './change-rights.ts';
import { deactivateMember, reactivateMember } from './deactivate-member.ts';
import { deleteMember } from './delete-member.ts';

const ADMIN = 'admin@d100001.example';
const CLERK = 'mitarbeit@d100001.example';

async function stage(t: TestContext) {
  const database = await testDatabase(t);
  const jobs = await testJobs(database);
  const admin = await confirmedCtx(database, jobs, { email: ADMIN });
  const clerk = await confirmedCtx(database, jobs, { email: CLERK });
  const clerkId = await personIdFor(database, CLERK);
  const adminId = await personIdFor(database, ADMIN);
  const membership = async (email: string, customer = 'D100001') => {
    const [row] = await database.owner.all(
      query
        .selectFrom('membership as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .innerJoin('customer as c', 'c.id', 'm.customer_id')
        .selectAll('m')
        .where('p.email', '=', email)
        .where('c.number', '=', customer),
    );
    return row;
  };
  return { database, jobs, admin, clerk, clerkId, adminId, membership };
}

/** Every way to change a member, tried with one input. */
const verbs = {
  changeRights: (ctx: CustomerCtx, personId: number) =>
    changeRights(ctx, { personId, isAdmin: false, rights: [] }),
  deactivateMember: (ctx: CustomerCtx, personId: number) => deactivateMember(ctx, { personId }),
  reactivateMember: (ctx: CustomerCtx, personId: number) => reactivateMember(ctx, { personId }),
  changeMainContact: (ctx: CustomerCtx, personId: number) => changeMainContact(ctx, { personId }),
  deleteMember: (ctx: CustomerCtx, personId: number) => deleteMember(ctx, { personId }),
};

describe('changing a member', () => {
  for (const [name, verb] of Object.entries(verbs)) {
    it(`${name} wants the right, a proof of identity, and somebody of the own firm`, async (t) => {
      const { database, jobs, admin, clerk, clerkId } = await stage(t);
      const stranger = await personIdFor(database, 'mitarbeit@d100002.example');
      const other = await confirmedCtx(database, jobs, {
        email: 'admin@d100002.example',
        customer: 'D100002',
      });
      await assertUnchanged(database, async () => {
        const lacking = name === 'deleteMember' ? 'forbidden' : 'admin-only';
        await assertRefused(verb(clerk, clerkId), lacking);
        await assertRefused(verb({ ...admin, confirmedAt: undefined }, clerkId), 'confirmation-required');
        const old = admin.now.subtract({ minutes: 10, seconds: 1 });
        await assertRefused(verb({ ...admin, confirmedAt: old }, clerkId), 'confirmation-required');
        await assertRefused(verb(admin, stranger), 'not-found');
        await assertRefused(verb(other, clerkId), 'not-found');
        await assertRefused(verb(admin, 999_999), 'not-found');
        await assertRefused(verb(admin, 'x' as never), 'invalid');
      });
    });
  }
});

describe('changing rights', () => {
  it('replaces them and writes down what they were', async (t) => {
    const { database, admin, clerkId, membership } = await stage(t);
    await changeRights(admin, {
      personId: clerkId,
      isAdmin: false,
      rights: ['billing.edit', 'orders.place'],
    });
    assert.deepEqual((await membership(CLERK))?.rights, ['orders.place', 'billing.edit']);
    const entry = await lastAudit(database, 'user.rights');
    assert.deepEqual(
      [entry?.object, entry?.before, entry?.after, entry?.customer_id],
      [
        `user/${clerkId}`,
        { isAdmin: false, rights: ['documents.view', 'orders.place'] },
        { isAdmin: false, rights: ['orders.place', 'billing.edit'] },
        admin.customer.id,
      ],
    );
  });

  it('makes administrators, whose list is kept empty', async (t) => {
    const { admin, clerkId, membership } = await stage(t);
    await changeRights(admin, { personId: clerkId, isAdmin: true, rights: ['orders.place'] });
    const row = await membership(CLERK);
    assert.deepEqual([row?.is_admin, row?.rights], [true, []]);
  });

  it('tells whoever looked at an older state', async (t) => {
    const { database, admin, clerkId } = await stage(t);
    const change = { personId: clerkId, isAdmin: false, rights: ['orders.cancel'] };
    await assertUnchanged(database, () =>
      assertRefused(changeRights(admin, { ...change, seen: 'orders.place' }), 'stale'),
    );
    await changeRights(admin, { ...change, seen: 'documents.view orders.place' });
  });

  it('of another firm where the same person acts stay as they are', async (t) => {
    const { database, admin, membership } = await stage(t);
    const shared = await addPerson(database, { email: 'both@example.org', rights: ['orders.place'] });
    await addPerson(database, { email: 'both@example.org', customer: 'D100002', isAdmin: true });
    await changeRights(admin, { personId: shared, isAdmin: false, rights: [] });
    assert.deepEqual((await membership('both@example.org'))?.rights, []);
    assert.equal((await membership('both@example.org', 'D100002'))?.is_admin, true);
  });
});

describe('the last administrator', () => {
  it('is neither demoted nor deactivated nor deleted', async (t) => {
    const { database, admin, adminId } = await stage(t);
    await addPerson(database, { email: 'idle@d100001.example', isAdmin: true, isActive: false });
    await assertUnchanged(database, async () => {
      await assertRefused(
        changeRights(admin, { personId: adminId, isAdmin: false, rights: [] }),
        'last-admin',
      );
      await assertRefused(deactivateMember(admin, { personId: adminId }), 'last-admin');
      await assertRefused(deleteMember(admin, { personId: adminId }), 'last-admin');
    });
  });

  it('may go once there is another', async (t) => {
    const { database, admin, adminId, membership } = await stage(t);
    await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
    await changeRights(admin, { personId: adminId, isAdmin: false, rights: [] });
    assert.equal((await membership(ADMIN))?.is_admin, false);
  });

  const races: Record<string, (ctx: CustomerCtx, personId: number) => Promise<void>> = {
    'demote each other': verbs.changeRights,
    'delete each other': verbs.deleteMember,
    'deactivate each other': verbs.deactivateMember,
  };
  for (const [name, verb] of Object.entries(races)) {
    it(`stays when two ${name} at the same moment`, async (t) => {
      const { database, jobs, admin, adminId } = await stage(t);
      const secondId = await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
      const second = await confirmedCtx(database, jobs, { email: 'second@d100001.example' });
      const { done, failed } = outcomes(
        await allAtOnce(
          database,
          { sql: 'select from membership where customer_id = $1 for update', values: [admin.customer.id] },
          [() => verb(admin, secondId), () => verb(second, adminId)],
        ),
      );
      assert.equal(done.length, 1);
      assert.ok(failed[0] instanceof Refused);
      assert.equal(failed[0].refusal.code, 'last-admin');
    });
  }

  it('is kept by the database, also from a program with a fault', async (t) => {
    const { database, admin, adminId } = await stage(t);
    const secondId = await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
    const without = (personId: number) => () =>
      database.app.transaction(admin.customer.id, async (tx) => {
        await tx.sql('select from customer for key share');
        await tx.all(
          query.updateTable('membership').set({ is_admin: false }).where('person_id', '=', personId),
        );
      });
    const { done, failed } = outcomes(
      await allAtOnce(
        database,
        { sql: 'select from membership where customer_id = $1 for update', values: [admin.customer.id] },
        [without(adminId), without(secondId)],
      ),
    );
    assert.equal(done.length, 1);
    assert.equal(violatedConstraint(failed[0]), 'last_admin');
  });
});

describe('deactivating', () => {
  it('ends the sessions for this firm and keeps the rights for later', async (t) => {
    const { database, admin, clerkId, membership } = await stage(t);
    const sessions = async () =>
      (await database.owner.sql('select from session where person_id = $1', [clerkId])).length;
    await database.owner.sql(
      `insert into session (token_hash, customer_id, person_id, stage, created_at, last_used_at, ends_at,
         confirmed_at, user_agent)
       values ('\\x01', $1, $2, 'full', $3, $3, $3, $3, '')`,
      [admin.customer.id, clerkId, admin.now],
    );
    await deactivateMember(admin, { personId: clerkId });
    const row = await membership(CLERK);
    assert.deepEqual([row?.is_active, row?.rights], [false, ['documents.view', 'orders.place']]);
    assert.equal(await sessions(), 0);
    await reactivateMember(admin, { personId: clerkId });
    assert.equal((await membership(CLERK))?.is_active, true);
    assert.equal((await lastAudit(database, 'user.reactivate'))?.object, `user/${clerkId}`);
  });

  it('changes nothing a second time', async (t) => {
    const { database, admin, clerkId } = await stage(t);
    await deactivateMember(admin, { personId: clerkId });
    await assertUnchanged(database, () => deactivateMember(admin, { personId: clerkId }));
  });

  it('hands the main contact on', async (t) => {
    const { database, jobs, adminId, membership } = await stage(t);
    await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
    const second = await confirmedCtx(database, jobs, { email: 'second@d100001.example' });
    await deactivateMember(second, { personId: adminId });
    assert.equal((await membership('second@d100001.example'))?.is_main_contact, true);
    assert.equal((await membership(ADMIN))?.is_main_contact, false);
  });
});

describe('the main contact', () => {
  it('is exactly one', async (t) => {
    const { database, admin, clerkId, adminId, membership } = await stage(t);
    await changeMainContact(admin, { personId: clerkId });
    assert.equal((await membership(CLERK))?.is_main_contact, true);
    assert.equal((await membership(ADMIN))?.is_main_contact, false);
    await deactivateMember(admin, { personId: clerkId });
    await assertRefused(changeMainContact(admin, { personId: clerkId }), 'not-found');
    assert.equal((await membership(ADMIN))?.is_main_contact, true);
    await assertUnchanged(database, () => changeMainContact(admin, { personId: adminId }));
  });
});

describe('deleting', () => {
  it('forgets who it was, and leaves orders and audit with a pseudonym', async (t) => {
    const { database, admin, clerkId, membership } = await stage(t);
    const { owner } = database;
    await owner.sql(
      `insert into notification_preference
         (person_id, order_confirmations, status_changes, deadline_reminders, new_documents)
       values ($1, true, true, true, true)`,
      [clerkId],
    );
    await owner.sql(
      `insert into audit_entry (at, customer_id, actor_kind, person_id, action, object, request_id)
       values ($1, $2, 'person', $3, 'order.place', 'A-1', 'x')`,
      [admin.now, admin.customer.id, clerkId],
    );
    await deleteMember(admin, { personId: clerkId });
    assert.equal(await membership(CLERK), undefined);
    const [person] = await owner.all(query.selectFrom('person').selectAll().where('id', '=', clerkId));
    assert.deepEqual(
      [person?.email, person?.name, person?.password_hash],
      [`p-${clerkId}@deleted.invalid`, `P-${clerkId}`, ''],
    );
    assert.deepEqual(
      await owner.sql('select from notification_preference where person_id = $1', [clerkId]),
      [],
    );
    assert.equal((await lastAudit(database, 'order.place'))?.person_id, clerkId);
    const entry = await lastAudit(database, 'user.delete');
    assert.equal(entry?.object, `user/${clerkId}`);
    assert.doesNotMatch(JSON.stringify(entry), /mitarbeit|Jonas/);
    assert.deepEqual(
      (await waitingJobs(database)).map(({ name, data }) => [name, data.email]),
      [['mail.member-deleted', CLERK]],
    );
  });

  it('leaves no pseudonym in the invitations that somebody sent', async (t) => {
    const { database, admin, clerkId } = await stage(t);
    await database.owner.sql(
      `insert into invitation (customer_id, email, language, is_admin, rights, invited_by, created_at, expires_at)
       values ($1, 'x@example.org', 'de', false, '{}', $2, $3, $3)`,
      [admin.customer.id, clerkId, admin.now],
    );
    await deleteMember(admin, { personId: clerkId });
    const left = await database.owner.sql('select email, invited_by from invitation');
    assert.deepEqual(left, [{ email: 'x@example.org', invited_by: null }]);
  });

  it('keeps the login of whoever acts for another firm too', async (t) => {
    const { database, admin, membership } = await stage(t);
    const shared = await addPerson(database, { email: 'both@example.org' });
    await addPerson(database, { email: 'both@example.org', customer: 'D100002' });
    await deleteMember(admin, { personId: shared });
    assert.equal(await membership('both@example.org'), undefined);
    assert.notEqual(await membership('both@example.org', 'D100002'), undefined);
    const [person] = await database.owner.all(
      query.selectFrom('person').selectAll().where('id', '=', shared),
    );
    assert.equal(person?.email, 'both@example.org');
  });

  it('works with the right alone, but not on administrators; also on oneself', async (t) => {
    const { database, jobs, adminId, membership } = await stage(t);
    const id = await addPerson(database, { email: 'hr@d100001.example', rights: ['users.delete'] });
    const hr = await confirmedCtx(database, jobs, { email: 'hr@d100001.example' });
    await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
    await assertUnchanged(database, () =>
      assertRefused(deleteMember(hr, { personId: adminId }), 'admin-only'),
    );
    await deleteMember(hr, { personId: id });
    assert.equal(await membership('hr@d100001.example'), undefined);
    const [job] = await waitingJobs(database);
    assert.equal(job?.data.bySelf, true);
  });

  it('hands the main contact on', async (t) => {
    const { database, jobs, adminId, membership } = await stage(t);
    await addPerson(database, { email: 'second@d100001.example', isAdmin: true });
    await addPerson(database, { email: 'third@d100001.example', isAdmin: true });
    const third = await confirmedCtx(database, jobs, { email: 'third@d100001.example' });
    await deleteMember(third, { personId: adminId });
    assert.equal((await membership('third@d100001.example'))?.is_main_contact, true);
  });
});
