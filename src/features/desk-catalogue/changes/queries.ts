import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Values } from '../fields.ts';

/** A change as it is written down. */
export interface NewChange {
  readonly subject: string;
  readonly code: string;
  readonly from: Temporal.PlainDate;
  readonly before: Values;
  readonly after: Values;
  readonly at: Temporal.Instant;
  readonly staffId: number | undefined;
  readonly name: string;
  /** Its day has come already. */
  readonly isApplied: boolean;
}

export async function insertChange(tx: Transaction, change: NewChange): Promise<void> {
  await tx.all(
    query.insertInto('catalogue_change').values({
      subject: change.subject,
      code: change.code,
      effective_on: change.from,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      planned_at: change.at,
      staff_id: change.staffId ?? null,
      planned_by: change.name,
      applied_at: change.isApplied ? change.at : null,
    }),
  );
}

/** What was changed about one thing, the newest first. */
export async function changesOf(tx: Transaction, subject: string, code: string, limit: number) {
  return tx.all(
    query
      .selectFrom('catalogue_change')
      .selectAll()
      .where('subject', '=', subject)
      .where('code', '=', code)
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

export type ChangeRow = Awaited<ReturnType<typeof changesOf>>[number];

/** What is planned and has not come yet, of everything, the next first. */
export async function plannedChanges(tx: Transaction, limit: number) {
  return tx.all(
    query
      .selectFrom('catalogue_change')
      .selectAll()
      .where('applied_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .orderBy('effective_on')
      .orderBy('id')
      .limit(limit),
  );
}

export async function lockChange(tx: Transaction, id: number) {
  return tx.first(query.selectFrom('catalogue_change').selectAll().where('id', '=', id).forUpdate());
}

/** The next change whose day has come; one that another process is writing is passed over. */
export async function nextDueChange(tx: Transaction, today: Temporal.PlainDate) {
  return tx.first(
    query
      .selectFrom('catalogue_change')
      .selectAll()
      .where('applied_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .where('effective_on', '<=', today)
      .orderBy('effective_on')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked(),
  );
}

export async function markChange(
  tx: Transaction,
  id: number,
  what: 'applied_at' | 'withdrawn_at',
  at: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query
      .updateTable('catalogue_change')
      .set({ [what]: at })
      .where('id', '=', id),
  );
}
