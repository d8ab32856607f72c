import type { MandateScheme } from '../../../domain/mandates/index.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';

/** An invoice that could be debited: announced, due soon, never debited before, its mandate in force. */
export interface DebitCandidate extends Record<string, unknown> {
  readonly invoiceId: number;
  readonly customerId: number;
  readonly number: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly dueOn: Temporal.PlainDate;
  readonly mandate: string;
  /** What is owed, in cents. */
  readonly balance: number;
}

/** What could be debited with mandates of a kind by a day. What a bank has given back is not tried again by itself. */
export async function debitCandidates(
  tx: Transaction,
  scheme: MandateScheme,
  dueBy: Temporal.PlainDate,
): Promise<DebitCandidate[]> {
  return tx.sql<DebitCandidate>(
    `select * from (
       select v.id as "invoiceId", v.customer_id as "customerId", v.number, c.number as "customerNumber",
         c.name as "customerName", v.due_on as "dueOn", v.mandate_reference as mandate,
         (v.gross_cents
           - coalesce((select sum(b.gross_cents) from invoice b where b.original_id = v.id), 0)
           - coalesce((select sum(case p.kind when 'transfer' then p.amount_cents else -p.amount_cents end)
               from payment p where p.invoice_id = v.id), 0))::bigint as balance
       from invoice v
       join customer c on c.id = v.customer_id
       join mandate m on m.reference = v.mandate_reference and m.customer_id = v.customer_id
         and m.ended_at is null and m.scheme = $1
       where v.kind = 'invoice' and v.payment = 'debit' and v.due_on <= $2
         and not exists (select from debit d where d.invoice_id = v.id)
     ) as owed where balance > 0 order by number`,
    [scheme, dueBy],
  );
}

/** The next number of a file; gaps do not matter. */
export async function nextFileNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.sql<{ next: number }>("select nextval('debit_file_number') as next");
  if (!row) throw new Error('no number');
  return row.next;
}

export async function insertDebitFile(
  tx: Transaction,
  file: {
    readonly number: string;
    readonly scheme: MandateScheme;
    readonly at: Temporal.Instant;
    readonly by: string;
    readonly debits: number;
    readonly sum: number;
    readonly sealed: Buffer;
  },
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('debit_file')
      .values({
        number: file.number,
        scheme: file.scheme,
        created_at: file.at,
        created_by_name: file.by,
        debits: file.debits,
        sum_cents: file.sum,
        xml_sealed: file.sealed,
      })
      .returning('id'),
  );
  if (!row) throw new Error('the file was not written');
  return row.id;
}

/** The debits of a file, and that their mandates were used. Fails (`debited_once`) for what another file debits. */
export async function insertDebits(
  tx: Transaction,
  fileId: number,
  at: Temporal.Instant,
  debits: readonly {
    readonly customerId: number;
    readonly invoiceId: number;
    readonly endToEndId: string;
    readonly mandate: string;
    readonly amount: number;
    readonly collectOn: string;
  }[],
): Promise<void> {
  const column = <Key extends keyof (typeof debits)[number]>(key: Key) => debits.map((debit) => debit[key]);
  await tx.sql(
    `insert into debit (customer_id, invoice_id, file_id, end_to_end_id, mandate_reference, amount_cents, due_on)
     select c, i, $1, e, m, a, d
     from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::bigint[], $7::date[]) as u (c, i, e, m, a, d)`,
    [
      fileId,
      column('customerId'),
      column('invoiceId'),
      column('endToEndId'),
      column('mandate'),
      column('amount'),
      column('collectOn'),
    ],
  );
  await tx.sql('update mandate set last_used_at = $1 where reference = any ($2::text[])', [
    at,
    column('mandate'),
  ]);
}

/** The files there are, the newest first, each with how often somebody took it. */
export async function debitFiles(tx: Transaction, limit: number) {
  return tx.all(
    query
      .selectFrom('debit_file as f')
      .select((eb) => [
        'f.number',
        'f.scheme',
        'f.created_at as createdAt',
        'f.created_by_name as createdBy',
        'f.debits',
        'f.sum_cents as sum',
        eb
          .selectFrom('debit_file_download as d')
          .whereRef('d.file_id', '=', 'f.id')
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('taken'),
        eb
          .selectFrom('debit as d')
          .whereRef('d.file_id', '=', 'f.id')
          .where('d.returned_on', 'is not', null)
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('returned'),
      ])
      .orderBy('f.id', 'desc')
      .limit(limit),
  );
}

export async function findDebitFile(tx: Transaction, number: string) {
  return tx.first(query.selectFrom('debit_file').selectAll().where('number', '=', number));
}

/** Who took a file, when and why. */
export async function downloadsOf(tx: Transaction, fileId: number) {
  return tx.all(
    query
      .selectFrom('debit_file_download')
      .select(['at', 'by_name as by', 'reason'])
      .where('file_id', '=', fileId)
      .orderBy('id'),
  );
}

/** The debits of a file. */
export async function debitsOf(tx: Transaction, fileId: number) {
  return tx.all(
    query
      .selectFrom('debit as d')
      .innerJoin('invoice as v', 'v.id', 'd.invoice_id')
      .innerJoin('customer as c', 'c.id', 'd.customer_id')
      .select([
        'v.number',
        'c.number as customerNumber',
        'c.name as customerName',
        'd.mandate_reference as mandate',
        'd.amount_cents as amount',
        'd.due_on as dueOn',
        'd.returned_on as returnedOn',
      ])
      .where('d.file_id', '=', fileId)
      .orderBy('d.id'),
  );
}

/** Notes that somebody takes a file; without a reason only for the first time. */
export async function noteDownload(
  tx: Transaction,
  fileId: number,
  who: { readonly at: Temporal.Instant; readonly by: string; readonly reason: string | null },
): Promise<boolean> {
  const row = await tx.first(
    query
      .insertInto('debit_file_download')
      .values({ file_id: fileId, at: who.at, by_name: who.by, reason: who.reason })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row !== undefined;
}
