import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import { testDatabase } from '../support/database.ts';
import { PROGRAM } from '../support/program.ts';
import { giveApp } from '../support/second-factor.ts';

const root = path.resolve(import.meta.dirname, '../..');
const database = await testDatabase();

/** Runs a command of `bin/portal` beside the database. */
function portal(...words: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...PROGRAM, ...words], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      APP_KEY: 'a key of 32 characters for tests.',
    },
  });
  return { status, said: stdout + stderr };
}

describe('the desk at the command line', () => {
  it('resets the second factor of somebody who has lost it, of that firm only', async () => {
    const email = 'mitarbeit@d100001.example';
    await giveApp(database, email);
    const reset = (number: string, address = email) =>
      portal('reset-second-factor', number, address, '--clerk', 'Ida Amt');
    assert.match(reset('D100002').said, /We could not find this/);
    assert.equal((await database.owner.sql('select 1 from totp')).length, 1);
    assert.match(reset('D100001', email.toUpperCase()).said, /^Done\. .*password alone/);
    for (const table of ['totp', 'recovery_code']) {
      assert.deepEqual(await database.owner.sql(`select 1 from ${table}`), [], table);
    }
    const [entry] = await database.owner.sql<{ after: { clerk: string } }>(
      "select after from audit_entry where action = 'person.second-factor-reset'",
    );
    assert.equal(entry?.after.clerk, 'Ida Amt');
    assert.match(portal('reset-second-factor', 'D100001').said, /^Usage/);
  });

  it('issues an activation code, for a firm without users only', () => {
    const issued = portal('activation-code', 'D100004', '--clerk', 'Ida Amt');
    assert.match(issued.said, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\nValid until /);
    const registered = portal('activation-code', 'D100001', '--clerk', 'Ida Amt');
    assert.deepEqual([registered.status, /Somebody was faster/.test(registered.said)], [1, true]);
    assert.match(portal('activation-code', 'D4711', '--clerk', 'Ida Amt').said, /There is no customer D4711/);
    assert.match(portal('activation-code', 'D100004').said, /Who is asking\?/);
  });

  it('shows and answers registrations', async () => {
    const [row] = await database.owner.sql<{ id: number }>(
      `insert into registration_request (customer_number, customer_id, email, name, language, state, created_at)
       select number, id, 'mara@moosgrund.example', 'Mara Moos', 'de', 'waiting', now() from customer
       where number = 'D100004' returning id`,
    );
    const id = `${row?.id}`;
    assert.match(
      portal('registrations').said,
      new RegExp(`^${id}  D100004  Gärtnerei Moosgrund GmbH\\n    Mara Moos`),
    );
    assert.match(portal('registrations', 'approve', id, '--clerk', 'Ida Amt').said, /^Done/);
    assert.match(portal('registrations').said, /No registration waits/);
    const again = portal('registrations', 'decline', id, '--clerk', 'Ida Amt');
    assert.equal(again.status, 1);
    assert.doesNotMatch(again.said, /\n\s+at /);
    assert.match(portal('registrations', 'constructor', id, '--clerk', 'Ida Amt').said, /^Usage/);
  });

  it('gives a firm a new main contact only with two clerks', () => {
    const proposed = portal(
      'main-contact',
      'propose',
      'D100001',
      'neu@kanzlei.example',
      '--reason',
      'letter',
      '--clerk',
      'Ida Amt',
    );
    const id = /Proposal (\d+) waits/.exec(proposed.said)?.[1] ?? assert.fail(proposed.said);
    assert.match(portal('main-contact').said, /neu@kanzlei.example, proposed by Ida Amt/);
    assert.match(
      portal('main-contact', 'agree', id, '--clerk', 'ida amt').said,
      /Somebody else has to agree/,
    );
    assert.match(
      portal('main-contact', 'agree', id, '--clerk', 'Udo Büro').said,
      /Everybody of the firm is told/,
    );
    assert.match(portal('main-contact').said, /No proposal waits/);
  });

  it('opens, lists, resets and closes accounts of staff, and keeps the last administrator', async () => {
    const email = 'erste@spreebrief.example';
    const create = (roles: string, as = email) =>
      portal('staff', 'create', as, '--name', 'Erna Erste', '--roles', roles, '--clerk', 'Ida Amt');
    assert.match(create('queen').said, /roles/);
    const created = create('admin,care');
    assert.match(created.said, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\nOpens \/desk\/anmelden once, until /);
    assert.match(create('admin').said, /email/);
    assert.match(
      portal('staff', 'list').said,
      /erste@.*Erna Erste\n.*care, admin; active; no second factor yet; never/,
    );
    const last = portal('staff', 'deactivate', email, '--clerk', 'Ida Amt');
    assert.deepEqual([last.status, /last account with the role/.test(last.said)], [1, true]);
    create('admin', 'zweite@spreebrief.example');
    assert.match(portal('staff', 'reset-second-factor', email, '--clerk', 'Ida Amt').said, /^Done/);
    assert.match(portal('staff', 'new-password', email, '--clerk', 'Ida Amt').said, /^[2-9A-Z]{4}-/);
    assert.match(portal('staff', 'deactivate', email, '--clerk', 'Ida Amt').said, /^Done/);
    assert.match(portal('staff', 'list').said, /closed/);
    assert.match(
      portal('staff', 'deactivate', 'nobody@x.example', '--clerk', 'Ida Amt').said,
      /no account of/,
    );
    assert.match(portal('staff', 'constructor', email, '--clerk', 'Ida Amt').said, /^Usage/);
    assert.match(portal('staff', 'deactivate', email).said, /Who is asking/);
    const [entry] = await database.owner.sql<{ staff_id: number | null; actor_name: string }>(
      "select staff_id, actor_name from audit_entry where action = 'staff.deactivate'",
    );
    assert.deepEqual(entry, { staff_id: null, actor_name: 'Ida Amt' });
  });
});
