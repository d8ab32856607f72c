import type { Right } from '../domain/rights.ts';
import type { StaffRole } from '../domain/staff-roles.ts';
import type { Assets } from '../platform/assets/index.ts';
import type { Formats, Language } from '../platform/i18n/index.ts';
import type { NavEntry } from './nav.ts';

/** Everything that a page needs besides its own data. Made once per request and passed on explicitly. */
export interface Frame {
  readonly language: Language;
  readonly formats: Formats;
  readonly assets: Assets;
  readonly carrier: Carrier;
  readonly csrfToken: string;
  /** Path and query of this page: where the language switch comes back to. */
  readonly address: string;
  /** Where the page lies: with the customers, or at the desk of the staff. */
  readonly area?: 'portal' | 'desk';
  /** Who is signed in; absent for a visitor. */
  readonly viewer?: Viewer;
  /** A clerk looks at the page as the firm's administrator sees it. */
  readonly viewing?: Viewing;
  /** Which member of staff is signed in at the desk; absent on the customers' pages. */
  readonly staff?: Staff;
  /** The main navigation where it is not that of the customers. */
  readonly nav?: readonly NavEntry[];
  /** Where notices are read; absent where there are none for this viewer. */
  readonly notices?: Notices;
  /** Orders that wait for the viewer's approval; absent where none does. */
  readonly approvals?: Approvals;
  /** The program runs with the demo data: a banner says so and leads to the mailbox. */
  readonly demo: boolean;
  readonly requestId: string;
}

/** Why a clerk looks at the pages of a firm, and until when. */
export interface Viewing {
  readonly reason: string;
  readonly endsAt: Temporal.Instant;
}

/** The list of what has happened, and how many entries of it are new to the viewer. */
export interface Notices {
  readonly href: string;
  readonly unread: number;
}

/** Where orders are approved, and how many wait for it: at least one. */
export interface Approvals {
  readonly href: string;
  readonly waiting: number;
}

/** How the carrier is named and reached. */
export interface Carrier {
  readonly name: string;
  readonly phone: string;
  readonly phoneHours: string;
  readonly email: string;
}

/** The signed-in member of staff. */
export interface Staff {
  readonly name: string;
  readonly may: (role: StaffRole) => boolean;
}

/** The signed-in person and the firm that they act for. */
export interface Viewer {
  readonly name: string;
  readonly email: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly isAdmin: boolean;
  /** The person acts for other customers, too, and can switch to them. */
  readonly hasOtherCustomers?: boolean;
  readonly can: (right: Right) => boolean;
}
