import { type ExpressionBuilder, sql } from 'kysely';
import {
  type DocumentFolder,
  type DocumentRole,
  type DocumentState,
  NEWS_DAYS,
} from '../../../domain/documents/index.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Tables } from '../../../platform/db/tables.ts';
import type { Cursor } from './cursor.ts';
import type { DocumentFilter } from './schemas.ts';

/** Whose unread marks are asked for; undefined: the carrier has none. */
type Reader = number | undefined;

/** What arrived longer ago than this is no news to anybody. */
const REMEMBERED_DAYS = 180;

type From = ExpressionBuilder<Tables & { d: Tables['document'] }, 'd'>;

/** Not looked at by this person, who was here already when it came. */
function isNewTo(reader: Reader, now: Temporal.Instant) {
  if (reader === undefined) return sql<boolean>`false`;
  const since = now.subtract({ hours: 24 * REMEMBERED_DAYS });
  return sql<boolean>`(d.created_at >= ${since}::timestamptz
    and d.document_date >= (d.created_at at time zone 'UTC')::date - ${NEWS_DAYS}::int
    and d.created_at >= (select p.created_at from person p where p.id = ${reader}::bigint)
    and not exists (select from document_read r where r.document_id = d.id and r.person_id = ${reader}::bigint))`;
}

/** The forms that a document lies in; asks the index alone, the bytes are not read. */
const rolesOf = sql<DocumentRole[]>`array(
  select f.role from document_file f where f.document_id = d.id order by f.role)`;

const costCentresOf = sql<string[]>`array(
  select s.cost_centre_label from document_share s where s.document_id = d.id order by s.position)`;

export type DocumentRow = Awaited<ReturnType<typeof listDocuments>>['rows'][number];

/**
 * One page of the firm's documents, newest first, and one row more if there are more in that direction. Walks an
 * index from the cursor, so that the ten-thousandth document costs what the first one costs.
 */
export async function listDocuments(
  tx: Transaction,
  filter: DocumentFilter,
  reading: { readonly reader: Reader; readonly now: Temporal.Instant },
  cursor: Cursor | undefined,
  limit: number,
) {
  const backwards = cursor?.direction === 'newer';
  const direction = backwards ? 'asc' : 'desc';
  let rows = query
    .selectFrom('document as d')
    .select([
      'd.id',
      'd.kind',
      'd.number',
      'd.title',
      'd.document_date',
      'd.period_from',
      'd.period_to',
      'd.net_cents',
      'd.gross_cents',
      'd.due_on',
      'd.state',
      'd.state_on',
      'd.open_cents',
      'd.source',
      rolesOf.as('roles'),
      costCentresOf.as('costCentres'),
      isNewTo(reading.reader, reading.now).as('isNew'),
    ])
    .orderBy('d.document_date', direction)
    .orderBy('d.id', direction)
    .limit(limit + 1);
  if (filter.folder) rows = rows.where('d.folder', '=', filter.folder);
  if (filter.state) rows = rows.where(isIn(filter.state));
  if (filter.from) rows = rows.where(lastDay, '>=', filter.from);
  if (filter.to) rows = rows.where(firstDay, '<=', filter.to);
  const { search, costCentre } = filter;
  if (search) rows = rows.where((eb) => contains(eb, search));
  if (costCentre) rows = rows.where((eb) => eb.exists(shareOf(eb, costCentre)));
  if (filter.unread) rows = rows.where(isNewTo(reading.reader, reading.now));
  if (cursor) {
    const comparison = backwards ? sql`>` : sql`<`;
    rows = rows.where(
      sql<boolean>`(d.document_date, d.id) ${comparison} (${cursor.date}::date, ${cursor.id}::bigint)`,
    );
  }
  const found = await tx.all(rows);
  const page = found.slice(0, limit);
  return { rows: backwards ? page.reverse() : page, hasMore: found.length > limit };
}

/** What was corrected in part is open by its rest, too. */
function isIn(state: DocumentState) {
  return (eb: From) =>
    state === 'open'
      ? eb.or([
          eb('d.state', '=', state),
          eb.and([eb('d.state', '=', 'corrected'), eb('d.open_cents', '>', 0)]),
        ])
      : eb('d.state', '=', state);
}

// What a document is about: its period, or else its day.
const firstDay = sql<Temporal.PlainDate>`coalesce(d.period_from, d.document_date)`;
const lastDay = sql<Temporal.PlainDate>`coalesce(d.period_to, d.document_date)`;

/** Letter case and the marks of LIKE mean nothing here: people paste parts of numbers. */
function contains(eb: From, typed: string) {
  const like = `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return eb.or([eb('d.number', 'ilike', like), eb('d.title', 'ilike', like)]);
}

function shareOf(eb: From, costCentre: number) {
  return eb
    .selectFrom('document_share as s')
    .select('s.position')
    .whereRef('s.document_id', '=', 'd.id')
    .where('s.cost_centre_id', '=', costCentre);
}

/** How many of each tab the person has not looked at; more than 99 are not counted. */
export async function countNew(tx: Transaction, reader: Reader, now: Temporal.Instant) {
  const newest = query
    .selectFrom('document as d')
    .select('d.folder')
    .where(isNewTo(reader, now))
    .limit(100)
    .as('newest');
  const rows = await tx.all(
    query
      .selectFrom(newest)
      .select(['folder', (eb) => eb.fn.countAll<number>().as('count')])
      .groupBy('folder'),
  );
  const counts = new Map<DocumentFolder, number>(rows.map(({ folder, count }) => [folder, Number(count)]));
  return (folder: DocumentFolder) => counts.get(folder) ?? 0;
}

/** Everything that the page of a document shows, but its bytes. */
export async function findDocument(tx: Transaction, number: string) {
  const document = await tx.first(
    query
      .selectFrom('document as d')
      .leftJoin('document as o', 'o.id', 'd.corrects_id')
      .leftJoin('service_order as so', 'so.id', 'd.order_id')
      .selectAll('d')
      .select(['o.number as corrects', 'so.number as orderNumber'])
      .where('d.number', '=', number),
  );
  if (!document) return undefined;
  const files = await tx.all(
    query
      .selectFrom('document_file')
      .select(['role', 'name', 'size'])
      .where('document_id', '=', document.id)
      .orderBy('role'),
  );
  const shares = await tx.all(
    query
      .selectFrom('document_share')
      .select(['cost_centre_label as label', 'net_cents as net'])
      .where('document_id', '=', document.id)
      .orderBy('position'),
  );
  const correctedBy = await tx.all(
    query
      .selectFrom('document')
      .select(['number', 'kind'])
      .where('corrects_id', '=', document.id)
      .orderBy('document_date')
      .orderBy('id'),
  );
  return { document, files, shares, correctedBy };
}
export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/** Notes that the person has looked at it; the first time counts. */
export async function markRead(
  tx: Transaction,
  read: { documentId: number; customerId: number; personId: number; at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .insertInto('document_read')
      .values({
        document_id: read.documentId,
        customer_id: read.customerId,
        person_id: read.personId,
        read_at: read.at,
      })
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** The same for everything that is new to them; answers how many that were. */
export async function markAllRead(
  tx: Transaction,
  read: { folder: DocumentFolder | undefined; personId: number; now: Temporal.Instant },
): Promise<number> {
  let unread = query
    .selectFrom('document as d')
    .select([
      'd.id',
      'd.customer_id',
      sql<number>`${read.personId}::bigint`.as('person_id'),
      sql<Temporal.Instant>`${read.now}::timestamptz`.as('read_at'),
    ])
    .where(isNewTo(read.personId, read.now));
  if (read.folder) unread = unread.where('d.folder', '=', read.folder);
  const marked = await tx.all(
    query
      .insertInto('document_read')
      .columns(['document_id', 'customer_id', 'person_id', 'read_at'])
      .expression(unread)
      .onConflict((conflict) => conflict.doNothing())
      .returning('document_id'),
  );
  return marked.length;
}

/** The cost centres that documents of the firm name, for the filter. */
export async function costCentresInUse(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('cost_centre as c')
      .select(['c.id', 'c.code', 'c.name'])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('document_share as s')
            .select('s.position')
            .whereRef('s.customer_id', '=', 'c.customer_id')
            .whereRef('s.cost_centre_id', '=', 'c.id'),
        ),
      )
      .orderBy('c.code'),
  );
}
