import { catalogueAt, offeredDays, readCatalogue } from '../../src/features/catalogue/index.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import type { Bench, Line, Measured, Site } from '../bench.ts';
import { median, rounded } from '../statistics.ts';

const SERVICES = ['GOODS_FINAL', 'GOODS_BOXES'];
const TIME_ZONE = 'Europe/Berlin';
/** Of an address in the city. */
const POSTCODE = '10999';
const DAYS = 30;
const TARGET_MS = 5;
const TIMES = 100;

/** What it costs to read the windows of the next weeks and to work out which are free, for a basket of two services. */
export async function measureOffers({ options, say }: Bench, { database }: Site): Promise<Measured> {
  say('offers');
  const db = openDatabase({ url: database.appUrl, maxConnections: 1 });
  let statements = 0;
  const counting: typeof db.sql = (text, values) => {
    statements += 1;
    return db.sql(text, values);
  };
  const offer = async () => {
    const now = Temporal.Now.instant();
    const catalogue = await readCatalogue(
      { sql: counting },
      { now, timeZone: TIME_ZONE, serviceCodes: SERVICES },
    );
    const last = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate().add({ days: DAYS });
    const days = offeredDays(catalogueAt(catalogue, POSTCODE), SERVICES, now);
    // a horizon that is shorter would be less work than what is promised here
    if (!days.some(({ date }) => Temporal.PlainDate.compare(date, last) >= 0))
      throw new Error(`The catalogue offers less than ${DAYS} days`);
  };
  for (let index = 0; index < TIMES; index++) await offer();
  const rounds: number[] = [];
  statements = 0;
  for (let round = 0; round < options.rounds; round++) {
    const before = process.cpuUsage();
    for (let index = 0; index < TIMES; index++) await offer();
    const { user, system } = process.cpuUsage(before);
    rounds.push((user + system) / 1000 / TIMES);
  }
  await db.close();
  const each = statements / TIMES / options.rounds;
  const processorMs = median(rounds);
  const lines: Line[] = [
    {
      what: `offer the windows of the next ${DAYS} days and more, ms of processor`,
      value: `${rounded(processorMs)}`,
      target: { text: `≤ ${TARGET_MS}`, isMet: processorMs <= TARGET_MS },
    },
    { what: '  statements', value: `${each}`, target: { text: '1', isMet: each === 1 } },
  ];
  return { json: { processorMs: rounded(processorMs), statements: each, target: TARGET_MS }, lines };
}
