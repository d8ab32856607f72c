import type { Bench, Measured, Site } from '../bench.ts';
import { fillOrders } from '../portal/database.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { rounded, type Spread, spread } from '../statistics.ts';
import { withRange } from './lines.ts';
import { FEW_ORDERS, LIST } from './order-list.ts';

const TARGET = 1.3;

/** What is asked of the large table besides the first page. */
const OTHER_PAGES = ['filtered', 'search', 'deep'] as const;
type OtherPage = (typeof OTHER_PAGES)[number];

/** The first page of the list among few orders and among very many, half of them of the firm that asks. */
export async function measureOrderListGrowth(bench: Bench, few: Site, many: Site): Promise<Measured> {
  const { orders, rounds } = bench.options;
  await fillOrders(few.database, FIRMS[0], FEW_ORDERS);
  bench.say(`orderListGrowth: writing ${orders} orders`);
  const began = performance.now();
  await fillOrders(many.database, FIRMS[0], orders);
  const fillSeconds = (performance.now() - began) / 1000;

  bench.say('orderListGrowth: rounds');
  const pages = {
    few: await pageOf(bench, few, LIST),
    many: await pageOf(bench, many, LIST),
    filtered: await pageOf(bench, many, `${LIST}?service=GOODS_BOXES&status=cancelled`),
    search: await pageOf(bench, many, `${LIST}?search=Projekt+77`),
    deep: await pageOf(bench, many, `${LIST}?older=${await middleOf(many)}`),
  };
  const times: Record<keyof typeof pages, number[]> = {
    few: [],
    many: [],
    filtered: [],
    search: [],
    deep: [],
  };
  const names = Object.keys(pages) as (keyof typeof pages)[];
  for (const name of names) await pages[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(await pages[name]());
  }

  const toFew = (name: 'many' | OtherPage) =>
    spread(times[name].map((time, round) => time / (times.few[round] ?? 0)));
  const ratio = toFew('many');
  return {
    json: {
      ratio: rounded(ratio.median),
      target: TARGET,
      ratioMin: rounded(ratio.min),
      ratioMax: rounded(ratio.max),
      orders: { few: FEW_ORDERS, many: orders },
      fillSeconds: rounded(fillSeconds),
      milliseconds: Object.fromEntries(names.map((name) => [name, rounded(spread(times[name]).median)])),
      ratios: Object.fromEntries(OTHER_PAGES.map((name) => [name, rounded(toFew(name).median)])),
    },
    lines: [
      {
        what: `list among ${orders} orders, of the time among ${FEW_ORDERS}`,
        value: withRange(ratio),
        target: { text: `≤ ${TARGET}`, isMet: ratio.median <= TARGET },
      },
      line(`  first page among ${FEW_ORDERS}, ms`, spread(times.few)),
      line(`  first page among ${orders}, ms`, spread(times.many)),
      line('  filtered by service and status, ms', spread(times.filtered)),
      line('  found by reference, ms', spread(times.search)),
      line('  the 5000th page, ms', spread(times.deep)),
    ],
  };
}

const line = (what: string, times: Spread) => ({ what, value: withRange(times) });

/** Asks for a page over and over on one connection; the median of the times is what counts. */
async function pageOf(bench: Bench, { portal }: Site, path: string): Promise<() => Promise<number>> {
  const browser = await signIn(portal.port, FIRMS[0]);
  const { status, text } = await browser.get(path);
  if (status !== 200 || !text.includes('<table')) throw new Error(`${path} shows no orders (${status})`);
  const requests = [browser.written('GET', path)];
  const seconds = bench.options.seconds / 2;
  return async () => {
    const round = await bench.load({
      port: portal.port,
      requests,
      connections: 1,
      expectedStatus: 200,
      seconds,
    });
    return round.median;
  };
}

/** The cursor in the middle of the firm's orders. */
async function middleOf({ database: { superuser } }: Site): Promise<string> {
  const { rows } = await superuser.query<{ cursor: string }>(
    `select (extract(epoch from placed_at) * 1000000)::bigint || '-' || id as cursor
     from service_order where customer_id = (select id from customer where number = $1)
     order by placed_at desc, id desc
     offset (select count(*) / 2 from service_order where customer_id = (select id from customer where number = $1))
     limit 1`,
    [FIRMS[0]],
  );
  return rows[0]?.cursor ?? '';
}
