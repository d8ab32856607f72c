import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { addPerson, lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { requestCompanyChange } from '../master-data/company/request-company-change.ts';
import { bookPickup } from '../pickups/index.ts';
import { noteCustomer } from './firm/note-customer.ts';
import { showFirm, showFirmHistory } from './firm/show-firm.ts';
import { answerJoin, answerMember, answerProposal, answerRegistration } from './requests/answer.ts';
import { openRequests } from './requests/open.ts';
import { findFirms } from './search/search-firms.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const { owner } = database;
const clerkOf = (roles: Parameters<typeof clerkCtx>[1]['roles'], name?: string) =>
  clerkCtx(database, { jobs: services.jobs, now: clock(), roles, ...(name ? { name } : {}) });
const clerk = await clerkOf(['care'], 'Carla Clerk');
const second = await clerkOf(['care'], 'Otto Other');
const wrongClerk = await clerkOf(['dispatch', 'billing', 'catalogue']);
const admin = await ctxFor({ db: services.db, jobs: services.jobs });

const [order] = await bookPickup(admin, pickupInput(await idsOf(database), { reference: 'PO-Quaste/77' }));

const found = async (typed: string) => (await findFirms(clerk, typed)).rows.map(({ number }) => number);

describe('searching', () => {
  it('finds a firm by everything that people remember of it', async () => {
    await owner.sql(
      `insert into contact_person (customer_id, name, role, phone, email)
       select id, 'Adele Buchhalter', '', '', 'adele@kanzlei.example' from customer where number = 'D100001'`,
    );
    for (const typed of [
      'D100001',
      'd 100001',
      'laternenplatz',
      'KANZLEI Laternen',
      'Amselstieg 21',
      '10719',
      'Henrike Brandt',
      'mitarbeit@d100001',
      'Buchhalter',
      'adele@kanzlei.example',
      order?.number ?? '',
      order?.number.replace('A-', 'a-').replace('-0000', '-') ?? '',
      'po-quaste',
    ]) {
      assert.deepEqual(await found(typed), ['D100001'], typed);
    }
    assert.deepEqual(await found('office@d100004.example'), ['D100004'], 'from the books of the carrier');
    assert.deepEqual((await found('D1000')).length, 4);
    assert.deepEqual((await found('berlin')).length >= 3, true);
    assert.deepEqual(await found('berlin laternenplatz'), ['D100001']);
  });

  it('finds nothing for what is nowhere, and never breaks', async () => {
    for (const typed of [
      'Quastenflosser',
      '%%',
      '__',
      "'; drop table customer; --",
      '\\\\',
      'A-2026-999999',
      'K-2026-999999',
      'D999999999',
    ]) {
      assert.deepEqual(await found(typed), [], typed);
    }
    assert.equal((await found('x'.repeat(5000))).length, 0);
    assert.equal((await found('\u0000')).length, 4, 'nothing is left of it');
  });

  it('pages by name, nothing twice and nothing missing', async () => {
    await owner.sql(
      `insert into customer (number, name, created_at)
       select 'D7' || lpad(n::text, 5, '0'), 'Serie ' || n / 3, now() from generate_series(1, 130) n`,
    );
    const seen: string[] = [];
    let after: string | undefined = '';
    while (after !== undefined) {
      const page: Awaited<ReturnType<typeof findFirms>> = await findFirms(clerk, 'serie', after);
      seen.push(...page.rows.map(({ number }) => number));
      after = page.after;
    }
    assert.equal(seen.length, 130);
    assert.equal(new Set(seen).size, 130);
    await owner.sql("delete from customer where number like 'D7%'");
  });

  it('is for care alone', async () => {
    await assertRefused(findFirms(wrongClerk, 'x'), { code: 'staff-role-required', role: 'care' });
    await assertRefused(findFirms(admin, 'x'), 'not-found');
    await assertRefused(showFirm(wrongClerk, 'D100001'), 'staff-role-required');
    await assertRefused(showFirm(admin, 'D100001'), 'not-found');
    for (const number of ['D999999', 'x', '', "D1'"])
      await assertRefused(showFirm(clerk, number), 'not-found');
  });
});

describe('a firm', () => {
  it('is shown with everything, its account number in four characters', async () => {
    const shown = await showFirm(clerk, 'D100001');
    assert.ok(shown.members.length >= 2);
    assert.ok(shown.addresses.length >= 2 && shown.orders.length >= 1 && shown.isRegistered);
    const client = await clerkAt(portal, 'care');
    for (const number of ['D100001', 'D100004']) {
      const page = await client.get(`/desk/kunden/${number}`);
      assert.equal(page.status, 200);
      await assertValidHtml(page.html);
    }
    await assertValidHtml((await client.get('/desk/kunden')).html);
    await assertValidHtml((await client.get('/desk/kunden/D100001/verlauf')).html);
  });

  it('gets notes that it never sees, neither on pages nor in its data', async () => {
    await noteCustomer(clerk, 'D100001', { note: 'Ruft gern an' });
    assert.deepEqual(
      (await showFirm(clerk, 'D100001')).notes.map(({ author, body }) => [author, body]),
      [['Carla Clerk', 'Ruft gern an']],
    );
    await assert.rejects(
      services.db.transaction(admin.customer.id, (tx) => tx.sql('select * from customer_note')),
      { code: '42501' },
    );
    assert.equal((await lastAudit(database, 'customer.note'))?.customer_id, null);
    await assertUnchanged(database, async () => {
      for (const note of ['', ' ', 'x'.repeat(2001), undefined]) {
        await assertRefused(noteCustomer(clerk, 'D100001', { note }), 'invalid');
      }
      await assertRefused(noteCustomer(wrongClerk, 'D100001', { note: 'x' }), 'staff-role-required');
      await assertRefused(noteCustomer(clerk, 'D999999', { note: 'x' }), 'not-found');
    });
  });

  it('has its VAT id and country for invoices noted, and a wrong one is said at its field', async () => {
    const client = await clerkAt(portal, 'care');
    await client.get('/desk/kunden/D100003');
    const wrong = await client.submit(/rechnungsangaben$/, { vatId: 'DE136695977', country: 'AT' });
    assert.equal(wrong.status, 422);
    assert.ok(wrong.text.includes('Die letzte Ziffer passt nicht'), wrong.text);
    assert.match(wrong.html, /value="DE136695977"/);
    assert.match(wrong.html, /<option value="AT" selected/);
    await assertValidHtml(wrong.html);
    const done = await client.submit(/rechnungsangaben$/, { vatId: 'DE136695976' });
    assert.ok(done.text.includes('Die Angaben sind gespeichert.'), done.text);
    assert.match(done.html, /value="DE136695976"/);
    const entry = await lastAudit(database, 'invoice-settings.change');
    assert.deepEqual(entry?.after, { vatId: 'DE136695976', country: 'AT' });
    assert.match((await client.get('/desk/kunden/D100003/verlauf')).text, /USt-IdNr\.: (– → )?DE136695976/);
  });

  it('without users gets an activation code that is shown once', async () => {
    const client = await clerkAt(portal, 'care');
    await client.get('/desk/kunden/D100004');
    const page = await client.submit(/\/code$/);
    assert.match(page.text, /Der neue Aktivierungscode [2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4})+/);
    await assertValidHtml(page.html);
    assert.doesNotMatch((await client.get('/desk/kunden/D100004')).text, /Der neue Aktivierungscode/);
    assert.equal((await client.post('/desk/kunden/D100001/code')).status, 409);
    assert.equal((await lastAudit(database, 'activation-code.issue'))?.actor_name, 'Carla Clerk');
  });

  it('has a history with names', async () => {
    const { rows } = await showFirmHistory(clerk, 'D100001');
    assert.ok(
      rows.some(({ action, personName }) => action === 'order.place' && personName === 'Henrike Brandt'),
    );
  });
});

describe('what waits for an answer', () => {
  async function registration(state: 'waiting' | 'join', number = 'D100004'): Promise<number> {
    const [row] = await owner.sql<{ id: number }>(
      `insert into registration_request (customer_number, customer_id, email, name, language, password_hash, state, created_at)
       values ($1, (select id from customer where number = $1), $2, 'Rita Register', 'de', 'x', $3, now()) returning id`,
      [number, `${randomUUID()}@example.org`, state],
    );
    return row?.id ?? 0;
  }
  const stateOf = async (id: number) =>
    (await owner.sql<{ state: string }>('select state from registration_request where id = $1', [id]))[0]
      ?.state;

  it('registrations: accepted or declined, once, with a letter and an entry', async () => {
    const yes = await registration('waiting');
    const no = await registration('waiting', 'D999999');
    const waiting = (await openRequests(clerk)).registrations.map(({ id }) => id);
    assert.ok(waiting.includes(yes) && waiting.includes(no));
    await answerRegistration(clerk, { id: yes, answer: 'yes' });
    await answerRegistration(clerk, { id: `${no}`, answer: 'no' });
    assert.deepEqual([await stateOf(yes), await stateOf(no)], ['confirming', 'declined']);
    await assertRefused(answerRegistration(second, { id: yes, answer: 'no' }), 'not-found');
    assert.equal((await lastAudit(database, 'registration.approve'))?.actor_name, 'Carla Clerk');
    await portal.drain();
  });

  it('joins: with the rights that were ticked, for the firm that is named and no other', async () => {
    const id = await registration('join', 'D100002');
    await assertRefused(answerJoin(clerk, { id, number: 'D100001', answer: 'yes' }), 'not-found');
    await answerJoin(clerk, { id, number: 'D100002', answer: 'yes', rights: ['orders.place'] });
    assert.equal(await stateOf(id), 'confirming');
    const [row] = await owner.sql('select rights from registration_request where id = $1', [id]);
    assert.deepEqual(row, { rights: ['orders.place'] });
    await assertRefused(answerJoin(second, { id, number: 'D100002', answer: 'no' }), 'not-found');
  });

  it('rights and deletions of members', async () => {
    const personId = await addPerson(database, { email: 'wants@d100001.example', rights: [] });
    const [request] = await owner.sql<{ id: number }>(
      `insert into member_request (customer_id, person_id, kind, right_name, created_at)
       values ($1, $2, 'right', 'orders.cancel', now()) returning id`,
      [admin.customer.id, personId],
    );
    const id = request?.id;
    await answerMember(clerk, { id, number: 'D100001', answer: 'yes' });
    const [member] = await owner.sql('select rights from membership where person_id = $1', [personId]);
    assert.deepEqual(member, { rights: ['orders.cancel'] });
    await assertRefused(answerMember(second, { id, number: 'D100001', answer: 'no' }), 'stale');
    assert.equal((await lastAudit(database, 'user.grant-request'))?.actor_name, 'Carla Clerk');
  });

  it('names: on the page, and a declined one needs a reason', async () => {
    await requestCompanyChange(admin, { newName: 'Kanzlei Neu', validFrom: '2027-01-01', reason: 'Fusion' });
    const client = await clerkAt(portal, 'care');
    const page = await client.get('/desk/kunden/antraege');
    assert.match(page.text, /Kanzlei Neu.*Fusion/);
    await assertValidHtml(page.html);
    const refused = await client.submit(/antraege\/name$/, { answer: 'no' });
    assert.equal(refused.status, 422);
    const done = await client.submit(/antraege\/name$/, { answer: 'yes' });
    assert.match(done.text, /Erledigt/);
    assert.equal((await showFirm(clerk, 'D100001')).customer.name, 'Kanzlei Neu');
    await portal.drain();
  });

  it('a new main contact: proposed by one clerk, agreed to by another account', async () => {
    const proposer = await clerkAt(portal, 'care');
    await proposer.get('/desk/kunden/D100002');
    const proposed = await proposer.submit(/hauptkontakt$/, {
      email: 'neu@d100002.example',
      reason: 'Brief mit Briefkopf',
    });
    assert.match(proposed.text, /wartet auf eine zweite Person/);
    const page = await proposer.get('/desk/kunden/antraege');
    assert.match(page.text, /Von Ihnen vorgeschlagen/);
    const [{ id = 0 } = {}] = await owner.sql<{ id: number }>(
      'select id from main_contact_proposal where agreed_at is null and withdrawn_at is null',
    );
    const own = await proposer.post('/desk/kunden/antraege/hauptkontakt', { id, answer: 'yes' });
    assert.equal(own.status, 409);
    assert.match(own.text, /Von Ihnen vorgeschlagen/);
    await answerProposal(second, { id, answer: 'yes' });
    await assertRefused(answerProposal(clerk, { id, answer: 'yes' }), 'not-found');
    const [invited] = await owner.sql('select is_admin, is_main_contact from invitation where email = $1', [
      'neu@d100002.example',
    ]);
    assert.deepEqual(invited, { is_admin: true, is_main_contact: true });
    await portal.drain();
    assert.ok((await portal.letters()).some(({ recipient }) => recipient === 'neu@d100002.example'));
  });

  it('is answered by care alone, and by nobody with nonsense', async () => {
    const id = await registration('waiting');
    const verbs = [answerRegistration, answerJoin, answerMember, answerProposal];
    await assertUnchanged(database, async () => {
      for (const verb of verbs) {
        const good = { id, number: 'D100004', answer: 'yes' };
        await assertRefused(verb(wrongClerk, good), 'staff-role-required');
        await assertRefused(verb(admin, good), 'not-found');
        for (const wrong of [{}, { ...good, id: 'x' }, { ...good, id: -1 }, { ...good, answer: 'maybe' }]) {
          await assertRefused(verb(clerk, wrong), 'invalid');
        }
        await assertRefused(verb(clerk, { ...good, id: 999_999_999 }), 'not-found');
      }
    });
  });
});
