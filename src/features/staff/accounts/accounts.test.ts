import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { addStaff, clerkAt, clerkCtx, giveStaffLogin, staffToken } from '../../../../test/support/staff.ts';
import { STAFF_ROLES } from '../../../domain/staff-roles.ts';
import { staffSessionOf } from '../../../platform/sessions/index.ts';
import { changeStaff } from './change-staff.ts';
import { createStaff } from './create-staff.ts';
import { deactivateStaff, reactivateStaff } from './deactivate-staff.ts';
import { newStaffPassword } from './new-staff-password.ts';
import { resetStaffSecondFactor } from './reset-staff-second-factor.ts';

const NEW = {
  email: 'neu@spreebrief.example',
  name: 'Nele Neu',
  language: 'en',
  roles: ['care', 'billing'],
  handOver: 'show',
};

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const { database, clock, services } = portal;
  const admin = await clerkCtx(database, {
    jobs: services.jobs,
    now: clock(),
    roles: ['admin'],
    name: 'Ada Admin',
  });
  const care = await clerkCtx(database, {
    jobs: services.jobs,
    now: clock(),
    roles: ['care'],
    name: 'Ida Amt',
  });
  const account = async (id: number) => {
    const [row] = await database.owner.sql<{ roles: string[]; is_active: boolean; version: number }>(
      'select roles, is_active, version from staff_account where id = $1',
      [id],
    );
    return row;
  };
  return { portal, database, clock, admin, care, account };
}

describe('accounts of staff', () => {
  it('are for those who administer the desk, and nobody else', async (t) => {
    const { portal, database, admin, care } = await arrange(t);
    const customer = await ctxFor({ db: database.app, jobs: portal.services.jobs });
    const verbs = [
      (ctx: typeof admin) => createStaff(ctx, NEW),
      (ctx: typeof admin) =>
        changeStaff(ctx, { staffId: admin.staffId, name: 'X', language: 'de', roles: ['care'] }),
      (ctx: typeof admin) => deactivateStaff(ctx, { staffId: admin.staffId }),
      (ctx: typeof admin) => reactivateStaff(ctx, { staffId: admin.staffId }),
      (ctx: typeof admin) => resetStaffSecondFactor(ctx, { staffId: admin.staffId }),
      (ctx: typeof admin) => newStaffPassword(ctx, { staffId: admin.staffId, handOver: 'show' }),
    ];
    await assertUnchanged(database, async () => {
      for (const verb of verbs) {
        await assertRefused(verb(care), { code: 'staff-role-required', role: 'admin' });
        await assertRefused(verb(customer as unknown as typeof admin), 'not-found');
      }
    });
  });

  it('are opened with a one-time password, and say who did it', async (t) => {
    const { database, admin, account } = await arrange(t);
    const { staffId, handedOver } = await createStaff(admin, NEW);
    assert.match(handedOver?.secret ?? '', /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.deepEqual((await account(staffId))?.roles, ['care', 'billing']);
    const entry = await lastAudit(database, 'staff.create');
    assert.deepEqual(
      [entry?.staff_id, entry?.actor_name, entry?.object],
      [admin.staffId, 'Ada Admin', NEW.email],
    );
    assert.doesNotMatch(JSON.stringify(entry), new RegExp(handedOver?.secret ?? '-'));
    await assertRefused(createStaff(admin, { ...NEW, email: 'NEU@spreebrief.example' }), {
      code: 'invalid',
      fields: [{ field: 'email', problem: 'taken' }],
    });
  });

  it('get their one-time password by mail, too', async (t) => {
    const { portal, admin } = await arrange(t);
    const { handedOver } = await createStaff(admin, { ...NEW, handOver: 'mail' });
    assert.equal(handedOver, undefined);
    await portal.drain();
    const [letter] = await portal.letters();
    assert.equal(letter?.recipient, NEW.email);
    const secret = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(letter?.text ?? '')?.[0] ?? assert.fail();
    const browser = portal.client();
    await browser.get('/desk/anmelden');
    const page = await browser.submit('/desk/anmelden', { email: NEW.email, password: secret });
    assert.equal(page.address, '/desk/neues-passwort');
  });

  it('refuse what no account can be', async (t) => {
    const { admin } = await arrange(t);
    for (const [change, field] of [
      [{ email: '' }, 'email'],
      [{ email: 'nobody' }, 'email'],
      [{ name: '' }, 'name'],
      [{ name: 'x'.repeat(101) }, 'name'],
      [{ language: 'fr' }, 'language'],
      [{ roles: [] }, 'roles'],
      [{ roles: ['queen'] }, 'roles.0'],
      [{ handOver: 'pigeon' }, 'handOver'],
    ] as const) {
      const refused = await createStaff(admin, { ...NEW, ...change }).then(
        () => assert.fail(field),
        (error) => error.refusal,
      );
      assert.equal(refused.fields[0].field, field, JSON.stringify(change));
    }
  });

  it('change their roles at once, and not behind the back of somebody else', async (t) => {
    const { database, clock, admin, care, account } = await arrange(t);
    const token = await staffToken(database, clock(), { roles: ['dispatch'], name: 'Udo Tour' });
    const session = await staffSessionOf(database.app, token, clock());
    const staffId = session?.staffId ?? 0;
    const change = { staffId, name: 'Udo Tour', language: 'de', roles: ['billing'] };
    await changeStaff(admin, { ...change, seen: 1 });
    assert.deepEqual((await staffSessionOf(database.app, token, clock()))?.roles, ['billing']);
    await assertRefused(changeStaff(admin, { ...change, seen: 1 }), 'stale');
    const entry = await lastAudit(database, 'staff.change');
    assert.match(
      JSON.stringify([entry?.before, entry?.after]),
      /"roles":\["dispatch"\].*"roles":\["billing"\]/,
    );
    await assertRefused(changeStaff(admin, { ...change, staffId: 999_999 }), 'not-found');
    assert.equal((await account(care.staffId))?.version, 1);
  });

  it('end their sessions when they are closed, and come back as they were', async (t) => {
    const { database, clock, admin } = await arrange(t);
    const token = await staffToken(database, clock(), { roles: ['dispatch'] });
    const staffId = (await staffSessionOf(database.app, token, clock()))?.staffId ?? 0;
    await deactivateStaff(admin, { staffId });
    assert.equal(await staffSessionOf(database.app, token, clock()), undefined);
    assert.deepEqual(
      await database.owner.sql('select 1 from staff_session where staff_id = $1', [staffId]),
      [],
    );
    await deactivateStaff(admin, { staffId });
    const times = "select 1 from audit_entry where action = 'staff.deactivate'";
    assert.equal((await database.owner.sql(times)).length, 1, 'once is enough');
    await assertRefused(newStaffPassword(admin, { staffId, handOver: 'show' }), 'not-found');
    await reactivateStaff(admin, { staffId });
    assert.equal((await lastAudit(database, 'staff.reactivate'))?.staff_id, admin.staffId);
  });

  it('lose their second factor and sessions when it is reset', async (t) => {
    const { portal, database, clock, admin } = await arrange(t);
    const token = await staffToken(database, clock(), { roles: ['dispatch'] });
    const staffId = (await staffSessionOf(database.app, token, clock()))?.staffId ?? 0;
    const { email } = await giveStaffLogin(database, staffId);
    await resetStaffSecondFactor(admin, { staffId });
    assert.equal(await staffSessionOf(database.app, token, clock()), undefined);
    assert.deepEqual(await database.owner.sql('select 1 from staff_totp'), []);
    assert.equal((await lastAudit(database, 'staff.second-factor-reset'))?.object, email);
    const browser = portal.client();
    await browser.get('/desk/anmelden');
    const page = await browser.submit('/desk/anmelden', { email, password: 'Correct horse at the desk' });
    assert.equal(page.address, '/desk/zweiter-faktor');
  });
});

describe('the last administrator of the desk', () => {
  it('can be neither closed nor demoted', async (t) => {
    const { database, admin } = await arrange(t);
    const demoted = { staffId: admin.staffId, name: 'Ada', language: 'de', roles: ['care'] };
    await assertUnchanged(database, async () => {
      await assertRefused(deactivateStaff(admin, { staffId: admin.staffId }), 'last-staff-admin');
      await assertRefused(changeStaff(admin, demoted), 'last-staff-admin');
    });
    await addStaff(database, { roles: ['admin'] });
    await changeStaff(admin, demoted);
  });

  it('stays when two administrators close each other at the same moment', async (t) => {
    const { database, admin } = await arrange(t);
    const other = await addStaff(database, { roles: ['admin'], name: 'Otto' });
    const settled = await allAtOnce(
      database,
      { sql: 'select from staff_account where is_active order by id for update' },
      [
        () => deactivateStaff(admin, { staffId: other }),
        () => deactivateStaff(admin, { staffId: admin.staffId }),
      ],
    );
    assert.deepEqual([outcomes(settled).done.length, outcomes(settled).failed.length], [1, 1]);
    const left = await database.owner.sql(
      "select 1 from staff_account where is_active and 'admin' = any (roles)",
    );
    assert.equal(left.length, 1);
  });

  it('stays in the database, too, whoever goes around the program', async (t) => {
    const { database } = await arrange(t);
    await assert.rejects(
      database.owner.sql('update staff_account set is_active = false'),
      /no administrator/,
    );
    await assert.rejects(
      database.owner.transaction(undefined, (tx) => tx.sql('delete from staff_account')),
      /no administrator/,
    );
  });
});

describe('the pages of staff accounts', () => {
  it('open an account, show the password once, change, close and open again', async (t) => {
    const { portal, database } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    const list = await browser.get('/desk/mitarbeitende');
    assert.equal(list.status, 200);
    assert.match(list.text, /Ada Admin/);
    await browser.get('/desk/mitarbeitende/neu');
    const wrong = await browser.submit('/desk/mitarbeitende/neu', { email: 'neu', name: 'Nele Neu' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /href="#role-dispatch"|href="#f-role-dispatch"|role-dispatch/);
    assert.match(wrong.text, /Bitte mindestens eines ankreuzen/);
    const secret = await browser.submit('/desk/mitarbeitende/neu', {
      email: NEW.email,
      name: NEW.name,
      'role-care': 'on',
      handOver: 'show',
    });
    assert.match(secret.text, /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/);
    const [row] = await database.owner.sql<{ id: number }>('select id from staff_account where email = $1', [
      NEW.email,
    ]);
    const href = `/desk/mitarbeitende/${row?.id}`;
    await browser.get(href);
    const changed = await browser.submit(href, { name: 'Nele Alt', 'role-billing': 'on' });
    assert.match(changed.text, /Der Zugang ist geändert/);
    assert.match(changed.text, /Nele Alt.*Kundenservice, Abrechnung/);
    await browser.get(href);
    assert.match((await browser.submit(`${href}/sperren`)).text, /gesperrt/);
    await browser.get(href);
    assert.match((await browser.submit(`${href}/oeffnen`)).text, /wieder anmelden/);
    for (const id of ['0', 'x', '999999', '-1', '1e3']) {
      assert.equal((await browser.get(`/desk/mitarbeitende/${id}`)).status, 404, id);
    }
  });

  it('show each role the pages that it may see', async (t) => {
    const { portal } = await arrange(t);
    for (const role of STAFF_ROLES) {
      const browser = await clerkAt(portal, role);
      const home = await browser.get('/desk');
      assert.equal(home.status, 200, role);
      assert.equal(/href="\/desk\/mitarbeitende"/.test(home.html), role === 'admin', role);
    }
  });

  it('are in the language of the clerk', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'admin');
    await browser.get('/desk/mitarbeitende');
    const page = await browser.submit('/desk/sprache');
    assert.match(page.text, /Who works at the desk/);
    assert.match((await browser.get('/desk/mitarbeitende')).text, /Who works at the desk/);
  });

  it('keep a command-line clerk without an account nameable', async (t) => {
    const { database, portal, clock } = await arrange(t);
    const ctx = carrierCtx({ db: database.app, jobs: portal.services.jobs, now: clock() });
    await createStaff(ctx, NEW);
    const entry = await lastAudit(database, 'staff.create');
    assert.deepEqual([entry?.staff_id, entry?.actor_name], [null, 'Spreebrief']);
  });
});
