import { type Selectable, sql } from 'kysely';
import type { FieldProblem } from '../../domain/refusal.ts';
import type { TypedVolume, Volume } from '../../domain/volumes/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Tables } from '../../platform/db/tables.ts';

export type StoredVolume = Selectable<Tables['mail_volume']>;

/** A volume to be written, with where it comes from. */
export interface NewVolume extends Volume {
  readonly source: StoredVolume['source'];
  readonly fileId?: number;
  readonly line?: number;
  readonly orderId?: number;
  readonly entryKey?: string;
  readonly clerkName: string;
  readonly createdAt: Temporal.Instant;
}

/** Writes volumes in one statement; one whose form was sent already is left out. Returns the ids of the new ones. */
export async function insertVolumes(tx: Transaction, volumes: readonly NewVolume[]): Promise<number[]> {
  if (volumes.length === 0) return [];
  const rows = await tx.sql<{ id: number }>(INSERT_VOLUMES, [JSON.stringify(volumes)]);
  return rows.map(({ id }) => id);
}

const INSERT_VOLUMES = `
  insert into mail_volume (customer_id, service_date, product_code, cost_centre_id, pieces, weight_grams, source,
    file_id, line, order_id, entry_key, clerk_name, created_at)
  select v."customerId", v.date, v."productCode", v."costCentreId", v.pieces, v."weightGrams", v.source,
    v."fileId", v.line, v."orderId", v."entryKey", v."clerkName", v."createdAt"
  from jsonb_to_recordset($1::jsonb) as v ("customerId" bigint, date date, "productCode" text, "costCentreId" bigint,
    pieces int, "weightGrams" bigint, source text, "fileId" bigint, line int, "orderId" bigint, "entryKey" text,
    "clerkName" text, "createdAt" timestamptz)
  on conflict (entry_key) do nothing
  returning id`;

/** The firms behind numbers. */
export async function customersByNumber(tx: Transaction, numbers: readonly string[]) {
  const rows = await tx.sql<{ id: number; number: string; name: string }>(
    'select id, number, name from customer where number = any($1::text[])',
    [numbers],
  );
  return new Map(rows.map((row) => [row.number, row]));
}

/** The cost centres behind codes, as `7 4711`; upper and lower case are one. */
export async function costCentresByCode(
  tx: Transaction,
  customerIds: readonly number[],
  codes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ id: number; customer_id: number; code: string }>(
    `select id, customer_id, lower(code) as code from cost_centre
     where customer_id = any($1::bigint[]) and lower(code) = any($2::text[])`,
    [customerIds, codes.map((code) => code.toLowerCase())],
  );
  return new Map(rows.map((row) => [`${row.customer_id} ${row.code}`, row.id]));
}

/** What can be counted: all mail products but those that only add to the price of another one. */
export async function volumeProducts(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('mail_product as p')
      .select(['p.code', 'p.name'])
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('mail_product as dearer')
              .select('dearer.code')
              .whereRef('dearer.surcharge_code', '=', 'p.code'),
          ),
        ),
      )
      .orderBy('p.position'),
  );
}

/** The place of a volume in the list: newest day first, then the newest entry. */
export interface VolumeCursor {
  readonly date: Temporal.PlainDate;
  readonly id: number;
  readonly direction: 'older' | 'newer';
}

export interface VolumeFilter {
  readonly customer?: string | undefined;
  readonly product?: string | undefined;
  readonly from?: Temporal.PlainDate | undefined;
  readonly to?: Temporal.PlainDate | undefined;
}

/** One page of all volumes that fit, and whether there are more in that direction. */
export async function listVolumes(
  tx: Transaction,
  filter: VolumeFilter,
  cursor: VolumeCursor | undefined,
  limit: number,
) {
  const backwards = cursor?.direction === 'newer';
  const direction = backwards ? 'asc' : 'desc';
  let rows = volumesWithNames()
    .orderBy('v.service_date', direction)
    .orderBy('v.id', direction)
    .limit(limit + 1);
  if (filter.customer) rows = rows.where('c.number', '=', filter.customer);
  if (filter.product) rows = rows.where('v.product_code', '=', filter.product);
  if (filter.from) rows = rows.where('v.service_date', '>=', filter.from);
  if (filter.to) rows = rows.where('v.service_date', '<=', filter.to);
  if (cursor) {
    const comparison = backwards ? sql`>` : sql`<`;
    rows = rows.where(
      sql<boolean>`(v.service_date, v.id) ${comparison} (${cursor.date}::date, ${cursor.id}::bigint)`,
    );
  }
  const found = await tx.all(rows);
  const page = found.slice(0, limit);
  return { rows: backwards ? page.reverse() : page, hasMore: found.length > limit };
}

/** A volume with the names of what it belongs to. */
export async function findVolume(tx: Transaction, id: number) {
  return tx.first(volumesWithNames().where('v.id', '=', id));
}

export type NamedVolume = NonNullable<Awaited<ReturnType<typeof findVolume>>>;

const volumesWithNames = () =>
  query
    .selectFrom('mail_volume as v')
    .innerJoin('customer as c', 'c.id', 'v.customer_id')
    .innerJoin('mail_product as p', 'p.code', 'v.product_code')
    .leftJoin('cost_centre as k', 'k.id', 'v.cost_centre_id')
    .leftJoin('volume_file as f', 'f.id', 'v.file_id')
    .selectAll('v')
    .select([
      'c.number as customer_number',
      'c.name as customer_name',
      'p.name as product_name',
      'k.code as cost_centre_code',
      'f.name as file_name',
    ]);

/** Locks the volume until the transaction ends; undefined: there is none. */
export async function lockVolume(tx: Transaction, id: number): Promise<StoredVolume | undefined> {
  return tx.first(query.selectFrom('mail_volume').selectAll().where('id', '=', id).forUpdate());
}

export async function updateVolume(
  tx: Transaction,
  volume: Volume & { readonly id: number; readonly version: number },
): Promise<void> {
  await tx.all(
    query
      .updateTable('mail_volume')
      .set({
        service_date: volume.date,
        product_code: volume.productCode,
        cost_centre_id: volume.costCentreId ?? null,
        pieces: volume.pieces,
        weight_grams: volume.weightGrams,
        version: volume.version,
      })
      .where('id', '=', volume.id),
  );
}

/** Takes a volume away; the line of the file that it came from does not come back. */
export async function deleteVolume(tx: Transaction, volume: StoredVolume): Promise<void> {
  await tx.all(query.deleteFrom('mail_volume').where('id', '=', volume.id));
  if (volume.file_id === null || volume.line === null) return;
  await tx.all(
    query
      .updateTable('volume_line')
      .set({ state: 'dropped' })
      .where('file_id', '=', volume.file_id)
      .where('line', '=', volume.line),
  );
}

/** What was handed over in a period, per day, product and cost centre: for the firm of the transaction. */
export async function volumeSums(
  tx: Transaction,
  period: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
) {
  return tx.all(
    query
      .selectFrom('mail_volume')
      .select((eb) => [
        'service_date as date',
        'product_code as productCode',
        'cost_centre_id as costCentreId',
        eb.fn.sum<number>('pieces').as('pieces'),
        sql<number>`sum(weight_grams)::bigint`.as('weightGrams'),
      ])
      .where('service_date', '>=', period.from)
      .where('service_date', '<=', period.to)
      .groupBy(['service_date', 'product_code', 'cost_centre_id'])
      .orderBy('service_date')
      .orderBy('product_code')
      .orderBy('cost_centre_id'),
  );
}

/** The volumes up to a day that no invoice has yet, locked for the run that bills them: of the firm of the transaction. */
export async function lockUnbilledVolumes(tx: Transaction, to: Temporal.PlainDate): Promise<StoredVolume[]> {
  return tx.all(
    query
      .selectFrom('mail_volume')
      .selectAll()
      .where('invoice_id', 'is', null)
      .where('service_date', '<=', to)
      .orderBy('service_date')
      .orderBy('id')
      .forUpdate(),
  );
}

/** Ties volumes to the invoice that bills them: from then on they stay as they are. Null lets go of them again. */
export async function setVolumeInvoice(
  tx: Transaction,
  ids: readonly number[],
  invoiceId: number | null,
): Promise<void> {
  await tx.sql('update mail_volume set invoice_id = $2::bigint where id = any($1::bigint[])', [
    ids,
    invoiceId,
  ]);
}

/** The file with this content, or else with this name; made if there is none. */
export async function openVolumeFile(
  tx: Transaction,
  upload: { name: string; contentHash: Buffer; at: Temporal.Instant; clerkName: string },
): Promise<{ id: number; name: string }> {
  const [known] = await tx.sql<{ id: number; name: string }>(
    `select f.id, f.name from volume_upload u join volume_file f on f.id = u.file_id where u.content_hash = $1`,
    [upload.contentHash],
  );
  if (known) return known;
  await tx.sql('insert into volume_file (name, created_at) values ($1, $2) on conflict (name) do nothing', [
    upload.name,
    upload.at,
  ]);
  const [file] = await tx.sql<{ id: number; name: string }>(
    'select id, name from volume_file where name = $1',
    [upload.name],
  );
  if (!file) throw new Error('the file is neither new nor known');
  await tx.sql(
    `insert into volume_upload (content_hash, file_id, at, clerk_name) values ($1, $2, $3, $4)
     on conflict (content_hash) do nothing`,
    [upload.contentHash, file.id, upload.at, upload.clerkName],
  );
  return file;
}

/** What is known of lines of a file; locked, so that nobody else takes them meanwhile. */
export async function lockLines(tx: Transaction, fileId: number, lines: readonly number[]) {
  const rows = await tx.sql<{
    line: number;
    state: 'taken' | 'wrong' | 'dropped';
    content_hash: Buffer;
  }>(
    `select line, state, content_hash from volume_line where file_id = $1 and line = any($2::int[])
     order by line for update`,
    [fileId, lines],
  );
  return new Map(rows.map((row) => [row.line, row]));
}

/** What became of a line: taken, or wrong with what was typed. */
export interface LineOutcome {
  readonly line: number;
  /** Of what the file says, in hexadecimal. */
  readonly contentHash: string;
  readonly wrong?: { readonly cells: TypedVolume; readonly problems: readonly FieldProblem[] };
}

/**
 * Writes down what became of lines that are new or were wrong. Returns the lines for which that was so: of two
 * clerks who read the same file at once, one gets each line.
 */
export async function writeLines(
  tx: Transaction,
  fileId: number,
  outcomes: readonly LineOutcome[],
): Promise<ReadonlySet<number>> {
  if (outcomes.length === 0) return new Set();
  const rows = await tx.sql<{ line: number }>(
    `insert into volume_line as l (file_id, line, state, content_hash, cells, problems)
     select $1::bigint, o.line, case when o.wrong is null then 'taken' else 'wrong' end,
       decode(o."contentHash", 'hex'), o.wrong -> 'cells', o.wrong -> 'problems'
     from jsonb_to_recordset($2::jsonb) as o (line int, "contentHash" text, wrong jsonb)
     on conflict (file_id, line) do update set state = excluded.state, content_hash = excluded.content_hash,
       cells = excluded.cells, problems = excluded.problems
       where l.state = 'wrong'
     returning line`,
    [fileId, JSON.stringify(outcomes)],
  );
  return new Set(rows.map(({ line }) => line));
}

/** Throws wrong lines away; returns those that were wrong until now. */
export async function dropLines(
  tx: Transaction,
  fileId: number,
  lines: readonly number[],
): Promise<number[]> {
  const rows = await tx.sql<{ line: number }>(
    `update volume_line set state = 'dropped', cells = null, problems = null
     where file_id = $1 and line = any($2::int[]) and state = 'wrong'
     returning line`,
    [fileId, lines],
  );
  return rows.map(({ line }) => line);
}

/** The lines of a file that wait to be mended, from a line on. */
export async function wrongLines(tx: Transaction, fileId: number, from: number, limit: number) {
  return tx.all(
    query
      .selectFrom('volume_line')
      .select(['line', 'cells', 'problems'])
      .where('file_id', '=', fileId)
      .where('state', '=', 'wrong')
      .where('line', '>=', from)
      .orderBy('line')
      .limit(limit),
  );
}

/** A file with how many of its lines were taken, and how many wait to be mended. */
export async function findVolumeFile(tx: Transaction, id: number) {
  const [file] = await filesWhere(tx, 'where f.id = $1', [id]);
  return file;
}

/** The files read last, the newest first. */
export async function recentVolumeFiles(tx: Transaction, limit: number) {
  return filesWhere(tx, 'order by f.id desc limit $1', [limit]);
}

const filesWhere = (tx: Transaction, clause: string, values: readonly unknown[]) =>
  tx.sql<{ id: number; name: string; at: Temporal.Instant; clerk: string; taken: number; wrong: number }>(
    `select f.id, f.name, u.at, u.clerk_name as clerk, n.taken, n.wrong
     from volume_file f
     cross join lateral (
       select at, clerk_name from volume_upload where file_id = f.id order by at desc limit 1) u
     cross join lateral (
       select count(*) filter (where state = 'taken')::int as taken,
         count(*) filter (where state = 'wrong')::int as wrong
       from volume_line where file_id = f.id) n
     ${clause}`,
    values,
  );
