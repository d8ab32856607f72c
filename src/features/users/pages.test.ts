import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { addPerson, confirmedCtx, personIdFor } from '../../../test/support/people.ts';
import { contentsOf } from '../../../test/support/refused.ts';
import type { Right } from '../../domain/rights.ts';
import { readCsv } from '../../platform/csv/index.ts';
import { invitePeople } from './invitations/invite-people.ts';
import { requestDeletion, requestRight } from './requests/make-request.ts';

const ADMIN = 'admin@d100001.example';
const CLERK = 'mitarbeit@d100001.example';

const SIGN_IN = /^\/anmelden\b/;

async function stage(t: TestContext) {
  const app = await testApp({}, t);
  const signedIn = async (email: string, customer = 'D100001') => {
    const browser = app.client();
    await browser.signIn(customer, email);
    return browser;
  };
  const ctxOf = (email: string) => confirmedCtx(app.database, app.services.jobs, { email });
  return { app, signedIn, ctxOf };
}

/** Something of everything that the list can show, with signs that mean something elsewhere. */
async function fillList({ database, services }: TestApp): Promise<void> {
  const of = (email: string) => confirmedCtx(database, services.jobs, { email });
  await addPerson(database, { email: 'idle@d100001.example', name: '=Kim "X"; <b>', isActive: false });
  await invitePeople(await of(ADMIN), services, {
    emails: 'neu@d100001.example',
    isAdmin: true,
    rights: [],
    language: 'en',
  });
  await requestRight(await of(CLERK), { right: 'billing.edit' });
  await requestDeletion(await of(CLERK));
  await database.owner.sql(
    `insert into registration_request (customer_number, customer_id, email, name, language, state, created_at)
     select 'D100001', id, 'join@example.org', 'Jo In', 'de', 'join', now() from customer where number = 'D100001'`,
  );
}

const hrefs = (html: string) =>
  [...html.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, href]) => href ?? '');

describe('the list of users', () => {
  it('shows everybody with rights in plain words and their state', async (t) => {
    const { app, signedIn } = await stage(t);
    await fillList(app);
    const { text } = await (await signedIn(ADMIN)).get('/konto/benutzer');
    for (const said of [
      'Henrike Brandt admin@d100001.example Sie, Hauptansprechperson Administratorrechte: darf alles',
      'Jonas Wieland mitarbeit@d100001.example Dokumente einsehen Bestellen und buchen noch nie aktiv',
      'deaktiviert',
      'eingeladen bis Mo., 30.11.2026, 10:00 Uhr',
      'Jo In join@example.org – – angefragt',
      'Jonas Wieland bittet um das Recht „Bankverbindung und Lastschrift ändern“',
      'Jonas Wieland möchte gelöscht werden',
    ]) {
      assert.ok(text.includes(said), `${said} in ${text}`);
    }
  });

  const seen: Record<string, [Right[], allowed: RegExp[], hidden: RegExp[]]> = {
    'somebody without rights': [
      [],
      [/loeschung-beantragen/],
      [/einladen/, /export/, /\/loeschen/, /beitritt/, /anfragen/],
    ],
    'somebody who invites': [
      ['users.invite'],
      [/einladen/, /beitritt/],
      [/export/, /\/loeschen/, /anfragen/, /erneuern/],
    ],
    'somebody who deletes': [['users.delete'], [/\/loeschen/], [/einladen/, /export/, /beantragen/]],
  };
  for (const [name, [rights, allowed, hidden]] of Object.entries(seen)) {
    it(`shows ${name} no button that would be refused`, async (t) => {
      const { app, signedIn } = await stage(t);
      await fillList(app);
      await addPerson(app.database, { email: 'some@d100001.example', rights });
      const page = await (await signedIn('some@d100001.example')).get('/konto/benutzer');
      const all = hrefs(page.html).join('\n');
      for (const pattern of allowed) assert.match(all, pattern);
      for (const pattern of hidden) assert.doesNotMatch(all, pattern);
      assert.doesNotMatch(page.text, /Letzte Anmeldung/);
      const admin = await personIdFor(app.database, ADMIN);
      assert.doesNotMatch(all, new RegExp(`/konto/benutzer/${admin}\\b`));
    });
  }

  it('is valid HTML in both languages, like every page around it', async (t) => {
    const { app, signedIn } = await stage(t);
    await fillList(app);
    const browser = await signedIn(ADMIN);
    const clerk = await personIdFor(app.database, CLERK);
    for (const language of ['de', 'en']) {
      await browser.get('/konto');
      await browser.post('/sprache', { language, back: '/konto' });
      const list = await browser.get('/konto/benutzer?getan=invited');
      const found = hrefs(list.html).filter((href) => /beitritt|anfragen/.test(href));
      const addresses = [
        '/konto',
        '/konto/benutzer',
        '/konto/benutzer/einladen',
        `/konto/benutzer/${clerk}`,
        `/konto/benutzer/${clerk}/loeschen`,
        '/konto/rechte-anfrage',
        ...found,
      ];
      assert.ok(found.length >= 3);
      for (const address of addresses) {
        const page = await browser.get(address);
        assert.equal(page.status, 200, address);
        await assertValidHtml(page.html);
      }
    }
  });

  it('is taken along as CSV that no spreadsheet runs', async (t) => {
    const { app, signedIn } = await stage(t);
    await fillList(app);
    const page = await (await signedIn(ADMIN)).get('/konto/benutzer/export.csv');
    assert.equal(page.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(
      page.headers.get('content-disposition') ?? '',
      /attachment; filename="benutzer-D100001.csv"/,
    );
    assert.match(page.html, /"'=Kim ""X""; <b>"/);
    const { rows } = readCsv(page.html);
    assert.deepEqual(
      rows.map(({ cells }) => cells.slice(0, 4)),
      [
        ['Name', 'E-Mail', 'Status', 'Administratorrechte'],
        ['=Kim "X"; <b>', 'idle@d100001.example', 'deaktiviert', 'nein'],
        ['Henrike Brandt', ADMIN, 'aktiv', 'ja'],
        ['Jonas Wieland', CLERK, 'aktiv', 'nein'],
        ['', 'neu@d100001.example', 'eingeladen', 'ja'],
      ],
    );
  });
});

describe('changing somebody', () => {
  it('takes effect at their next request and signs nobody out', async (t) => {
    const { app, signedIn } = await stage(t);
    const clerk = await signedIn(CLERK);
    assert.equal((await clerk.get('/bestellen')).status, 200);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, CLERK);
    await admin.get(`/konto/benutzer/${id}`);
    // a box without its tick is not sent
    const page = await admin.post(`/konto/benutzer/${id}/rechte`, {
      seen: 'documents.view orders.place',
      'right-orders.cancel': 'on',
    });
    assert.match(page.text, /Die Rechte sind geändert/);
    assert.equal((await clerk.get('/bestellen')).status, 403);
    assert.equal((await clerk.get('/auftraege')).status, 200);
  });

  it('shows what changed meanwhile and lets the second one decide', async (t) => {
    const { app, signedIn } = await stage(t);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, CLERK);
    await admin.get(`/konto/benutzer/${id}`);
    await app.database.owner.sql(`update membership set rights = '{orders.cancel}' where person_id = $1`, [
      id,
    ]);
    const page = await admin.post(`/konto/benutzer/${id}/rechte`, { seen: 'documents.view orders.place' });
    assert.equal(page.status, 409);
    assert.match(page.text, /Jemand war schneller/);
    assert.match(page.html, /name="seen" value="orders.cancel"/);
  });

  it('signs out whoever is deactivated, at once', async (t) => {
    const { app, signedIn } = await stage(t);
    const clerk = await signedIn(CLERK);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, CLERK);
    await admin.get(`/konto/benutzer/${id}`);
    await admin.submit(`/konto/benutzer/${id}/deaktivieren`);
    assert.match((await clerk.get('/auftraege')).address, SIGN_IN);
    assert.match((await app.client().signIn('D100001', CLERK)).text, /Die Anmeldung ist nicht möglich/);
    await admin.get(`/konto/benutzer/${id}`);
    await admin.submit(`/konto/benutzer/${id}/aktivieren`);
    assert.match((await clerk.get('/auftraege')).address, SIGN_IN, 'an ended session does not come back');
    assert.match((await app.client().signIn('D100001', CLERK)).text, /Guten Tag, Jonas Wieland/);
  });

  it('asks before it deletes, and signs out whoever deletes themselves', async (t) => {
    const { app, signedIn } = await stage(t);
    const id = await addPerson(app.database, { email: 'second@d100001.example', isAdmin: true });
    const second = await signedIn('second@d100001.example');
    const list = await second.get('/konto/benutzer');
    assert.match(list.html, new RegExp(`href="/konto/benutzer/${id}/loeschen"`));
    assert.match((await second.get(`/konto/benutzer/${id}/loeschen`)).text, /Eigenen Zugang löschen\?/);
    const done = await second.submit(`/konto/benutzer/${id}/loeschen`);
    assert.equal(done.address, '/anmelden?abgemeldet=1');
    assert.match((await second.get('/konto')).address, SIGN_IN);
    await app.drain();
    const [letter] = await app.letters();
    assert.deepEqual(
      [letter?.recipient, letter?.subject],
      ['second@d100001.example', 'Ihr Zugang wurde gelöscht'],
    );
  });

  it('explains why the last administrator stays', async (t) => {
    const { app, signedIn } = await stage(t);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, ADMIN);
    const page = await admin.get(`/konto/benutzer/${id}/loeschen`);
    assert.match(page.text, /Das ist die letzte Person mit Administratorrechten/);
    assert.doesNotMatch(page.html, /Endgültig löschen/);
    const forced = await admin.post(`/konto/benutzer/${id}/rechte`, { seen: 'admin' });
    assert.equal(forced.status, 409);
    assert.match(forced.text, /Ihre Firma braucht jemanden mit Administratorrechten/);
    assert.equal((await admin.post(`/konto/benutzer/${id}/loeschen`)).status, 409);
  });
});

describe('a refused page', () => {
  it('names the right and who can give it, and offers to ask; one click answers', async (t) => {
    const { app, signedIn } = await stage(t);
    const clerk = await signedIn(CLERK);
    const page = await clerk.get('/auftraege/A-2026-000001/stornieren');
    assert.equal(page.status, 403);
    assert.match(page.text, /Nötig ist das Recht „Aufträge stornieren“/);
    assert.match(page.html, /href="mailto:admin@d100001.example"/);
    await assertValidHtml(page.html);
    assert.match((await clerk.submit('/konto/rechte-anfrage')).text, /Ihre Anfrage ist unterwegs/);
    const again = await clerk.get('/auftraege/A-2026-000001/stornieren');
    assert.match(again.text, /Sie haben dieses Recht am Mo., 23.11.2026, 10:00 Uhr angefragt/);
    assert.ok(!hrefs(again.html).includes('/konto/rechte-anfrage'));

    await app.drain();
    const link = /\/konto\/benutzer\/anfragen\/\d+/.exec((await app.letters())[0]?.text ?? '')?.[0] ?? '';
    const admin = await signedIn(ADMIN);
    assert.match((await admin.get(link)).text, /Aufträge der Firma stornieren/);
    assert.match((await admin.submit(`${link}/gewaehren`)).text, /Sie haben zugestimmt/);
    assert.equal((await clerk.get('/auftraege/A-2026-000001/stornieren')).status, 404);
    assert.match((await admin.get(link)).text, /schon beantwortet/);
  });

  it('of administrators offers no right', async (t) => {
    const { signedIn } = await stage(t);
    const page = await (await signedIn(CLERK)).get('/konto/benutzer/export.csv');
    assert.equal(page.status, 403);
    assert.match(page.text, /Das dürfen nur Personen mit Administratorrechten/);
    assert.ok(!hrefs(page.html).includes('/konto/rechte-anfrage'));
  });

  it('is answered by a decline with a letter', async (t) => {
    const { app, signedIn, ctxOf } = await stage(t);
    await requestRight(await ctxOf(CLERK), { right: 'billing.edit' });
    const admin = await signedIn(ADMIN);
    const list = await admin.get('/konto/benutzer');
    const link = hrefs(list.html).find((href) => /anfragen/.test(href)) ?? '';
    await admin.get(link);
    const form = admin.page.forms.find(({ action }) => action.startsWith(link));
    assert.ok(form, 'both answers are buttons of one form');
    await admin.post(`${link}/ablehnen`);
    assert.match(admin.page.text, /Sie haben abgelehnt/);
    await app.drain();
    assert.match((await app.letters()).at(-1)?.text ?? '', /wurde abgelehnt/);
  });
});

describe('a proof of identity', () => {
  it('is asked for again after ten minutes, before rights and deletion', async (t) => {
    const { app, signedIn } = await stage(t);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, CLERK);
    app.clock.advance({ minutes: 10, seconds: 1 });
    assert.match((await admin.get(`/konto/benutzer/${id}`)).address, /^\/konto\/bestaetigen/);
    assert.match((await admin.get('/konto/benutzer/einladen')).address, /^\/konto\/bestaetigen/);
    assert.match((await admin.get(`/konto/benutzer/${id}/loeschen`)).address, /^\/konto\/bestaetigen/);
  });
});

describe('hostile input', () => {
  const values = [
    "'",
    '<script>alert(1)</script>',
    '\u202Egnp.exe',
    'a\u0000b@c.example',
    '📮🐘',
    'x'.repeat(10_000),
    '-1',
    '99999999999999999999',
    '1; drop table person',
    '%00',
  ];

  /** Sends every value in every field of a form, and in the address. */
  async function torment(browser: Client, address: string, action: string, fields: readonly string[]) {
    for (const field of fields) {
      for (const value of values) {
        await browser.get(address);
        const page = await browser.post(action, { [field]: value });
        assert.ok(page.status < 500, `${field} = ${value.slice(0, 30)}: ${page.status}`);
        assert.doesNotMatch(page.html, /<script>alert/);
      }
    }
  }

  it('never breaks a page and changes no row', async (t) => {
    const { app, signedIn } = await stage(t);
    const admin = await signedIn(ADMIN);
    const id = await personIdFor(app.database, CLERK);
    const contents = async () => {
      const { 'public.throttle': _, 'public.session': __, ...rest } = await contentsOf(app.database);
      return rest;
    };
    const before = await contents();
    await torment(admin, '/konto/benutzer/einladen', '/konto/benutzer/einladen', ['emails', 'language']);
    await torment(admin, `/konto/benutzer/${id}`, `/konto/benutzer/${id}/rechte`, ['seen']);
    await torment(admin, '/konto', '/konto/rechte-anfrage', ['right']);
    for (const value of values) {
      for (const path of ['', '/loeschen']) {
        const page = await admin.get(`/konto/benutzer/${encodeURIComponent(value.slice(0, 500))}${path}`);
        assert.ok(page.status === 404 || page.status === 400, `${value.slice(0, 20)}: ${page.status}`);
      }
      const link = await app.client().get(`/einladung/${encodeURIComponent(value.slice(0, 500))}`);
      assert.ok([404, 410, 400].includes(link.status), `${link.status}`);
    }
    assert.deepEqual(await contents(), before);
  });
});
