import type { Right } from '../domain/rights.ts';
import type { Text } from '../platform/i18n/index.ts';

/** One entry of the main navigation. */
export interface NavEntry {
  readonly href: string;
  readonly text: Text;
  /** The right without which the page behind it refuses; the entry is then not shown. */
  readonly right?: Right;
}

/** The entry beside which stands what waits for approval. */
export const ORDERS_ENTRY = '/auftraege';

/** The main navigation of a signed-in customer. */
export const CUSTOMER_NAV: readonly NavEntry[] = [
  { href: '/', text: { de: 'Übersicht', en: 'Overview' } },
  { href: '/bestellen', text: { de: 'Bestellen', en: 'Order' }, right: 'orders.place' },
  { href: '/abholungen', text: { de: 'Abholungen', en: 'Pickups' } },
  { href: '/einlieferungen', text: { de: 'Einlieferungen', en: 'Drop-offs' } },
  { href: '/kuriere', text: { de: 'Kuriere', en: 'Couriers' } },
  { href: '/kalender', text: { de: 'Kalender', en: 'Calendar' } },
  { href: ORDERS_ENTRY, text: { de: 'Aufträge', en: 'Orders' } },
  {
    href: '/rechnungen-und-berichte',
    text: { de: 'Rechnungen und Berichte', en: 'Invoices and reports' },
    right: 'documents.view',
  },
  { href: '/konto', text: { de: 'Konto und Einstellungen', en: 'Account and settings' } },
];

/** The entries behind which somebody with these rights is let in. */
export function entriesFor(
  can: (right: Right) => boolean,
  entries: readonly NavEntry[],
): readonly NavEntry[] {
  return entries.filter((entry) => !entry.right || can(entry.right));
}
