import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from './support/app.ts';
import type { Client, Fields, Page } from './support/client.ts';

/** Whatever somebody may put into a field, by accident or on purpose. */
const HOSTILE = [
  '',
  ' ',
  "'",
  "'; drop table service_order; --",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202Egnp.exe\u202C',
  'a\u0000b',
  '📮🐘',
  'x'.repeat(10_000),
  '-1',
  '0',
  '1.5',
  '1e9',
  '99999999999999999999',
  'NaN',
  'null',
  '[]',
  '../../etc/passwd',
  '2026-02-30T10:00',
  '2026-11-25T10:00:00Z',
  '%00%ff',
  '{{7*7}}',
  'ＦＵＬＬ',
];

const portal = await testApp({ at: '2026-11-23T10:00' });

/** How many rows the firms own; nothing here may change it. */
async function rows(): Promise<unknown> {
  return portal.database.owner.sql(
    `select (select count(*) from service_order) as orders, (select count(*) from order_line) as lines,
       (select count(*) from submission) as submissions, (select sum(booked) from slot) as booked`,
  );
}

/** Every order with its version: nothing hostile may make another one. */
async function versions(): Promise<unknown> {
  return portal.database.owner.sql('select id, version, reference from service_order order by id');
}

async function signedIn(): Promise<Client> {
  const client = portal.client();
  await client.signIn('D100001', 'admin@d100001.example');
  return client;
}

function assertHarmless(page: Page, what: string): void {
  assert.ok(page.status < 500, `${what} was answered with ${page.status}`);
  assert.doesNotMatch(page.html, /<script>alert|<img src=x/, `${what} came back as markup`);
}

/** Answers that place an order, with a window and an address that exist. */
async function goodAnswers(client: Client, form: string): Promise<Record<string, string>> {
  const page = await client.get(form);
  const slot = /name="slot" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const addressId =
    /<option value="(\d+)"/.exec(page.html.slice(page.html.indexOf('name="addressId"')))?.[1] ?? '';
  assert.ok(slot && addressId, `${form} offers a window and an address`);
  return { slot, addressId, reference: '', costCentreId: '', driverHint: '' };
}

const FORMS = [
  {
    name: 'goods',
    form: '/bestellen/lieferung?quantity.BOX_SMALL=1',
    check: '/bestellen/pruefen',
    place: '/bestellen',
    more: { 'quantity.BOX_SMALL': '1', 'quantity.STAMP_STD_20': '0' } as Fields,
    freeText: ['reference', 'driverHint'],
  },
  {
    name: 'pickups',
    form: '/abholungen/neu',
    check: '/abholungen/neu/pruefen',
    place: '/abholungen',
    more: {} as Fields,
    freeText: ['reference', 'driverHint'],
  },
  {
    name: 'express pickups',
    form: '/abholungen/express',
    check: '/abholungen/express/pruefen',
    place: '/abholungen/express',
    more: {} as Fields,
    freeText: ['reference', 'driverHint'],
  },
];

describe('hostile values in forms', () => {
  for (const { name, form, check, place, more, freeText } of FORMS) {
    it(`never break the check page of ${name}`, async () => {
      const client = await signedIn();
      const good = { ...more, ...(await goodAnswers(client, form)) };
      const before = await rows();
      for (const field of [...Object.keys(good), 'from', 'unheardOf']) {
        for (const value of HOSTILE) {
          const query = new URLSearchParams({ ...good, [field]: value } as Record<string, string>);
          assertHarmless(await client.get(`${check}?${query}`), `${field}=${value.slice(0, 40)}`);
        }
      }
      assert.deepEqual(await rows(), before);
    });

    it(`never place an order of ${name}, unless they are only words`, async () => {
      const client = await signedIn();
      const good = { ...more, ...(await goodAnswers(client, form)) };
      await client.get(`${check}?${new URLSearchParams(good as Record<string, string>)}`);
      const { cookie } = client;
      const key = /name="_key" value="([^"]+)"/.exec(client.page.html)?.[1] ?? '';
      const csrf = /name="_csrf" value="([^"]+)"/.exec(client.page.html)?.[1] ?? '';
      const before = await rows();
      const strict = Object.keys(good).filter(
        (field) => !freeText.includes(field) && field !== 'costCentreId',
      );
      for (const field of [...strict, '_key', '_csrf']) {
        for (const value of HOSTILE) {
          client.cookie = cookie;
          const isHarmlessZero = field.startsWith('quantity.STAMP') && ['', ' ', '0'].includes(value);
          const isKey = field === '_key' && /^[\w-]{8,100}$/.test(value);
          if (isHarmlessZero || isKey) continue;
          const page = await client.post(
            place,
            { ...good, _key: key, _csrf: csrf, [field]: value },
            { follow: false },
          );
          assertHarmless(page, `${field}=${value.slice(0, 40)}`);
          assert.notEqual(page.status, 303, `${field}=${value.slice(0, 40)} placed an order`);
        }
      }
      assert.deepEqual(await rows(), before);
    });
  }

  it('never break the form of a change, and change nothing unless they are only words', async () => {
    const client = await signedIn();
    const booked = await goodAnswers(client, '/abholungen/neu');
    await client.get(`/abholungen/neu/pruefen?${new URLSearchParams(booked)}`);
    await client.submit('/abholungen');
    const [order] = await portal.database.owner.sql<{ number: string }>(
      'select number from service_order order by id desc limit 1',
    );
    const form = `/auftraege/${order?.number}/aendern`;
    const good = { ...booked, version: '1', reference: 'neu' };
    await client.get(`${form}/pruefen?${new URLSearchParams(good)}`);
    const before = await versions();
    for (const field of [...Object.keys(good), 'quantities', 'quantity.PICKUP_EXTRA', 'from', 'unheardOf']) {
      for (const value of HOSTILE) {
        const what = `${field}=${value.slice(0, 40)}`;
        const answers = { ...good, [field]: value };
        assertHarmless(await client.get(`${form}/pruefen?${new URLSearchParams(answers)}`), what);
        // of another version nothing is taken, however good the rest
        assertHarmless(await client.post(form, { ...answers, version: '7', _key: 'change-hostile' }), what);
      }
    }
    for (const field of ['version', 'slot', 'addressId', 'costCentreId', '_key']) {
      for (const value of HOSTILE.filter((one) => one.trim() !== '' && !/^[\w-]{8,100}$/.test(one))) {
        const answers = { ...good, _key: `hostile-${field}`, [field]: value };
        assertHarmless(await client.post(form, answers), `${field}=${value.slice(0, 40)}`);
      }
    }
    assert.deepEqual(await versions(), before);
  });

  it('are only words in a reference: stored clean, shown escaped', async () => {
    const client = await signedIn();
    const good = await goodAnswers(client, '/abholungen/neu');
    const reference = '<script>alert(1)</script>\u202E\u0000';
    await client.get(`/abholungen/neu/pruefen?${new URLSearchParams({ ...good, reference })}`);
    const page = await client.submit('/abholungen');
    assert.equal(page.status, 200);
    assertHarmless(page, 'reference');
    const [order] = await portal.database.owner.sql(
      'select reference from service_order order by id desc limit 1',
    );
    assert.deepEqual(order, { reference: '<script>alert(1)</script>' });
  });

  it('never break the list of orders or the page of one', async () => {
    const client = await signedIn();
    for (const field of ['service', 'status', 'from', 'to', 'search', 'older', 'newer', 'unheardOf']) {
      for (const value of HOSTILE) {
        const page = await client.get(`/auftraege?${new URLSearchParams({ [field]: value })}`);
        assert.equal(page.status, 200, `${field}=${value.slice(0, 40)}`);
        assertHarmless(page, field);
      }
    }
    for (const value of HOSTILE.filter((one) => one.trim() !== '' && !one.includes('..'))) {
      const page = await client.get(`/auftraege/${encodeURIComponent(value)}`);
      assert.equal(page.status, 404, `order ${value.slice(0, 40)}`);
    }
  });
});

describe('a submission', () => {
  async function readyToBook(): Promise<{ client: Client; fields: Fields }> {
    const client = await signedIn();
    const good = await goodAnswers(client, '/abholungen/neu');
    const page = await client.get(`/abholungen/neu/pruefen?${new URLSearchParams(good)}`);
    const form = page.forms.find(({ action }) => action === '/abholungen');
    return { client, fields: Object.fromEntries(form?.fields ?? []) };
  }

  it('that is sent twice books once and leads to the same page', async () => {
    const { client, fields } = await readyToBook();
    const first = await client.post('/abholungen', fields);
    const between = await rows();
    const second = await client.post('/abholungen', fields);
    assert.equal(second.address, first.address);
    assert.deepEqual(await rows(), between);
  });

  it('with a used key and other answers is refused', async () => {
    const { client, fields } = await readyToBook();
    await client.post('/abholungen', fields);
    const between = await rows();
    const other = await client.post('/abholungen', { ...fields, reference: 'anders' });
    assert.equal(other.status, 409);
    assert.deepEqual(await rows(), between);
  });

  for (const [what, headers] of [
    ['from another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['from a sibling site', { origin: 'http://x.portal.test', 'sec-fetch-site': 'same-site' }],
    ['with the origin null', { origin: 'null', 'sec-fetch-site': undefined }],
    ['without saying where from', { origin: undefined, 'sec-fetch-site': undefined }],
  ] as const) {
    it(`${what} is refused although the token is right`, async () => {
      const { client, fields } = await readyToBook();
      const before = await rows();
      const page = await client.post('/abholungen', fields, { headers });
      assert.equal(page.status, 403);
      assert.deepEqual(await rows(), before);
    });
  }

  it('with the token of another session is refused', async () => {
    const mine = await readyToBook();
    const other = await readyToBook();
    const page = await mine.client.post('/abholungen', { ...mine.fields, _csrf: String(other.fields._csrf) });
    assert.equal(page.status, 403);
  });

  it('after the order deadline is refused with the way to another date', async () => {
    const { client, fields } = await readyToBook();
    portal.clock.set('2026-11-23T16:00:01');
    const before = await rows();
    const page = await client.post('/abholungen', fields);
    portal.clock.set('2026-11-23T10:00');
    assert.equal(page.status, 409);
    assert.match(page.text, /nicht mehr buchbar/);
    assert.deepEqual(await rows(), before);
  });
});
