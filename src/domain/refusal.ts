import type { Decision, OrderStatus } from './orders/status.ts';
import type { Right } from './rights.ts';
import type { StaffRole } from './staff-roles.ts';

/** Why one field of an input was not accepted. `limit` is the bound that was missed, in the field's own unit. */
export interface FieldProblem {
  /** Name of the field as the form and the API call it. */
  readonly field: string;
  readonly problem:
    | 'required'
    | 'too-long'
    | 'too-short'
    | 'too-small'
    | 'too-large'
    | 'not-a-number'
    | 'not-a-date'
    | 'not-a-time'
    | 'in-the-future'
    /** Earlier than the step that comes before it. */
    | 'before-last-step'
    /** A last day before the first one; a debit that comes back before it was made. */
    | 'before-start'
    | 'before-debit'
    | 'too-long-ago'
    | 'not-an-amount'
    | 'not-a-pdf'
    | 'not-xml'
    | 'file-too-large'
    | 'in-the-past'
    | 'not-a-decimal'
    | 'not-hours'
    /** No list of postcodes and their beginnings. */
    | 'not-postcodes'
    | 'unchanged'
    | 'not-an-email'
    | 'not-a-customer-number'
    | 'not-offered'
    /** No courier goes there. */
    | 'outside-area'
    /** The address belongs to no zone of the tours. */
    | 'not-served'
    /** The vehicle that was chosen does not carry it; no vehicle does. */
    | 'vehicle-too-small'
    | 'too-big'
    | 'unknown'
    | 'unknown-customer'
    | 'unknown-product'
    | 'unknown-cost-centre'
    | 'common-password'
    | 'wrong-password'
    | 'same-password'
    | 'wrong-code'
    | 'already-member'
    | 'already-invited'
    | 'taken'
    /** A number of a range that the portal itself draws from. */
    | 'own-number'
    /** The same files are there as another document. */
    | 'same-content'
    /** Net and gross that no tax can lie between. */
    | 'net-above-gross'
    /** Only what money is owed by knows a state. */
    | 'knows-no-state'
    | 'unknown-document'
    | 'nothing-chosen'
    | 'nothing-counted'
    | 'not-a-leitweg-id'
    | 'wrong-check-digits'
    | 'not-a-vat-id'
    | 'vat-check-digit'
    | 'iban-characters'
    | 'iban-country'
    | 'iban-not-sepa'
    | 'iban-length'
    | 'iban-check-digits'
    | 'bank-characters'
    | 'not-agreed'
    | 'columns-missing'
    | 'unclosed-quote'
    | 'already-in-force'
    | 'unreadable';
  readonly limit?: number;
}

/**
 * The closed list of reasons to refuse. Each has one status and one wording per language
 * (`platform/http/refusals.ts`); whatever is not in this list is a fault of the program, not a refusal.
 */
export type Refusal =
  | { readonly code: 'invalid'; readonly fields: readonly FieldProblem[] }
  | { readonly code: 'forbidden'; readonly right: Right }
  /** Only an administrator of the firm may do this. */
  | { readonly code: 'admin-only' }
  /** Staff without this role at the desk. */
  | { readonly code: 'staff-role-required'; readonly role: StaffRole }
  /** A clerk who looks at the pages of a firm can read them and nothing else. */
  | { readonly code: 'view-only' }
  /** Somebody else changed it since the form was shown. */
  | { readonly code: 'stale' }
  /** A firm always has one address where bills go: another one takes its place first. */
  | { readonly code: 'default-billing-needed' }
  /** The same was asked for already and is not answered yet. */
  | { readonly code: 'request-pending' }
  /** So many of a kind are the most that a firm can keep. */
  | { readonly code: 'limit-reached'; readonly limit: number }
  /** The password (and second factor) must have been given within the last minutes. */
  | { readonly code: 'confirmation-required' }
  | { readonly code: 'not-found' }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'wrong-credentials' }
  | { readonly code: 'wrong-staff-credentials' }
  /** A link from a letter that was used, withdrawn, replaced by a newer one, or is too old. */
  | { readonly code: 'link-expired' }
  /** The e-mail belongs to somebody who has an account already: it is opened with its own password. */
  | { readonly code: 'account-exists' }
  /** A firm keeps an administrator: the last one can be neither deleted nor demoted nor deactivated. */
  | { readonly code: 'last-admin' }
  /** The desk keeps an administrator, too. */
  | { readonly code: 'last-staff-admin' }
  /** Who proposed a new main contact cannot be the one who agrees. */
  | { readonly code: 'second-clerk-required' }
  | { readonly code: 'too-many-attempts'; readonly retryAfterSeconds: number }
  | { readonly code: 'password-change-required' }
  /** The password was right; the second factor has not been given yet. */
  | { readonly code: 'second-factor-required' }
  /** The firm asks for a second factor and the person has none yet. */
  | { readonly code: 'enrolment-required' }
  /** The last second factor cannot go while the firm asks for one. */
  | { readonly code: 'last-second-factor' }
  /** What the authenticator signed does not fit: unknown passkey, another site, too late, used already. */
  | { readonly code: 'passkey-refused' }
  /** The order may no longer be cancelled: it stays booked and is charged. */
  | { readonly code: 'past-deadline'; readonly deadline: Temporal.Instant }
  /** The order may no longer be changed: it will be carried out as it is. */
  | { readonly code: 'past-change-deadline'; readonly deadline: Temporal.Instant }
  /** Stamps and labels can be neither changed nor cancelled. */
  | { readonly code: 'final-when-placed' }
  | { readonly code: 'already-cancelled'; readonly at: Temporal.Instant }
  /** A rider is assigned to the ride: it cannot be changed any more. */
  | { readonly code: 'courier-assigned' }
  /** The order waits for approval: it is not changed meanwhile, but cancelled and ordered anew. */
  | { readonly code: 'awaiting-approval' }
  /** Somebody has approved or declined the order, or nobody did in time. */
  | { readonly code: 'already-decided'; readonly decision: Decision }
  /** The order can no longer be approved: the carrier took orders for its date until then. */
  | { readonly code: 'past-approval-deadline'; readonly deadline: Temporal.Instant }
  /** Nobody approves an order of their own, unless their orders need no approval. */
  | { readonly code: 'own-order' }
  /** By the firm's rule this needs approval, and it is nothing that can wait for it. */
  | { readonly code: 'approval-required' }
  /** The courier has picked it up: the ride cannot be cancelled any more. */
  | { readonly code: 'courier-underway' }
  /** The window was free when it was offered; somebody else took the last place. */
  | { readonly code: 'slot-full' }
  /** Date or window cannot be booked (any more): closed day, order deadline past, no such window. */
  | { readonly code: 'slot-not-offered' }
  /** A service is carried out on its day and not before. */
  | { readonly code: 'not-yet-due'; readonly date: Temporal.PlainDate }
  /** From where the service stands, that step leads nowhere. */
  | { readonly code: 'step-impossible'; readonly status: OrderStatus }
  /** Another clerk took a step with the service since the page was shown. */
  | {
      readonly code: 'step-taken';
      readonly by: string;
      readonly at: Temporal.Instant;
      readonly status: OrderStatus;
    }
  /** A drop-off is done by counting it. */
  | { readonly code: 'count-first' }
  /** A courier ride goes on by its own steps, with rider and receiver. */
  | { readonly code: 'ride-by-steps' }
  /** The drop-off was accepted and has its receipt, which is never taken back. */
  | { readonly code: 'receipt-issued'; readonly number: string }
  /** What became of a service is taken back on the same day only. */
  | { readonly code: 'undo-too-late' }
  /** The order is on an invoice: what became of it stays. */
  | { readonly code: 'order-invoiced' }
  /** The volume is on an invoice: it is corrected by correcting that. */
  | { readonly code: 'volume-invoiced' }
  /** The standing pickup comes no more: nothing about it can be changed. */
  | { readonly code: 'plan-ended' }
  /** The direct debit mandate has been revoked or replaced. */
  | { readonly code: 'mandate-ended'; readonly at: Temporal.Instant }
  /** Invoices of a month are being issued already; one run at a time. */
  | { readonly code: 'run-in-progress' }
  /** No firm has anything that could be charged. */
  | { readonly code: 'nothing-to-invoice' }
  /** The carrier has no bank account on file: an invoice could not say where to pay. */
  | { readonly code: 'no-account' }
  /** All of the invoice has been taken back already. */
  | { readonly code: 'nothing-left' }
  /** No invoice can be debited now: none is due soon, or none has a mandate of this kind in force. */
  | { readonly code: 'nothing-to-debit' }
  /** The firm owes nothing that is due for long enough to remind it. */
  | { readonly code: 'nothing-overdue' }
  | { readonly code: 'key-reused' }
  | { readonly code: 'forged' }
  | { readonly code: 'too-large'; readonly limitBytes: number }
  /** A file of so many rows is asked for that nobody could use it: a narrower filter is needed. */
  | { readonly code: 'too-many-rows'; readonly limit: number }
  /** More is asked for at once than the program takes on; a moment later it is free again. */
  | { readonly code: 'busy' };

export type RefusalCode = Refusal['code'];

/** Carries a refusal out of a verb; the transaction around it rolls back. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

/** Stops a verb with the refusal; for use where a value is expected. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** Stops a verb when a rule answered with a refusal; rules answer `undefined` for "go ahead". */
export function refuseIf(refusal: Refusal | undefined): void {
  if (refusal) throw new Refused(refusal);
}
