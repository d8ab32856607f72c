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
      for (const field of [...Object.keys(answers), 'from', 'setStops', 'unheardOf']) {
        for (const value of HOSTILE_TEXTS) {
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
        for (const value of HOSTILE_TEXTS.filter((one) => one.trim() !== '' && one !== '0')) {
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
