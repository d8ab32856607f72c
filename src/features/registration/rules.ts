/** What the decision on a registration hangs on. */
export interface RegistrationFacts {
  /** The number belongs to a firm at all. */
  readonly isKnown: boolean;
  /** Somebody acts for the firm already: a number is registered once. */
  readonly isRegistered: boolean;
  /** The e-mail belongs to one of them. */
  readonly isMember: boolean;
  /** The e-mail is one that the carrier has in its books for the firm. */
  readonly isContact: boolean;
  /** The activation code is the firm's, unused and in time. */
  readonly hasCode: boolean;
}

/**
 * What becomes of it: `confirm` sends a link that makes the person administrator, `join` asks the administrators,
 * `wait` leaves it to the desk, `member` only reminds somebody that they have an access.
 */
export type Decision =
  | { readonly kind: 'confirm'; readonly via: 'contact' | 'code' }
  | { readonly kind: 'join' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'member' };

/** Decides on a registration: whichever proof fits first, and never a second registration of one number. */
export function decideRegistration(facts: RegistrationFacts): Decision {
  if (!facts.isKnown) return { kind: 'wait' };
  if (facts.isMember) return { kind: 'member' };
  if (facts.isRegistered) return { kind: 'join' };
  if (facts.isContact) return { kind: 'confirm', via: 'contact' };
  if (facts.hasCode) return { kind: 'confirm', via: 'code' };
  return { kind: 'wait' };
}

/** How long the link in a confirmation letter opens the door. */
export const CONFIRMATION_HOURS = 24;
/** A letter by post takes its time, and an invoice lies on a desk for a while. */
export const ACTIVATION_CODE_DAYS = 90;
