import { query, type Transaction } from '../../../platform/db/database.ts';

/** A run of which nobody has heard for so long is taken up by whoever looks next. */
const SILENT = '30 seconds';

/** Begins a run; undefined when another one is still at work. */
export async function insertRun(
  tx: Transaction,
  run: {
    readonly month: Temporal.PlainDate;
    readonly issuedOn: Temporal.PlainDate;
    readonly staffId: number | null;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('invoice_run')
      .values({
        month: run.month,
        issued_on: run.issuedOn,
        started_by: run.staffId,
        started_by_name: run.name,
        started_at: run.at,
        beat_at: run.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row?.id;
}

/** Everybody of the run waits for their invoice. */
export async function insertRunItems(
  tx: Transaction,
  runId: number,
  customerIds: readonly number[],
): Promise<void> {
  await tx.sql(
    `insert into invoice_run_item (run_id, customer_id, state)
     select $1, id, 'waiting' from customer where id = any ($2::bigint[])`,
    [runId, customerIds],
  );
}

export async function findRun(tx: Transaction, id: number) {
  return tx.first(query.selectFrom('invoice_run').selectAll().where('id', '=', id));
}

export type Run = NonNullable<Awaited<ReturnType<typeof findRun>>>;

/** The runs so far, the newest first, with how many invoices came of each. */
export async function latestRuns(tx: Transaction, limit: number) {
  return tx.all(
    query
      .selectFrom('invoice_run as r')
      .select((eb) => [
        'r.id',
        'r.month',
        'r.started_at as startedAt',
        'r.started_by_name as startedBy',
        'r.finished_at as finishedAt',
        eb
          .selectFrom('invoice_run_item as i')
          .whereRef('i.run_id', '=', 'r.id')
          .where('i.state', '=', 'issued')
          .select((count) => count.fn.countAll<number>().as('n'))
          .as('issued'),
      ])
      .orderBy('r.id', 'desc')
      .limit(limit),
  );
}

/** The next firms that wait, by their ids. Firms do not depend on each other: whoever works takes any. */
export async function waitingCustomers(tx: Transaction, runId: number, limit: number) {
  return tx.all(
    query
      .selectFrom('invoice_run_item as i')
      .innerJoin('customer as c', 'c.id', 'i.customer_id')
      .select(['c.id', 'c.number', 'c.name'])
      .where('i.run_id', '=', runId)
      .where('i.state', '=', 'waiting')
      .orderBy('i.customer_id')
      .limit(limit),
  );
}

/** Runs in the firm's transaction. Says whether it still waits, and keeps others from it meanwhile. */
export async function lockWaiting(tx: Transaction, runId: number): Promise<boolean> {
  const row = await tx.first(
    query
      .selectFrom('invoice_run_item')
      .select('state')
      .where('run_id', '=', runId)
      .where('state', '=', 'waiting')
      .forUpdate()
      .skipLocked(),
  );
  return row !== undefined;
}

export async function setOutcome(
  tx: Transaction,
  runId: number,
  outcome: {
    readonly state: 'issued' | 'nothing' | 'refused';
    readonly problem: string;
    readonly invoiceId: number | null;
  },
): Promise<void> {
  await tx.all(
    query
      .updateTable('invoice_run_item')
      .set({ state: outcome.state, problem: outcome.problem, invoice_id: outcome.invoiceId })
      .where('run_id', '=', runId),
  );
}

/** Says that somebody is at work, or that all is done. */
export async function beat(tx: Transaction, runId: number, at: Temporal.Instant): Promise<void> {
  await tx.all(query.updateTable('invoice_run').set({ beat_at: at }).where('id', '=', runId));
}

export async function finishRun(tx: Transaction, runId: number, at: Temporal.Instant): Promise<boolean> {
  const row = await tx.first(
    query
      .updateTable('invoice_run')
      .set({ finished_at: at, beat_at: at })
      .where('id', '=', runId)
      .where('finished_at', 'is', null)
      .returning('id'),
  );
  return row !== undefined;
}

/** Runs that nobody works on any more. */
export async function silentRuns(tx: Transaction, now: Temporal.Instant): Promise<number[]> {
  const rows = await tx.sql<{ id: number }>(
    `select id from invoice_run where finished_at is null and beat_at < $1::timestamptz - interval '${SILENT}'`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Invoices that were issued a while ago and still lack their page: what should set them was killed, or gave up. */
export async function unsetInvoices(tx: Transaction, before: Temporal.Instant, limit: number) {
  return tx.all(
    query
      .selectFrom('invoice')
      .select(['id', 'customer_id as customerId'])
      .where('document_id', 'is', null)
      .where('issued_at', '<', before)
      .orderBy('issued_at')
      .limit(limit),
  );
}

/** How far a run has come. */
export async function runProgress(tx: Transaction, runId: number) {
  const [row] = await tx.sql<Record<'waiting' | 'issued' | 'nothing' | 'refused' | 'set' | 'gross', number>>(
    `select count(*) filter (where i.state = 'waiting') as waiting,
       count(*) filter (where i.state = 'issued') as issued,
       count(*) filter (where i.state = 'nothing') as nothing,
       count(*) filter (where i.state = 'refused') as refused,
       count(v.document_id) as set, coalesce(sum(v.gross_cents), 0)::bigint as gross
     from invoice_run_item i left join invoice v on v.id = i.invoice_id where i.run_id = $1`,
    [runId],
  );
  return row ?? { waiting: 0, issued: 0, nothing: 0, refused: 0, set: 0, gross: 0 };
}

/** Who got no invoice and why; the refused first. */
export async function withoutInvoice(tx: Transaction, runId: number, limit: number) {
  return tx.all(
    query
      .selectFrom('invoice_run_item as i')
      .innerJoin('customer as c', 'c.id', 'i.customer_id')
      .select(['c.number', 'c.name', 'i.state', 'i.problem'])
      .where('i.run_id', '=', runId)
      .where('i.state', 'in', ['refused', 'nothing'])
      .orderBy('i.state', 'desc')
      .orderBy('c.number')
      .limit(limit),
  );
}
