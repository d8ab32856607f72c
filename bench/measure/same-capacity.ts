import type { Bench, Measured, Site } from '../bench.ts';
import { type BenchDatabase, putJobsOff } from '../portal/database.ts';
import { startHelper } from '../processes/helper.ts';
import { rounded } from '../statistics.ts';
import { measureBookingSpeed } from './booking-speed.ts';
import { sideJson } from './compare.ts';
import { comparisonLines } from './lines.ts';

const FIRMS = 1000;
const PROCESSES = 4;
/** Places of each window: fewer than firms want one, so that every window fills up. */
const CAPACITY = 200;
const WINDOWS = 2;
/** The round of pickups in the zone in which the firms lie. */
const POSTCODE = '10999';
const POOL = 'pickup-CITY';

/**
 * A thousand firms want the same windows, from four processes at once. What counts is that no window takes one
 * booking too many and that every booking that was confirmed is there.
 */
export async function measureSameCapacity(bench: Bench, site: Site): Promise<Measured> {
  const { database } = site;
  bench.say(`sameCapacity: ${FIRMS} firms`);
  await putJobsOff(database);
  const firms = await makeFirms(database);
  const slots = await sameSlots(database);
  const helpers = Array.from({ length: PROCESSES }, () => startHelper(bench.cleanup, 'bookPickups'));
  bench.say('sameCapacity: booking');
  const results = await Promise.all(
    helpers.map((helper, index) =>
      helper.run({
        url: database.appUrl,
        firms: firms.filter((_, at) => at % PROCESSES === index),
        slots,
      }),
    ),
  );
  const confirmed = results.flatMap(({ booked }) => booked);
  const { overbooked, stored, lost, taken } = await audit(database, confirmed);
  const seconds = Math.max(...results.map((result) => result.seconds));
  const attempts = confirmed.length + results.reduce((sum, { full }) => sum + full, 0);
  const isRight =
    overbooked === 0 &&
    lost === 0 &&
    stored === confirmed.length &&
    taken === confirmed.length &&
    confirmed.length === CAPACITY * WINDOWS;
  const speed = await measureBookingSpeed(bench, site, { bookers: helpers, firms, slots });
  await Promise.all(helpers.map((helper) => helper.stop()));
  return {
    json: {
      ratio: rounded(speed.ratio.median),
      ratioMin: rounded(speed.ratio.min),
      ratioMax: rounded(speed.ratio.max),
      portal: sideJson(speed.portal),
      floor: sideJson(speed.floor),
      firms: FIRMS,
      processes: PROCESSES,
      places: CAPACITY * WINDOWS,
      confirmed: confirmed.length,
      overbooked,
      lost,
      attemptsPerSecond: rounded(attempts / seconds),
    },
    lines: [
      {
        what: `${FIRMS} firms, ${PROCESSES} processes, ${CAPACITY * WINDOWS} places: places too many, orders lost`,
        value: `${overbooked}, ${lost}`,
        target: { text: '0, 0, and every place taken', isMet: isRight },
      },
      { what: '  attempts to book/s, of all processes', value: `${rounded(attempts / seconds)}` },
      ...comparisonLines(
        `book the same ${WINDOWS} windows from ${PROCESSES} processes`,
        'bookings/s',
        undefined,
        speed,
      ),
    ],
  };
}

/** Firms with one address each, which the portal would enter one by one. */
async function makeFirms({ superuser }: BenchDatabase) {
  await superuser.query(
    `insert into customer (number, name, created_at)
     select 'D9' || lpad(i::text, 6, '0'), 'Bench ' || i, now() from generate_series(1, $1::int) i
     on conflict do nothing`,
    [FIRMS],
  );
  await superuser.query(
    `insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup)
     select id, 'Bench', name, 'Laternenkai 1', $1, 'Berlin', false, false, true from customer c
     where number like 'D9______' and not exists (select from address where customer_id = c.id)`,
    [POSTCODE],
  );
  const { rows } = await superuser.query<{ id: string; number: string; address_id: string }>(
    `select c.id, c.number, a.id as address_id from customer c join address a on a.customer_id = c.id
     where c.number like 'D9______' order by c.id`,
  );
  return rows.map((row) => ({ id: Number(row.id), number: row.number, addressId: Number(row.address_id) }));
}

/** Two windows of one day some weeks ahead, with so many places. */
async function sameSlots({ superuser }: BenchDatabase): Promise<string[]> {
  await superuser.query(`update time_window set capacity = $1 where pool = $2`, [CAPACITY, POOL]);
  const { rows } = await superuser.query<{ slot: string }>(
    `select to_char(day + w.starts, 'YYYY-MM-DD"T"HH24:MI') as slot
     from (select current_date + 28 - extract(isodow from current_date)::int + 3 as day) d
     join time_window w on w.pool = $2 and w.weekday = 3
     where not exists (select from calendar_exception e where e.date = day)
     order by w.starts limit $1`,
    [WINDOWS, POOL],
  );
  if (rows.length < WINDOWS) throw new Error('the day for sameCapacity is closed');
  return rows.map(({ slot }) => slot);
}

/** What the database holds of it, whoever said what. */
async function audit({ superuser }: BenchDatabase, confirmed: readonly string[]) {
  const { rows } = await superuser.query<Record<'overbooked' | 'stored' | 'lost' | 'taken', string>>(
    `select
       (select count(*) from slot where booked > capacity) as overbooked,
       (select count(*) from service_order o join customer c on c.id = o.customer_id
         where c.number like 'D9______' and o.status = 'placed') as stored,
       (select count(*) from unnest($1::text[]) as n (number)
         where not exists (select from service_order o where o.number = n.number)) as lost,
       (select sum(s.booked) from slot s where s.pool = $2 and exists (
         select from service_order o join customer c on c.id = o.customer_id where c.number like 'D9______'
           and o.pool = s.pool and o.service_date = s.service_date and o.window_starts = s.starts)) as taken`,
    [confirmed, POOL],
  );
  const [row] = rows;
  return {
    overbooked: Number(row?.overbooked),
    stored: Number(row?.stored),
    lost: Number(row?.lost),
    taken: Number(row?.taken),
  };
}
