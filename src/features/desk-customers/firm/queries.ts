import { sql } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';

const SHOWN_ORDERS = 10;
const SHOWN_DOCUMENTS = 10;
const SHOWN_NOTES = 20;

/** What a firm keeps itself, read in a transaction of that firm. */
export async function readFirm(tx: Transaction) {
  const addresses = await tx.all(
    query
      .selectFrom('address')
      .select([
        'id',
        'label',
        'recipient',
        'street',
        'postcode',
        'city',
        'is_billing as isBilling',
        'is_delivery as isDelivery',
        'is_pickup as isPickup',
        'is_default_billing as isDefaultBilling',
      ])
      .where('archived_at', 'is', null)
      .orderBy('id'),
  );
  const costCentres = await tx.first(
    query
      .selectFrom('cost_centre')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('closed_at', 'is', null),
  );
  const orders = await firmOrders(tx, undefined, SHOWN_ORDERS);
  const documents = await firmDocuments(tx, undefined, SHOWN_DOCUMENTS);
  const mandate = await tx.first(
    query
      .selectFrom('mandate')
      .select([
        'reference',
        'scheme',
        'holder',
        'iban_country as ibanCountry',
        'iban_last4 as ibanLast4',
        'given_at as givenAt',
        'last_used_at as lastUsedAt',
      ])
      .where('ended_at', 'is', null),
  );
  return { addresses, costCentres: Number(costCentres?.count ?? 0), orders, documents, mandate };
}

/** The orders of the firm of the transaction, the last placed first, from behind one of them on. */
export async function firmOrders(tx: Transaction, before: number | undefined, limit: number) {
  let orders = query
    .selectFrom('service_order as o')
    .innerJoin('service as s', 's.code', 'o.service_code')
    .select([
      'o.id',
      'o.number',
      's.name as service',
      'o.service_date as date',
      'o.status',
      'o.gross_cents as gross',
      'o.reference',
    ])
    .orderBy('o.placed_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit);
  if (before !== undefined)
    orders = orders.where(
      sql<boolean>`(o.placed_at, o.id) < (select b.placed_at, b.id from service_order b where b.id = ${before})`,
    );
  return tx.all(orders);
}

/** Its documents, the newest first, from behind one of them on. */
export async function firmDocuments(
  tx: Transaction,
  before: { readonly date: Temporal.PlainDate; readonly id: number } | undefined,
  limit: number,
) {
  let documents = query
    .selectFrom('document')
    .select(['id', 'number', 'kind', 'document_date as date', 'gross_cents as gross', 'state'])
    .orderBy('document_date', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before)
    documents = documents.where(
      sql<boolean>`(document_date, id) < (${before.date}::date, ${before.id}::bigint)`,
    );
  return tx.all(documents);
}

export type FirmData = Awaited<ReturnType<typeof readFirm>>;

/** What the desk knows beside that. */
export async function readDeskSide(tx: Transaction, customerId: number) {
  const notes = await tx.all(
    query
      .selectFrom('customer_note')
      .select(['id', 'at', 'author', 'body'])
      .where('customer_id', '=', customerId)
      .orderBy('id', 'desc')
      .limit(SHOWN_NOTES),
  );
  const contacts = await tx.all(
    query
      .selectFrom('customer_contact')
      .select('email')
      .where('customer_id', '=', customerId)
      .orderBy('email'),
  );
  const code = await tx.first(
    query
      .selectFrom('activation_code')
      .select([
        'issued_by as issuedBy',
        'issued_at as issuedAt',
        'expires_at as expiresAt',
        'used_at as usedAt',
      ])
      .where('customer_id', '=', customerId),
  );
  const inquiries = await tx.all(
    query
      .selectFrom('inquiry')
      .select(['number', 'subject', 'state', 'last_at as lastAt'])
      .where('customer_id', '=', customerId)
      .orderBy('last_at', 'desc')
      .orderBy('id', 'desc')
      .limit(SHOWN_DOCUMENTS),
  );
  const proposal = await tx.first(
    query
      .selectFrom('main_contact_proposal')
      .select(['id', 'email', 'reason', 'proposed_by as proposedBy', 'proposed_at as proposedAt'])
      .where('customer_id', '=', customerId)
      .where('agreed_at', 'is', null)
      .where('withdrawn_at', 'is', null),
  );
  return { notes, contacts: contacts.map(({ email }) => email), code, inquiries, proposal };
}

export type DeskSide = Awaited<ReturnType<typeof readDeskSide>>;

/** Entries of the audit log about a firm, the newest first, from behind one of them on. */
export async function firmHistory(
  tx: Transaction,
  customerId: number,
  before: number | undefined,
  limit: number,
) {
  let entries = query
    .selectFrom('audit_entry as a')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .select([
      'a.id',
      'a.at',
      'a.action',
      'a.object',
      'a.before',
      'a.after',
      'a.actor_kind as actorKind',
      'a.actor_name as actorName',
      'p.name as personName',
    ])
    .where('a.customer_id', '=', customerId)
    .orderBy('a.id', 'desc')
    .limit(limit);
  if (before !== undefined) entries = entries.where('a.id', '<', before);
  return tx.all(entries);
}

export type HistoryRow = Awaited<ReturnType<typeof firmHistory>>[number];

export async function insertNote(
  tx: Transaction,
  note: {
    customerId: number;
    at: Temporal.Instant;
    staffId: number | undefined;
    author: string;
    body: string;
  },
): Promise<void> {
  await tx.all(
    query.insertInto('customer_note').values({
      customer_id: note.customerId,
      at: note.at,
      staff_id: note.staffId ?? null,
      author: note.author,
      body: note.body,
    }),
  );
}
