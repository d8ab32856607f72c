import type { Transaction } from '../../../platform/db/database.ts';

/** An invoice with money that is still owed, by the firm or to it. Amounts in cents. */
export interface OpenItem extends Record<string, unknown> {
  readonly customerId: number;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate;
  readonly payment: 'transfer' | 'debit';
  readonly gross: number;
  readonly balance: number;
  /** A bank has given its debit back. */
  readonly isReturned: boolean;
  /** The mandate that it should be debited by has ended. */
  readonly lacksMandate: boolean;
}

/** What is owed and what became of it: the parts of every list of open items. */
const OPEN = `
  select v.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", v.number,
    v.issued_on as "issuedOn", v.due_on as "dueOn", v.payment, v.gross_cents as gross,
    (v.gross_cents
      - coalesce((select sum(b.gross_cents) from invoice b where b.original_id = v.id), 0)
      - coalesce((select sum(case p.kind when 'transfer' then p.amount_cents else -p.amount_cents end)
          from payment p where p.invoice_id = v.id), 0)
      - coalesce((select sum(d.amount_cents) from debit d
          where d.invoice_id = v.id and d.returned_on is null), 0))::bigint as balance,
    exists (select from debit d where d.invoice_id = v.id and d.returned_on is not null) as "isReturned",
    v.payment = 'debit' and not exists (select from mandate m
      where m.reference = v.mandate_reference and m.ended_at is null) as "lacksMandate"
  from invoice v join customer c on c.id = v.customer_id
  where v.kind = 'invoice'`;

/** The open items of all firms, what is due for longest first. */
export async function openItems(
  tx: Transaction,
  filter: { readonly customer: string; readonly limit: number; readonly offset: number },
): Promise<OpenItem[]> {
  return tx.sql<OpenItem>(
    `select * from (${OPEN} and ($1 = '' or c.number = $1)) as item where balance <> 0
     order by "dueOn", number limit $2 offset $3`,
    [filter.customer, filter.limit, filter.offset],
  );
}

/** Sum and number of what firms owe, and of what they have to get. */
export async function openTotals(tx: Transaction, customer: string) {
  const [row] = await tx.sql<{ items: number; owed: number; credit: number }>(
    `select count(*) as items, coalesce(sum(balance) filter (where balance > 0), 0)::bigint as owed,
       coalesce(-sum(balance) filter (where balance < 0), 0)::bigint as credit
     from (${OPEN} and ($1 = '' or c.number = $1)) as item where balance <> 0`,
    [customer],
  );
  return row ?? { items: 0, owed: 0, credit: 0 };
}

/** What the firm of this transaction owes since before a day and nobody is collecting. */
export async function overdueItems(tx: Transaction, dueBefore: Temporal.PlainDate): Promise<OpenItem[]> {
  return tx.sql<OpenItem>(
    `select * from (${OPEN} and v.due_on < $1) as item where balance > 0 order by "dueOn", number`,
    [dueBefore],
  );
}

/** Firms that could be reminded, with what they owe and when they last were. */
export interface Overdue extends Record<string, unknown> {
  readonly customerNumber: string;
  readonly customerName: string;
  readonly items: number;
  readonly balance: number;
  readonly since: Temporal.PlainDate;
  readonly remindedOn: Temporal.PlainDate | null;
  readonly reminders: number;
}

export async function overdueFirms(
  tx: Transaction,
  dueBefore: Temporal.PlainDate,
  limit: number,
): Promise<Overdue[]> {
  return tx.sql<Overdue>(
    `select item."customerNumber", item."customerName", count(*) as items, sum(balance)::bigint as balance,
       min("dueOn") as since,
       (select max(d.document_date) from document d
         where d.customer_id = item."customerId" and d.kind = 'reminder') as "remindedOn",
       (select count(*) from document d where d.customer_id = item."customerId" and d.kind = 'reminder') as reminders
     from (${OPEN} and v.due_on < $1) as item where balance > 0
     group by item."customerId", item."customerNumber", item."customerName"
     order by since, "customerNumber" limit $2`,
    [dueBefore, limit],
  );
}
