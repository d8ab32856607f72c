import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, CLIENTS, type Measured, type Site } from '../bench.ts';
import type { Browser, Fields } from '../portal/browser.ts';
import { type BenchDatabase, jobsDone, putJobsOff, releaseJobs, widenWindows } from '../portal/database.ts';
import { choices, hiddenFields, tags } from '../portal/html.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { withRecorder } from '../portal/statement-log.ts';
import { startHelper } from '../processes/helper.ts';
import { type Recording, recordingOf } from '../replay.ts';
import { rounded } from '../statistics.ts';
import { compare, sideJson } from './compare.ts';
import { comparisonLines } from './lines.ts';

const TARGET = 0.4;
const MOST_STATEMENTS = 12;
/** So many windows that clients rarely want the same place in the same moment. */
const WINDOWS = 48;
const LETTERS_MS = 4000;
const BASKET: Fields = [
  ['quantity.STAMP_STD_20', '2'],
  ['quantity.STAMP_STD_100', '1'],
];

/** An order that one of the firms may place: its address, the fields of its form. */
interface Order {
  readonly browser: Browser;
  readonly fields: Fields;
}

/** The statements of one order, and the key of its form, which stands among their values. */
interface Recorded {
  readonly key: string;
  readonly stages: Recording;
}

/** Places orders of two lines over HTTP, and beside it the same statements from a bare loop. */
export async function measurePlaceOrder(bench: Bench, site: Site): Promise<Measured> {
  const { portal, database } = site;
  bench.say('placeOrder: filling in forms');
  await widenWindows(database);
  await putJobsOff(database);
  const orders = await ordersToPlace(portal.port);
  bench.say('placeOrder: recording statements');
  const recordings = await record(site, orders);
  const statements = Math.max(...recordings.map(({ stages }) => stages.flat(2).length));

  bench.say('placeOrder: rounds');
  const floor = startHelper(bench.cleanup, 'placeOrderFloor');
  const { seconds } = bench.options;
  const requests = orders.map(({ browser, fields }) =>
    browser.written('POST', '/bestellen', withKey(fields, '{{key}}')),
  );
  let failed = 0;
  const result = await compare(
    bench.options.rounds,
    {
      pids: [portal.pid],
      run: async () => {
        const round = await bench.load({
          port: portal.port,
          requests,
          connections: CLIENTS,
          expectedStatus: 303,
        });
        failed += round.failed;
        return round;
      },
    },
    {
      pids: [floor.pid],
      run: () => floor.run({ url: database.appUrl, recordings, clients: CLIENTS, seconds }),
    },
  );
  await floor.stop();
  bench.say('placeOrder: letters');
  const lettersPerSecond = await writeLetters(database);
  return {
    json: {
      ratio: rounded(result.ratio.median),
      statements,
      target: TARGET,
      ratioMin: rounded(result.ratio.min),
      ratioMax: rounded(result.ratio.max),
      clients: CLIENTS,
      windows: orders.length,
      failed,
      portal: sideJson(result.portal),
      floor: sideJson(result.floor),
      lettersPerSecond: rounded(lettersPerSecond),
    },
    lines: [
      ...comparisonLines('place an order of two lines', 'orders/s', TARGET, result),
      {
        what: '  statements for each',
        value: `${statements}`,
        target: { text: `≤ ${MOST_STATEMENTS}`, isMet: statements <= MOST_STATEMENTS },
      },
      { what: '  confirmations written afterwards, letters/s', value: `${rounded(lettersPerSecond)}` },
    ],
  };
}

/** Goes through the steps of an order as far as its last button, for every window of the next weeks. */
async function ordersToPlace(port: number): Promise<Order[]> {
  const firms = await Promise.all(
    FIRMS.map(async (firm) => {
      const browser = await signIn(port, firm);
      const page = await deliveryPage(browser, '');
      const addressId = choices(page, 'addressId')[0];
      if (!addressId) throw new Error(`${firm} has no address to deliver to`);
      return { browser, addressId };
    }),
  );
  const [first] = firms;
  // firms of different zones have different windows: those that all of them have
  const offered = await Promise.all(firms.map(({ browser }) => offeredSlots(browser)));
  const slots = (offered[0] ?? []).filter((slot) => offered.every((own) => own.includes(slot)));
  return Promise.all(
    slots.map(async (slot, index) => {
      const { browser, addressId } = firms[index % firms.length] ?? first ?? never();
      const answers: Fields = [...BASKET, ['slot', slot], ['addressId', addressId]];
      const page = await browser.get(`/bestellen/pruefen?${search(answers)}`);
      return { browser, fields: hiddenFields(page.text, '/bestellen') };
    }),
  );
}

async function offeredSlots(browser: Browser): Promise<string[]> {
  const slots: string[] = [];
  for (let from: string | undefined = ''; from !== undefined && slots.length < WINDOWS; ) {
    const page = await deliveryPage(browser, from);
    slots.push(...choices(page, 'slot'));
    const others = tags(page, 'button').filter(({ name }) => name === 'from');
    from = others.map(({ value = '' }) => value).find((date) => date > (slots.at(-1) ?? ''));
  }
  if (slots.length === 0) throw new Error('no window is offered');
  return slots.slice(0, WINDOWS);
}

async function deliveryPage(browser: Browser, from: string): Promise<string> {
  return (await browser.get(`/bestellen/lieferung?${search([...BASKET, ['from', from]])}`)).text;
}

/** Places each order once, with PostgreSQL writing down what the portal asked for. */
function record(site: Site, orders: readonly Order[]): Promise<Recorded[]> {
  const place = async ({ browser, fields }: Order, key: string) => {
    const { status, text } = await browser.post('/bestellen', withKey(fields, key));
    if (status !== 303) throw new Error(`An order was answered with ${status}:\n${text.slice(0, 2000)}`);
  };
  return withRecorder(site.database, async (recorded) => {
    const recordings: Recorded[] = [];
    for (const order of orders) {
      const key = crypto.randomUUID();
      const statements = await recorded(() => place(order, key));
      recordings.push({ key, stages: recordingOf(statements) });
    }
    return recordings;
  });
}

/** Lets the portal write the letters of all these orders for a while. */
async function writeLetters(database: BenchDatabase): Promise<number> {
  const before = await jobsDone(database);
  await releaseJobs(database);
  await sleep(LETTERS_MS);
  return ((await jobsDone(database)) - before) / (LETTERS_MS / 1000);
}

const withKey = (fields: Fields, key: string): Fields =>
  fields.map(([name, value]) => [name, name === '_key' ? key : value]);

const search = (fields: Fields) => new URLSearchParams(fields.map((field) => [...field]));

function never(): never {
  throw new Error('there is no firm');
}
