import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import type { Page } from '../../../test/support/client.ts';
import { carrierCtx } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { addPerson, confirmedCtx, lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import type { Ctx } from '../../platform/context.ts';
import { query, violatedConstraint } from '../../platform/db/database.ts';
import { confirmRegistration } from './confirm-registration.ts';
import {
  acceptJoinRequest,
  approveRegistration,
  declineJoinRequest,
  declineRegistration,
  issueActivationCode,
  listRegistrations,
} from './index.ts';

const CONTACT = 'office@d100004.example';
const PASSWORD = 'zwei grüne Gießkannen';
const LINK = /\/registrieren\/bestaetigen\/[\w-]+/;

const typed = (changes: Record<string, string> = {}) => ({
  customerNumber: ' d 100 004',
  name: 'Mara Moos',
  email: 'mara@moosgrund.example',
  password: PASSWORD,
  activationCode: '',
  ...changes,
});

async function stage(t: TestContext) {
  const app = await testApp({}, t);
  const { database, services } = app;
  const desk = (name = 'Ida Amt'): Ctx => ({
    ...carrierCtx({ db: database.owner, now: app.clock(), jobs: services.jobs }),
    actor: { kind: 'carrier', name },
  });
  const firm = await customer(app, 'D100004');
  return { app, database, desk, firm };
}

async function customer({ database }: TestApp, number: string) {
  const [row] = await database.owner.all(
    query.selectFrom('customer').select(['id', 'number', 'name']).where('number', '=', number),
  );
  if (!row) throw new Error(`There is no ${number}`);
  return row;
}

/** Sends the form and lets everything happen that it causes. */
async function register(app: TestApp, changes: Record<string, string> = {}): Promise<Page> {
  const browser = app.client();
  await browser.get('/registrieren');
  const page = await browser.submit('/registrieren', typed(changes));
  await app.drain();
  return page;
}

async function lettersTo(app: TestApp, recipient: string) {
  return (await app.letters()).filter((letter) => letter.recipient === recipient);
}

/** Opens the link of the latest letter to this address and confirms with the password. */
async function confirm(app: TestApp, recipient: string, password = PASSWORD): Promise<Page> {
  const link = LINK.exec((await lettersTo(app, recipient)).at(-1)?.text ?? '')?.[0];
  assert.ok(link, `no link for ${recipient}`);
  const browser = app.client();
  await browser.get(link);
  const page = await browser.submit(link, { password });
  await app.drain();
  return page;
}

async function members({ database }: TestApp, number = 'D100004') {
  return database.owner.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .select(['p.email', 'p.name', 'm.is_admin', 'm.is_main_contact', 'm.rights'])
      .where('c.number', '=', number)
      .orderBy('p.id'),
  );
}

describe('registering', () => {
  it('with the e-mail on file makes the person administrator and main contact, after a click in the letter', async (t) => {
    const { app, database } = await stage(t);
    assert.equal(
      (await register(app, { email: 'Office@D100004.example' })).address,
      '/registrieren/eingegangen',
    );
    assert.deepEqual(await members(app), []);
    assert.equal((await confirm(app, 'Office@D100004.example')).address, '/registrieren/fertig');
    assert.deepEqual(await members(app), [
      {
        email: 'Office@D100004.example',
        name: 'Mara Moos',
        is_admin: true,
        is_main_contact: true,
        rights: [],
      },
    ]);
    const entry = await lastAudit(database, 'registration.complete');
    assert.equal(entry?.actor_kind, 'person');
    assert.deepEqual({ ...entry?.after, user: 0 }, { user: 0, via: 'contact', isAdmin: true, rights: [] });
    const [left] = await database.owner.all(query.selectFrom('registration_request').selectAll());
    assert.deepEqual([left?.state, left?.password_hash, left?.token_hash], ['completed', null, null]);
    const home = await app.client().signIn('D100004', CONTACT, PASSWORD);
    assert.match(home.text, /Guten Tag, Mara Moos/);
  });

  it('with an activation code does so for any address, in small letters and without hyphens too', async (t) => {
    const { app, desk, firm, database } = await stage(t);
    const { code } = await issueActivationCode({ ...desk(), customer: firm });
    const [stored] = await database.owner.all(query.selectFrom('activation_code').selectAll());
    assert.ok(!stored?.code_hash.includes(code));
    await register(app, { activationCode: code.toLowerCase().replaceAll('-', ' ') });
    await confirm(app, 'mara@moosgrund.example');
    assert.equal((await members(app))[0]?.email, 'mara@moosgrund.example');
    const [used] = await database.owner.all(query.selectFrom('activation_code').select('used_at'));
    assert.notEqual(used?.used_at, null);
  });

  it('with a code that was replaced, is another firm’s or has run out waits for the desk', async (t) => {
    const { app, desk, firm } = await stage(t);
    const old = await issueActivationCode({ ...desk(), customer: firm });
    const fresh = await issueActivationCode({ ...desk(), customer: firm });
    await register(app, { activationCode: old.code });
    app.clock.advance({ hours: 24 * 90, seconds: 1 });
    await register(app, { activationCode: fresh.code, email: 'late@moosgrund.example' });
    assert.deepEqual(
      (await listRegistrations(desk())).map(({ email }) => email),
      ['mara@moosgrund.example', 'late@moosgrund.example'],
    );
  });

  it('asks for the password that was chosen, so that nobody else’s registration can be confirmed by mistake', async (t) => {
    const { app } = await stage(t);
    await register(app, { email: CONTACT });
    const page = await confirm(app, CONTACT, 'something that I would choose');
    assert.equal(page.status, 422);
    assert.match(page.text, /Das Passwort stimmt nicht/);
    assert.deepEqual(await members(app), []);
    assert.equal((await confirm(app, CONTACT)).address, '/registrieren/fertig');
  });

  it('confirms once, within 24 hours, with the newest link', async (t) => {
    const { app } = await stage(t);
    await register(app, { email: CONTACT });
    const [letter] = await lettersTo(app, CONTACT);
    const link = LINK.exec(letter?.text ?? '')?.[0] ?? '';
    app.clock.advance({ hours: 24 });
    assert.equal((await app.client().get(link)).status, 410);
    await register(app, { email: CONTACT });
    await confirm(app, CONTACT);
    const used = LINK.exec((await lettersTo(app, CONTACT)).at(-2)?.text ?? '')?.[0] ?? '';
    assert.equal((await app.client().get(used)).status, 410);
    assert.equal((await app.client().get('/registrieren/bestaetigen/nonsense')).status, 410);
  });

  it('keeps the password of whoever has an access elsewhere', async (t) => {
    const { app, database, desk } = await stage(t);
    await register(app, { email: 'admin@d100001.example' });
    const [waiting] = await listRegistrations(desk());
    await approveRegistration(desk(), { requestId: waiting?.id ?? 0 });
    await app.drain();
    assert.equal((await confirm(app, 'admin@d100001.example', PASSWORD)).status, 422);
    const before = await database.owner.all(query.selectFrom('person').selectAll().orderBy('id'));
    await confirm(app, 'admin@d100001.example', 'Spreebrief-Demo-2026');
    assert.deepEqual(await database.owner.all(query.selectFrom('person').selectAll().orderBy('id')), before);
    assert.equal((await members(app))[0]?.email, 'admin@d100001.example');
  });
});

describe('somebody outside', () => {
  const cases: Record<string, { customerNumber: string; email: string }> = {
    'an unknown number': { customerNumber: 'D999999', email: 'who@example.org' },
    'a number that waits for the desk': { customerNumber: 'D100004', email: 'who@example.org' },
    'a number that is registered': { customerNumber: 'D100001', email: 'who@example.org' },
  };

  it('gets the same page and the same letter, whatever the number', async (t) => {
    const { app } = await stage(t);
    const seen = new Set<string>();
    for (const [index, { customerNumber, email }] of Object.values(cases).entries()) {
      const page = await register(app, { customerNumber, email: `${index}${email}` });
      const letters = await lettersTo(app, `${index}${email}`);
      assert.equal(letters.length, 1);
      const neutral = (text: string) =>
        text.replaceAll(customerNumber, 'NUMBER').replaceAll(/"\d?[\w-]{43}"/g, '');
      seen.add(
        `${page.status} ${page.address} ${page.text} ${letters[0]?.subject} ${neutral(letters[0]?.text ?? '')}`,
      );
    }
    assert.equal(seen.size, 1);
  });

  it('costs the same statements, whatever the number', async (t) => {
    const { app, database } = await stage(t);
    const rows = async () => (await database.owner.sql('select from registration_request')).length;
    for (const { customerNumber } of Object.values(cases)) {
      const before = await rows();
      const browser = app.client();
      await browser.get('/registrieren');
      await browser.submit(
        '/registrieren',
        typed({ customerNumber, email: `${customerNumber}@example.org` }),
      );
      assert.equal(await rows(), before + 1);
    }
  });

  it('is not told when there were too many attempts: nothing more is written', async (t) => {
    const { app, database } = await stage(t);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      assert.equal((await register(app)).address, '/registrieren/eingegangen');
    }
    assert.equal((await lettersTo(app, 'mara@moosgrund.example')).length, 3);
    // whoever asks again is one request, not three
    assert.equal((await database.owner.sql('select from registration_request')).length, 1);
  });
});

describe('a registered number', () => {
  it('turns further registrations into a question to the administrators', async (t) => {
    const { app, database } = await stage(t);
    await register(app, { customerNumber: 'D100001', email: 'neu@kanzlei.example' });
    const asked = (await app.letters()).filter(({ subject }) =>
      /möchte für Ihre Firma handeln/.test(subject),
    );
    assert.deepEqual(
      asked.map(({ recipient }) => recipient),
      ['admin@d100001.example'],
    );
    const admin = await confirmedCtx(database, app.services.jobs, { email: 'admin@d100001.example' });
    const requestId = Number(/beitritt\/(\d+)/.exec(asked[0]?.text ?? '')?.[1]);
    await acceptJoinRequest(admin, { requestId, rights: ['orders.place'] });
    await app.drain();
    await confirm(app, 'neu@kanzlei.example');
    assert.deepEqual((await members(app, 'D100001')).at(-1), {
      email: 'neu@kanzlei.example',
      name: 'Mara Moos',
      is_admin: false,
      is_main_contact: false,
      rights: ['orders.place'],
    });
  });

  it('asks its first administrator about those who still waited for the desk', async (t) => {
    const { app, desk } = await stage(t);
    await register(app);
    await register(app, { email: CONTACT });
    await confirm(app, CONTACT);
    assert.deepEqual(await listRegistrations(desk()), []);
    assert.match((await lettersTo(app, CONTACT)).at(-1)?.subject ?? '', /möchte für Ihre Firma handeln/);
  });

  it('reminds a member of their access and asks nobody', async (t) => {
    const { app } = await stage(t);
    await register(app, { customerNumber: 'D100001', email: 'Mitarbeit@D100001.example' });
    assert.deepEqual(
      (await app.letters()).map(({ recipient, subject }) => [recipient, subject]),
      [['Mitarbeit@D100001.example', 'Sie haben schon einen Zugang']],
    );
  });

  it('is registered once, also when two confirm at the same moment', async (t) => {
    const { app, database, desk, firm } = await stage(t);
    const { code } = await issueActivationCode({ ...desk(), customer: firm });
    await register(app, { email: CONTACT });
    await register(app, { activationCode: code });
    const tokens = await Promise.all(
      [CONTACT, 'mara@moosgrund.example'].map(
        async (email) =>
          LINK.exec((await lettersTo(app, email)).at(-1)?.text ?? '')?.[0]
            ?.split('/')
            .at(-1) ?? '',
      ),
    );
    const visitor: Ctx = { ...desk(), db: database.app, actor: { kind: 'visitor' } };
    const visit = { appKey: app.services.appKey, clientAddress: '192.0.2.1' };
    const { done } = outcomes(
      await allAtOnce(
        database,
        { sql: 'select from customer where id = $1 for update', values: [firm.id] },
        tokens.map((token) => () => confirmRegistration(visitor, visit, token, { password: PASSWORD })),
      ),
    );
    assert.deepEqual(done.toSorted(), ['completed', 'taken']);
    assert.equal((await members(app)).length, 1);
    await app.drain();
    assert.ok((await app.letters()).some(({ subject }) => subject === 'Ihre Firma ist schon registriert'));
    assert.ok((await app.letters()).some(({ subject }) => /möchte für Ihre Firma handeln/.test(subject)));
  });

  it('is registered once, says the database', async (t) => {
    const { database, firm } = await stage(t);
    const insert = () =>
      database.owner.sql(
        `insert into registration_request
           (customer_number, customer_id, email, name, language, state, via, created_at)
         values ('D100004', $1, 'a@b.example', 'A', 'de', 'completed', 'desk', now())`,
        [firm.id],
      );
    await insert();
    await assert.rejects(insert(), (error) => violatedConstraint(error) === 'one_registration');
  });
});

describe('answering somebody who wants to join', () => {
  it('wants the right, a proof of identity, rights that one has, and the own firm', async (t) => {
    const { app, database } = await stage(t);
    await register(app, { customerNumber: 'D100001', email: 'neu@kanzlei.example' });
    const [row] = await database.owner.sql<{ id: number }>('select id from registration_request');
    const requestId = row?.id ?? 0;
    const { jobs } = app.services;
    await addPerson(database, { email: 'host@d100001.example', rights: ['users.invite', 'orders.place'] });
    const host = await confirmedCtx(database, jobs, { email: 'host@d100001.example' });
    const clerk = await confirmedCtx(database, jobs, { email: 'mitarbeit@d100001.example' });
    const stranger = await confirmedCtx(database, jobs, {
      email: 'admin@d100002.example',
      customer: 'D100002',
    });
    await assertUnchanged(database, async () => {
      for (const verb of [acceptJoinRequest, declineJoinRequest]) {
        const input = { requestId, rights: [] };
        await assertRefused(verb(clerk, input), { code: 'forbidden', right: 'users.invite' });
        await assertRefused(verb({ ...host, confirmedAt: undefined }, input), 'confirmation-required');
        await assertRefused(verb(stranger, input), 'not-found');
        await assertRefused(verb(host, { requestId: 4711, rights: [] }), 'not-found');
      }
      await assertRefused(acceptJoinRequest(host, { requestId, rights: ['billing.edit'] }), {
        code: 'forbidden',
        right: 'billing.edit',
      });
    });
    await declineJoinRequest(host, { requestId });
    await assertRefused(acceptJoinRequest(host, { requestId, rights: [] }), 'not-found');
    await app.drain();
    assert.equal((await lettersTo(app, 'neu@kanzlei.example')).at(-1)?.subject, 'Ihre Registrierung');
  });
});

describe('the desk', () => {
  it('approves what it has made sure of, declines the rest, and is the only one to see it', async (t) => {
    const { app, database, desk } = await stage(t);
    await register(app);
    await register(app, { customerNumber: 'D424242', email: 'typo@example.org' });
    const [known, unknown] = await listRegistrations(desk());
    assert.deepEqual([known?.customerName, unknown?.customerName], ['Gärtnerei Moosgrund GmbH', null]);
    const admin = await confirmedCtx(database, app.services.jobs, { email: 'admin@d100001.example' });
    await assertUnchanged(database, async () => {
      await assertRefused(listRegistrations(admin), 'not-found');
      await assertRefused(approveRegistration(admin, { requestId: known?.id ?? 0 }), 'not-found');
      await assertRefused(declineRegistration(admin, { requestId: known?.id ?? 0 }), 'not-found');
      await assertRefused(approveRegistration(desk(), { requestId: unknown?.id ?? 0 }), 'not-found');
      await assertRefused(approveRegistration(desk(), { requestId: 4711 }), 'not-found');
    });
    await approveRegistration(desk(), { requestId: known?.id ?? 0 });
    await declineRegistration(desk(), { requestId: unknown?.id ?? 0 });
    assert.deepEqual((await lastAudit(database, 'registration.approve'))?.after, { clerk: 'Ida Amt' });
    await app.drain();
    assert.equal((await lettersTo(app, 'typo@example.org')).at(-1)?.subject, 'Ihre Registrierung');
    await confirm(app, 'mara@moosgrund.example');
    assert.equal((await members(app)).length, 1);
    assert.deepEqual(await listRegistrations(desk()), []);
  });

  it('issues no code for a firm that is registered', async (t) => {
    const { app, desk } = await stage(t);
    const registered = await customer(app, 'D100001');
    await assertRefused(issueActivationCode({ ...desk(), customer: registered }), 'stale');
  });
});

describe('the form', () => {
  it('says what is wrong beside each field and keeps what was typed, except the password', async (t) => {
    const { app } = await stage(t);
    const page = await register(app, { customerNumber: 'X1', email: 'no', name: '', password: 'short' });
    assert.equal(page.status, 422);
    for (const said of [
      'Ein „D“ und danach nur Ziffern',
      'name@firma.de',
      'Bitte ausfüllen',
      'Mindestens 10 Zeichen',
    ]) {
      assert.match(page.text, new RegExp(said));
    }
    assert.match(page.html, /value="X1"/);
    assert.doesNotMatch(page.html, /value="short"/);
  });

  it('refuses passwords that are guessed first', async (t) => {
    const { app, database } = await stage(t);
    await assertUnchanged(database, async () => {
      for (const password of ['passwort1234', 'mein-d100004-zugang', 'mara-moosgrund-mara@']) {
        const page = await register(app, { password, email: 'mara-moosgrund@example.org' });
        assert.match(page.text, /zu leicht zu erraten/);
      }
    });
  });

  it('survives whatever is typed, and writes nothing for what is refused', async (t) => {
    const { app, database } = await stage(t);
    const hostile = [
      "'",
      '<script>alert(1)</script>',
      '\u202Egnp',
      'a\u0000b',
      '📮',
      'x'.repeat(10_000),
      '-1',
      '1;--',
    ];
    for (const field of Object.keys(typed())) {
      for (const value of hostile) {
        const page = await register(app, { [field]: value });
        assert.ok(page.status < 500, `${field} = ${value.slice(0, 20)}: ${page.status}`);
        assert.doesNotMatch(page.html, /<script>alert/);
      }
    }
    const names = await database.owner.sql<{ name: string }>('select name from registration_request');
    for (const { name } of names) assert.doesNotMatch(name, /\u202e/);
  });

  it('and every page after it is valid HTML in both languages', async (t) => {
    const { app } = await stage(t);
    await register(app, { email: CONTACT });
    const link = LINK.exec((await lettersTo(app, CONTACT))[0]?.text ?? '')?.[0] ?? '';
    for (const language of ['de', 'en']) {
      const browser = app.client();
      for (const path of ['', '/eingegangen', '/fertig', '/fertig?vergeben=1']) {
        await assertValidHtml(
          (await browser.get(`/registrieren${path}${path.includes('?') ? '&' : '?'}lang=${language}`)).html,
        );
      }
      await assertValidHtml((await browser.get(link)).html);
    }
  });

  it('speaks English', async (t) => {
    const { app } = await stage(t);
    const browser = app.client();
    const page = await browser.get('/registrieren?lang=en');
    assert.match(page.text, /Customer number/);
    await browser.submit('/registrieren', typed({ email: CONTACT }));
    await app.drain();
    assert.equal((await lettersTo(app, CONTACT))[0]?.subject, 'Please confirm your registration');
  });
});
