import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf } from '../../../test/support/orders.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { addressInput, HOSTILE } from './test-support/master-data.fixture.ts';

const BASE = '/konto/stammdaten';

async function signedIn(portal: TestApp, user: 'admin' | 'mitarbeit' = 'admin', customer = 'D100001') {
  const browser = portal.client();
  await browser.signIn(customer, `${user}@${customer.toLowerCase()}.example`);
  return browser;
}

const grant = (portal: TestApp, ...rights: string[]) =>
  portal.database.owner.sql('update membership set rights = $1 where not is_admin', [rights]);

/** One of each thing, so that every page has something to show. */
async function furnished(portal: TestApp): Promise<{ browser: Client; paths: string[] }> {
  const browser = await signedIn(portal);
  const ids = await idsOf(portal.database);
  await browser.get(`${BASE}/ansprechpersonen/neu`);
  await browser.submit(`${BASE}/ansprechpersonen`, { name: 'Ayşe Yıldız', role: 'Post' });
  const contact = /ansprechpersonen\/(\d+)/.exec(browser.page.html)?.[1];
  await browser.get(`${BASE}/anschriften/${ids.address('Notariat')}`);
  await browser.submit(/anschriften\/\d+$/, { street: 'Amselstieg 22' });
  await browser.get(`${BASE}/rechnungen`);
  await browser.submit(`${BASE}/rechnungen`, { buyerReference: 'PO 1', priceDisplay: 'gross' });
  await browser.get(`${BASE}/firma`);
  await browser.submit(`${BASE}/firma`, {
    newName: 'Neu GmbH',
    validFrom: '2027-01-01',
    reason: 'Umfirmierung',
  });
  const centre = ids.costCentre('9000');
  await browser.get(`${BASE}/kostenstellen/${centre}`);
  await browser.submit(/schliessen$/);
  return {
    browser,
    paths: [
      BASE,
      `${BASE}/firma`,
      `${BASE}/anschriften`,
      `${BASE}/anschriften/${ids.address('Kanzlei')}`,
      `${BASE}/anschriften/${ids.address('Notariat')}`,
      `${BASE}/ansprechpersonen`,
      `${BASE}/ansprechpersonen/${contact}`,
      `${BASE}/kostenstellen`,
      `${BASE}/kostenstellen?search=gibt+es+nicht`,
      `${BASE}/kostenstellen/${centre}`,
      `${BASE}/rechnungen`,
      `${BASE}/benachrichtigungen`,
    ],
  };
}

describe('the pages of the master data', () => {
  it('are shown to everybody of the firm, in both languages, as valid HTML', async (t) => {
    const portal = await testApp({}, t);
    const { browser, paths } = await furnished(portal);
    const ids = await idsOf(portal.database);
    const forms = [
      `${BASE}/anschriften/neu`,
      `${BASE}/anschriften/${ids.address('Notariat')}/entfernen`,
      `${BASE}/anschriften/${ids.address('Kanzlei')}/entfernen`,
      `${BASE}/ansprechpersonen/neu`,
      `${BASE}/kostenstellen/neu`,
      `${BASE}/kostenstellen/einlesen`,
    ];
    const reader = await signedIn(portal, 'mitarbeit');
    for (const language of ['de', 'en']) {
      await portal.database.owner.sql('update person set language = $1', [language]);
      for (const path of [...paths, ...forms]) {
        const page = await browser.get(path);
        assert.equal(page.status, 200, path);
        assert.match(page.html, new RegExp(`<html lang="${language}"`));
        await assertValidHtml(page.html);
      }
      for (const path of paths) {
        const page = await reader.get(path);
        assert.equal(page.status, 200, path);
        await assertValidHtml(page.html);
        const posts = page.forms.filter(({ method, action }) => method === 'post' && action.startsWith(BASE));
        assert.deepEqual(
          posts.map(({ action }) => action),
          path.endsWith('benachrichtigungen') ? [path] : [],
          `${path} shows no button that would refuse`,
        );
      }
      for (const path of forms) assert.equal((await reader.get(path)).status, 403, path);
    }
  });

  it('leave no word of one language in the other', async (t) => {
    const portal = await testApp({}, t);
    const { browser, paths } = await furnished(portal);
    await portal.database.owner.sql("update person set language = 'en'");
    for (const path of paths) {
      const { text } = await browser.get(path);
      // names and streets are what people have typed
      assert.doesNotMatch(
        text.replaceAll('Rechtsanwältinnen und Notar', ''),
        /\b(geändert|angelegt|bisher|jetzt|Anschrift|Rechnungen|Kostenstelle|Speichern|Abbrechen|Verlauf)\b/,
        path,
      );
    }
  });

  it('do not show another firm’s things', async (t) => {
    const portal = await testApp({}, t);
    const { paths } = await furnished(portal);
    const stranger = await signedIn(portal, 'admin', 'D100002');
    for (const path of paths.filter((one) => /\d$/.test(one))) {
      assert.equal((await stranger.get(path)).status, 404, path);
      assert.equal((await stranger.post(path, { name: 'x', version: '1' })).status, 404);
      assert.equal((await stranger.get(`${path}/entfernen`)).status, 404, path);
    }
    assert.doesNotMatch((await stranger.get(BASE)).text, /Laternenplatz/);
  });

  it('refuse every change without the right, and every change without the token', async (t) => {
    const portal = await testApp({}, t);
    const ids = await idsOf(portal.database);
    const reader = await signedIn(portal, 'mitarbeit');
    const admin = await signedIn(portal);
    const address = `${BASE}/anschriften/${ids.address('Notariat')}`;
    const centre = `${BASE}/kostenstellen/${ids.costCentre('1100')}`;
    const posts = [
      `${BASE}/anschriften`,
      address,
      `${address}/entfernen`,
      `${BASE}/ansprechpersonen`,
      `${BASE}/kostenstellen`,
      centre,
      `${centre}/schliessen`,
      `${centre}/oeffnen`,
      `${BASE}/kostenstellen/einlesen`,
      `${BASE}/kostenstellen/einlesen/pruefen`,
      `${BASE}/rechnungen`,
      `${BASE}/firma`,
      `${BASE}/firma/zurueckziehen`,
    ];
    await assertUnchanged(portal.database, async () => {
      for (const path of posts) {
        await reader.get(BASE);
        assert.equal((await reader.post(path, { version: '1', id: '1' })).status, 403, path);
        await admin.get(BASE);
        assert.equal((await admin.post(path, { _csrf: 'x' })).status, 403, path);
      }
    });
  });
});

describe('an address form', () => {
  it('keeps what was typed and says what is wrong', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    await browser.get(`${BASE}/anschriften/neu`);
    const page = await browser.submit(`${BASE}/anschriften`, {
      label: 'Lager',
      street: 'Speicherweg 3',
      isDelivery: [],
    });
    assert.equal(page.status, 422);
    await assertValidHtml(page.html);
    assert.match(page.html, /<title>Fehler:/);
    assert.match(page.text, /Empfänger: Bitte ausfüllen/);
    const form = page.forms.find(({ action }) => action === `${BASE}/anschriften`);
    assert.equal(Object.fromEntries(form?.fields ?? []).street, 'Speicherweg 3');
  });

  it('asks about a strange postcode once, and believes the answer', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    const typed = {
      label: 'Lager',
      recipient: 'Kanzlei',
      street: 'Speicherweg 3',
      postcode: '10997',
      city: 'Hamburg',
    };
    await browser.get(`${BASE}/anschriften/neu`);
    const asked = await browser.submit(`${BASE}/anschriften`, typed);
    assert.equal(asked.status, 200);
    await assertValidHtml(asked.html);
    assert.match(asked.text, /Diese Postleitzahl liegt nicht in Hamburg/);
    const other = await browser.submit(`${BASE}/anschriften`, {
      ...typed,
      postcode: '1099',
      confirmed: '10997 Hamburg',
    });
    assert.match(other.text, /nicht fünf Ziffern/, 'another postcode is another question');
    await browser.submit(`${BASE}/anschriften`, { ...typed, confirmed: '10997 Hamburg' });
    assert.match(browser.page.text, /Die Anschrift ist angelegt/);
    assert.match(browser.page.text, /10997 Hamburg/);
    // and does not ask again when something else is changed
    await browser.get(/href="([^"]+)">Lager</.exec(browser.page.html)?.[1] ?? '');
    await browser.submit(/anschriften\/\d+$/, { street: 'Speicherweg 4' });
    assert.match(browser.page.text, /Die Anschrift ist gespeichert/);
    assert.match(browser.page.text, /Straße und Hausnummer: bisher „Speicherweg 3“, jetzt „Speicherweg 4“/);
  });

  it('shows the second of two people both values, and lets them decide', async (t) => {
    const portal = await testApp({}, t);
    await grant(portal, 'masterData.edit');
    const ids = await idsOf(portal.database);
    const path = `${BASE}/anschriften/${ids.address('Notariat')}`;
    const [first, second] = [await signedIn(portal), await signedIn(portal, 'mitarbeit')];
    await first.get(path);
    await second.get(path);
    await first.submit(path, { street: 'Amselstieg 30', contactName: 'Poststelle' });
    const conflict = await second.submit(path, { street: 'Amselstieg 99', driverHint: 'Getippt' });
    assert.equal(conflict.status, 409);
    await assertValidHtml(conflict.html);
    assert.match(conflict.text, /Henrike Brandt hat am .* gespeichert, während Sie hier geschrieben haben/);
    assert.match(conflict.text, /Straße und Hausnummer Amselstieg 30 Amselstieg 99/);
    assert.match(conflict.text, /Ansprechperson vor Ort Poststelle nicht geändert/);
    const decided = await second.submit(path);
    assert.match(decided.text, /Die Anschrift ist gespeichert/);
    assert.match(decided.text, /bisher „Amselstieg 30“, jetzt „Amselstieg 99“/);
    const fields = Object.fromEntries(decided.forms.find(({ action }) => action === path)?.fields ?? []);
    assert.deepEqual([fields.contactName, fields.driverHint], ['Poststelle', 'Getippt'], 'neither is undone');
  });

  it('keeps what was typed when the address was removed meanwhile', async (t) => {
    const portal = await testApp({}, t);
    await grant(portal, 'masterData.edit');
    const ids = await idsOf(portal.database);
    const path = `${BASE}/anschriften/${ids.address('Notariat')}`;
    const [first, second] = [await signedIn(portal), await signedIn(portal, 'mitarbeit')];
    await second.get(path);
    await first.get(`${path}/entfernen`);
    await first.submit(`${path}/entfernen`);
    assert.match(first.page.text, /Die Anschrift ist entfernt/);
    const kept = await second.submit(path, { street: 'Amselstieg 99' });
    assert.equal(kept.status, 409);
    assert.match(kept.text, /Henrike Brandt hat den Eintrag am .* entfernt/);
    const added = await second.submit(`${BASE}/anschriften`);
    assert.match(added.text, /Die Anschrift ist angelegt/);
    assert.match(added.text, /Amselstieg 99/);
    assert.match((await second.get(path)).text, /Diese Anschrift wurde am .* entfernt/);
  });

  it('offers no way to be without a billing address', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    const path = `${BASE}/anschriften/${(await idsOf(portal.database)).address('Kanzlei')}`;
    const page = await browser.get(`${path}/entfernen`);
    assert.match(page.text, /Standard-Rechnungsanschrift/);
    assert.equal(
      page.forms.some(({ action }) => action.endsWith('/entfernen')),
      false,
    );
    const refused = await browser.post(`${path}/entfernen`, { version: 1 });
    assert.equal(refused.status, 409);
    assert.match(refused.text, /Eine Rechnungsanschrift muss bleiben/);
  });
});

describe('a contact form', () => {
  it('shows conflicts, and keeps what was typed for somebody who was removed', async (t) => {
    const portal = await testApp({}, t);
    await grant(portal, 'masterData.edit');
    const [first, second] = [await signedIn(portal), await signedIn(portal, 'mitarbeit')];
    await first.get(`${BASE}/ansprechpersonen/neu`);
    await first.submit(`${BASE}/ansprechpersonen`, { name: 'Ayşe Yıldız', role: 'Post' });
    const path = /href="([^"]+)">Ayşe/.exec(first.page.html)?.[1] ?? '';
    await first.get(path);
    await second.get(path);
    await first.submit(path, { role: 'Buchhaltung' });
    const conflict = await second.submit(path, { role: 'Empfang' });
    assert.equal(conflict.status, 409);
    assert.match(conflict.text, /Aufgabe Buchhaltung Empfang/);
    await first.get(`${path}/entfernen`);
    await first.submit(`${path}/entfernen`);
    assert.match(first.page.text, /Henrike Brandt hat Ayşe Yıldız entfernt/);
    const kept = await second.submit(path, { phone: '030 1' });
    assert.equal(kept.status, 409);
    await assertValidHtml(kept.html);
    await second.submit(`${BASE}/ansprechpersonen`);
    assert.match(second.page.text, /Empfang 030 1/);
    assert.equal((await second.get(path)).status, 404);
  });
});

describe('invoice settings on their page', () => {
  it('name the address that is none, and keep all that was typed', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    await browser.get(`${BASE}/rechnungen`);
    const page = await browser.submit(`${BASE}/rechnungen`, {
      invoiceCopies: 'a@x.example\nkein-at',
      leitwegId: '04011000-12345-04',
    });
    assert.equal(page.status, 422);
    await assertValidHtml(page.html);
    assert.match(page.text, /Rechnungen: „kein-at“ ist keine E-Mail-Adresse/);
    assert.match(page.text, /Leitweg-ID: Die Prüfziffern am Ende passen nicht/);
    const saved = await browser.submit(`${BASE}/rechnungen`, {
      invoiceCopies: 'a@x.example',
      leitwegId: '04011000-12345-03',
    });
    assert.match(saved.text, /Die Rechnungseinstellungen sind gespeichert/);
    assert.match(saved.text, /Rechnungen: „a@x.example“/);
  });

  it('decide which sum the list of orders shows first', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    await browser.get('/abholungen/neu');
    await browser.submit('/abholungen/neu/pruefen', {
      slot: '2026-11-30T10:00',
      addressId: `${(await idsOf(portal.database)).address('Kanzlei')}`,
    });
    await browser.submit('/abholungen');
    const orderOf = (html: string) =>
      [...html.matchAll(/<th scope="col"[^>]*>(Netto|Brutto)/g)].map(([, name]) => name);
    assert.deepEqual(orderOf((await browser.get('/auftraege')).html), ['Netto', 'Brutto']);
    await browser.get(`${BASE}/rechnungen`);
    await browser.submit(`${BASE}/rechnungen`, { priceDisplay: 'gross' });
    assert.deepEqual(orderOf((await browser.get('/auftraege')).html), ['Brutto', 'Netto']);
    assert.deepEqual(orderOf((await browser.get('/')).html), ['Brutto', 'Netto']);
  });

  it('and preferences show the second of two windows what the first has saved', async (t) => {
    const portal = await testApp({}, t);
    for (const [path, mine, theirs] of [
      [`${BASE}/rechnungen`, { buyerReference: 'Meine' }, { buyerReference: 'Ihre' }],
      [`${BASE}/benachrichtigungen`, { newDocuments: [] }, { statusChanges: [] }],
    ] as const) {
      const [first, second] = [await signedIn(portal), await signedIn(portal)];
      await first.get(path);
      await second.get(path);
      await first.submit(path, theirs);
      const conflict = await second.submit(path, mine);
      assert.equal(conflict.status, 409, path);
      await assertValidHtml(conflict.html);
      assert.match(conflict.text, /Jetzt gespeichert Ihre Eingabe/);
      const decided = await second.submit(path);
      assert.equal(decided.address, `${path}?ok=1`);
    }
  });
});

describe('the company page', () => {
  it('asks for another name, shows it as requested, and takes it back', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    await browser.get(`${BASE}/firma`);
    const wrong = await browser.submit(`${BASE}/firma`, {
      newName: 'Neu GmbH',
      validFrom: 'bald',
      reason: '',
    });
    assert.equal(wrong.status, 422);
    await assertValidHtml(wrong.html);
    await browser.submit(`${BASE}/firma`, { validFrom: '2027-01-01', reason: 'Umfirmierung' });
    assert.match(browser.page.text, /Ihr Antrag ist bei uns/);
    assert.match(browser.page.text, /Namensänderung beantragt/);
    assert.match((await browser.get(BASE)).text, /Firma beantragt Öffnen/);
    const second = await browser.post(`${BASE}/firma`, {
      newName: 'Anders GmbH',
      validFrom: '2027-01-01',
      reason: 'Zweite Wahl',
    });
    assert.equal(second.status, 409);
    assert.match(second.html, /value="Anders GmbH"/, 'nothing typed is lost');
    await browser.get(`${BASE}/firma`);
    await browser.submit(`${BASE}/firma/zurueckziehen`);
    assert.match(browser.page.text, /Ihr Antrag ist zurückgezogen/);
  });
});

/** Forms with what a careful person would fill in: then only the hostile field decides. */
const FORMS: readonly { path: string; action: string; careful: Readonly<Record<string, string>> }[] = [
  {
    path: `${BASE}/anschriften/neu`,
    action: `${BASE}/anschriften`,
    careful: {
      label: 'Lager',
      recipient: 'Kanzlei',
      street: 'Speicherweg 3',
      postcode: '10997',
      city: 'Berlin',
      isBilling: 'on',
      contactName: 'A',
      contactPhone: '1',
      driverHint: 'B',
      confirmed: 'x',
    },
  },
  {
    path: `${BASE}/ansprechpersonen/neu`,
    action: `${BASE}/ansprechpersonen`,
    careful: { name: 'A', role: 'B', phone: '1', email: 'a@x.example' },
  },
  {
    path: `${BASE}/kostenstellen/neu`,
    action: `${BASE}/kostenstellen`,
    careful: { code: 'H-1', name: 'A', _key: 'abcdefgh' },
  },
  {
    path: `${BASE}/rechnungen`,
    action: `${BASE}/rechnungen`,
    careful: {
      version: '0',
      invoiceCopies: 'a@x.example',
      leitwegId: '04011000-12345-03',
      buyerReference: 'A',
      einvoiceFormat: 'zugferd',
      priceDisplay: 'net',
    },
  },
  {
    path: `${BASE}/benachrichtigungen`,
    action: `${BASE}/benachrichtigungen`,
    careful: { version: '0', language: 'de', newDocuments: 'on' },
  },
  {
    path: `${BASE}/firma`,
    action: `${BASE}/firma`,
    careful: { newName: 'A', validFrom: '2027-01-01', reason: 'B' },
  },
  {
    path: `${BASE}/kostenstellen/einlesen`,
    action: `${BASE}/kostenstellen/einlesen`,
    careful: { text: 'A;B', file: 'C;D' },
  },
];

describe('hostile input', () => {
  it('is stored as text or refused, never a fault, never markup', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    for (const { action, careful } of FORMS) {
      for (const name of Object.keys(careful)) {
        for (const value of HOSTILE) {
          const page = await browser.post(action, { _key: randomUUID(), ...careful, [name]: value });
          const attempt = `${action} ${name} ${JSON.stringify(value).slice(0, 40)}`;
          assert.ok(page.status < 500, `${attempt}: ${page.status}`);
          assert.doesNotMatch(page.html, /<script>alert/, attempt);
        }
      }
    }
    const [row] = await portal.database.owner.sql<{ dirty: number }>(
      `select count(*)::int as dirty from (select label || street as text from address union all
       select name || role from contact_person union all select name || code from cost_centre union all
       select buyer_reference from invoice_settings) as stored where text ~ '[\\x01-\\x08\\u202e]'`,
    );
    assert.equal(row?.dirty, 0);
  });

  it('that is refused changes nothing', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    await assertUnchanged(portal.database, async () => {
      for (const { path, action, careful } of FORMS) {
        const wrong = Object.keys(careful).filter(
          (name) => !/^(is|confirmed|newDocuments|file|text)/.test(name),
        );
        for (const name of wrong) {
          await browser.get(path);
          const page = await browser.post(action, { ...careful, [name]: 'x'.repeat(10_000) });
          assert.ok([409, 422].includes(page.status), `${action} ${name}: ${page.status}`);
        }
      }
    });
  });

  it('in addresses of pages finds nothing', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    for (const value of [
      ...HOSTILE.filter((one) => one.isWellFormed()).map((one) => encodeURIComponent(one)),
      '%00',
      '1%0d%0a',
      '1.5',
      '0',
      ' 1',
    ].filter((one) => one.length < 2000)) {
      for (const kind of ['anschriften', 'ansprechpersonen', 'kostenstellen']) {
        const page = await browser.get(`${BASE}/${kind}/${value}`);
        assert.ok(page.status < 500, value);
        await browser.get(BASE);
        const sent = await browser.post(`${BASE}/${kind}/${value}`, { version: 1 });
        assert.ok(sent.status < 500, value);
      }
      assert.ok(
        (await browser.get(`${BASE}/kostenstellen?search=${value}&after=${value}&state=${value}`)).status <
          500,
      );
    }
  });
});

describe('an address that lies in no zone of the tours', () => {
  const PATH = `${BASE}/anschriften`;
  const add = async (browser: Client, changes: Record<string, unknown>) => {
    await browser.get(`${PATH}/neu`);
    const { key: _, isDelivery, ...typed } = addressInput(changes);
    return browser.submit(PATH, { ...typed, isDelivery: isDelivery ?? null } as Record<string, string>);
  };
  const away = { label: 'Filiale', postcode: '80331', city: 'München' };

  it('is saved with the hint what will not be offered there, in both languages', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    assert.doesNotMatch((await browser.get(PATH)).text, /Keine Tour dorthin/);
    const list = await add(browser, away);
    await assertValidHtml(list.html);
    assert.match(list.text, /Die Anschrift ist angelegt/);
    assert.match(list.text, /Postleitzahl 80331 gehört zu keinem unserer Tourgebiete/);
    assert.match(list.text, /Nicht angeboten werden dort: Briefmarken und Label, Kisten\./);
    assert.match(list.text, /Keine Tour dorthin/);
    // later the row says so in short, and the page of the address in full
    const later = await browser.get(PATH);
    assert.doesNotMatch(later.text, /Nicht angeboten werden dort/);
    assert.match(later.text, /Keine Tour dorthin/);
    const href = new RegExp(`href="(${PATH}/\\d+)">Filiale`).exec(later.html)?.[1] ?? assert.fail();
    await browser.get(href);
    const saved = await browser.submit(href, { isPickup: 'on' });
    await assertValidHtml(saved.html);
    assert.match(saved.text, /ist gespeichert/);
    assert.match(
      saved.text,
      /Nicht angeboten werden dort: Briefmarken und Label, Kisten, [^.]*Expressabholung/,
    );
    await portal.database.owner.sql("update person set language = 'en'");
    const english = await browser.get(href);
    assert.match(
      english.text,
      /We do not come to this address[\s\S]*80331[\s\S]*Not offered there: [^.]*ickup/,
    );
    // nothing to edit, the same hint
    assert.match((await (await signedIn(portal, 'mitarbeit')).get(href)).text, /Not offered there/);
  });

  it('says nothing where tours go, where only bills go, and where the carrier has no zones', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    assert.doesNotMatch((await add(browser, {})).text, /Tourgebiete|Keine Tour/);
    assert.doesNotMatch(
      (await add(browser, { ...away, isDelivery: null, isBilling: 'on' })).text,
      /fahren wir/,
    );
    await portal.database.owner.sql('delete from tour_zone_postcode');
    assert.doesNotMatch((await add(browser, away)).text, /Tourgebiete|Keine Tour/);
  });

  it('is told from what cannot be a postcode, whatever is typed', async (t) => {
    const portal = await testApp({}, t);
    const browser = await signedIn(portal);
    for (const postcode of ['', ...HOSTILE]) {
      const page = await add(browser, { ...away, label: '', postcode });
      assert.equal(page.status, 422, postcode);
      await assertValidHtml(page.html);
      const asked = await browser.get(
        `${PATH}?${new URLSearchParams({ ok: 'add', plz: postcode.toWellFormed() })}`,
      );
      assert.equal(asked.status, 200, postcode);
      assert.doesNotMatch(asked.text, /Tourgebiete|Keine Tour/);
    }
  });
});
