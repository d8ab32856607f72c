import type { ApprovalRule } from '../../domain/approval.ts';
import type { Decision, OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** An order that waits, as a list shows it; amounts in cents. */
export interface WaitingOrder extends Record<string, unknown> {
  readonly number: string;
  readonly serviceName: Text;
  readonly date: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
  readonly reference: string;
  readonly costCentre: string;
  readonly net: number;
  readonly gross: number;
  readonly placedAt: Temporal.Instant;
  readonly placedBy: number | null;
  readonly placedByName: string | null;
  readonly approveUntil: Temporal.Instant;
}

/** The orders of the firm that still can be approved, the most pressing first. */
export function waitingOrders(
  tx: Transaction,
  now: Temporal.Instant,
  limit: number,
): Promise<WaitingOrder[]> {
  return tx.sql<WaitingOrder>(
    `select o.number, s.name as "serviceName", o.service_date as date, o.window_starts as starts,
       o.window_ends as ends, o.reference, o.cost_centre_label as "costCentre", o.net_cents as net,
       o.gross_cents as gross, o.placed_at as "placedAt", o.placed_by as "placedBy", p.name as "placedByName",
       o.approve_until as "approveUntil"
     from service_order o join service s on s.code = o.service_code left join person p on p.id = o.placed_by
     where o.customer_id = (select app_customer_id()) and o.status = 'awaiting-approval'
       and o.approve_until >= $1::timestamptz
     order by o.approve_until, o.id limit $2`,
    [now, limit],
  );
}

/** How many orders of others wait for somebody's yes. */
export async function countWaiting(
  tx: Transaction,
  now: Temporal.Instant,
  personId: number | undefined,
): Promise<number> {
  const [row] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from service_order
     where customer_id = (select app_customer_id()) and status = 'awaiting-approval'
       and approve_until >= $1::timestamptz and placed_by is distinct from $2::bigint`,
    [now, personId ?? null],
  );
  return row?.count ?? 0;
}

/** Whether this person has decided so about the order before. */
export async function hasDecided(
  tx: Transaction,
  orderId: number,
  personId: number,
  decision: Decision,
): Promise<boolean> {
  const row = await tx.first(
    query
      .selectFrom('order_event')
      .select('id')
      .where('order_id', '=', orderId)
      .where('kind', '=', decision)
      .where('person_id', '=', personId),
  );
  return row !== undefined;
}

/** Writes what became of an order that waited, and that in its history. */
export async function writeDecision(
  tx: Transaction,
  decided: {
    readonly orderId: number;
    readonly customerId: number;
    readonly decision: Decision;
    readonly status: Extract<OrderStatus, 'placed' | 'declined' | 'expired'>;
    readonly at: Temporal.Instant;
    readonly personId: number | undefined;
    readonly reason: string | undefined;
  },
): Promise<void> {
  await tx.sql(
    `with decided as (
       update service_order set status = $3, decline_reason = $4 where id = $1::bigint
     )
     insert into order_event (order_id, customer_id, at, kind, person_id)
     values ($1::bigint, $2::bigint, $5::timestamptz, $6, $7::bigint)`,
    [
      decided.orderId,
      decided.customerId,
      decided.status,
      decided.reason ?? null,
      decided.at,
      decided.decision,
      decided.personId ?? null,
    ],
  );
}

/** Whom an order concerns: who placed it, as long as they act for the firm; else the firm's main contact. */
export async function contactOf(tx: Transaction, placedBy: number | null): Promise<number | undefined> {
  const [row] = await tx.sql<{ id: number }>(
    `select person_id as id from membership
     where customer_id = (select app_customer_id()) and is_active
       and (person_id = $1::bigint or is_main_contact)
     order by person_id is not distinct from $1::bigint desc limit 1`,
    [placedBy],
  );
  return row?.id;
}

/** Of these orders those that wait. */
export async function stillWaiting(tx: Transaction, numbers: readonly string[]) {
  return tx.all(
    query
      .selectFrom('service_order as o')
      .leftJoin('person as p', 'p.id', 'o.placed_by')
      .select(['o.id', 'o.number', 'o.placed_by as placedBy', 'p.name as placedByName'])
      .select(['o.approve_until as approveUntil', 'o.net_cents as net'])
      .where('o.number', 'in', numbers)
      .where('o.status', '=', 'awaiting-approval')
      .orderBy('o.id'),
  );
}

/** Somebody of the firm by name. */
export interface Named extends Record<string, unknown> {
  readonly id: number;
  readonly name: string;
}

/** Who of the firm may approve orders; by name. */
export function approvers(tx: Transaction): Promise<Named[]> {
  return tx.sql<Named>(
    `select p.id, p.name from membership m join person p on p.id = m.person_id
     where m.customer_id = (select app_customer_id()) and m.is_active
       and (m.is_admin or 'orders.approve' = any(m.rights))
     order by p.name, p.id`,
  );
}

/** Whose orders all wait; by name. */
export function watchedPeople(tx: Transaction): Promise<Named[]> {
  return tx.sql<Named>(
    `select p.id, p.name from membership m join person p on p.id = m.person_id
     where m.customer_id = (select app_customer_id()) and m.is_active and m.orders_need_approval
     order by p.name, p.id`,
  );
}

/** Who has been told in the portal already that these orders wait. */
export async function alreadyAsked(
  tx: Transaction,
  orderIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await tx.all(
    query
      .selectFrom('notice')
      .select('person_id')
      .where('order_id', 'in', orderIds)
      .where('kind', '=', 'approval-wanted'),
  );
  return new Set(rows.map(({ person_id }) => person_id));
}

/** The person to whom a letter about approval goes, as long as they act for the firm. */
export async function approverOf(tx: Transaction, personId: number) {
  return tx.first(
    query
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.name', 'p.email', 'p.language', 'm.is_admin as isAdmin', 'm.rights'])
      .where('p.id', '=', personId)
      .where('m.is_active', '=', true),
  );
}

/** Orders of all firms that nobody approved in time, the oldest first; read as the desk. */
export async function overdueOrders(tx: Transaction, now: Temporal.Instant, limit: number) {
  return tx.sql<{ number: string; customer_id: number; customer_number: string; customer_name: string }>(
    `select o.number, c.id as customer_id, c.number as customer_number, c.name as customer_name
     from service_order o join customer c on c.id = o.customer_id
     where o.status = 'awaiting-approval' and o.approve_until < $1::timestamptz
     order by o.approve_until limit $2`,
    [now, limit],
  );
}

/** The firm's rule, locked until the transaction ends. */
export async function lockRule(tx: Transaction, customerId: number): Promise<ApprovalRule> {
  const row = await tx.first(
    query
      .selectFrom('customer')
      .select([
        'approval_is_on as isOn',
        'approval_above_cents as aboveCents',
        'approval_four_eyes as fourEyes',
      ])
      .where('id', '=', customerId)
      .forUpdate(),
  );
  if (!row) throw new Error('the firm of the transaction is not there');
  return { ...row, aboveCents: row.aboveCents ?? undefined };
}

export async function setRule(tx: Transaction, customerId: number, rule: ApprovalRule): Promise<void> {
  await tx.all(
    query
      .updateTable('customer')
      .set({
        approval_is_on: rule.isOn,
        approval_above_cents: rule.aboveCents ?? null,
        approval_four_eyes: rule.fourEyes,
      })
      .where('id', '=', customerId),
  );
}
