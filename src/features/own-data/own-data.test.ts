import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { bookPickup } from '../pickups/index.ts';
import { exportOwnData } from './export-own-data.ts';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('own data', () => {
  it('hold what the person did and what is known about them, and nothing about others', async (t) => {
    const portal = await testApp({}, t);
    const { services, database } = portal;
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    await portal.client().signIn('D100001', 'admin@d100001.example');
    const ids = await idsOf(database);
    const staff = await ctxFor({ db: services.db, jobs: services.jobs, user: 'mitarbeit' });
    const admin = await ctxFor({ db: services.db, jobs: services.jobs });
    const [mine] = await bookPickup(staff, pickupInput(ids, { reference: 'Meine' }));
    const [theirs] = await bookPickup(admin, pickupInput(ids, { reference: 'Fremde' }));
    await portal.drain();

    const data = plain(await exportOwnData(staff));
    assert.equal(data.person.email, 'mitarbeit@d100001.example');
    assert.deepEqual(data.notifications, {
      orderConfirmations: true,
      statusChanges: true,
      deadlineReminders: true,
      newDocuments: true,
      completions: false,
      steps: false,
    });
    assert.equal(data.security.sessions.length, 1);
    assert.deepEqual(
      data.letters.map(({ subject }: { subject: string }) => subject),
      [`Auftragsbestätigung ${mine?.number}`],
    );
    const [firm] = data.customers;
    assert.equal(firm.number, 'D100001');
    assert.deepEqual(
      firm.orders.map(({ number, reference }: Record<string, string>) => [number, reference]),
      [[mine?.number, 'Meine']],
    );
    assert.ok(
      firm.actions.some(
        ({ action, object }: Record<string, string>) => action === 'order.place' && object === mine?.number,
      ),
    );
    const text = JSON.stringify(data);
    assert.ok(!text.includes(theirs?.number ?? '?'));
    assert.ok(!text.includes('admin@d100001.example'));
    assert.ok(!/hash|secret|token/i.test(text), 'nothing that would let somebody in');
  });

  it('say of other firms only when the person did what', async (t) => {
    const database = await testDatabase(t);
    const { app: db, owner } = database;
    const admin = await ctxFor({ db });
    const other = await ctxFor({ db, customer: 'D100002' });
    const personId = admin.actor.kind === 'person' ? admin.actor.personId : 0;
    await owner.sql(
      "insert into membership (customer_id, person_id, is_admin, rights, is_active) values ($1, $2, false, '{}', false)",
      [other.customer.id, personId],
    );
    await owner.sql(
      `insert into audit_entry (at, customer_id, actor_kind, person_id, action, object, after, request_id)
       values (now(), $1, 'person', $2, 'address.add', 'address/99', '{"street":"geheim"}', 'x')`,
      [other.customer.id, personId],
    );
    const data = plain(await exportOwnData(admin));
    const firm = data.customers.find(({ number }: { number: string }) => number === 'D100002');
    assert.equal(firm.isActive, false);
    assert.deepEqual(Object.keys(firm.actions[0]), ['at', 'action']);
    assert.ok(!JSON.stringify(data).includes('geheim'));
  });

  it('leave out no table that names people, unless there is a reason', async (t) => {
    const { owner } = await testDatabase(t);
    const rows = await owner.sql<{ name: string }>(
      `select distinct c.conrelid::regclass::text as name from pg_constraint c
       where c.contype = 'f' and c.confrelid in ('person'::regclass, 'membership'::regclass) order by 1`,
    );
    // A new table belongs into queries.ts here, or into this list with what its rows would add for the person.
    const known = {
      calendar_feed: 'a secret address; that it was made is an action in the log',
      company_change_request: 'exported',
      document_read: 'exported',
      inquiry: 'exported',
      inquiry_message: 'exported',
      standing_pickup: 'exported',
      invitation: 'exported for whoever was invited; inviting is an action in the log',
      mandate: 'exported',
      member_request: 'exported; answering is an action in the log',
      membership: 'exported',
      notice: 'what an order tells already, pointed out to one person for half a year',
      notification_preference: 'exported',
      one_time_password: 'a secret of half an hour',
      order_event: 'cancelling is an action in the log',
      order_template: 'the firm’s; that it was saved is an action in the log',
      passkey: 'exported, by its name',
      recovery_code: 'secrets; that they were made is an action in the log',
      service_order: 'exported',
      session: 'exported',
      totp: 'exported, since when',
      trusted_device: 'exported',
    };
    assert.deepEqual(
      rows.map(({ name }) => name).filter((name) => !Object.hasOwn(known, name)),
      [],
    );
  });

  it('are for people', async (t) => {
    const { app: db } = await testDatabase(t);
    const { customer } = await ctxFor({ db });
    await assertRefused(exportOwnData(carrierCtx({ db, customer })), 'not-signed-in');
  });

  it('are shown and downloaded in both languages, and the download is noted', async (t) => {
    const portal = await testApp({}, t);
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/konto/meine-daten');
    assert.equal(page.status, 200);
    await assertValidHtml(page.html);
    assert.match(page.text, /8 Jahre ab Ende des Jahres/);
    const file = await browser.submit('/konto/meine-daten/herunterladen');
    assert.equal(file.status, 200);
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="meine-daten-2026-11-23\.json"/,
    );
    assert.equal(JSON.parse(file.html).format, 'kundenportal-own-data/1');
    const [entry] = await portal.database.owner.sql<{ object: string }>(
      "select object from audit_entry where action = 'own-data.export'",
    );
    assert.match(entry?.object ?? '', /^person\/\d+$/);

    await browser.get('/konto/meine-daten');
    await portal.database.owner.sql("update person set language = 'en'");
    const english = await browser.get('/konto/meine-daten');
    await assertValidHtml(english.html);
    assert.match(english.text, /8 years from the end of the year/);
    assert.doesNotMatch(english.text, /[Aä]ufträge/);
  });

  it('are for those who are signed in', async (t) => {
    const portal = await testApp({}, t);
    const visitor = portal.client();
    assert.doesNotMatch((await visitor.get('/konto/meine-daten')).text, /Meine Daten/);
    assert.equal((await visitor.post('/konto/meine-daten/herunterladen')).status, 401);
  });
});
