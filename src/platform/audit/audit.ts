import { type Ctx, personIdOf, staffIdOf } from '../context.ts';
import { query, type Transaction } from '../db/database.ts';
import type { AuditAction } from './action-words.ts';

/** What happened to which thing: `before` and `after` hold the values that changed. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** The thing as people name it, for example the order number. */
  readonly object: string;
  readonly before?: object;
  readonly after?: object;
}

/** Who acts, for whom, when: a job knows that much without being a request. */
export type AuditCtx = Pick<Ctx, 'actor' | 'customer' | 'now' | 'requestId'>;

/** Writes the entry in the verb's transaction: no change without its entry, no entry without its change. */
export async function audit(tx: Transaction, ctx: AuditCtx, entry: AuditEntry): Promise<void> {
  await tx.all(
    query.insertInto('audit_entry').values({
      at: ctx.now,
      customer_id: ctx.customer?.id ?? null,
      actor_kind: ctx.actor.kind,
      person_id: personIdOf(ctx) ?? null,
      staff_id: staffIdOf(ctx) ?? null,
      actor_name: clerkNameOf(ctx),
      action: entry.action,
      object: entry.object,
      before: json(entry.before),
      after: json(entry.after),
      request_id: ctx.requestId,
    }),
  );
}

/** The same for many things that one verb changed, in one statement. */
export async function auditAll(
  tx: Transaction,
  ctx: AuditCtx,
  entries: readonly AuditEntry[],
): Promise<void> {
  await tx.sql(
    `insert into audit_entry (at, customer_id, actor_kind, person_id, staff_id, actor_name, action, object, before, after,
       request_id)
     select $1::timestamptz, $2::bigint, $3, $4::bigint, $7::bigint, $8::text, e.value ->> 'action', e.value ->> 'object',
       e.value -> 'before', e.value -> 'after', $5
     from jsonb_array_elements($6::jsonb) with ordinality as e (value, position) order by e.position`,
    [
      ctx.now,
      ctx.customer?.id ?? null,
      ctx.actor.kind,
      personIdOf(ctx) ?? null,
      ctx.requestId,
      JSON.stringify(entries),
      staffIdOf(ctx) ?? null,
      clerkNameOf(ctx),
    ],
  );
}

/** Staff are named: their accounts may go, and at the command line there is none. Persons are found by their id. */
const clerkNameOf = ({ actor }: AuditCtx) => (actor.kind === 'carrier' ? actor.name : null);

const json = (value: object | undefined) => (value ? JSON.stringify(value) : null);
