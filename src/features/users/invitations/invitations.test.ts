import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { addPerson, confirmedCtx, lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import type { Ctx } from '../../../platform/context.ts';
import { query } from '../../../platform/db/database.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { renewInvitation, withdrawInvitation } from './change-invitation.ts';
import { INVITE_LIMIT, invitePeople } from './invite-people.ts';

const PASSWORD = 'drei gelbe Postkisten';
const LINK = /\/einladung\/([\w-]+)/;
const NEW = 'neu@d100001.example';

async function stage(t: TestContext) {
  const app = await testApp({}, t);
  const { database, services } = app;
  const ctxOf = (email: string, customer = 'D100001') =>
    confirmedCtx(database, services.jobs, { email, customer, now: app.clock() });
  const admin = await ctxOf('admin@d100001.example');
  const visit = { appKey: services.appKey, clientAddress: '192.0.2.1' };
  const visitor: Ctx = { ...admin, customer: undefined, actor: { kind: 'visitor' }, grants: NONE };
  return { app, database, admin, ctxOf, visit, visitor };
}

const NONE = { isAdmin: false, rights: [] };

const inviting = (changes: object = {}) => ({
  emails: NEW,
  isAdmin: false,
  rights: ['orders.place'],
  language: 'de',
  ...changes,
});

async function invitations({ database }: TestApp) {
  return database.owner.all(query.selectFrom('invitation').selectAll().orderBy('id'));
}

/** The token in the latest letter to this address. */
async function tokenFor(app: TestApp, recipient = NEW): Promise<string> {
  await app.drain();
  const letter = (await app.letters()).findLast((one) => one.recipient === recipient);
  return LINK.exec(letter?.text ?? '')?.[1] ?? assert.fail(`no invitation for ${recipient}`);
}

async function membership({ database }: TestApp, email: string, customer = 'D100001') {
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
}

describe('inviting', () => {
  it('takes one or many addresses, however they are written, and each of them once', async (t) => {
    const { app, database, admin, visit } = await stage(t);
    const emails = 'a@x.example, B@x.example;c@x.example\n\n b@X.example\tA@x.example';
    assert.equal(await invitePeople(admin, visit, inviting({ emails })), 3);
    const rows = await invitations(app);
    assert.deepEqual(
      rows.map(({ email, rights, is_admin, language }) => [email.toLowerCase(), rights, is_admin, language]),
      ['a@x.example', 'b@x.example', 'c@x.example'].map((email) => [email, ['orders.place'], false, 'de']),
    );
    const entry = await lastAudit(database, 'user.invite');
    assert.deepEqual(entry?.after, { isAdmin: false, rights: ['orders.place'], language: 'de' });
    assert.equal(await app.drain(), 3);
    assert.equal((await app.letters()).length, 3);
  });

  it('keeps the link nowhere but in the letter', async (t) => {
    const { app, database, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    for (const table of ['invitation', 'pgboss.job', 'audit_entry']) {
      const rows = await database.owner.sql(`select t::text from ${table} t`);
      assert.doesNotMatch(JSON.stringify(rows), new RegExp(token));
    }
  });

  it('is refused as a whole when one address does not do', async (t) => {
    const { app, database, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting({ emails: 'open@x.example' }));
    const others = async () => JSON.stringify(await invitations(app));
    const before = await others();
    await assertRefused(
      invitePeople(
        admin,
        visit,
        inviting({ emails: 'new@x.example OPEN@x.example Mitarbeit@d100001.example' }),
      ),
      {
        code: 'invalid',
        fields: [
          { field: 'emails.1', problem: 'already-invited' },
          { field: 'emails.2', problem: 'already-member' },
        ],
      },
    );
    await assertRefused(invitePeople(admin, visit, inviting({ emails: 'a@x.example, nonsense' })), {
      code: 'invalid',
      fields: [{ field: 'emails.1', problem: 'not-an-email' }],
    });
    assert.equal(await others(), before);
    await assertUnchanged(database, async () => {
      await assertRefused(invitePeople(admin, visit, inviting({ emails: ' ;, ' })), 'invalid');
      await assertRefused(invitePeople(admin, visit, inviting({ rights: ['everything'] })), 'invalid');
      const many = Array.from({ length: 51 }, (_, at) => `p${at}@x.example`).join('\n');
      await assertRefused(invitePeople(admin, visit, inviting({ emails: many })), 'invalid');
    });
  });

  it('wants the right, a proof of identity, and nothing that the inviter lacks', async (t) => {
    const { database, admin, ctxOf, visit } = await stage(t);
    await addPerson(database, { email: 'host@d100001.example', rights: ['users.invite', 'orders.place'] });
    const host = await ctxOf('host@d100001.example');
    const clerk = await ctxOf('mitarbeit@d100001.example');
    await assertUnchanged(database, async () => {
      await assertRefused(invitePeople(clerk, visit, inviting()), {
        code: 'forbidden',
        right: 'users.invite',
      });
      await assertRefused(
        invitePeople({ ...admin, confirmedAt: undefined }, visit, inviting()),
        'confirmation-required',
      );
      await assertRefused(invitePeople(host, visit, inviting({ isAdmin: true })), 'admin-only');
      await assertRefused(invitePeople(host, visit, inviting({ rights: ['orders.place', 'billing.edit'] })), {
        code: 'forbidden',
        right: 'billing.edit',
      });
    });
    assert.equal(await invitePeople(host, visit, inviting()), 1);
  });

  it('has an end within the hour', async (t) => {
    const { admin, visit } = await stage(t);
    for (let time = 0; time < INVITE_LIMIT.hits; time += 1) {
      await invitePeople(admin, visit, inviting({ emails: `p${time}@x.example` }));
    }
    await assertRefused(invitePeople(admin, visit, inviting()), 'too-many-attempts');
  });

  it('makes one invitation when two colleagues do it at once', async (t) => {
    const { app, database, admin, visit } = await stage(t);
    const { done } = outcomes(
      await allAtOnce(
        database,
        { sql: 'select from customer for update' },
        [1, 2].map(() => () => invitePeople(admin, visit, inviting())),
      ),
    );
    assert.equal(done.length, 1);
    assert.equal((await invitations(app)).length, 1);
  });
});

describe('accepting', () => {
  it('shows the firm first, then takes name and password of somebody new', async (t) => {
    const { app, database, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    const browser = app.client();
    const page = await browser.get(`/einladung/${token}`);
    for (const said of [
      'Kanzlei am Laternenplatz',
      'D100001',
      'Henrike Brandt',
      NEW,
      'Bestellen und buchen',
    ]) {
      assert.match(page.text, new RegExp(said));
    }
    assert.equal(await membership(app, NEW), undefined, 'opening the link changes nothing');
    const done = await browser.submit(`/einladung/${token}`, { name: 'Kim Neu', password: PASSWORD });
    assert.match(done.text, /Kundennummer D100001/);
    assert.deepEqual((await membership(app, NEW))?.rights, ['orders.place']);
    const entry = await lastAudit(database, 'user.join');
    assert.equal(entry?.person_id, (await membership(app, NEW))?.person_id);
    assert.match((await app.client().signIn('D100001', NEW, PASSWORD)).text, /Guten Tag, Kim Neu/);
    assert.equal((await app.client().get(`/einladung/${token}`)).status, 410);
  });

  it('says what is wrong and uses nothing up', async (t) => {
    const { app, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    const browser = app.client();
    await browser.get(`/einladung/${token}`);
    const page = await browser.submit(`/einladung/${token}`, { name: ' ', password: 'short' });
    assert.equal(page.status, 422);
    assert.match(page.text, /Bitte ausfüllen/);
    assert.match(page.text, /Mindestens 10 Zeichen/);
    const easy = await browser.submit(`/einladung/${token}`, { name: 'Kim', password: 'passwort1234' });
    assert.match(easy.text, /zu leicht zu erraten/);
    assert.equal(
      (await browser.submit(`/einladung/${token}`, { name: 'Kim', password: PASSWORD })).status,
      200,
    );
  });

  it('asks whoever has an account for its password, and keeps it', async (t) => {
    const { app, admin, visit, database } = await stage(t);
    const email = 'admin@d100002.example';
    await invitePeople(admin, visit, inviting({ emails: email }));
    const token = await tokenFor(app, email);
    const people = () => database.owner.all(query.selectFrom('person').selectAll().orderBy('id'));
    const before = await people();
    const browser = app.client();
    await browser.get(`/einladung/${token}`);
    const wrong = await browser.submit(`/einladung/${token}`, { password: PASSWORD, name: 'Somebody else' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Das Passwort stimmt nicht/);
    assert.equal(await membership(app, email), undefined);
    assert.equal(
      (await browser.submit(`/einladung/${token}`, { password: 'Spreebrief-Demo-2026' })).status,
      200,
    );
    assert.notEqual(await membership(app, email), undefined);
    assert.deepEqual(await people(), before);
  });

  it('takes one click of whoever is signed in to that account, but not of somebody else', async (t) => {
    const { app, admin, visit } = await stage(t);
    const email = 'admin@d100002.example';
    await invitePeople(admin, visit, inviting({ emails: email }));
    const token = await tokenFor(app, email);
    const other = app.client();
    await other.signIn('D100003', 'admin@d100003.example');
    await other.get(`/einladung/${token}`);
    assert.equal((await other.submit(`/einladung/${token}`)).status, 422);
    const self = app.client();
    await self.signIn('D100002', email);
    assert.match((await self.get(`/einladung/${token}`)).text, /Ein Klick genügt/);
    assert.equal((await self.submit(`/einladung/${token}`)).status, 200);
    assert.notEqual(await membership(app, email), undefined);
  });

  it('never lets somebody new take over an account that came up meanwhile', async (t) => {
    const { app, admin, visit, visitor, database } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    const [row] = await database.owner.sql<{ outcome: string }>(
      `with account as (
         insert into person (email, name, language, password_hash, created_at)
         values ($1, 'Somebody', 'de', 'x', now()) returning id)
       select 'made' as outcome from account`,
      [NEW.toUpperCase()],
    );
    assert.equal(row?.outcome, 'made');
    await assertRefused(
      acceptInvitation(visitor, visit, token, { name: 'Kim', password: PASSWORD }),
      'invalid',
    );
    // and if it comes up between the look and the leap, the database says so and uses nothing up
    const outcome = await database.app.transaction(admin.customer.id, (tx) =>
      tx.sql<{ outcome: string }>(
        `select outcome from accept_invitation(sha256($1::bytea), null, 'Kim', 'hash', $2)`,
        [token, app.clock()],
      ),
    );
    assert.equal(outcome[0]?.outcome, 'account-exists');
    assert.equal((await invitations(app))[0]?.accepted_at, null);
  });

  it('works once when the same link is used twice at once', async (t) => {
    const { app, admin, visit, visitor, database } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    const { done } = outcomes(
      await allAtOnce(
        database,
        { sql: 'select from invitation for update' },
        [1, 2].map(() => () => acceptInvitation(visitor, visit, token, { name: 'Kim', password: PASSWORD })),
      ),
    );
    assert.equal(done.length, 1);
  });

  it('is over after seven days, and to the second', async (t) => {
    const { app, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    app.clock.advance({ hours: 7 * 24 - 1, minutes: 59, seconds: 59 });
    assert.equal((await app.client().get(`/einladung/${token}`)).status, 200);
    app.clock.advance({ seconds: 1 });
    assert.equal((await app.client().get(`/einladung/${token}`)).status, 410);
    assert.equal((await app.client().get('/einladung/short')).status, 410);
  });

  it('of an administrator makes one', async (t) => {
    const { app, admin, visit, visitor } = await stage(t);
    await invitePeople(admin, visit, inviting({ isAdmin: true }));
    await acceptInvitation(visitor, visit, await tokenFor(app), { name: 'Kim', password: PASSWORD });
    const row = await membership(app, NEW);
    assert.deepEqual([row?.is_admin, row?.rights, row?.is_main_contact], [true, [], false]);
  });

  it('is guessed at no more than some times', async (t) => {
    const { app, admin, visit, visitor } = await stage(t);
    await invitePeople(admin, visit, inviting({ emails: 'admin@d100002.example' }));
    const token = await tokenFor(app, 'admin@d100002.example');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const from = { ...visit, clientAddress: `192.0.2.${attempt}` };
      await assertRefused(acceptInvitation(visitor, from, token, { password: `${attempt}` }), 'invalid');
    }
    await assertRefused(
      acceptInvitation(visitor, { ...visit, clientAddress: '192.0.2.99' }, token, {
        password: 'Spreebrief-Demo-2026',
      }),
      'too-many-attempts',
    );
  });
});

describe('an open invitation', () => {
  it('is renewed with a new link, and the one before ends', async (t) => {
    const { app, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const first = await tokenFor(app);
    const [row] = await invitations(app);
    app.clock.advance({ hours: 8 * 24 });
    await renewInvitation({ ...admin, now: app.clock() }, visit, { invitationId: row?.id ?? 0 });
    const second = await tokenFor(app);
    assert.notEqual(second, first);
    assert.equal((await app.client().get(`/einladung/${first}`)).status, 410);
    assert.equal((await app.client().get(`/einladung/${second}`)).status, 200);
  });

  it('that has run out does not stand in the way of a new one', async (t) => {
    const { app, admin, visit } = await stage(t);
    await invitePeople(admin, visit, inviting());
    app.clock.advance({ hours: 7 * 24 });
    assert.equal(
      await invitePeople({ ...admin, now: app.clock(), confirmedAt: app.clock() }, visit, inviting()),
      1,
    );
  });

  it('is withdrawn at once', async (t) => {
    const { app, admin, visit, visitor } = await stage(t);
    await invitePeople(admin, visit, inviting());
    const token = await tokenFor(app);
    const invitationId = (await invitations(app))[0]?.id ?? 0;
    await withdrawInvitation(admin, { invitationId });
    await assertRefused(
      acceptInvitation(visitor, visit, token, { name: 'K', password: PASSWORD }),
      'link-expired',
    );
    await assertRefused(withdrawInvitation(admin, { invitationId }), 'not-found');
  });

  it('is touched only with the right, by the own firm, and by whoever could have sent it', async (t) => {
    const { app, database, admin, ctxOf, visit } = await stage(t);
    await invitePeople(admin, visit, inviting({ rights: ['billing.edit'] }));
    await app.drain();
    const input = { invitationId: (await invitations(app))[0]?.id ?? 0 };
    await addPerson(database, { email: 'host@d100001.example', rights: ['users.invite'] });
    const host = await ctxOf('host@d100001.example');
    const clerk = await ctxOf('mitarbeit@d100001.example');
    const stranger = await ctxOf('admin@d100002.example', 'D100002');
    const verbs = [
      (ctx: typeof admin) => renewInvitation(ctx, visit, input),
      (ctx: typeof admin) => withdrawInvitation(ctx, input),
    ];
    const before = JSON.stringify(await invitations(app));
    for (const verb of verbs) {
      await assertRefused(verb(clerk), { code: 'forbidden', right: 'users.invite' });
      await assertRefused(verb(stranger), 'not-found');
      await assertRefused(verb(host), { code: 'forbidden', right: 'billing.edit' });
    }
    assert.equal(JSON.stringify(await invitations(app)), before);
  });
});
