import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { berlin } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { OrderQuery } from './schemas.ts';
import { type OrderPage, showOrders } from './show-orders.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const admin = await ctxFor({ db });
const other = await ctxFor({ db, customer: 'D100002' });

interface Sample {
  number: string;
  service: string;
  status: string;
  placedAt: Temporal.Instant;
  reference: string;
}

const SERVICES = ['GOODS_FINAL', 'GOODS_BOXES', 'PICKUP_EXTRA'];
const STATUSES = ['placed', 'completed', 'cancelled', 'failed'];
const REFERENCES = [
  '',
  'Nachschub',
  'nachschub 2',
  'NACHT',
  'Umzug',
  '100%',
  '10_',
  "O'Neill",
  'Straße',
  'ΟΔΟΣ',
  'İstanbul',
  '\u{1F4EE} Post',
];

/** Three orders at a time are placed in the same microsecond; the next ones a day and a bit later. */
const samples: Sample[] = Array.from({ length: 97 }, (_, index) => ({
  number: `A-2026-${String(index + 1).padStart(6, '0')}`,
  service: SERVICES[index % 3] ?? '',
  status: STATUSES[index % 4] ?? '',
  placedAt: berlin('2026-10-20T22:00').add({ microseconds: 1, hours: 25 * Math.floor(index / 3) }),
  reference: REFERENCES[index % REFERENCES.length] ?? '',
}));

async function insert(customerId: number, orders: readonly Sample[]): Promise<void> {
  await owner.sql(
    `with given as (select * from jsonb_to_recordset($2::jsonb) as g (
       number text, service text, status text, "placedAt" timestamptz, reference text)
     ), keys as (
       insert into submission select $1, 'sample-' || number, '', "placedAt" from given returning key
     ), orders as (
       insert into service_order (customer_id, number, submission_key, service_code, status, pool, service_date,
         window_starts, window_ends, starts_at, ends_at, address_id, address, reference, cost_centre_label,
         driver_hint, net_cents, vat, gross_cents, placed_at, cancelled_at)
       select $1, number, 'sample-' || number, service, status, 'pickup', '2026-12-01', '10:00', '12:00',
         "placedAt", "placedAt" + interval '1 hour', (select min(id) from address where customer_id = $1), '{}', reference,
         '', '', 0, '[]', 0, "placedAt", case when status = 'cancelled' then "placedAt" end
       from given where (select count(*) from keys) > 0 order by number
       returning id, customer_id
     )
     insert into order_line select id, customer_id, 1, 'PICKUP_EXTRA', '{"de":"x","en":"x"}', '{"de":"x","en":"x"}',
       1, 0, 1900, 0 from orders`,
    [customerId, JSON.stringify(orders)],
  );
}
await insert(admin.customer.id, samples);
await insert(
  other.customer.id,
  samples.slice(0, 20).map((order) => ({ ...order, number: order.number.replace('2026', '2025') })),
);

const PAGE = 10;
const show = (input: Record<string, string>, ctx = admin, size = PAGE) =>
  showOrders(ctx, OrderQuery.parse(input), size);

/** Follows the links of the list in one direction until there are no more. */
async function walk(filter: Record<string, string>, direction: 'older' | 'newer', start?: OrderPage) {
  const pages: OrderPage[] = [];
  let page = start ?? (await show(filter));
  pages.push(page);
  while (page[direction]) {
    page = await show({ ...filter, [direction]: page[direction] });
    pages.push(page);
    assert.ok(pages.length < 100, 'the list goes round in circles');
  }
  return pages;
}
const numbers = (pages: readonly OrderPage[]) =>
  pages.flatMap(({ rows }) => rows.map(({ number }) => number));

/** What the list must hold, newest first; of those placed at once the later number. */
const expected = (fits: (sample: Sample) => boolean) =>
  samples
    .filter(fits)
    .map(({ number }) => number)
    .reverse();

describe('walking through the orders', () => {
  it('visits each exactly once, also those of the same moment, and back again', async () => {
    const forth = await walk({}, 'older');
    assert.deepEqual(
      numbers(forth),
      expected(() => true),
    );
    assert.equal(forth.length, 10);
    assert.equal(forth[0]?.newer, undefined);
    assert.equal(forth.at(-1)?.older, undefined);

    const back = await walk({}, 'newer', forth.at(-1));
    assert.deepEqual(
      numbers(back.toReversed()),
      expected(() => true),
    );
    assert.equal(back.at(-1)?.newer, undefined);
    // going back shows the pages as they were, up to where the numbers do not divide
    assert.ok(back.every(({ rows }) => rows.length === PAGE || rows.length === 7));
  });

  for (const size of [1, 2, 3, 7, 96, 97, 98]) {
    it(`visits each exactly once in pages of ${size}`, async () => {
      const seen: string[] = [];
      for (
        let page = await show({}, admin, size);
        ;
        page = await show({ older: page.older ?? '' }, admin, size)
      ) {
        seen.push(...page.rows.map(({ number }) => number));
        if (!page.older) break;
      }
      assert.deepEqual(
        seen,
        expected(() => true),
      );
    });
  }

  it('does not lose or repeat anything when orders come in meanwhile', async (t) => {
    const first = await show({});
    const late = { ...samples[0], number: 'A-2026-700000', placedAt: berlin('2026-12-30T10:00') } as Sample;
    await insert(admin.customer.id, [late]);
    t.after(() =>
      owner.sql(
        `with gone as (delete from order_line where order_id = (select id from service_order where number = $1))
         delete from service_order where number = $1`,
        [late.number],
      ),
    );
    const second = await show({ older: first.older ?? '' });
    assert.deepEqual(numbers([first, second]), expected(() => true).slice(0, 2 * PAGE));
    const newest = await show({ newer: second.newer ?? '' });
    assert.deepEqual(numbers([newest]), numbers([first]));
    const beyond = await show({ newer: newest.newer ?? '' });
    assert.deepEqual(numbers([beyond]), [late.number]);
  });

  it('stays within the firm, also with the cursor of another', async () => {
    const [page] = await walk({}, 'older');
    const theirs = await show({ older: page?.older ?? '' }, other, 50);
    assert.ok(theirs.rows.every(({ number }) => number.startsWith('A-2025-')));
    assert.equal((await show({}, other, 50)).rows.length, 20);
  });

  it('shows the first page for a cursor that is none', async () => {
    const first = numbers([await show({})]);
    for (const older of [
      'x',
      '1',
      '1-',
      '-1-1',
      '1-1-1',
      "1-1'",
      '<script>',
      '\0',
      '9'.repeat(59),
      '1e9-1',
      '٣-٣',
    ]) {
      assert.deepEqual(numbers([await show({ older })]), first, older);
      assert.deepEqual(numbers([await show({ newer: older })]), first, older);
    }
    // far away, but a place in time
    assert.deepEqual(numbers([await show({ older: '0-0' })]), []);
    assert.deepEqual(numbers([await show({ newer: '99999999999999999-999999999999999' })]), []);
    assert.deepEqual(numbers([await show({ older: '99999999999999999-999999999999999' })]), first);
  });
});

describe('filtering the orders', () => {
  const dayOf = ({ placedAt }: Sample) =>
    placedAt.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
  const filters: [Record<string, string>, (sample: Sample) => boolean][] = [
    [{ service: 'GOODS_BOXES' }, ({ service }) => service === 'GOODS_BOXES'],
    [{ status: 'cancelled' }, ({ status }) => status === 'cancelled'],
    [
      { service: 'PICKUP_EXTRA', status: 'placed' },
      (s) => s.service === 'PICKUP_EXTRA' && s.status === 'placed',
    ],
    [{ from: '2026-11-01' }, (s) => dayOf(s) >= '2026-11-01'],
    [{ to: '2026-10-25' }, (s) => dayOf(s) <= '2026-10-25'],
    // the day on which the clocks go back has 25 hours
    [{ from: '2026-10-25', to: '2026-10-25' }, (s) => dayOf(s) === '2026-10-25'],
    [{ from: '2026-10-24', to: '2026-10-26' }, (s) => dayOf(s) >= '2026-10-24' && dayOf(s) <= '2026-10-26'],
    [{ from: '2026-11-10', to: '2026-11-01' }, () => false],
    [{ search: 'A-2026-000042' }, ({ number }) => number === 'A-2026-000042'],
    [{ search: ' a 2026-42 ' }, ({ number }) => number === 'A-2026-000042'],
    [{ search: '2026-42' }, ({ number }) => number === 'A-2026-000042'],
    [{ search: 'nach' }, ({ reference }) => /^nach/i.test(reference)],
    [{ search: 'NACHSCHUB' }, ({ reference }) => /^nachschub/i.test(reference)],
    [{ search: 'schub' }, () => false],
    [
      { service: 'GOODS_FINAL', status: 'placed', from: '2026-10-22', to: '2026-11-20', search: 'n' },
      (s) =>
        s.service === 'GOODS_FINAL' &&
        s.status === 'placed' &&
        dayOf(s) >= '2026-10-22' &&
        dayOf(s) <= '2026-11-20' &&
        /^n/i.test(s.reference),
    ],
  ];
  for (const [filter, fits] of filters) {
    it(`by ${JSON.stringify(filter)} finds what fits, on every page`, async () => {
      const pages = await walk(filter, 'older');
      assert.deepEqual(numbers(pages), expected(fits));
    });
  }

  for (const reference of REFERENCES.filter(Boolean)) {
    it(`finds ${reference} as it was written`, async () => {
      const wanted = expected((sample) => sample.reference === reference);
      const found = numbers(await walk({ search: reference }, 'older'));
      for (const number of wanted) assert.ok(found.includes(number), `${number} is missing`);
    });
  }

  it('takes no sign for a wildcard', async () => {
    for (const search of ['%', '_', '1_', '\\', '.*', "'", "' or 1=1 --"]) {
      assert.deepEqual(numbers([await show({ search })]), [], search);
    }
    assert.deepEqual(
      numbers(await walk({ search: '100%' }, 'older')),
      expected((s) => s.reference === '100%'),
    );
  });

  it('leaves out what cannot be read, and answers every input', async () => {
    const all = numbers([await show({})]);
    const odd: Record<string, string>[] = [
      { status: 'gone' },
      { status: '' },
      { from: '2026-02-30' },
      { to: '<script>' },
      { from: '0000-01-01' },
      { to: '9999-12-31' },
      { service: 'x'.repeat(41) },
      { search: 'x'.repeat(61) },
      { search: '\0\u202e' },
      { search: '   ' },
      { page: '7' },
    ];
    await assertUnchanged(database, async () => {
      for (const input of odd) assert.deepEqual(numbers([await show(input)]), all, JSON.stringify(input));
      for (const search of [
        "';--",
        '\ud800',
        '\u{10ffff}',
        'A-2026-',
        'A-99999-1',
        'A-2026-9999999999999',
        '\u{1F4EE}',
      ]) {
        await show({ search });
      }
      assert.deepEqual(numbers([await show({ service: "x' or '1'='1" })]), []);
    });
  });
});
