import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from './support/app.ts';
import type { Client } from './support/client.ts';
import { HOSTILE_TEXTS } from './support/hostile.ts';
import { idsOf } from './support/orders.ts';

/*
 * The long forms, drop-offs and couriers: every field with every hostile value, once at a time. Nothing breaks, nothing
 * comes back as markup, and only what is nothing but words is booked.
 */

const portal = await testApp({ at: '2026-11-23T10:00' });
const ids = await idsOf(portal.database);

const rows = () =>
  portal.database.owner.sql(
    `select (select count(*) from service_order) as orders, (select count(*) from drop_off_item) as items,
       (select count(*) from courier_stop) as stops, (select sum(booked) from slot) as booked`,
  );

/** Every order with its version: nothing hostile may make another one. */
const allVersions = () =>
  portal.database.owner.sql('select id, version, reference from service_order order by id');

async function signedIn(): Promise<Client> {
  const client = portal.client();
  await client.signIn('D100001', 'admin@d100001.example');
  return client;
}

const FORMS: readonly {
  readonly name: string;
  readonly form: string;
  readonly place: string;
  readonly good: Record<string, string>;
  readonly words: readonly string[];
}[] = [
  {
    name: 'drop-offs',
    form: '/einlieferungen/neu',
    place: '/einlieferungen',
    good: {
      kind: 'advertising',
      site: 'DEPOT_KREUZBERG',
      slot: '2026-11-30T10:00',
      'items.AD_STD.pieces': '300',
      'items.AD_STD.grams': '18',
      'containers.box': '2',
      isUniform: 'on',
      costCentreId: '',
      reference: '',
      note: '',
    },
    words: ['reference', 'note'],
  },
  {
    name: 'courier rides',
    form: '/kuriere/neu',
    place: '/kuriere',
    good: {
      'from.addressId': `${ids.address('Kanzlei')}`,
      stopCount: '1',
      'stops.0.recipient': 'Labor',
      'stops.0.street': 'Musterweg 1',
      'stops.0.postcode': '10117',
      'stops.0.city': 'Berlin',
      'to.recipient': 'Notariat',
      'to.street': 'Musterweg 3',
      'to.postcode': '10117',
      'to.city': 'Berlin',
      'to.contactPhone': '',
      'to.hint': '',
      content: 'Akten',
      kg: '2',
      length: '30',
      width: '20',
      height: '10',
      vehicle: '',
      when: 'hour',
      slot: '2026-11-30T10:00',
      direct: '',
      waitMinutes: '',
      proof: 'name',
      costCentreId: '',
      reference: '',
    },
    words: [
      'reference',
      'content',
      ...['stops.0', 'to'].flatMap((place) =>
        ['recipient', 'street', 'city'].map((one) => `${place}.${one}`),
      ),
      'to.contactPhone',
      'to.hint',
    ],
  },
];

describe('hostile values in the forms of bookings', () => {
  for (const { name, form, good } of FORMS) {
    it(`never break form and check page of ${name}`, async () => {
      const client = await signedIn();
      const before = await rows();
      for (const field of [...Object.keys(good), 'from', 'setStops', 'unheardOf']) {
        for (const value of HOSTILE_TEXTS) {
          const query = new URLSearchParams({ ...good, [field]: value });
          for (const path of [form, `${form}/pruefen`]) {
            const page = await client.get(`${path}?${query}`);
            assert.ok(page.status < 500, `${field}=${value.slice(0, 40)} was answered with ${page.status}`);
            assert.doesNotMatch(page.html, /<script>alert|<img src=x/, field);
          }
        }
      }
      assert.deepEqual(await rows(), before);
    });
  }

  for (const { name, form, place, good, words } of FORMS) {
    it(`book none of ${name}, unless they are only words`, async () => {
      const client = await signedIn();
      const before = await rows();
      for (const field of Object.keys(good).filter((one) => !words.includes(one))) {
        for (const value of HOSTILE_TEXTS.filter((one) => one.trim() !== '' && one !== '0')) {
          // a tick that is none, and a number of stops that is none, are read as "no"
          if (['isUniform', 'direct', 'stopCount', 'kind'].includes(field)) continue;
          await client.get(`${form}/pruefen?${new URLSearchParams(good)}`);
          const answer = await client.submit(place, { [field]: value });
          assert.ok(
            answer.status >= 400 && answer.status < 500,
            `${field}=${value.slice(0, 40)}: ${answer.status}`,
          );
        }
      }
      assert.deepEqual(await rows(), before);
    });
  }
});

/** Half of the values for a field, the other half for the next: two forms in a row see all of them. */
const someFor = (fields: readonly string[], field: string) =>
  HOSTILE_TEXTS.filter((_, at) => (at + fields.indexOf(field)) % 2 === 0);

describe('hostile values in the forms of changes', () => {
  for (const { name, form, place, good, words } of FORMS) {
    it(`never break a page of ${name}, and change nothing`, async () => {
      const client = await signedIn();
      await client.get(`${form}/pruefen?${new URLSearchParams(good)}`);
      await client.submit(place);
      const [order] = await portal.database.owner.sql<{ number: string }>(
        'select number from service_order order by id desc limit 1',
      );
      const change = `${place}/${order?.number}/aendern`;
      const answers: Record<string, string> = { ...good, version: '1', reference: 'neu' };
      await client.get(`${change}/pruefen?${new URLSearchParams(answers)}`);
      assert.equal(client.page.status, 200, client.page.text);
      const [before, versions] = [await rows(), await allVersions()];
      const fields = [...Object.keys(answers), 'from', 'setStops', 'unheardOf'];
      for (const field of fields) {
        for (const value of someFor(fields, field)) {
          const what = `${field}=${value.slice(0, 40)}`;
          const hostile = { ...answers, [field]: value };
          const page = await client.get(`${change}/pruefen?${new URLSearchParams(hostile)}`);
          assert.ok(page.status < 500, `${what} was answered with ${page.status}`);
          assert.doesNotMatch(page.html, /<script>alert|<img src=x/, what);
          if (!words.includes(field)) continue;
          // of another version nothing is taken, however good the rest
          const sent = await client.post(change, { ...hostile, version: '7', _key: `hostile-${field}` });
          assert.ok(sent.status >= 400 && sent.status < 500, `${what}: ${sent.status}`);
        }
      }
      const strict = Object.keys(answers).filter((one) => !words.includes(one) && one !== 'version');
      for (const field of ['version', ...strict]) {
        for (const value of someFor(strict, field).filter((one) => one.trim() !== '' && one !== '0')) {
          if (['isUniform', 'direct', 'stopCount', 'kind', 'reference', 'note'].includes(field)) continue;
          const sent = await client.post(change, { ...answers, [field]: value, _key: `strict-${field}` });
          assert.ok(
            sent.status >= 400 && sent.status < 500,
            `${field}=${value.slice(0, 40)}: ${sent.status}`,
          );
        }
      }
      assert.deepEqual([await rows(), await allVersions()], [before, versions]);
    });
  }
});

const PLAN_FORMS: readonly {
  readonly form: string;
  readonly check?: string;
  readonly good: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}[] = [
  {
    form: 'aendern',
    check: 'aendern/pruefen',
    good: {
      weekdays: '1',
      window: '15:00',
      addressId: `${ids.address('Kanzlei')}`,
      onHoliday: 'skip',
      costCentreId: '',
      reference: 'neu',
      driverHint: '',
      expectedLetters: '',
      expectedBoxes: '',
      from: '2026-12-21',
      revision: '1',
    },
    words: ['reference', 'driverHint'],
  },
  { form: 'aussetzen', check: 'termin?datum=2026-12-07', good: { date: '2026-12-07' }, words: [] },
  { form: 'wiederaufnehmen', good: { date: '2026-12-07' }, words: [] },
  { form: 'verschieben', good: { date: '2026-12-07', slot: '2026-12-08T12:00' }, words: [] },
  {
    form: 'zusatztermin',
    check: 'zusatztermin',
    good: { slot: '2026-12-11T12:00', schritt: 'pruefen' },
    words: ['schritt'],
  },
  {
    form: 'pausen',
    check: 'pausen',
    good: { from: '2026-12-14', until: '2026-12-18', reason: 'Inventur' },
    words: ['reason'],
  },
  { form: 'pause-streichen', good: { pause: '999999' }, words: [] },
  { form: 'beenden', check: 'beenden', good: { lastDate: '2027-01-29' }, words: [] },
];

describe('hostile values in the forms of standing pickups', () => {
  const path = '/abholungen/regelmaessig';
  const good = {
    weekdays: '1',
    window: '12:00',
    addressId: `${ids.address('Kanzlei')}`,
    validFrom: '2026-11-30',
    validUntil: '',
    onHoliday: 'skip',
    expectedLetters: '',
    expectedBoxes: '',
    costCentreId: '',
    reference: '',
    driverHint: '',
  };
  /** All that the firm's plans are, whatever was done to them. */
  const plans = () =>
    portal.database.owner.sql(
      `select (select json_agg(p order by id) from standing_pickup p) as plans,
         (select json_agg(v order by id) from standing_pickup_version v) as versions,
         (select json_agg(e) from standing_pickup_exception e) as exceptions,
         (select json_agg(e) from standing_pickup_pause e) as pauses`,
    );
  const isHarmless = (page: { status: number; html: string }, what: string) => {
    assert.ok(page.status < 500, `${what} was answered with ${page.status}`);
    assert.doesNotMatch(page.html, /<script>alert|<img src=x/, what);
  };
  const strictFor = (field: string) =>
    someFor(Object.keys(good), field).filter((one) => one.trim() !== '' && one !== '0');

  it('never break form and check page, and set none up', async () => {
    const client = await signedIn();
    const before = [await rows(), await plans()];
    const fields = [...Object.keys(good), 'unheardOf'];
    for (const field of fields) {
      for (const value of someFor(fields, field)) {
        const query = new URLSearchParams({ ...good, [field]: value });
        isHarmless(await client.get(`${path}/neu/pruefen?${query}`), `${field}=${value.slice(0, 40)}`);
      }
    }
    await client.get(`${path}/neu/pruefen?${new URLSearchParams(good)}`);
    for (const field of Object.keys(good).filter((one) => !['reference', 'driverHint'].includes(one))) {
      for (const value of strictFor(field)) {
        const sent = await client.post(path, { ...good, [field]: value, _key: `plan-${field}` });
        assert.ok(sent.status >= 400 && sent.status < 500, `${field}=${value.slice(0, 40)}: ${sent.status}`);
      }
    }
    assert.deepEqual([await rows(), await plans()], before);
  });

  it('never break what can be done to a plan, and change nothing', async () => {
    const client = await signedIn();
    await client.get(`${path}/neu/pruefen?${new URLSearchParams(good)}`);
    const { address } = await client.submit(path);
    const plan = address.split('?')[0] ?? '';
    const before = [await rows(), await plans()];
    for (const { form, check, good: answers, words } of PLAN_FORMS) {
      const fields = [...Object.keys(answers), 'from', 'monat', 'datum', 'unheardOf'];
      for (const field of fields) {
        if (!check) continue;
        for (const value of someFor(fields, field)) {
          const query = new URLSearchParams({ ...answers, [field]: value });
          const to = `${plan}/${check}${check.includes('?') ? '&' : '?'}${query}`;
          isHarmless(await client.get(to), `${check} ${field}=${value.slice(0, 40)}`);
        }
      }
      await client.get(plan);
      for (const field of Object.keys(answers).filter((one) => !words.includes(one))) {
        for (const value of strictFor(field)) {
          const sent = await client.post(`${plan}/${form}`, {
            ...answers,
            [field]: value,
            _key: `${form}-${field}`,
          });
          assert.ok(
            sent.status >= 400 && sent.status < 500,
            `${form} ${field}=${value.slice(0, 40)}: ${sent.status}`,
          );
        }
      }
    }
    assert.deepEqual([await rows(), await plans()], before);
  });
});
