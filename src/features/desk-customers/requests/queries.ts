import type { Transaction } from '../../../platform/db/database.ts';

/** Somebody who registered for a number that is registered, or asks their administrators for something. */
export interface FirmRequest extends Record<string, unknown> {
  readonly id: number;
  readonly kind: 'join' | 'right' | 'deletion';
  readonly number: string;
  readonly firm: string;
  readonly name: string;
  readonly email: string;
  readonly rightName: string | null;
  readonly at: Temporal.Instant;
  /** Administrators who could answer; none: the desk has to. */
  readonly admins: number;
}

const MOST_SHOWN = 200;

/** What people wait for that the administrators of their firm can answer, and the desk in their place; the oldest first. */
export async function openFirmRequests(tx: Transaction, customerId?: number): Promise<FirmRequest[]> {
  return tx.sql<FirmRequest>(
    `with open as (
       select r.id, 'join' as kind, r.customer_id, r.name, r.email, null as right_name, r.created_at
       from registration_request r where r.state = 'join'
       union all
       select q.id, q.kind, q.customer_id, p.name, p.email, q.right_name, q.created_at
       from member_request q join person p on p.id = q.person_id where q.answered_at is null
     )
     select o.id, o.kind, c.number, c.name as firm, o.name, o.email, o.right_name as "rightName", o.created_at as at,
       (select count(*) from membership m where m.customer_id = c.id and m.is_admin and m.is_active)::int as admins
     from open o join customer c on c.id = o.customer_id
     where $1::bigint is null or c.id = $1
     order by o.created_at, o.id limit $2`,
    [customerId ?? null, MOST_SHOWN],
  );
}
