import { refuse } from '../domain/refusal.ts';
import { type Grants, holds, type Right } from '../domain/rights.ts';
import { holdsRole, STAFF_ROLES, type StaffRole } from '../domain/staff-roles.ts';
import type { Database, Transaction } from './db/database.ts';
import type { Language } from './i18n/index.ts';
import type { Jobs } from './jobs/jobs.ts';

/** Who does something: a person of a firm, the carrier itself (staff, import, schedule), or a visitor. */
export type Actor =
  | {
      readonly kind: 'person';
      readonly personId: number;
      readonly name: string;
      readonly email: string;
    }
  | {
      readonly kind: 'carrier';
      readonly name: string;
      /** The member of staff; absent for the carrier itself: command line, import, schedule. */
      readonly staffId?: number;
      /** What they may do at the desk; absent for the carrier itself, which may do everything. */
      readonly roles?: readonly StaffRole[];
    }
  | { readonly kind: 'visitor' };

/** The customer account that is acted for. */
export interface Customer {
  readonly id: number;
  readonly number: string;
  readonly name: string;
}

/**
 * What every verb gets: who acts, for which customer, with which rights, and at what time. `now` is taken once
 * per request, so that the page, the rule and the row agree on it.
 */
export interface Ctx {
  readonly actor: Actor;
  readonly customer: Customer | undefined;
  readonly grants: Grants;
  readonly language: Language;
  readonly now: Temporal.Instant;
  /** When the person last proved who they are in this session: at sign-in, or when asked again. */
  readonly confirmedAt?: Temporal.Instant | undefined;
  /** The carrier's: dates and deadlines are meant on its clock. */
  readonly timeZone: string;
  readonly requestId: string;
  readonly db: Database;
  readonly jobs: Jobs;
}

/** The context of somebody who acts for a customer. */
export type CustomerCtx = Ctx & { readonly customer: Customer };

/** Runs `work` in a transaction that sees only the rows of the customer of this context. */
export function transaction<T>(ctx: CustomerCtx, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return ctx.db.transaction(ctx.customer.id, work);
}

/** First line of a verb: refuses with `forbidden` when the actor lacks the right. The carrier holds all. */
export function requireRight(ctx: Ctx, right: Right): void {
  if (!may(ctx, right)) refuse({ code: 'forbidden', right });
}

/** The same question without the refusal, for buttons. */
export function may(ctx: Ctx, right: Right): boolean {
  return ctx.actor.kind === 'carrier' || holds(ctx.grants, right);
}

/** Only the carrier may go on; anybody else is told that there is nothing here. */
export function requireCarrier(ctx: Ctx): void {
  if (ctx.actor.kind !== 'carrier') refuse({ code: 'not-found' });
}

/**
 * First line of a verb of the desk. Refuses with `not-found` for anybody but the carrier's staff, and with
 * `staff-role-required` for staff without the role.
 */
export function requireStaff(ctx: Ctx, role: StaffRole): void {
  requireCarrier(ctx);
  if (!staffMay(ctx, role)) refuse({ code: 'staff-role-required', role });
}

/** The same question without the refusal, for buttons. */
export function staffMay({ actor }: Pick<Ctx, 'actor'>, role: StaffRole): boolean {
  return actor.kind === 'carrier' && holdsRole(actor.roles ?? STAFF_ROLES, role);
}

/** The id of the member of staff, where a row remembers who did it; undefined for anybody else. */
export function staffIdOf({ actor }: Pick<Ctx, 'actor'>): number | undefined {
  return actor.kind === 'carrier' ? actor.staffId : undefined;
}

/**
 * Runs `work` in a transaction of the desk, which sees the rows of all customers (role `portal_desk`). For lists and for
 * what belongs to the desk; what changes one firm's things runs in {@link transaction} of that firm.
 * Refuses with `not-found` for anybody but the carrier's staff.
 */
export function deskTransaction<T>(ctx: Ctx, work: (tx: Transaction) => Promise<T>): Promise<T> {
  requireCarrier(ctx);
  return ctx.db.deskTransaction(work);
}

/**
 * The same for what the desk writes about the firm of this context: policies that ask for the firm let its rows
 * through and nobody else's.
 */
export function deskTransactionFor<T>(ctx: CustomerCtx, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return deskTransaction(ctx, async (tx) => {
    await tx.sql("select set_config('app.customer_id', $1, true)", [`${ctx.customer.id}`]);
    return work(tx);
  });
}

/** Refuses with `admin-only` unless the actor is an administrator of the firm (or the carrier). */
export function requireAdmin(ctx: Ctx): void {
  if (ctx.actor.kind !== 'carrier' && !ctx.grants.isAdmin) refuse({ code: 'admin-only' });
}

/** How long a proof of identity holds before bank data, rights and deletions ask for it again. */
const CONFIRMATION_MINUTES = 10;

/**
 * Whether the person, or the member of staff, proved who they are within the last minutes. The carrier itself need not:
 * whoever reaches the command line has been let in by somebody else.
 */
export function isConfirmed(ctx: Ctx): boolean {
  if (ctx.actor.kind === 'carrier' && ctx.actor.staffId === undefined) return true;
  const { confirmedAt, now } = ctx;
  const oldest = now.subtract({ minutes: CONFIRMATION_MINUTES });
  return confirmedAt !== undefined && Temporal.Instant.compare(confirmedAt, oldest) >= 0;
}

/** Refuses with `confirmation-required` unless {@link isConfirmed}. */
export function requireConfirmation(ctx: Ctx): void {
  if (!isConfirmed(ctx)) refuse({ code: 'confirmation-required' });
}

/** The person's id, where a row remembers who did it; undefined when it was the carrier. */
export function personIdOf(ctx: Pick<Ctx, 'actor'>): number | undefined {
  return ctx.actor.kind === 'person' ? ctx.actor.personId : undefined;
}
