import type { Bench, Measured, Site } from '../bench.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { rounded, spread } from '../statistics.ts';
import { withRange } from './lines.ts';

const TARGET = 1.3;
const FEW = 100;
const MANY = 10_000;
const LIST = '/rechnungen-und-berichte';

/** The first page of a firm's documents among a hundred and among ten thousand, and a page in their middle. */
export async function measureDocumentListGrowth(bench: Bench, site: Site): Promise<Measured> {
  const { rounds } = bench.options;
  const [few, many] = [FIRMS[0], FIRMS[1]];
  bench.say(`documentListGrowth: writing ${MANY} documents`);
  await fill(site, few, FEW);
  await fill(site, many, MANY);
  bench.say('documentListGrowth: rounds');
  const pages = {
    few: await pageOf(bench, site, few, LIST),
    many: await pageOf(bench, site, many, LIST),
    deep: await pageOf(bench, site, many, `${LIST}?older=${await middleOf(site, many)}`),
  };
  const names = Object.keys(pages) as (keyof typeof pages)[];
  const times: Record<keyof typeof pages, number[]> = { few: [], many: [], deep: [] };
  for (const name of names) await pages[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(await pages[name]());
  }
  const ratioOf = (name: 'many' | 'deep') =>
    spread(times[name].map((time, round) => time / (times.few[round] ?? 0)));
  const ratio = ratioOf('many');
  return {
    json: {
      ratio: rounded(ratio.median),
      target: TARGET,
      ratioMin: rounded(ratio.min),
      ratioMax: rounded(ratio.max),
      deepRatio: rounded(ratioOf('deep').median),
      documents: { few: FEW, many: MANY },
      milliseconds: Object.fromEntries(names.map((name) => [name, rounded(spread(times[name]).median)])),
    },
    lines: [
      {
        what: `list among ${MANY} documents of a firm, of the time among ${FEW}`,
        value: withRange(ratio),
        target: { text: `≤ ${TARGET}`, isMet: ratio.median <= TARGET },
      },
      { what: `  first page among ${FEW}, ms`, value: withRange(spread(times.few)) },
      { what: `  first page among ${MANY}, ms`, value: withRange(spread(times.many)) },
      { what: '  a page in their middle, ms', value: withRange(spread(times.deep)) },
    ],
  };
}

async function pageOf(bench: Bench, { portal }: Site, firm: string, path: string) {
  const browser = await signIn(portal.port, firm);
  const { status, text } = await browser.get(path);
  if (status !== 200 || text.match(/<tr\b/g)?.length !== 51)
    throw new Error(`${path} shows no whole page (${status})`);
  const requests = [browser.written('GET', path)];
  const seconds = bench.options.seconds / 2;
  return async () => {
    const { median } = await bench.load({
      port: portal.port,
      requests,
      connections: 1,
      expectedStatus: 200,
      seconds,
    });
    return median;
  };
}

/** Adds invoices to those that the firm has until there are so many, one for each day back, each with a PDF. */
async function fill({ database: { superuser } }: Site, firm: string, total: number): Promise<void> {
  const firmId = `(select id from customer where number = '${firm}')`;
  await superuser.query('begin');
  // what is checked row by row holds by the way the rows are made
  await superuser.query(`set local session_replication_role = 'replica'`);
  await superuser.query(
    `insert into document (customer_id, kind, number, document_date, period_from, period_to, net_cents, gross_cents, due_on,
       source, content_hash, retain_until, created_at, state)
     select ${firmId}, 'invoice', 'B-${firm}-' || i, current_date - i, current_date - i - 30, current_date - i, 100, 119,
       current_date - i + 14, 'imported', sha256(convert_to('${firm}' || i, 'UTF8')), current_date + 4000,
       now() - i * interval '1 day', case when i % 3 = 0 then 'open' else 'paid' end
     from generate_series(1, $1::int - (select count(*)::int from document where customer_id = ${firmId} and folder = 'invoices')) i`,
    [total],
  );
  await superuser.query(
    `insert into document_file (document_id, customer_id, role, name, media_type, size, sha256, bytes)
     select id, customer_id, 'pdf', number || '.pdf', 'application/pdf', 4, sha256('\\x25504446'), '\\x25504446'
     from document d where number like 'B-${firm}-%'`,
  );
  await superuser.query('commit');
  await superuser.query('vacuum (analyze) document, document_file');
}

/** The cursor in the middle of the firm's documents. */
async function middleOf({ database: { superuser } }: Site, firm: string): Promise<string> {
  const { rows } = await superuser.query<{ cursor: string }>(
    `select to_char(document_date, 'YYYYMMDD') || '-' || id as cursor from document
     where customer_id = (select id from customer where number = $1) and folder = 'invoices'
     order by document_date desc, id desc offset ${MANY / 2} limit 1`,
    [firm],
  );
  return rows[0]?.cursor ?? '';
}
